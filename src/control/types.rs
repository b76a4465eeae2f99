//! The structures and enums of the control plane.

mod abort_config;
pub mod error;
mod job;
mod job_execution;
mod job_execution_status;
mod job_execution_summary;
mod job_process_details;
mod job_status;
mod job_summary;
mod job_template_summary;
mod managed_job_template;
mod presigned_url_config;
mod retry_config;
mod rollout_config;
mod scheduling_config;
mod tag;
mod target_selection;
mod timeout_config;

iot_jobs_macros::shapes! {
    sdk aws_sdk_iot::types;
    abort_config: AbortConfig, AbortCriteria, enum AbortAction, enum JobExecutionFailureType;
    job: Job;
    job_execution: JobExecution, JobExecutionStatusDetails;
    job_execution_status: enum JobExecutionStatus;
    job_execution_summary: JobExecutionSummary, JobExecutionSummaryForJob, JobExecutionSummaryForThing;
    job_process_details: JobProcessDetails;
    job_status: enum JobStatus;
    job_summary: JobSummary;
    job_template_summary: JobTemplateSummary;
    managed_job_template: ManagedJobTemplateSummary, DocumentParameter;
    presigned_url_config: PresignedUrlConfig;
    retry_config: JobExecutionsRetryConfig, RetryCriteria, enum RetryableFailureType;
    rollout_config: JobExecutionsRolloutConfig, ExponentialRolloutRate, RateIncreaseCriteria;
    scheduling_config: SchedulingConfig, MaintenanceWindow, ScheduledJobRollout, enum JobEndBehavior;
    tag: Tag;
    target_selection: enum TargetSelection;
    timeout_config: TimeoutConfig;
}
