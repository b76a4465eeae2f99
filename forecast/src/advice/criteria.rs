//! Advice about abort criteria, which follows from the settings and the number of things.

use iot_jobs::Path;

use super::{Advice, AdviceKind};
use crate::{
    AbortBase, Fleet, Reading, RetriesInAbort, Rollout, Run,
    rollout::{Criterion, Failures, HUNDREDTHS_OF_ALL},
    text::count,
};

pub(super) fn advise(rollout: &Rollout, fleet: &Fleet, runs: &[Run]) -> Vec<Advice> {
    let criteria = rollout.abort.iter().enumerate();
    let advice = criteria.flat_map(|(index, criterion)| {
        about(*criterion, rollout, fleet, runs)
            .into_iter()
            .map(move |found| {
                let list = Path::root().member("abortConfig").member("criteriaList");
                Advice {
                    kind: found.kind,
                    path: list.index(index).member(found.member),
                    message: found.message,
                    runs: found.runs,
                }
            })
    });
    advice.collect()
}

/// What should be known about a criterion.
struct Found {
    kind: AdviceKind,
    member: &'static str,
    message: String,
    runs: usize,
}

fn about(criterion: Criterion, rollout: &Rollout, fleet: &Fleet, runs: &[Run]) -> Vec<Found> {
    let has_timer =
        rollout.in_progress_timeout_in_minutes.is_some() || fleet.step_timeout_in_minutes.is_some();
    if criterion.failures == Failures::TimedOut && !has_timer {
        let message = "no execution times out, since there is neither an in-progress timer nor a step timer: \
                       set timeoutConfig.inProgressTimeoutInMinutes";
        return vec![Found {
            kind: AdviceKind::CriterionNeverMet,
            member: "failureType",
            message: message.to_owned(),
            runs: runs.len(),
        }];
    }
    let never_met = too_few(criterion, rollout, fleet, runs);
    let can_be_met = runs.len() - never_met.as_ref().map_or(0, |found| found.runs);
    let single = (can_be_met > 0).then(|| single_failure(criterion, can_be_met));
    never_met.into_iter().chain(single.flatten()).collect()
}

/// That a single failure meets a criterion.
fn single_failure(criterion: Criterion, runs: usize) -> Option<Found> {
    let min = criterion.min_executed;
    if criterion.threshold == 0 || !criterion.is_met(1, min.max(1)) {
        return None;
    }
    // One failure of so many executed things is still the threshold.
    let executed = HUNDREDTHS_OF_ALL / criterion.threshold;
    let things = if executed == 1 { "thing" } else { "things" };
    let message = format!(
        "a single failure aborts the job until more than {} {things} were executed: \
         set higher numbers, so that thresholdPercentage times minNumberOfExecutedThings is above 100",
        count(executed)
    );
    Some(Found {
        kind: AdviceKind::SingleFailureAborts,
        member: "thresholdPercentage",
        message,
        runs,
    })
}

/// That a criterion needs more executions than it can count.
fn too_few(criterion: Criterion, rollout: &Rollout, fleet: &Fleet, runs: &[Run]) -> Option<Found> {
    if rollout.continuous && fleet.joining_per_day > 0 {
        return None;
    }
    let min = criterion.min_executed;
    let unreachable = fleet.unreachable_things();
    let readings: Vec<_> = runs.iter().map(|run| run.reading).collect();
    let most = |unreachable: u32, reading: &Reading| {
        most_executions(rollout, fleet.things, fleet.things - unreachable, reading)
    };
    let too_few = readings.iter().filter(|it| most(unreachable, it) < min);
    let too_few: Vec<_> = too_few.collect();
    let executions = too_few.iter().map(|it| most(unreachable, it)).max()?;
    let is_enough_if_online = too_few.iter().any(|it| most(0, it) >= min);
    let reason = match unreachable {
        1 if is_enough_if_online => ", since 1 thing is never online,".to_owned(),
        things if is_enough_if_online => {
            format!(", since {} things are never online,", count(things.into()))
        }
        _ => String::new(),
    };
    let (executions, min) = (count(executions), count(min));
    Some(Found {
        kind: AdviceKind::CriterionNeverMet,
        member: "minNumberOfExecutedThings",
        message: format!(
            "the criterion counts at most {executions} executions{reason} and needs {min}: set it to fewer"
        ),
        runs: too_few.len(),
    })
}

/// The most executions that a criterion can count in a reading, if so many things come online.
fn most_executions(rollout: &Rollout, things: u32, reachable: u32, reading: &Reading) -> u64 {
    let reachable = u64::from(reachable);
    let first = match reading.abort_base {
        AbortBase::Ended => reachable,
        AbortBase::Notified => things.into(),
    };
    let retries = match reading.retries_in_abort {
        RetriesInAbort::Executions => rollout.retries.executions() - 1,
        RetriesInAbort::Things => 0,
    };
    first + reachable * u64::from(retries)
}
