//! Any shape against the wire policy and a walk over its JSON. The first byte chooses the shape.

#![no_main]

use iot_jobs::shape::Entry;
use iot_jobs_fuzz::{compare, shapes, split};
use std::sync::LazyLock;

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(shapes::entries);

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, json)) = split(data) {
        let case = shapes::pick(&shapes::ALL, number);
        compare::judge(&ENTRIES[number % ENTRIES.len()], json, case.input);
    }
});
