//! Placeholders: one as the whole text, and those of a document with their substitution.

#![no_main]

use iot_jobs_fuzz::documents;

libfuzzer_sys::fuzz_target!(|text: &str| {
    documents::check_placeholder(text);
    documents::check_placeholders(text);
});
