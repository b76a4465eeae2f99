//! What must hold for times: timestamps, cron expressions and the times of schedules.

use std::sync::LazyLock;

use iot_jobs::{
    Validate, codec,
    primitives::DateTime,
    shape::{self, Entry},
    types::{Job, MaintenanceWindow, SchedulingConfig},
    validate::Rule,
};

use crate::{compare, policy::micros};

static JOB: LazyLock<Entry> = LazyLock::new(|| entry("Job"));
static EVENT: LazyLock<Entry> = LazyLock::new(|| entry("event.JobEvent"));

fn entry(name: &str) -> Entry {
    shape::find(name).expect("a shape of the catalog")
}

/// Judges JSON that may be a timestamp.
pub fn judge_text(text: &str) {
    let json = format!("{{\"createdAt\":{text}}}");
    compare::judge(&JOB, json.as_bytes(), false);
    compare::judge(&EVENT, json.as_bytes(), false);
}

/// Judges a moment, near and far.
pub fn judge_moment(secs: i64, nanos: u32) {
    const NANOS: u32 = 1_000_000_000;
    /// A little more than the years of the wire policy.
    const NEAR: i64 = 253_402_300_802;
    for secs in [secs, secs % NEAR] {
        let moment = DateTime::from_secs_and_nanos(secs, nanos % NANOS);
        let exact = i128::from(secs) * i128::from(NANOS) + i128::from(nanos % NANOS);
        let rounded = exact.signum() * ((exact.abs() + 500) / 1000);
        let in_range = (-62_135_596_800_000_000..=253_402_300_799_999_999).contains(&rounded);
        let job = Job::builder().created_at(moment).build();
        let Ok(text) = codec::to_string(&job) else {
            assert!(!in_range);
            continue;
        };
        assert!(in_range);
        let number = text
            .strip_prefix("{\"createdAt\":")
            .and_then(|it| it.strip_suffix('}'));
        assert_eq!(number.and_then(micros), Some(rounded), "{text}");
        let again: Job = codec::from_str(&text).expect("what was encoded decodes");
        assert_eq!(
            again.created_at().map(DateTime::as_nanos),
            Some(rounded * 1000)
        );
    }
}

/// Judges text that may be a cron expression, or another time of a schedule.
pub fn judge_cron(text: &str) {
    let found = faults(text);
    let inner = text
        .strip_prefix("cron(")
        .and_then(|it| it.strip_suffix(')'));
    match inner {
        // An empty text is too short before it is anything else.
        None => assert_eq!(found.len(), usize::from(!text.is_empty())),
        Some(inner) => {
            let fields: Vec<_> = inner.split_ascii_whitespace().collect();
            assert!(fields.len() == 6 || found.len() == 1);
            // White space between fields says nothing.
            let spaced = format!("cron( {}\t)", fields.join("  "));
            assert_eq!(faults(&spaced), found);
        }
    }
    let config = SchedulingConfig::builder()
        .start_time(text)
        .end_time(text)
        .build();
    let now = config.violations_at(DateTime::from_secs(1_893_456_000));
    assert!(now.len() >= config.violations().len());
}

/// What is wrong with an expression.
fn faults(text: &str) -> Vec<String> {
    let window = MaintenanceWindow::builder()
        .start_time(text)
        .duration_in_minutes(60);
    let violations = window.build().expect("all members are set").violations();
    let violations = violations.into_iter().filter(|it| it.rule == Rule::Cron);
    violations.map(|it| it.message).collect()
}
