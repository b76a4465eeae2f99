//! The notification of another next execution.

use iot_jobs_macros::shape;

use crate::{device::types::JobExecution, primitives::DateTime};

/// Tells which execution the thing is to work on, whenever that changes.
#[shape(mqtt)]
pub struct NextJobExecutionChanged {
    /// When the service sent the notification, absent outside a maintenance window.
    pub timestamp: Option<DateTime>,
    /// The next execution, absent when the thing has nothing to do; without a state outside a
    /// maintenance window.
    pub execution: Option<JobExecution>,
}
