//! Timestamps: any JSON in the place of one, and every moment that the type can hold.

#![no_main]

use iot_jobs_fuzz::moments;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        moments::judge_text(text);
    }
    if let Some((secs, rest)) = data.split_first_chunk()
        && let Some((nanos, _)) = rest.split_first_chunk()
    {
        moments::judge_moment(i64::from_le_bytes(*secs), u32::from_le_bytes(*nanos));
    }
});
