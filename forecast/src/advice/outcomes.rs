//! Advice about how the runs end.

use std::time::Duration;

use iot_jobs::Path;

use super::{Advice, AdviceKind};
use crate::{
    End, Fleet, Rollout, Run, TimeoutDelay,
    rollout::EndBehavior,
    text::{count, duration},
};

pub(super) fn advise(rollout: &Rollout, fleet: &Fleet, runs: &[Run]) -> Vec<Advice> {
    let mut outcomes = Outcomes {
        rollout,
        fleet,
        runs,
        advice: Vec::new(),
    };
    outcomes.of_results();
    outcomes.of_the_end_time();
    outcomes.of_what_never_ends();
    outcomes.of_unused();
    outcomes.advice
}

struct Outcomes<'a> {
    rollout: &'a Rollout,
    fleet: &'a Fleet,
    runs: &'a [Run],
    advice: Vec<Advice>,
}

impl Outcomes<'_> {
    /// Adds an advice with the number of runs in which it happens, if there are any.
    fn add(&mut self, kind: AdviceKind, path: Path, message: &str, happens: impl Fn(&Run) -> bool) {
        let runs = self.runs.iter().filter(|run| happens(run)).count();
        if runs > 0 {
            self.advice.push(Advice {
                kind,
                path,
                message: message.to_owned(),
                runs,
            });
        }
    }

    fn of_results(&mut self) {
        let (rollout, fleet) = (self.rollout, self.fleet);
        if let Some(timeout) = rollout.in_progress_timeout_in_minutes {
            let work = fleet.work.median();
            let seconds = 60 * u64::from(timeout);
            self.add(
                AdviceKind::WorkOutlastsTimeout,
                Path::root()
                    .member("timeoutConfig")
                    .member("inProgressTimeoutInMinutes"),
                &works_too_long(fleet, timeout),
                |run| {
                    let delay = match run.reading.timeout_delay {
                        TimeoutDelay::None => 0,
                        TimeoutDelay::Minute => 60,
                    };
                    run.touched > 0 && work > Duration::from_secs(seconds + delay)
                },
            );
        }
        let is_too_fast = |run: &Run| {
            // Without a criterion no rate lets a failure stop the rollout.
            !rollout.abort.is_empty() && fleet.things > 1 && is_notified_before_first_result(run)
        };
        for (joins, stopped) in [
            (false, "no failure can stop the rollout"),
            (
                true,
                "failures can stop the rollout only to things that join later",
            ),
        ] {
            let message = format!(
                "every target is notified before the first execution ends, so that {stopped}: set a lower rate"
            );
            self.add(
                AdviceKind::NotifiedBeforeFirstResult,
                Path::root().member("jobExecutionsRolloutConfig"),
                &message,
                |run| is_too_fast(run) && (run.last().joined > 0) == joins,
            );
        }
    }

    fn of_the_end_time(&mut self) {
        let (rollout, fleet) = (self.rollout, self.fleet);
        self.add(
            AdviceKind::RolloutOutlastsEnd,
            end_time(),
            "the end time comes before every target is notified: set a later end or a higher rate",
            |run| {
                reaches_end_time(run)
                    && run.last().notified < fleet.things
                    && !has_no_window(rollout, run)
            },
        );
        self.add(
        AdviceKind::RetriesOutlastEnd,
        end_time(),
        "the end time comes before every retry is used: set a later end, fewer retries or a shorter timeout",
        |run| reaches_end_time(run) && run.retries.dropped > 0,
    );
        let cancels = |run: &Run| reaches_end_time(run) && run.last().canceled > 0;
        self.add(
            AdviceKind::EndTimeCancels,
            end_behavior(),
            &canceled(rollout, self.runs.iter().filter(|run| cancels(run))),
            cancels,
        );
    }

    fn of_what_never_ends(&mut self) {
        let rollout = self.rollout;
        let is_unfinished = |run: &Run| run.end == End::Unfinished;
        if rollout.in_progress_timeout_in_minutes.is_none() {
            self.add(
            AdviceKind::NeverEnds,
            Path::root().member("timeoutConfig"),
            "executions in progress whose devices do not answer never end: set inProgressTimeoutInMinutes",
            |run| is_unfinished(run) && run.last().in_progress > 0,
        );
        }
        let (path, message) = match rollout.schedule.end {
            Some(_) => (end_behavior(), "set it to CANCEL"),
            None => (
                end_time(),
                "set an end time, and schedulingConfig.endBehavior to CANCEL",
            ),
        };
        self.add(
            AdviceKind::NeverEnds,
            path,
            &format!("queued executions of things that are never online never end: {message}"),
            |run| is_unfinished(run) && run.last().queued > 0,
        );
        let mut runs = self.runs.iter();
        let message = if runs.any(|run| matches!(run.end, End::EndTime(_))) {
            "no maintenance window opens before the end time"
        } else {
            "no maintenance window opens within two years"
        };
        self.add(
            AdviceKind::NoWindow,
            rollout.schedule.windows_path.clone(),
            message,
            |run| has_no_window(rollout, run),
        );
    }

    fn of_unused(&mut self) {
        let fleet = self.fleet;
        self.add(
        AdviceKind::AssumptionUnused,
        end_time(),
        "no thing joins: without an end time the forecast ends with the last target, which is before the first thing \
         joins",
        |run| fleet.joining_per_day > 0 && run.end == End::Continues && run.last().joined == 0,
    );
    }
}

fn end_time() -> Path {
    Path::root().member("schedulingConfig").member("endTime")
}

fn end_behavior() -> Path {
    Path::root()
        .member("schedulingConfig")
        .member("endBehavior")
}

/// Whether a rollout has maintenance windows, none of which opens before the run ends.
fn has_no_window(rollout: &Rollout, run: &Run) -> bool {
    let waits = matches!(run.end, End::EndTime(_) | End::Horizon);
    rollout.schedule.has_windows() && run.windows.is_empty() && waits
}

/// That the work of most executions takes longer than the in-progress timer.
fn works_too_long(fleet: &Fleet, timeout: u16) -> String {
    let timer = Duration::from_secs(60 * u64::from(timeout));
    let longest_delay = Duration::from_mins(1);
    let all = |shortest: Duration| {
        let works = fleet.outcomes.rejected <= 0.0;
        works && (shortest == fleet.work.median() || shortest > timer + longest_delay)
    };
    let (who, least) = match fleet.work.shortest() {
        shortest if all(shortest) => ("all executions", shortest),
        _ => ("half of the executions or more", fleet.work.median()),
    };
    let longest = Duration::from_secs(60 * u64::from(Fleet::MAX_STEP_TIMEOUT_IN_MINUTES));
    let change = if least > longest {
        "no timer is so long, and without timeoutConfig they do not time out"
    } else {
        "set more minutes"
    };
    let (least, timer) = (duration(least), duration(timer));
    format!("{who} work for at least {least} and time out after {timer}: {change}")
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
        count(most.into())
    } else {
        format!("{} to {}", count(least.into()), count(most.into()))
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
