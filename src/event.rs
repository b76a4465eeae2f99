//! The events that the service publishes when the states of jobs and executions change.
//!
//! Events are delivered at least once and in any order. Their `timestamp` is in epoch seconds, their
//! other times are in epoch milliseconds.

mod any;
pub mod envelope;
mod event_type;
mod job_event;
mod job_execution_event;
mod kind;
#[cfg(feature = "proptest")]
mod strategy;

pub use self::any::Event;

iot_jobs_macros::shapes! {
    event_type: enum EventType;
    job_event: JobEvent, enum JobEventKind, enum JobEventOperation, enum JobEventStatus;
    job_execution_event: JobExecutionEvent, enum JobExecutionEventKind, enum JobExecutionEventOperation;
}
