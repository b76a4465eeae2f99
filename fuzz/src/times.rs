//! Timestamps, cron expressions and the times of schedules.

use std::sync::LazyLock;

use iot_jobs::{
    Validate, catalog,
    catalog::ShapeEntry,
    codec,
    primitives::DateTime,
    types::{Job, MaintenanceWindow, SchedulingConfig},
    validate::Rule,
};

use crate::{compare, policy::micros};

static JOB: LazyLock<ShapeEntry> = LazyLock::new(|| entry("Job"));
static EVENT: LazyLock<ShapeEntry> = LazyLock::new(|| entry("event.JobEvent"));

fn entry(name: &str) -> ShapeEntry {
    catalog::find_shape(name).expect("a shape of the catalog")
}

/// Checks JSON that may be a timestamp.
pub fn check_text(text: &str) {
    let json = format!("{{\"createdAt\":{text}}}");
    compare::check(&JOB, json.as_bytes(), false);
    compare::check(&EVENT, json.as_bytes(), false);
}

/// Checks the text of a time, and of one near the years of the wire policy.
pub fn check_time(secs: i64, nanos: u32) {
    const NANOS: u32 = 1_000_000_000;
    /// The epoch seconds of year 10000, and a little more to include times beyond the limit.
    const LIMIT: i64 = 253_402_300_802;
    for secs in [secs, secs % LIMIT] {
        let time = DateTime::from_secs_and_nanos(secs, nanos % NANOS);
        let exact = i128::from(secs) * i128::from(NANOS) + i128::from(nanos % NANOS);
        let rounded = exact.signum() * ((exact.abs() + 500) / 1000);
        let in_range = (-62_135_596_800_000_000..=253_402_300_799_999_999).contains(&rounded);
        let job = Job::builder().created_at(time).build();
        let Ok(text) = codec::to_string(&job) else {
            assert!(!in_range);
            continue;
        };
        assert!(in_range);
        let number = text
            .strip_prefix("{\"createdAt\":")
            .and_then(|it| it.strip_suffix('}'));
        assert_eq!(number.and_then(micros), Some(rounded), "{text}");
        let again: Job = codec::from_str(&text).expect("encoded text decodes");
        assert_eq!(
            again.created_at().map(DateTime::as_nanos),
            Some(rounded * 1000)
        );
    }
}

/// Checks text that may be a cron expression or another time of a schedule.
pub fn check_cron(text: &str) {
    let found = cron_violations(text);
    let inner = text
        .strip_prefix("cron(")
        .and_then(|it| it.strip_suffix(')'));
    match inner {
        // An empty text violates the length only.
        None => assert_eq!(found.len(), usize::from(!text.is_empty())),
        Some(inner) => {
            let fields: Vec<_> = inner.split_ascii_whitespace().collect();
            assert!(fields.len() == 6 || found.len() == 1);
            // White space between fields has no meaning.
            let spaced = format!("cron( {}\t)", fields.join("  "));
            assert_eq!(cron_violations(&spaced), found);
        }
    }
    let config = SchedulingConfig::builder()
        .start_time(text)
        .end_time(text)
        .build();
    let now = config.violations_at(DateTime::from_secs(1_893_456_000));
    assert!(now.len() >= config.violations().len());
}

/// The messages of violations of the cron rule.
fn cron_violations(text: &str) -> Vec<String> {
    let window = MaintenanceWindow::builder()
        .start_time(text)
        .duration_in_minutes(60);
    let violations = window
        .build()
        .expect("the required members are set")
        .violations();
    let violations = violations.into_iter().filter(|it| it.rule == Rule::Cron);
    violations.map(|it| it.message).collect()
}
