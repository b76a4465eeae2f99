//! Advice about how the runs end.

use std::time::Duration;

use iot_jobs::Path;

use super::{Advice, AdviceKind};
use crate::{End, Fleet, Rollout, Run, TimeoutDelay, rollout::EndBehavior};

pub(super) fn advise(rollout: &Rollout, fleet: &Fleet, runs: &[Run]) -> Vec<Advice> {
    let mut advice = Vec::new();
    let mut add = |kind, path: Path, message: &str, happens: &dyn Fn(&Run) -> bool| {
        let runs = runs.iter().filter(|run| happens(run)).count();
        if runs > 0 {
            advice.push(Advice {
                kind,
                path,
                message: message.to_owned(),
                runs,
            });
        }
    };
    if let Some(timeout) = rollout.in_progress_timeout_in_minutes {
        let work = fleet.work.median();
        let seconds = 60 * u64::from(timeout);
        let message = format!(
            "half of the executions or more work for at least {} minutes and time out after {timeout}: set more minutes",
            // Rounded to hundredths, so that it is more than the timer.
            (work.as_secs_f64() / 0.6).ceil() / 100.0
        );
        add(
            AdviceKind::WorkOutlastsTimeout,
            Path::root()
                .member("timeoutConfig")
                .member("inProgressTimeoutInMinutes"),
            &message,
            &|run| {
                let delay = match run.reading.timeout_delay {
                    TimeoutDelay::None => 0,
                    TimeoutDelay::Minute => 60,
                };
                run.touched > 0 && work > Duration::from_secs(seconds + delay)
            },
        );
    }
    let end_time = || Path::root().member("schedulingConfig").member("endTime");
    add(
        AdviceKind::NotifiedBeforeFirstResult,
        Path::root().member("jobExecutionsRolloutConfig"),
        "every target is notified before the first execution ends, so that no failure can stop the rollout: \
         set a lower rate",
        // Without a criterion no rate lets a failure stop the rollout.
        &|run| {
            !rollout.abort.is_empty() && fleet.things > 1 && is_notified_before_first_result(run)
        },
    );
    add(
        AdviceKind::RolloutOutlastsEnd,
        end_time(),
        "the end time comes before every target is notified: set a later end or a higher rate",
        &|run| reaches_end_time(run) && run.last().notified < fleet.things,
    );
    add(
        AdviceKind::RetriesOutlastEnd,
        end_time(),
        "the end time comes before every retry is used: set a later end, fewer retries or a shorter timeout",
        &|run| reaches_end_time(run) && run.retries.dropped > 0,
    );
    let cancels = |run: &Run| reaches_end_time(run) && run.last().canceled > 0;
    add(
        AdviceKind::EndTimeCancels,
        Path::root()
            .member("schedulingConfig")
            .member("endBehavior"),
        &canceled(rollout, runs.iter().filter(|run| cancels(run))),
        &cancels,
    );
    let is_unfinished = |run: &Run| run.end == End::Unfinished;
    if rollout.in_progress_timeout_in_minutes.is_none() {
        add(
            AdviceKind::NeverEnds,
            Path::root().member("timeoutConfig"),
            "executions in progress whose devices do not answer never end: set inProgressTimeoutInMinutes",
            &|run| is_unfinished(run) && run.last().in_progress > 0,
        );
    }
    add(
        AdviceKind::NeverEnds,
        end_time(),
        "queued executions of things that are never online never end: set an end time, and \
         schedulingConfig.endBehavior to CANCEL",
        &|run| is_unfinished(run) && run.last().queued > 0,
    );
    add(
        AdviceKind::NoWindow,
        rollout.schedule.windows_path.clone(),
        "no maintenance window opens within two years",
        &|run| rollout.schedule.has_windows() && run.windows.is_empty() && run.end == End::Horizon,
    );
    advice
}

/// Whether the end time comes before the job ends otherwise, also if executions remain that never end.
fn reaches_end_time(run: &Run) -> bool {
    run.abort().is_none() && run.end_time.is_some_and(|end| end <= run.last().at)
}

/// How many executions the end time cancels in these runs.
fn canceled<'r>(rollout: &Rollout, runs: impl Iterator<Item = &'r Run> + Clone) -> String {
    let numbers = runs.map(|run| run.last().canceled);
    let least = numbers.clone().min().unwrap_or(0);
    let most = numbers.max().unwrap_or(0);
    let number = if least == most {
        most.to_string()
    } else {
        format!("{least} to {most}")
    };
    let queued = match rollout.schedule.end_behavior {
        EndBehavior::ForceCancel => "",
        EndBehavior::Cancel | EndBehavior::StopRollout => "queued ",
    };
    let executions = if most == 1 { "execution" } else { "executions" };
    format!("the end time cancels {number} {queued}{executions}")
}

fn is_notified_before_first_result(run: &Run) -> bool {
    run.rolled_out_at.is_some_and(|notified| {
        run.first_result_at
            .is_none_or(|first_result| first_result > notified)
    })
}
