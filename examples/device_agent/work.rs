//! The work of a job: steps that take some time, of which the last succeeds or fails.

use std::{collections::BTreeMap, fs, io, io::Write, time::Duration};

use iot_jobs::device::{
    agent::{Agent, Output, ReportError, StatusDetails, Work},
    message::Message,
    queue::ExecutionId,
    topic::Topic,
};

/// The duration of a step.
const STEP: Duration = Duration::from_millis(500);

/// A job document, such as `{"action": "succeed", "steps": 3}`.
#[derive(Default, serde::Deserialize)]
struct Task {
    action: String,
    #[serde(default)]
    steps: u32,
}

/// The executions that run.
#[derive(Default)]
pub(crate) struct Worker(BTreeMap<ExecutionId, Running>);

struct Running {
    task: Task,
    steps_done: u32,
    step_ends: Duration,
}

impl Worker {
    /// Begins, continues or stops work, and prints what happened.
    pub(crate) fn perform(&mut self, output: Output, now: Duration) {
        match output {
            Output::Begin(work) => self.run(work, now, "started"),
            Output::Resume(work) => self.run(work, now, "resumed"),
            Output::Stop(id, reason) => {
                println!("stopped {} {reason:?}", id.job_id());
                self.0.remove(&id);
            }
            Output::Reported(id, status) => println!("reported {} {status}", id.job_id()),
            Output::Problem(problem) => eprintln!("{problem}"),
            other => println!("{other:?}"),
        }
    }

    fn run(&mut self, work: Work, now: Duration, verb: &str) {
        let task: Option<Task> = work.document.and_then(|document| document.parse().ok());
        let task = task.unwrap_or_default();
        if task.is_known() {
            println!("{verb} {}", work.id.job_id());
        }
        let steps = work.status_details.as_ref().and_then(|it| it.get("steps"));
        let running = Running {
            task,
            steps_done: steps.and_then(|steps| steps.parse().ok()).unwrap_or(0),
            step_ends: now + STEP,
        };
        self.0.insert(work.id, running);
    }

    /// Reports the steps that have ended.
    pub(crate) fn report(&mut self, agent: &mut Agent, now: Duration) -> Result<(), ReportError> {
        let mut over = Vec::new();
        for (id, running) in &mut self.0 {
            let is_known = running.task.is_known();
            if is_known && now < running.step_ends {
                continue;
            }
            running.steps_done += 1;
            running.step_ends = now + STEP;
            let steps = StatusDetails::from([("steps".to_owned(), running.steps_done.to_string())]);
            if !is_known {
                agent.rejected(now, id, None)?;
            } else if running.steps_done < running.task.steps {
                agent.progress(now, id, steps)?;
                continue;
            } else if running.task.action == "succeed" {
                agent.succeeded(now, id, Some(steps))?;
            } else {
                agent.failed(now, id, Some(steps))?;
            }
            over.push(id.clone());
        }
        for id in over {
            self.0.remove(&id);
        }
        Ok(())
    }
}

impl Task {
    fn is_known(&self) -> bool {
        matches!(self.action.as_str(), "succeed" | "fail")
    }
}

/// Prints an error response.
pub(crate) fn log_rejection(topic: &str, payload: &[u8]) {
    if let Ok(topic) = Topic::parse(topic)
        && let Ok(Message::ErrorResponse(error)) = Message::decode(&topic, payload)
    {
        let job = topic.job().map_or("$next", |job| job.as_str());
        println!("rejected {job} {:?}", error.code);
    }
}

/// Replaces a file, so that it has the old or the new text after a loss of power.
pub(crate) fn store(file: &str, text: &[u8]) -> io::Result<()> {
    let new = format!("{file}.new");
    let mut written = fs::File::create(&new)?;
    written.write_all(text)?;
    written.sync_all()?;
    fs::rename(new, file)
}
