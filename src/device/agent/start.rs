//! How the agent's executions start and end.

use super::{
    Agent, Output, StatusDetails, StopReason, Style, Work, candidate::Candidate,
    execution::Execution, found::Found, send::CLAIMED_BY,
};
use crate::device::{queue::ExecutionId, types::JobExecutionStatus};

/// Who started an execution, by its status details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// This process.
    ThisProcess,
    /// An earlier process of this agent.
    ThisAgent,
    OtherAgent,
    Unknown,
}

impl Agent {
    pub(super) fn owner(&self, details: Option<&StatusDetails>) -> Owner {
        let claim = details.and_then(|details| details.get(CLAIMED_BY));
        match claim.and_then(|claim| claim.rsplit_once(' ')) {
            None => Owner::Unknown,
            Some((name, process)) if name == self.config.name => {
                if process == self.process {
                    Owner::ThisProcess
                } else {
                    Owner::ThisAgent
                }
            }
            Some(_) => Owner::OtherAgent,
        }
    }

    /// Takes an execution in progress that the agent does not know, if it has started it.
    pub(super) fn adopt(&mut self, found: Found) {
        match self.owner(found.details.as_ref()) {
            // The response to its start was lost, so it has not begun.
            Owner::ThisProcess => self.begin(found, true),
            // If the process had begun it, it would be in the stored state.
            Owner::ThisAgent => self.begin(found, self.had_state),
            Owner::Unknown if self.has_replaced_claim(&found) => self.begin(found, true),
            Owner::OtherAgent | Owner::Unknown if self.config.resume_unknown => {
                self.begin(found, false);
            }
            Owner::OtherAgent | Owner::Unknown => self.foreign.add(found.id, found.queued_at),
        }
    }

    /// Whether this agent sent a start of the execution, and a late report by it about an earlier execution with the
    /// same identifier has replaced the claim; several agents of one thing use `Pending`, where this does not show
    /// which one started it.
    fn has_replaced_claim(&self, found: &Found) -> bool {
        let is_started = match self.config.effective_style() {
            Style::Next => self.started.contains(&found.id, found.queued_at),
            Style::StartNext => true,
            Style::Pending => false,
        };
        let known = found.queued_at.zip(found.details.as_ref());
        is_started
            && !self.foreign.contains(&found.id, found.queued_at)
            && !self.ended.contains(&found.id, found.queued_at)
            && known.is_some_and(|(queued_at, details)| {
                self.sent_progress
                    .is_of_another(&found.id, queued_at, details)
            })
    }

    /// Begins or resumes an execution that the agent has started.
    pub(super) fn begin(&mut self, found: Found, is_new: bool) {
        let mut execution = Execution::new(found.id.clone(), found.queued_at);
        execution.version = found.version;
        execution.checked = true;
        execution.checked_at = self.now;
        execution.check_at = self
            .now
            .saturating_add(self.random.jitter(self.config.poll_interval));
        execution.step_timeout = self.config.step_timeout;
        if is_new {
            execution.renew_in_time(self.now);
        } else {
            execution.renew_at(self.now);
        }
        self.executions.push(execution);
        self.changed = true;
        let work = Work {
            id: found.id,
            document: found.document,
            status_details: found.details,
            checkpoint: None,
        };
        self.outputs.push_back(if is_new {
            Output::Begin(work)
        } else {
            Output::Resume(work)
        });
        self.ask_failures = 0;
        self.ask_anew();
    }

    pub(super) fn take_candidate(&mut self, id: &ExecutionId) -> Option<Candidate> {
        let mut candidates = self.candidates.iter();
        let at = candidates.position(|candidate| candidate.id == *id)?;
        Some(self.candidates.remove(at))
    }

    pub(super) fn position(&self, id: &ExecutionId) -> Option<usize> {
        let mut executions = self.executions.iter();
        executions.position(|execution| execution.id == *id)
    }

    /// The execution is in this terminal state, or has the end that the agent reported.
    pub(super) fn finish(&mut self, at: usize, status: &JobExecutionStatus) {
        let end = self.executions.get(at).and_then(|own| own.end.as_ref());
        if end.is_some_and(|end| end.status == *status) {
            if let Some(own) = self.remove(at) {
                self.outputs
                    .push_back(Output::Reported(own.id, status.clone()));
            }
        } else if let Some(reason) = StopReason::of(status) {
            self.stop(at, reason);
        }
    }

    pub(super) fn stop(&mut self, at: usize, reason: StopReason) {
        if let Some(own) = self.remove(at) {
            self.outputs.push_back(if own.end.is_some() {
                Output::Discarded(own.id, reason)
            } else {
                Output::Stop(own.id, reason)
            });
        }
    }

    fn remove(&mut self, at: usize) -> Option<Execution> {
        if at >= self.executions.len() {
            return None;
        }
        let own = self.executions.remove(at);
        self.requests
            .retain(|request| request.purpose.id() != Some(&own.id));
        // The response may be older than the end.
        self.stop_asking();
        self.ended.add(own.id.clone(), own.queued_at);
        self.changed = true;
        self.ask_soon();
        Some(own)
    }
}
