//! Error responses.

use super::{
    Agent, Output, Problem, StopReason,
    found::known,
    reaction::Reaction,
    request::{Purpose, Sent},
    start::Owner,
};
use crate::device::{
    message::ErrorResponse,
    queue::ExecutionId,
    types::{JobExecutionState, JobExecutionStatus},
};

impl Agent {
    pub(super) fn on_rejected(&mut self, at: usize, error: &ErrorResponse) -> Result<(), Problem> {
        let state = error.execution_state();
        if let Some(status) = state.and_then(JobExecutionState::status) {
            known(status)?;
        }
        let code = error.code().ok_or(Problem::UnknownCode(None))?;
        let reaction = Reaction::to(code);
        match reaction {
            Reaction::Ignore => return Err(Problem::UnknownCode(Some(code.clone()))),
            Reaction::Repeat | Reaction::SlowDown => {
                self.repeat_later(at, reaction);
                return Ok(());
            }
            Reaction::GiveUp => self
                .outputs
                .push_back(Output::Problem(Problem::InvalidRequest {
                    code: code.clone(),
                    message: error.message.clone(),
                })),
            Reaction::UseState | Reaction::Deleted | Reaction::Ended => {}
        }
        self.throttled = 0;
        match self.requests.remove(at).purpose {
            Purpose::Pending => self.ask_rejected(reaction),
            Purpose::LookUp(id) => self.to_look_up.retain(|other| *other != id),
            Purpose::Check(id) => self.check_rejected(&id, reaction),
            Purpose::Start(id) => self.start_rejected(&id, reaction, state),
            Purpose::Report(id, sent) => self.report_rejected(&id, &sent, reaction, state),
        }
        Ok(())
    }

    fn repeat_later(&mut self, at: usize, reaction: Reaction) {
        let attempts = if reaction == Reaction::SlowDown {
            self.throttled = self.throttled.saturating_add(1);
            self.throttled
        } else {
            let request = self.requests.get(at);
            request.map_or(0, |request| request.attempts)
        };
        let repeat_at = self.now.saturating_add(self.delay(attempts));
        if reaction == Reaction::SlowDown {
            self.throttled_until = self.throttled_until.max(repeat_at);
        }
        if let Some(request) = self.requests.get_mut(at) {
            request.repeat_at = repeat_at;
        }
    }

    fn ask_rejected(&mut self, reaction: Reaction) {
        match reaction {
            Reaction::Deleted => self.asked(&[]),
            Reaction::GiveUp => self.ask_at = self.now.saturating_add(self.config.longest_delay),
            _ => self.ask_after_failure(),
        }
    }

    fn check_rejected(&mut self, id: &ExecutionId, reaction: Reaction) {
        let Some(at) = self.position(id) else {
            return;
        };
        match reaction {
            Reaction::Deleted => self.stop(at, StopReason::Deleted),
            Reaction::Ended => match self.executions.get_mut(at) {
                // The error response to the report has the state.
                Some(own) if own.end.is_some() => {
                    own.checked = true;
                    own.check_at = self.now.saturating_add(self.config.poll_interval);
                }
                _ => self.stop(at, StopReason::Ended),
            },
            Reaction::GiveUp => {
                self.postpone(at);
                if let Some(own) = self.executions.get_mut(at) {
                    own.not_before = self.now.saturating_add(self.config.longest_delay);
                }
            }
            _ => self.postpone(at),
        }
    }

    fn start_rejected(
        &mut self,
        id: &ExecutionId,
        reaction: Reaction,
        state: Option<&JobExecutionState>,
    ) {
        let Some(candidate) = self.take_candidate(id) else {
            return;
        };
        let in_progress =
            state.filter(|state| state.status == Some(JobExecutionStatus::InProgress));
        match in_progress.map(|state| self.owner(state.status_details.as_ref())) {
            // The response to an earlier attempt was lost; the response to the next request has the document.
            Some(Owner::ThisProcess) => {
                self.ask_anew();
                return;
            }
            Some(Owner::OtherAgent) => self.foreign.add(candidate.id, candidate.queued_at),
            Some(Owner::ThisAgent | Owner::Unknown) | None => {}
        }
        self.ask_after_failure();
        if reaction == Reaction::GiveUp {
            self.ask_at = self.now.saturating_add(self.config.longest_delay);
        }
    }

    fn report_rejected(
        &mut self,
        id: &ExecutionId,
        sent: &Sent,
        reaction: Reaction,
        state: Option<&JobExecutionState>,
    ) {
        let Some(at) = self.position(id) else {
            return;
        };
        let status = state.and_then(JobExecutionState::status);
        match (reaction, status) {
            (_, Some(status)) if status.is_terminal() => self.finish(at, status),
            (Reaction::Deleted, _) => self.stop(at, StopReason::Deleted),
            (Reaction::Ended, _) => self.stop(at, StopReason::Ended),
            (Reaction::GiveUp, _) => self.report_invalid(at, sent),
            (_, Some(JobExecutionStatus::InProgress)) => self.report_again(at, state),
            // Without a state in progress: the state is requested before the report is sent again.
            _ => self.postpone(at),
        }
    }

    /// Sends the report with the version that the service has.
    fn report_again(&mut self, at: usize, state: Option<&JobExecutionState>) {
        let details = state.and_then(JobExecutionState::status_details);
        if self.owner(details) == Owner::OtherAgent {
            return self.stop(at, StopReason::Deleted);
        }
        let version = state.and_then(JobExecutionState::version_number);
        let Some(own) = self.executions.get(at) else {
            return;
        };
        // A lower version is that of another execution, of the job that was created again.
        if version <= own.version || own.failures > 0 {
            return self.postpone(at);
        }
        if let Some(own) = self.executions.get_mut(at) {
            own.version = version;
            own.failures = own.failures.saturating_add(1);
        }
    }

    fn report_invalid(&mut self, at: usize, sent: &Sent) {
        let delay = self.delay(0);
        let Some(own) = self.executions.get_mut(at) else {
            return;
        };
        match &mut own.end {
            Some(end) if end.details.is_some() => {
                end.details = None;
                own.not_before = self.now.saturating_add(delay);
                self.changed = true;
            }
            Some(_) => {
                own.checked = false;
                own.not_before = self.now.saturating_add(self.config.longest_delay);
            }
            None => {
                if sent.has_progress {
                    own.progress = None;
                }
                let later = self.now.saturating_add(self.config.longest_delay);
                own.renew_at(later);
            }
        }
    }
}
