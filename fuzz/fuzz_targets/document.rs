//! Job documents: detected, checked, read, and laid out anew.

#![no_main]

use iot_jobs_fuzz::documents;

libfuzzer_sys::fuzz_target!(|text: &str| {
    documents::judge(text);
});
