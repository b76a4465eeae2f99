//! Newline-delimited JSON. The first byte is the reader's cap, and how much it gets at a time.

#![no_main]

use iot_jobs_fuzz::{lines, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((cap, lines)) = split(data) {
        lines::judge(lines, cap, cap % 7 + 1);
    }
});
