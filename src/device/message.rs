//! What a device and the service send each other over MQTT.
//!
//! Job documents travel as JSON values here. Every member but `status` of an update may be absent.
//!
//! # What an update must hold
//!
//! Of an [`UpdateJobExecutionRequest`] only `status` must be sent. `expected_version` guards against
//! changes the device has not heard of: with any other version the service refuses and tells the
//! state it has. `execution_number` picks one of several executions of the job, and should go along
//! wherever it is known.
//!
//! ```
//! use iot_jobs::{
//!     codec,
//!     device::{message::UpdateJobExecutionRequest, types::JobExecutionStatus},
//! };
//!
//! let least = UpdateJobExecutionRequest::builder()
//!     .status(JobExecutionStatus::Succeeded)
//!     .build()?;
//! assert_eq!(codec::to_string(&least)?, r#"{"status":"SUCCEEDED"}"#);
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

mod client_token;
mod decode;
mod describe_job_execution;
mod error_response;
mod get_pending_job_executions;
mod job_executions_changed;
mod next_job_execution_changed;
mod request;
mod start_next_pending_job_execution;
mod update_job_execution;

pub use self::{client_token::client_token, decode::Message, request::Publish};

iot_jobs_macros::shapes! {
    describe_job_execution: DescribeJobExecutionRequest, DescribeJobExecutionResponse;
    error_response: ErrorResponse, enum ErrorCode;
    get_pending_job_executions: GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse;
    job_executions_changed: JobExecutionsChanged;
    next_job_execution_changed: NextJobExecutionChanged;
    start_next_pending_job_execution: StartNextPendingJobExecutionRequest, StartNextPendingJobExecutionResponse;
    update_job_execution: UpdateJobExecutionRequest, UpdateJobExecutionResponse;
}
