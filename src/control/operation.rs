//! The operations of the control plane.

mod advice;
pub mod associate_targets_with_job;
pub mod cancel_job;
pub mod cancel_job_execution;
pub mod create_job;
pub mod create_job_template;
pub mod delete_job;
pub mod delete_job_execution;
pub mod delete_job_template;
pub mod describe_job;
pub mod describe_job_execution;
pub mod describe_job_template;
pub mod describe_managed_job_template;
mod document_text;
pub mod get_job_document;
pub mod list_job_executions_for_job;
pub mod list_job_executions_for_thing;
pub mod list_job_templates;
pub mod list_jobs;
pub mod list_managed_job_templates;
pub mod update_job;

iot_jobs_macros::operations! {
    sdk aws_sdk_iot::operation;
    associate_targets_with_job: AssociateTargetsWithJob;
    cancel_job: CancelJob;
    cancel_job_execution: CancelJobExecution;
    create_job: CreateJob;
    create_job_template: CreateJobTemplate;
    delete_job: DeleteJob;
    delete_job_execution: DeleteJobExecution;
    delete_job_template: DeleteJobTemplate;
    describe_job: DescribeJob;
    describe_job_execution: DescribeJobExecution;
    describe_job_template: DescribeJobTemplate;
    describe_managed_job_template: DescribeManagedJobTemplate;
    get_job_document: GetJobDocument;
    list_job_executions_for_job: ListJobExecutionsForJob;
    list_job_executions_for_thing: ListJobExecutionsForThing;
    list_job_templates: ListJobTemplates;
    list_jobs: ListJobs;
    list_managed_job_templates: ListManagedJobTemplates;
    update_job: UpdateJob;
}
