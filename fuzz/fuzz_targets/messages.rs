//! MQTT messages. The first byte selects the topic.

#![no_main]

use iot_jobs_fuzz::{messages, split};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Some((number, payload)) = split(data) {
        messages::check(messages::TOPICS[number % messages::TOPICS.len()], payload);
    }
});
