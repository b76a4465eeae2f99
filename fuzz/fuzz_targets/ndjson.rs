//! Newline-delimited JSON. The first byte is the reader's line limit and selects the size of its buffer.

#![no_main]

use iot_jobs_fuzz::{lines, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((max_line_bytes, lines)) = split(data) {
        lines::check(lines, max_line_bytes, max_line_bytes % 7 + 1);
    }
});
