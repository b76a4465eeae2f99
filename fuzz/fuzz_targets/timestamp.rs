//! Timestamps: any JSON as a timestamp, and every time that the type can represent.

#![no_main]

use iot_jobs_fuzz::times;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        times::check_text(text);
    }
    if let Some((secs, rest)) = data.split_first_chunk()
        && let Some((nanos, _)) = rest.split_first_chunk()
    {
        times::check_time(i64::from_le_bytes(*secs), u32::from_le_bytes(*nanos));
    }
});
