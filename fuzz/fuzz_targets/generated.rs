//! JSON generated from a shape's facts, which reaches deeper than mutated JSON. The first byte selects the
//! shape, the others how each member is written.

#![no_main]

use arbitrary::Unstructured;
use iot_jobs_fuzz::{compare, generate, operations, readers, shapes, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((number, choices)) = split(data) else {
        return;
    };
    let case = shapes::select(&shapes::ALL, number);
    let mut json = String::new();
    if generate::structure(case.structure(), &mut Unstructured::new(choices), &mut json).is_ok() {
        compare::check(&case.entry, json.as_bytes(), case.is_input);
        case.check(json.as_bytes());
        readers::check(number, json.as_bytes());
        operations::check_input(&case.name(), json.as_bytes());
    }
});
