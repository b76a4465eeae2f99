//! Job documents: detected, checked, parsed and reformatted.

#![no_main]

use iot_jobs_fuzz::documents;

libfuzzer_sys::fuzz_target!(|text: &str| {
    documents::check(text);
});
