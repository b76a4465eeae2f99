//! Shapes that are sent to the service, operation inputs also as HTTP requests. The first byte selects the
//! shape.

#![no_main]

use iot_jobs_fuzz::{operations, shapes, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, json)) = split(data) {
        let case = shapes::select(&shapes::REQUESTS, number);
        case.check(json);
        operations::check_input(&case.name(), json);
    }
});
