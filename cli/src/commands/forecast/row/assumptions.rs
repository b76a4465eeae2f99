//! The assumptions of a forecast as a JSON object.

use iot_jobs_forecast::{Distribution, Fleet, Outcomes};
use serde::Serialize;

/// The assumptions.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AssumptionsRow {
    things: u32,
    results: OutcomesRow,
    #[serde(skip_serializing_if = "Option::is_none")]
    results_of_retries: Option<OutcomesRow>,
    online: f64,
    reconnect: DistributionRow,
    unreachable: f64,
    delay: DistributionRow,
    work: DistributionRow,
    step_timeout_in_minutes: Option<u16>,
    joining_per_day: u32,
    seed: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutcomesRow {
    succeeded: f64,
    failed: f64,
    rejected: f64,
    timed_out: f64,
}

#[derive(Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
enum DistributionRow {
    Fixed {
        seconds: f64,
    },
    Uniform {
        min_seconds: f64,
        max_seconds: f64,
    },
    LogNormal {
        median_seconds: f64,
        p95_seconds: f64,
    },
    Other,
}

impl AssumptionsRow {
    /// The row of these assumptions.
    pub(super) fn new(fleet: &Fleet) -> Self {
        Self {
            things: fleet.things,
            results: OutcomesRow::new(&fleet.outcomes),
            results_of_retries: fleet.retry_outcomes.as_ref().map(OutcomesRow::new),
            online: fleet.online,
            reconnect: DistributionRow::new(&fleet.reconnect),
            unreachable: fleet.unreachable,
            delay: DistributionRow::new(&fleet.start),
            work: DistributionRow::new(&fleet.work),
            step_timeout_in_minutes: fleet.step_timeout_in_minutes,
            joining_per_day: fleet.joining_per_day,
            seed: fleet.seed,
        }
    }
}

impl OutcomesRow {
    fn new(outcomes: &Outcomes) -> Self {
        // The share that succeeds is the rest of the others, which is not exact in binary.
        let rounded = |share: f64| (share * 1e9).round() / 1e9;
        Self {
            succeeded: rounded(outcomes.succeeded),
            failed: rounded(outcomes.failed),
            rejected: rounded(outcomes.rejected),
            timed_out: rounded(outcomes.timed_out),
        }
    }
}

impl DistributionRow {
    fn new(distribution: &Distribution) -> Self {
        match distribution {
            Distribution::Fixed(time) => Self::Fixed {
                seconds: time.as_secs_f64(),
            },
            Distribution::Uniform { min, max } => Self::Uniform {
                min_seconds: min.as_secs_f64(),
                max_seconds: max.as_secs_f64(),
            },
            Distribution::LogNormal { median, p95 } => Self::LogNormal {
                median_seconds: median.as_secs_f64(),
                p95_seconds: p95.as_secs_f64(),
            },
            _ => Self::Other,
        }
    }
}
