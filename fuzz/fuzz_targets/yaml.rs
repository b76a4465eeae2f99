//! Templates and job documents in YAML.

#![no_main]

use iot_jobs_fuzz::yaml;

libfuzzer_sys::fuzz_target!(|text: &str| {
    yaml::check(text);
});
