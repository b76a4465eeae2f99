//! Advice about assumptions that have no effect with the settings.

use iot_jobs::Path;

use super::{Advice, AdviceKind};
use crate::{Fleet, Rollout, text::count};

pub(super) fn advise(rollout: &Rollout, fleet: &Fleet, runs: usize) -> Vec<Advice> {
    let nothing_joins = !rollout.continuous && fleet.joining_per_day > 0;
    let joining = nothing_joins.then(|| {
        let joining = count(fleet.joining_per_day.into());
        let message = format!(
            "the {joining} things a day that are assumed to join are not targets: only a CONTINUOUS job has new targets"
        );
        ("targetSelection", message)
    });
    let nothing_retries = rollout.retries.executions() == 1 && fleet.retry_outcomes.is_some();
    let retries = nothing_retries.then(|| {
        let message = "the assumed outcomes of retries are not used: the job retries nothing";
        ("jobExecutionsRetryConfig", message.to_owned())
    });
    let advice = [joining, retries].into_iter().flatten();
    advice
        .map(|(member, message)| Advice {
            kind: AdviceKind::AssumptionUnused,
            path: Path::root().member(member),
            message,
            runs,
        })
        .collect()
}

/// Advice about readings that were selected and have no effect.
pub(super) fn advise_readings(
    rollout: &Rollout,
    unused: &[(&'static str, &'static str)],
    runs: usize,
) -> Vec<Advice> {
    let advice = unused.iter().map(|(point, value)| Advice {
        kind: AdviceKind::AssumptionUnused,
        path: setting(point, rollout),
        message: format!(
            "the reading {point}={value} has no effect with these settings and assumptions"
        ),
        runs,
    });
    advice.collect()
}

/// The setting that an open point is about.
fn setting(point: &str, rollout: &Rollout) -> Path {
    let member = match point {
        "abort-base" | "failures-of-all" | "retries-in-abort" => "abortConfig",
        "retries-in-rate" => "jobExecutionsRetryConfig",
        "timeout-delay" => "timeoutConfig",
        "queued-outside-windows" => return rollout.schedule.windows_path.clone(),
        _ => "jobExecutionsRolloutConfig",
    };
    Path::root().member(member)
}
