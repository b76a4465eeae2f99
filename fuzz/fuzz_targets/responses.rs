//! Shapes that the service sends: decode, encode, decode. The first byte selects the shape.

#![no_main]

use iot_jobs_fuzz::{shapes, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, json)) = split(data) {
        shapes::select(&shapes::RESPONSES, number).check(json);
    }
});
