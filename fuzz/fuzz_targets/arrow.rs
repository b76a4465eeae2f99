//! Record batches of any shape. The first byte selects the shape, the second is the number of rows of a batch.

#![no_main]

use iot_jobs_fuzz::{arrow, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((number, rest)) = split(data) else {
        return;
    };
    if let Some((rows, lines)) = split(rest) {
        arrow::check(number, rows, lines);
    }
});
