//! What a device and the service send each other over MQTT.
//!
//! Job documents travel as JSON values here. Every member but `status` of an update may be absent.

mod client_token;
mod describe_job_execution;
mod error_response;
mod get_pending_job_executions;
mod job_executions_changed;
mod next_job_execution_changed;
mod start_next_pending_job_execution;
mod update_job_execution;

pub use self::client_token::client_token;

iot_jobs_macros::shapes! {
    describe_job_execution: DescribeJobExecutionRequest, DescribeJobExecutionResponse;
    error_response: ErrorResponse, enum ErrorCode;
    get_pending_job_executions: GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse;
    job_executions_changed: JobExecutionsChanged;
    next_job_execution_changed: NextJobExecutionChanged;
    start_next_pending_job_execution: StartNextPendingJobExecutionRequest, StartNextPendingJobExecutionResponse;
    update_job_execution: UpdateJobExecutionRequest, UpdateJobExecutionResponse;
}
