//! The operations of the data plane.

pub mod describe_job_execution;
pub mod get_pending_job_executions;
pub mod start_command_execution;
pub mod start_next_pending_job_execution;
pub mod update_job_execution;

iot_jobs_macros::operations! {
    sdk aws_sdk_iotjobsdataplane::operation;
    describe_job_execution: DescribeJobExecution;
    get_pending_job_executions: GetPendingJobExecutions;
    start_command_execution: StartCommandExecution;
    start_next_pending_job_execution: StartNextPendingJobExecution;
    update_job_execution: UpdateJobExecution;
}
