//! What the work of an execution reports.

use std::time::Duration;

use iot_jobs::device::{
    agent::{Agent, ReportError, StatusDetails},
    queue::ExecutionId,
};

/// What the work of an execution reports, each with status details.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Report {
    Progress(StatusDetails),
    Succeeded(StatusDetails),
    Failed(StatusDetails),
    Rejected(StatusDetails),
}

impl Report {
    /// Whether the execution ends with it.
    pub(crate) const fn is_last(&self) -> bool {
        !matches!(self, Self::Progress(_))
    }

    /// Passes the report to the agent, without its details if the service would reject them: they may be of any text.
    pub(crate) fn pass(
        mut self,
        agent: &mut Agent,
        now: Duration,
        id: &ExecutionId,
    ) -> Result<(), ReportError> {
        let violations = match self.clone().send(agent, now, id) {
            Err(ReportError::Invalid(violations)) => violations,
            passed => return passed,
        };
        eprintln!("{violations}");
        let (Self::Progress(details)
        | Self::Succeeded(details)
        | Self::Failed(details)
        | Self::Rejected(details)) = &mut self;
        details.clear();
        self.send(agent, now, id)
    }

    fn send(self, agent: &mut Agent, now: Duration, id: &ExecutionId) -> Result<(), ReportError> {
        match self {
            Self::Progress(details) => agent.progress(now, id, details),
            Self::Succeeded(details) => agent.succeeded(now, id, Some(details)),
            Self::Failed(details) => agent.failed(now, id, Some(details)),
            Self::Rejected(details) => agent.rejected(now, id, Some(details)),
        }
    }
}
