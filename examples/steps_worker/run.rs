//! Runs the steps of a document.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use iot_jobs::device::agent::StatusDetails;

use super::{
    plan::{Plan, Step},
    process::{self, End, Outcome},
    report::Report,
    tail,
};

/// How the steps of a document are run.
pub(crate) struct Run<'a> {
    pub(crate) plan: &'a Plan,
    /// How many steps were done before a restart.
    pub(crate) done: usize,
    /// The time that each step may take.
    pub(crate) timeout: Duration,
    pub(crate) is_stopped: &'a AtomicBool,
}

impl Run<'_> {
    /// Runs the steps; reports each step that is done, and the end unless it was stopped.
    pub(crate) fn steps(&self, mut report: impl FnMut(Report)) {
        let steps = &self.plan.steps;
        let mut details = StatusDetails::new();
        for (at, step) in steps.iter().enumerate().skip(self.done) {
            if self.is_stopped.load(Ordering::Relaxed) {
                return;
            }
            insert(&mut details, "step", tail::detail(&step.name));
            let outcome = step.command().map_or_else(
                || Err("it has no program".to_owned()),
                |mut command| {
                    process::run(&mut command, self.timeout, self.is_stopped)
                        .map_err(|error| error.to_string())
                },
            );
            if let Ok(outcome) = &outcome {
                if outcome.end == End::Stopped {
                    return;
                }
                insert(&mut details, "stderr", outcome.errors.detail());
                let output = outcome
                    .output
                    .detail()
                    .filter(|_| self.plan.includes_output);
                insert(&mut details, "stdout", output);
            }
            if let Err(reason) = outcome.and_then(|outcome| result(step, &outcome))
                && !step.may_fail
            {
                insert(&mut details, "reason", tail::detail(&reason));
                return report(Report::Failed(details));
            }
            details.insert("stepsDone".to_owned(), (at + 1).to_string());
            if at + 1 < steps.len() {
                report(Report::Progress(details.clone()));
            }
        }
        report(Report::Succeeded(details));
    }
}

fn insert(details: &mut StatusDetails, name: &str, value: Option<String>) {
    match value {
        Some(value) => details.insert(name.to_owned(), value),
        None => details.remove(name),
    };
}

/// Why the step failed, if it did.
fn result(step: &Step, outcome: &Outcome) -> Result<(), String> {
    let lines = outcome.errors.lines();
    match outcome.end {
        End::TimedOut => Err("it took too long".to_owned()),
        End::Exited(status) if !status.success() => Err(status.to_string()),
        End::Exited(_) | End::Stopped => match step.most_error_lines {
            Some(most) if i64::try_from(lines).is_ok_and(|lines| lines > most) => Err(format!(
                "{lines} lines on standard error, {most} are allowed"
            )),
            _ => Ok(()),
        },
    }
}
