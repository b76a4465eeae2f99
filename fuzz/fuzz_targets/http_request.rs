//! HTTP requests: a line with method and target, and the body. The first byte selects the operation.

#![no_main]

use http::Request;
use iot_jobs_fuzz::{operations, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((number, message)) = split(data) else {
        return;
    };
    let end = message
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(message.len());
    let (head, body) = message.split_at(end);
    let Some((method, target)) = std::str::from_utf8(head)
        .ok()
        .and_then(|it| it.split_once(' '))
    else {
        return;
    };
    let body = body.get(1..).unwrap_or_default();
    if let Ok(request) = Request::builder().method(method).uri(target).body(body) {
        operations::select(number).check_request(&request);
    }
});
