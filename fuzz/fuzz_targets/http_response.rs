//! HTTP responses. The first byte chooses the operation, the second status and headers.

#![no_main]

use http::Response;
use iot_jobs_fuzz::{operations, split};

/// Statuses, from what the second byte leaves over.
const STATUSES: [u16; 8] = [200, 204, 400, 404, 409, 429, 500, 503];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((number, rest)) = split(data) else {
        return;
    };
    let Some((form, body)) = split(rest) else {
        return;
    };
    let mut response = Response::builder().status(STATUSES[form % STATUSES.len()]);
    // The error's type, in a header that ends at the first line's end.
    let (head, body) = match body.iter().position(|byte| *byte == b'\n') {
        Some(end) if form >= 128 => (&body[..end], &body[end + 1..]),
        _ => (&body[..0], body),
    };
    if form >= 128 {
        response = response
            .header("x-amzn-errortype", head)
            .header("x-amz-request-id", head);
    }
    if let Ok(response) = response.body(body) {
        (operations::ALL[number % operations::ALL.len()].response)(&response);
    }
});
