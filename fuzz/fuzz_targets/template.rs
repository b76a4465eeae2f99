//! CloudFormation templates in JSON.

#![no_main]

use iot_jobs_fuzz::checks;

libfuzzer_sys::fuzz_target!(|text: &str| {
    checks::check_template(text);
});
