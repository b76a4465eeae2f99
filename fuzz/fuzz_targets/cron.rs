//! The cron expressions of maintenance windows.

#![no_main]

use iot_jobs_fuzz::times;

libfuzzer_sys::fuzz_target!(|text: &str| {
    times::check_cron(text);
});
