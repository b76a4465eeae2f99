//! Advice about abort criteria, which follows from the settings and the number of things.

use iot_jobs::Path;

use super::{Advice, AdviceKind};
use crate::{
    Fleet, Rollout,
    rollout::{Criterion, Failures, HUNDREDTHS_OF_ALL},
};

pub(super) fn advise(rollout: &Rollout, fleet: &Fleet, runs: usize) -> Vec<Advice> {
    let criteria = rollout.abort.iter().enumerate();
    let advice = criteria.filter_map(|(index, criterion)| {
        let (kind, member, message) = about(*criterion, rollout, fleet)?;
        let list = Path::root().member("abortConfig").member("criteriaList");
        Some(Advice {
            kind,
            path: list.index(index).member(member),
            message,
            runs,
        })
    });
    advice.collect()
}

fn about(
    criterion: Criterion,
    rollout: &Rollout,
    fleet: &Fleet,
) -> Option<(AdviceKind, &'static str, String)> {
    let min = criterion.min_executed;
    let has_timer =
        rollout.in_progress_timeout_in_minutes.is_some() || fleet.step_timeout_in_minutes.is_some();
    if criterion.failures == Failures::TimedOut && !has_timer {
        let message = "no execution times out, since there is neither an in-progress timer nor a step timer: \
                       set timeoutConfig.inProgressTimeoutInMinutes";
        return Some((
            AdviceKind::CriterionNeverMet,
            "failureType",
            message.to_owned(),
        ));
    }
    let joins = rollout.continuous && fleet.joining_per_day > 0;
    let executions = u64::from(fleet.things) * u64::from(rollout.retries.executions());
    if !joins && executions < min {
        let message = format!(
            "the job has at most {executions} executions, and the criterion needs {min}: set it to fewer"
        );
        return Some((
            AdviceKind::CriterionNeverMet,
            "minNumberOfExecutedThings",
            message,
        ));
    }
    if criterion.threshold > 0 && criterion.is_met(1, min.max(1)) {
        // One failure of so many executed things is still the threshold.
        let executed = HUNDREDTHS_OF_ALL / criterion.threshold;
        let things = if executed == 1 { "thing" } else { "things" };
        let message = format!(
            "a single failure aborts the job until more than {executed} {things} were executed: \
             set higher numbers, so that thresholdPercentage times minNumberOfExecutedThings is above 100"
        );
        return Some((
            AdviceKind::SingleFailureAborts,
            "thresholdPercentage",
            message,
        ));
    }
    None
}
