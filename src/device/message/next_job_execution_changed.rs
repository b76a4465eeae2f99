//! The notification of a changed next execution.

use iot_jobs_macros::shape;

use super::{Executions, Named, StatesExecutions};
use crate::{device::types::JobExecution, primitives::DateTime};

/// Names the thing's next pending execution, whenever it changes.
#[shape(mqtt)]
pub struct NextJobExecutionChanged {
    /// When the service sent the notification, absent outside a maintenance window.
    pub timestamp: Option<DateTime>,
    /// The next execution, absent when none is pending; without a state outside a maintenance window.
    pub execution: Option<JobExecution>,
}

impl StatesExecutions for NextJobExecutionChanged {
    fn executions(&self) -> Option<Executions<'_>> {
        Some(Executions::Next(Named {
            sent_at: self.timestamp,
            execution: self.execution.as_ref(),
        }))
    }
}
