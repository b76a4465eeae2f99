//! The work of a job: steps that take some time, of which the last succeeds or fails.

use std::time::{Duration, Instant};

use iot_jobs::device::types::{JobExecution, JobExecutionStatus};

/// The duration of a step.
const STEP: Duration = Duration::from_millis(500);

/// A job document, such as `{"action": "succeed", "steps": 3}`.
#[derive(Default, serde::Deserialize)]
struct Task {
    action: String,
    #[serde(default)]
    steps: u32,
}

/// The work of one execution.
pub(crate) struct Work {
    job: String,
    task: Task,
    steps_done: u32,
    /// When the current step ends; `None` before this process has started one.
    step_ends: Option<Instant>,
}

impl Work {
    /// The work of an execution, after the steps that an earlier process completed.
    pub(crate) fn of(execution: &JobExecution) -> Self {
        let document = execution.job_document();
        let task: Option<Task> = document.and_then(|document| document.parse().ok());
        let steps = execution.status_details().and_then(|it| it.get("steps"));
        Self {
            job: execution.job_id().unwrap_or_default().to_owned(),
            task: task.unwrap_or_default(),
            steps_done: steps.and_then(|steps| steps.parse().ok()).unwrap_or(0),
            step_ends: None,
        }
    }

    /// The state and the number of completed steps to report now, if any. An execution in progress is
    /// resumed; an unknown action is rejected before it starts.
    pub(crate) fn due(&mut self, in_progress: bool) -> Option<(JobExecutionStatus, u32)> {
        let end = match self.task.action.as_str() {
            "succeed" => JobExecutionStatus::Succeeded,
            "fail" => JobExecutionStatus::Failed,
            _ => return Some((JobExecutionStatus::Rejected, 0)),
        };
        if in_progress && self.step_ends.is_none() {
            println!("resumed {}", self.job);
            self.step_ends = Some(Instant::now() + STEP);
        }
        let done = self.steps_done + 1;
        match self.step_ends {
            None => Some((JobExecutionStatus::InProgress, 0)),
            Some(ends) if Instant::now() < ends => None,
            Some(_) if done < self.task.steps => Some((JobExecutionStatus::InProgress, done)),
            Some(_) => Some((end, done)),
        }
    }

    /// Starts the first step or the next one, after the service accepted a report of this state.
    pub(crate) fn reported(&mut self, status: &JobExecutionStatus) {
        println!("reported {} {status}", self.job);
        match self.step_ends {
            _ if status.is_terminal() => return,
            None => println!("started {}", self.job),
            Some(_) => self.steps_done += 1,
        }
        self.step_ends = Some(Instant::now() + STEP);
    }
}
