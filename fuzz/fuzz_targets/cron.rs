//! The cron expressions of maintenance windows.

#![no_main]

use iot_jobs_fuzz::moments;

libfuzzer_sys::fuzz_target!(|text: &str| {
    moments::judge_cron(text);
});
