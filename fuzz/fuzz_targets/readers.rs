//! Any shape, with both readers and both writers. The first byte selects the shape.

#![no_main]

use iot_jobs_fuzz::{readers, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, json)) = split(data) {
        readers::check(number, json);
    }
});
