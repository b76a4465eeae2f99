//! Responses: outputs and errors, both ways.

mod errors;
mod exceptions;
mod outputs;

use http::Response;

/// A response as it would come over the wire.
fn response(status: u16, headers: &[(&str, &str)], body: impl Into<Vec<u8>>) -> Response<Vec<u8>> {
    let mut builder = Response::builder().status(status);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder.body(body.into()).unwrap()
}

/// The values of these headers, where they are there.
fn headers<const N: usize>(response: &Response<Vec<u8>>, names: [&str; N]) -> [Option<String>; N] {
    names.map(|name| {
        let value = response.headers().get(name)?;
        Some(value.to_str().unwrap().to_owned())
    })
}
