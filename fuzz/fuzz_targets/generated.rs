//! The same for JSON that is made from the facts, which goes deeper. The first byte chooses the shape, the
//! others what becomes of each member.

#![no_main]

use arbitrary::Unstructured;
use iot_jobs::shape::Entry;
use iot_jobs_fuzz::{compare, generate, shapes, split};
use std::sync::LazyLock;

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(shapes::entries);

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((number, choices)) = split(data) else {
        return;
    };
    let case = shapes::pick(&shapes::ALL, number);
    let mut json = String::new();
    if generate::structure(case.structure, &mut Unstructured::new(choices), &mut json).is_ok() {
        compare::judge(
            &ENTRIES[number % ENTRIES.len()],
            json.as_bytes(),
            case.input,
        );
        case.run(json.as_bytes());
    }
});
