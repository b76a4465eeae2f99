//! The work that jobs ask for: steps that take a while, of which the last succeeds or fails.

use std::time::{Duration, Instant};

use iot_jobs::device::types::{JobExecution, JobExecutionStatus};

/// How long a step takes.
const STEP: Duration = Duration::from_millis(500);

/// What a job document says, such as `{"action": "succeed", "steps": 3}`.
#[derive(Default, serde::Deserialize)]
struct Task {
    action: String,
    #[serde(default)]
    steps: u32,
}

/// The work on one execution.
pub(crate) struct Work {
    job: String,
    task: Task,
    steps_done: u32,
    /// When the step under way ends; `None` before this process has begun one.
    step_ends: Option<Instant>,
}

impl Work {
    /// What an execution asks for, as far as an earlier process has not done it already.
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

    /// The state and the number of steps to report now, if any. What is found in progress is gone
    /// on with; what cannot be done is rejected before it is begun.
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

    /// Takes the first step or the next one, after the service took a report of this state.
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
