//! HTTP responses. The first byte selects the operation, the second the status and the headers.

#![no_main]

use http::Response;
use iot_jobs_fuzz::{operations, split};

/// The statuses that the second byte selects from.
const STATUSES: [u16; 8] = [200, 204, 400, 404, 409, 429, 500, 503];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((number, rest)) = split(data) else {
        return;
    };
    let Some((form, body)) = split(rest) else {
        return;
    };
    let mut response = Response::builder().status(STATUSES[form % STATUSES.len()]);
    // The first line is the value of the error type header.
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
        operations::select(number).check_response(&response);
    }
});
