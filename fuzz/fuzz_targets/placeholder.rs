//! Placeholders: as a whole text, and in a document, where values are put in their place.

#![no_main]

use iot_jobs_fuzz::documents;

libfuzzer_sys::fuzz_target!(|text: &str| {
    documents::judge_placeholder(text);
    documents::judge_placeholders(text);
});
