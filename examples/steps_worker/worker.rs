//! Runs the documents of executions, each in a thread.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::Duration,
};

use iot_jobs::{
    device::{
        agent::{Agent, Output, ReportError, StatusDetails, Work},
        queue::ExecutionId,
    },
    document::StepsDocument,
};

use super::{
    plan::{Device, Plan},
    report::Report,
    run::Run,
    tail,
};

/// The executions that run, each with what stops it.
pub(crate) struct Worker {
    device: Device,
    timeout: Duration,
    running: BTreeMap<ExecutionId, Arc<AtomicBool>>,
    sender: Sender<Sent>,
    reports: Receiver<Sent>,
}

/// A report; that of a stopped execution does not count.
struct Sent {
    id: ExecutionId,
    is_stopped: Arc<AtomicBool>,
    report: Report,
}

impl Worker {
    /// A worker for a device, with the time that each step may take.
    pub(crate) fn new(device: Device, timeout: Duration) -> Self {
        let (sender, reports) = channel();
        Self {
            device,
            timeout,
            running: BTreeMap::new(),
            sender,
            reports,
        }
    }

    /// Begins, continues or stops work.
    pub(crate) fn perform(&mut self, output: &Output) {
        match output {
            Output::Begin(work) | Output::Resume(work) => self.run(work),
            Output::Stop(id, _) => {
                if let Some(is_stopped) = self.running.remove(id) {
                    is_stopped.store(true, Ordering::Relaxed);
                }
            }
            _ => {}
        }
    }

    fn run(&mut self, work: &Work) {
        let is_stopped = Arc::new(AtomicBool::new(false));
        self.running
            .insert(work.id.clone(), Arc::clone(&is_stopped));
        // A step that a restart has interrupted runs again.
        let done = work.checkpoint.as_deref();
        let done = done.and_then(|done| done.parse().ok()).unwrap_or(0);
        let (id, sender, timeout) = (work.id.clone(), self.sender.clone(), self.timeout);
        let plan = self.plan(work);
        thread::spawn(move || {
            let send = |report| {
                let (id, is_stopped) = (id.clone(), Arc::clone(&is_stopped));
                // Without a receiver, the program ends.
                let _ = sender.send(Sent {
                    id,
                    is_stopped,
                    report,
                });
            };
            match &plan {
                Ok(plan) => Run {
                    plan,
                    done,
                    timeout,
                    is_stopped: &is_stopped,
                }
                .steps(send),
                Err(reason) => {
                    let reason = tail::detail(reason).map(|reason| ("reason".to_owned(), reason));
                    send(Report::Rejected(StatusDetails::from_iter(reason)));
                }
            }
        });
    }

    fn plan(&self, work: &Work) -> Result<Plan, String> {
        let document = work.document.as_ref().ok_or("there is no job document")?;
        let document: StepsDocument = document.parse().map_err(|error| error.to_string())?;
        self.device.plan(&document)
    }

    /// Passes the reports to the agent, and stores how many steps are done.
    pub(crate) fn report(&mut self, agent: &mut Agent, now: Duration) -> Result<(), ReportError> {
        while let Ok(Sent {
            id,
            is_stopped,
            report,
        }) = self.reports.try_recv()
        {
            if is_stopped.load(Ordering::Relaxed) {
                continue;
            }
            if let Report::Progress(details) = &report
                && let Some(done) = details.get("stepsDone")
            {
                agent.checkpoint(&id, done)?;
            }
            if report.is_last() {
                self.running.remove(&id);
            }
            report.pass(agent, now, &id)?;
        }
        Ok(())
    }
}
