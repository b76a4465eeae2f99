//! The payloads that devices and the service publish over MQTT.
//!
//! Job documents are JSON values here. Every member except `status` of an update may be absent.
//!
//! # The members of an update
//!
//! An [`UpdateJobExecutionRequest`] requires `status` only. Set `expected_version` so that the service
//! rejects the update, and returns the current state, if the execution has changed in the meantime.
//! Set `execution_number` if it is known: a job may have several executions on a thing.
//!
//! ```
//! use iot_jobs::{
//!     codec,
//!     device::{message::UpdateJobExecutionRequest, types::JobExecutionStatus},
//! };
//!
//! let minimal = UpdateJobExecutionRequest::builder()
//!     .status(JobExecutionStatus::Succeeded)
//!     .build()?;
//! assert_eq!(codec::to_string(&minimal)?, r#"{"status":"SUCCEEDED"}"#);
//!
//! let guarded = UpdateJobExecutionRequest::builder()
//!     .status(JobExecutionStatus::InProgress)
//!     .status_details("progress", "50%")
//!     .expected_version(1)
//!     .execution_number(1)
//!     .build()?;
//! assert_eq!(
//!     codec::to_string(&guarded)?,
//!     r#"{"status":"IN_PROGRESS","statusDetails":{"progress":"50%"},"expectedVersion":1,"executionNumber":1}"#
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod any;
mod client_token;
mod describe_job_execution;
mod error_response;
mod executions;
mod get_pending_job_executions;
mod job_executions_changed;
mod next_job_execution_changed;
mod publish;
mod start_next_pending_job_execution;
#[cfg(feature = "proptest")]
pub mod strategy;
mod update_job_execution;

pub(crate) use self::any::REQUESTS;
pub(super) use self::executions::{Executions, Named, StatesExecutions};
pub use self::{any::Message, client_token::client_token, publish::Publish};

iot_jobs_macros::shapes! {
    describe_job_execution: DescribeJobExecutionRequest, DescribeJobExecutionResponse;
    error_response: ErrorResponse, enum ErrorCode;
    get_pending_job_executions: GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse;
    job_executions_changed: JobExecutionsChanged;
    next_job_execution_changed: NextJobExecutionChanged;
    start_next_pending_job_execution: StartNextPendingJobExecutionRequest, StartNextPendingJobExecutionResponse;
    update_job_execution: UpdateJobExecutionRequest, UpdateJobExecutionResponse;
}
