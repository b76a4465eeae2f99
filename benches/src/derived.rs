//! The usual alternative: serde's derive on plain structs.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

macro_rules! objects {
    ($( $name:ident { $( $member:ident: $type:ty, )* } )*) => { $(
        #[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $member: Option<$type>,
            )*
        }
    )* };
}

macro_rules! enums {
    ($( $name:ident { $( $value:ident, )* } )*) => { $(
        #[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum $name { $( $value, )* }
    )* };
}

enums! {
    TargetSelection { Continuous, Snapshot, }
    JobStatus { InProgress, Canceled, Completed, DeletionInProgress, Scheduled, }
    JobExecutionStatus {
        Queued, InProgress, Succeeded, Failed, TimedOut, Rejected, Removed, Canceled,
    }
    FailureType { Failed, Rejected, TimedOut, All, }
    AbortAction { Cancel, }
    EndBehavior { StopRollout, Cancel, ForceCancel, }
}

objects! {
    PresignedUrlConfig { role_arn: String, expires_in_sec: i64, }
    RateIncreaseCriteria {
        number_of_notified_things: i32,
        number_of_succeeded_things: i32,
    }
    ExponentialRate {
        base_rate_per_minute: i32,
        increment_factor: f64,
        rate_increase_criteria: RateIncreaseCriteria,
    }
    RolloutConfig { maximum_per_minute: i32, exponential_rate: ExponentialRate, }
    AbortCriteria {
        failure_type: FailureType,
        action: AbortAction,
        threshold_percentage: f64,
        min_number_of_executed_things: i32,
    }
    AbortConfig { criteria_list: Vec<AbortCriteria>, }
    TimeoutConfig { in_progress_timeout_in_minutes: i64, }
    RetryCriteria { failure_type: FailureType, number_of_retries: i32, }
    RetryConfig { criteria_list: Vec<RetryCriteria>, }
    MaintenanceWindow { start_time: String, duration_in_minutes: i32, }
    SchedulingConfig {
        start_time: String,
        end_time: String,
        end_behavior: EndBehavior,
        maintenance_windows: Vec<MaintenanceWindow>,
    }
    ScheduledJobRollout { start_time: String, }
    ProcessDetails {
        processing_targets: Vec<String>,
        number_of_canceled_things: i32,
        number_of_succeeded_things: i32,
        number_of_failed_things: i32,
        number_of_rejected_things: i32,
        number_of_queued_things: i32,
        number_of_in_progress_things: i32,
        number_of_removed_things: i32,
        number_of_timed_out_things: i32,
    }
    Job {
        job_arn: String,
        job_id: String,
        target_selection: TargetSelection,
        status: JobStatus,
        force_canceled: bool,
        reason_code: String,
        comment: String,
        targets: Vec<String>,
        description: String,
        presigned_url_config: PresignedUrlConfig,
        job_executions_rollout_config: RolloutConfig,
        abort_config: AbortConfig,
        created_at: f64,
        last_updated_at: f64,
        completed_at: f64,
        job_process_details: ProcessDetails,
        timeout_config: TimeoutConfig,
        namespace_id: String,
        job_template_arn: String,
        job_executions_retry_config: RetryConfig,
        document_parameters: HashMap<String, String>,
        is_concurrent: bool,
        scheduling_config: SchedulingConfig,
        scheduled_job_rollouts: Vec<ScheduledJobRollout>,
        destination_package_versions: Vec<String>,
    }
    DescribeJob { document_source: String, job: Job, }
    Summary {
        status: JobExecutionStatus,
        queued_at: f64,
        started_at: f64,
        last_updated_at: f64,
        execution_number: i64,
        retry_attempt: i32,
    }
    SummaryForJob { thing_arn: String, job_execution_summary: Summary, }
    JobExecutionsForJob { execution_summaries: Vec<SummaryForJob>, next_token: String, }
    JobSummary {
        job_arn: String,
        job_id: String,
        thing_group_id: String,
        target_selection: TargetSelection,
        status: JobStatus,
        created_at: f64,
        last_updated_at: f64,
        completed_at: f64,
        is_concurrent: bool,
    }
    Jobs { jobs: Vec<JobSummary>, next_token: String, }
    DeviceExecution {
        job_id: String,
        thing_name: String,
        status: JobExecutionStatus,
        status_details: HashMap<String, String>,
        queued_at: i64,
        started_at: i64,
        last_updated_at: i64,
        approximate_seconds_before_timed_out: i64,
        version_number: i64,
        execution_number: i64,
        job_document: serde_json::Value,
    }
    DescribedExecution { execution: DeviceExecution, }
    StatusDetails { details_map: HashMap<String, String>, }
    Execution {
        job_id: String,
        status: JobExecutionStatus,
        force_canceled: bool,
        status_details: StatusDetails,
        thing_arn: String,
        queued_at: f64,
        started_at: f64,
        last_updated_at: f64,
        execution_number: i64,
        version_number: i64,
        approximate_seconds_before_timed_out: i64,
    }
    CreateJob {
        job_id: String,
        targets: Vec<String>,
        document_source: String,
        document: String,
        description: String,
        presigned_url_config: PresignedUrlConfig,
        target_selection: TargetSelection,
        job_executions_rollout_config: RolloutConfig,
        abort_config: AbortConfig,
        timeout_config: TimeoutConfig,
        tags: Vec<Tag>,
        namespace_id: String,
        job_template_arn: String,
        job_executions_retry_config: RetryConfig,
        document_parameters: HashMap<String, String>,
        scheduling_config: SchedulingConfig,
        destination_package_versions: Vec<String>,
    }
}

/// A tag, the only one of these objects whose members start with capitals.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
pub struct Tag {
    pub key: Option<String>,
    pub value: Option<String>,
}
