//! Runs the work of several executions in one thread.

use std::{collections::BTreeMap, time::Duration};

use iot_jobs::device::{
    agent::{Agent, Output, ReportError, Work},
    queue::ExecutionId,
};

use crate::{setup, work::Steps};

/// The executions that run, each with the end of its current step.
#[derive(Default)]
pub(crate) struct Worker(BTreeMap<ExecutionId, (Steps, Duration)>);

impl Worker {
    /// Begins, continues or stops work, and prints what happened.
    pub(crate) fn perform(&mut self, output: Output, now: Duration) {
        match output {
            Output::Begin(work) => self.run(work, now, "started"),
            Output::Resume(work) => self.run(work, now, "resumed"),
            other => {
                if let Output::Stop(id, _) = &other {
                    self.0.remove(id);
                }
                setup::log(&other);
            }
        }
    }

    fn run(&mut self, work: Work, now: Duration, verb: &str) {
        let steps = Steps::of(&work, verb);
        self.0.insert(work.id, (steps, now + Steps::DURATION));
    }

    /// Reports the steps that have ended.
    pub(crate) fn report(&mut self, agent: &mut Agent, now: Duration) -> Result<(), ReportError> {
        let mut over = Vec::new();
        for (id, (steps, step_ends)) in &mut self.0 {
            if now >= *step_ends
                && let Some(report) = steps.next()
            {
                *step_ends = now + Steps::DURATION;
                if report.is_last() {
                    over.push(id.clone());
                }
                report.pass(agent, now, id)?;
            }
        }
        for id in over {
            self.0.remove(&id);
        }
        Ok(())
    }
}
