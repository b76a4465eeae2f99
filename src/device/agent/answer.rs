//! Responses to requests that the service accepted.

use std::{collections::VecDeque, time::Duration};

use super::{
    Agent, Output, Problem, StopReason, Work,
    candidate::Candidate,
    found::{Found, id, known},
    request::{Purpose, Request, Sent},
    start::Owner,
};
use crate::device::{
    message::{GetPendingJobExecutionsResponse, UpdateJobExecutionResponse},
    queue::ExecutionId,
    types::{JobExecution, JobExecutionState, JobExecutionStatus},
};

impl Agent {
    /// Takes a request that was answered; a response ends a time of throttling.
    fn take(&mut self, at: usize) -> Request {
        self.throttled = 0;
        self.requests.remove(at)
    }

    pub(super) fn on_execution(
        &mut self,
        at: usize,
        execution: Option<&JobExecution>,
    ) -> Result<(), Problem> {
        let found = execution.map(Found::read).transpose()?;
        let request = self.take(at);
        let stated_after = (request.attempts == 0).then_some(request.sent_at);
        match request.purpose {
            Purpose::Pending => {
                let listed: Vec<_> = found.iter().map(|found| found.id.clone()).collect();
                self.asked(&listed);
                self.on_found(found, stated_after)
            }
            Purpose::LookUp(id) => {
                self.to_look_up.retain(|other| *other != id);
                self.on_found(found, stated_after)
            }
            Purpose::Check(id) => {
                self.on_checked(&id, found);
                Ok(())
            }
            Purpose::Start(_) | Purpose::Report(..) => Ok(()),
        }
    }

    /// An execution that is pending.
    fn on_found(
        &mut self,
        found: Option<Found>,
        stated_after: Option<Duration>,
    ) -> Result<(), Problem> {
        let Some(found) = found else {
            return Ok(());
        };
        if let Some(own) = self.position(&found.id) {
            self.check_soon(own);
            return Ok(());
        }
        if !self.has_room() {
            return Ok(());
        }
        match found.status {
            Some(JobExecutionStatus::Queued) => {
                let version = found.version.ok_or(Problem::IncompleteExecution)?;
                self.candidates.push(Candidate {
                    id: found.id,
                    queued_at: found.queued_at,
                    version,
                    document: found.document,
                    stated_after,
                    at: self.now,
                });
            }
            Some(JobExecutionStatus::InProgress) => self.adopt(found),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn on_listed(
        &mut self,
        at: usize,
        response: &GetPendingJobExecutionsResponse,
    ) -> Result<(), Problem> {
        let mut to_look_up = VecDeque::new();
        let mut listed = Vec::new();
        let in_progress = response.in_progress_jobs().iter().map(|job| (job, true));
        let queued = response.queued_jobs().iter().map(|job| (job, false));
        for (job, is_in_progress) in in_progress.chain(queued) {
            let id = id(job.job_id(), job.execution_number)?;
            listed.push(id.clone());
            let is_foreign = is_in_progress && self.foreign.contains(&id, job.queued_at);
            let is_candidate = self.candidates.iter().any(|candidate| candidate.id == id);
            if self.position(&id).is_none() && !is_foreign && !is_candidate {
                to_look_up.push_back(id);
            }
        }
        self.take(at);
        self.asked(&listed);
        self.to_look_up = to_look_up;
        Ok(())
    }

    fn on_checked(&mut self, id: &ExecutionId, found: Option<Found>) {
        let Some(at) = self.position(id) else {
            return;
        };
        let Some(found) = found.filter(|found| found.status.is_some()) else {
            return self.postpone(at);
        };
        let other_agent = self.owner(found.details.as_ref()) == Owner::OtherAgent;
        let poll = self.random.jitter(self.config.poll_interval);
        let Some(own) = self.executions.get_mut(at) else {
            return;
        };
        if found.id != own.id || own.is_replaced_by(found.queued_at) {
            return self.stop(at, StopReason::Deleted);
        }
        match found.status {
            Some(JobExecutionStatus::InProgress) if !other_agent => {
                own.queued_at = own.queued_at.or(found.queued_at);
                own.version = found.version.or(own.version);
                own.checked = true;
                own.check_at = self.now.saturating_add(poll);
                own.not_before = self.now;
                if own.to_resume {
                    own.to_resume = false;
                    own.renew_at(self.now);
                    self.outputs.push_back(Output::Resume(Work {
                        id: found.id,
                        document: found.document,
                        status_details: found.details,
                        checkpoint: own.checkpoint.clone(),
                    }));
                }
            }
            Some(JobExecutionStatus::InProgress | JobExecutionStatus::Queued) | None => {
                self.stop(at, StopReason::Deleted);
            }
            Some(status) => self.finish(at, &status),
        }
    }

    /// Requests the state of a started execution again later.
    pub(super) fn postpone(&mut self, at: usize) {
        let failures = self.executions.get(at).map_or(0, |own| own.failures);
        let not_before = self.now.saturating_add(self.delay(failures));
        if let Some(own) = self.executions.get_mut(at) {
            own.checked = false;
            own.failures = own.failures.saturating_add(1);
            own.not_before = not_before;
        }
    }

    pub(super) fn on_updated(
        &mut self,
        at: usize,
        response: &UpdateJobExecutionResponse,
    ) -> Result<(), Problem> {
        let state = response.execution_state();
        let status = state.and_then(JobExecutionState::status);
        if let Some(status) = status {
            known(status)?;
        }
        let version = state.and_then(JobExecutionState::version_number);
        let request = self.take(at);
        match &request.purpose {
            Purpose::Start(id) => {
                let Some(candidate) = self.take_candidate(id) else {
                    return Ok(());
                };
                if status.is_some_and(JobExecutionStatus::is_terminal) {
                    self.ask_after_failure();
                    return Ok(());
                }
                // Since it was stated, the job may have been deleted and created again.
                let waited = candidate.stated_after.map(|at| self.now.saturating_sub(at));
                let is_recent = waited.is_some_and(|waited| waited < Duration::from_secs(1));
                if request.attempts > 0 || !is_recent {
                    // The next response has what was started.
                    self.ask_anew();
                    return Ok(());
                }
                self.begin(
                    Found {
                        version: version.or(candidate.version.checked_add(1)),
                        document: response.job_document().cloned().or(candidate.document),
                        id: candidate.id,
                        queued_at: candidate.queued_at,
                        status: None,
                        details: None,
                    },
                    true,
                );
            }
            Purpose::Report(id, sent) => {
                let version = version.or_else(|| sent.expected_version?.checked_add(1));
                self.on_reported(&request, id, sent, (status, version));
            }
            Purpose::Pending | Purpose::LookUp(_) | Purpose::Check(_) => {}
        }
        Ok(())
    }

    fn on_reported(
        &mut self,
        request: &Request,
        id: &ExecutionId,
        sent: &Sent,
        (status, version): (Option<&JobExecutionStatus>, Option<i64>),
    ) {
        let Some(at) = self.position(id) else {
            return;
        };
        if let Some(status) = status.filter(|status| status.is_terminal()) {
            return self.finish(at, status);
        }
        if sent.status.is_terminal() {
            return self.finish(at, &sent.status);
        }
        if let Some(own) = self.executions.get_mut(at) {
            own.version = version;
            own.failures = 0;
            if sent.has_progress {
                own.progress = None;
            }
            own.renew_in_time(request.sent_at);
            let reported = Output::Reported(own.id.clone(), sent.status.clone());
            self.outputs.push_back(reported);
        }
    }
}
