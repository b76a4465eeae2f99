//! Topics and filters: a line each.

#![no_main]

use iot_jobs_fuzz::messages;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (topic, filter) = text.split_once('\n').unwrap_or((text, text));
    messages::judge_topic(topic, filter);
});
