//! What the service publishes on its event topics when jobs and executions end.
//!
//! Events come at least once and in no order. Their `timestamp` counts seconds, the other times
//! milliseconds.

mod any;
mod event_type;
mod job_event;
mod job_execution_event;

pub use self::any::Event;

iot_jobs_macros::shapes! {
    event_type: enum EventType;
    job_event: JobEvent, enum JobEventOperation, enum JobEventStatus;
    job_execution_event: JobExecutionEvent, enum JobExecutionEventOperation;
}
