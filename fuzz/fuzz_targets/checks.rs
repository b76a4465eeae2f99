//! Any payload, checked as a text with everything inside. The first byte selects the shape.

#![no_main]

use iot_jobs_fuzz::{checks, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, json)) = split(data)
        && let Ok(text) = str::from_utf8(json)
    {
        checks::check_payload(number, text);
    }
});
