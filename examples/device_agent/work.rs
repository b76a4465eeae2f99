//! The work of a job: steps that take some time, of which the last succeeds or fails.

use std::time::Duration;

use iot_jobs::device::agent::{StatusDetails, Work};

use crate::report::Report;

/// A job document, such as `{"action": "succeed", "steps": 3}`.
#[derive(Default, serde::Deserialize)]
struct Task {
    action: String,
    #[serde(default)]
    steps: u32,
}

/// The steps of an execution that are not done; each returns its report.
pub(crate) struct Steps {
    task: Task,
    done: u32,
    is_over: bool,
}

impl Steps {
    /// The time that each step takes.
    pub(crate) const DURATION: Duration = Duration::from_millis(500);

    /// The steps of a job document, without those that its status details have as done.
    pub(crate) fn of(work: &Work, verb: &str) -> Self {
        let document = work.document.as_ref();
        let task: Option<Task> = document.and_then(|document| document.parse().ok());
        let done = work.status_details.as_ref().and_then(|it| it.get("steps"));
        let steps = Self {
            task: task.unwrap_or_default(),
            done: done.and_then(|done| done.parse().ok()).unwrap_or(0),
            is_over: false,
        };
        if steps.are_known() {
            println!("{verb} {}", work.id.job_id());
        }
        steps
    }

    fn are_known(&self) -> bool {
        matches!(self.task.action.as_str(), "succeed" | "fail")
    }
}

impl Iterator for Steps {
    type Item = Report;

    fn next(&mut self) -> Option<Report> {
        if self.is_over {
            return None;
        }
        self.done += 1;
        let details = StatusDetails::from([("steps".to_owned(), self.done.to_string())]);
        self.is_over = self.done >= self.task.steps;
        Some(match self.task.action.as_str() {
            "succeed" | "fail" if !self.is_over => Report::Progress(details),
            "succeed" => Report::Succeeded(details),
            "fail" => Report::Failed(details),
            _ => {
                self.is_over = true;
                Report::Rejected(StatusDetails::new())
            }
        })
    }
}
