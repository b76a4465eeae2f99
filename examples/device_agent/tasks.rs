//! Runs the work of each execution in a task of tokio.

use std::{collections::HashMap, time::Duration};

use iot_jobs::device::{
    agent::{Agent, Output, ReportError, Work},
    queue::ExecutionId,
};
use tokio::{sync::mpsc::UnboundedSender, task, task::AbortHandle, time};

use crate::{report::Report, setup, work::Steps};

/// A report, with the task and the execution that it is of.
pub(crate) type TaskReport = (task::Id, ExecutionId, Report);

/// The tasks of the executions that run.
pub(crate) struct Tasks {
    reports: UnboundedSender<TaskReport>,
    running: HashMap<ExecutionId, AbortHandle>,
}

impl Tasks {
    pub(crate) fn new(reports: UnboundedSender<TaskReport>) -> Self {
        Self {
            reports,
            running: HashMap::new(),
        }
    }

    /// Begins, continues or stops work, and prints what happened.
    pub(crate) fn perform(&mut self, output: Output) {
        match output {
            Output::Begin(work) => self.run(work, "started"),
            Output::Resume(work) => self.run(work, "resumed"),
            other => {
                if let Output::Stop(id, _) = &other
                    && let Some(task) = self.running.remove(id)
                {
                    task.abort();
                }
                setup::log(&other);
            }
        }
    }

    fn run(&mut self, work: Work, verb: &str) {
        let steps = Steps::of(&work, verb);
        let (id, reports) = (work.id.clone(), self.reports.clone());
        let task = task::spawn(async move {
            for report in steps {
                time::sleep(Steps::DURATION).await;
                // Without a receiver, the program ends.
                let _ = reports.send((task::id(), id.clone(), report));
            }
        });
        self.running.insert(work.id, task.abort_handle());
    }

    /// Passes a report to the agent, unless the task was stopped after it was sent.
    pub(crate) fn report(
        &mut self,
        agent: &mut Agent,
        now: Duration,
        (task, id, report): TaskReport,
    ) -> Result<(), ReportError> {
        if self.running.get(&id).map(AbortHandle::id) != Some(task) {
            return Ok(());
        }
        if report.is_last() {
            self.running.remove(&id);
        }
        report.pass(agent, now, &id)
    }
}
