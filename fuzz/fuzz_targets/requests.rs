//! Every shape that is sent to the service, inputs of operations also as HTTP requests. The first byte
//! chooses the shape.

#![no_main]

use iot_jobs_fuzz::{shapes, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, json)) = split(data) {
        shapes::pick(&shapes::REQUESTS, number).run(json);
    }
});
