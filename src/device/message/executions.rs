//! What the payloads of the service state about executions.

use crate::{
    device::types::{JobExecution, JobExecutionStatus, JobExecutionSummary},
    primitives::DateTime,
};

/// A payload that states which executions of a thing are pending.
pub(in crate::device) trait StatesExecutions {
    /// What the payload states; `None` if it has no member with executions.
    fn executions(&self) -> Option<Executions<'_>>;
}

/// The executions in a payload, and when the service sent it.
pub(in crate::device) enum Executions<'m> {
    /// The pending executions with their states.
    List {
        sent_at: Option<DateTime>,
        executions: Vec<(&'m JobExecutionStatus, &'m JobExecutionSummary)>,
    },
    /// The next pending execution; `None` if no execution is pending.
    Next(Named<'m>),
    /// The execution that a request of this device started or continued; `None` if none is pending.
    Started(Named<'m>),
    /// Some execution, which may be the next one; `None` if no execution is pending.
    Described(Named<'m>),
}

/// An execution in a payload, and when the service sent it.
#[derive(Clone, Copy)]
pub(in crate::device) struct Named<'m> {
    pub(in crate::device) sent_at: Option<DateTime>,
    pub(in crate::device) execution: Option<&'m JobExecution>,
}
