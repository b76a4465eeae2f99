//! Any shape, compared with the wire policy and with its JSON tree. The first byte selects the shape.

#![no_main]

use iot_jobs_fuzz::{compare, shapes, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, json)) = split(data) {
        let case = shapes::select(&shapes::ALL, number);
        compare::check(&case.entry, json, case.is_input);
    }
});
