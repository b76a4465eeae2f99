//! Topics and filters: the first line is a topic, the second a filter.

#![no_main]

use iot_jobs_fuzz::messages;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (topic, filter) = text.split_once('\n').unwrap_or((text, text));
    messages::check_topic(topic, filter);
});
