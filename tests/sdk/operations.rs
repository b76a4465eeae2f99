//! Every operation against the AWS SDK's serializer and deserializers.

/// Three tests for each operation.
macro_rules! operations {
    ($plane:ident, $sdk:ident, $ours:ident;
        $($module:ident: $name:ident, $input:ident, $output:ident, $error:ident, [$($exception:ident,)+];)+
    ) => {
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),+];

        $(mod $module {
            use iot_jobs::$ours::operation::$module as ours;
            use $sdk::operation::$module as sdk;

            #[test]
            fn an_output_is_the_same_from_the_sdks_deserializer() {
                crate::outputs::check::<ours::$name, sdk::$output>(
                    crate::losses::Plane::$plane,
                    &sdk::$name::new(),
                );
            }

            #[test]
            fn an_input_gives_the_same_request_from_the_sdks_serializer() {
                crate::inputs::check::<ours::$name, sdk::$input>(&sdk::$name::new());
            }

            #[test]
            fn an_exception_is_the_same_from_the_sdks_deserializer() {
                use iot_jobs::$ours::types::error as exceptions;
                crate::exceptions::check_list::<ours::$name>(&[$(stringify!($exception)),+]);
                $(crate::exceptions::check::<exceptions::$exception, sdk::$error, _>(
                    &sdk::$name::new(),
                    |error| match error {
                        sdk::$error::$exception(exception) => Some(exception.clone()),
                        _ => None,
                    },
                );)+
            }
        })+
    };
}

pub(crate) mod control {
    operations! {
        Control, aws_sdk_iot, control;
    associate_targets_with_job: AssociateTargetsWithJob, AssociateTargetsWithJobInput, AssociateTargetsWithJobOutput, AssociateTargetsWithJobError, [
        InvalidRequestException, ResourceNotFoundException, LimitExceededException, ThrottlingException, ServiceUnavailableException,
    ];
    cancel_job: CancelJob, CancelJobInput, CancelJobOutput, CancelJobError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, LimitExceededException,
    ];
    cancel_job_execution: CancelJobExecution, CancelJobExecutionInput, CancelJobExecutionOutput, CancelJobExecutionError, [
        InvalidRequestException, InvalidStateTransitionException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, VersionConflictException,
    ];
    create_job: CreateJob, CreateJobInput, CreateJobOutput, CreateJobError, [
        InvalidRequestException, ResourceNotFoundException, ResourceAlreadyExistsException, LimitExceededException, ThrottlingException, ServiceUnavailableException,
    ];
    create_job_template: CreateJobTemplate, CreateJobTemplateInput, CreateJobTemplateOutput, CreateJobTemplateError, [
        InvalidRequestException, ResourceNotFoundException, ConflictException, LimitExceededException, ThrottlingException, InternalFailureException,
    ];
    delete_job: DeleteJob, DeleteJobInput, DeleteJobOutput, DeleteJobError, [
        InvalidRequestException, InvalidStateTransitionException, ResourceNotFoundException, LimitExceededException, ThrottlingException, ServiceUnavailableException,
    ];
    delete_job_execution: DeleteJobExecution, DeleteJobExecutionInput, DeleteJobExecutionOutput, DeleteJobExecutionError, [
        InvalidRequestException, InvalidStateTransitionException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    delete_job_template: DeleteJobTemplate, DeleteJobTemplateInput, DeleteJobTemplateOutput, DeleteJobTemplateError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalFailureException,
    ];
    describe_job: DescribeJob, DescribeJobInput, DescribeJobOutput, DescribeJobError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    describe_job_execution: DescribeJobExecution, DescribeJobExecutionInput, DescribeJobExecutionOutput, DescribeJobExecutionError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    describe_job_template: DescribeJobTemplate, DescribeJobTemplateInput, DescribeJobTemplateOutput, DescribeJobTemplateError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalFailureException,
    ];
    describe_managed_job_template: DescribeManagedJobTemplate, DescribeManagedJobTemplateInput, DescribeManagedJobTemplateOutput, DescribeManagedJobTemplateError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalServerException,
    ];
    get_job_document: GetJobDocument, GetJobDocumentInput, GetJobDocumentOutput, GetJobDocumentError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    list_job_executions_for_job: ListJobExecutionsForJob, ListJobExecutionsForJobInput, ListJobExecutionsForJobOutput, ListJobExecutionsForJobError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    list_job_executions_for_thing: ListJobExecutionsForThing, ListJobExecutionsForThingInput, ListJobExecutionsForThingOutput, ListJobExecutionsForThingError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    list_job_templates: ListJobTemplates, ListJobTemplatesInput, ListJobTemplatesOutput, ListJobTemplatesError, [
        InvalidRequestException, ThrottlingException, InternalFailureException,
    ];
    list_jobs: ListJobs, ListJobsInput, ListJobsOutput, ListJobsError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    list_managed_job_templates: ListManagedJobTemplates, ListManagedJobTemplatesInput, ListManagedJobTemplatesOutput, ListManagedJobTemplatesError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, InternalServerException,
    ];
    update_job: UpdateJob, UpdateJobInput, UpdateJobOutput, UpdateJobError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException,
    ];
    }
}

pub(crate) mod device {
    operations! {
        Device, aws_sdk_iotjobsdataplane, device;
    describe_job_execution: DescribeJobExecution, DescribeJobExecutionInput, DescribeJobExecutionOutput, DescribeJobExecutionError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException, TerminalStateException,
    ];
    get_pending_job_executions: GetPendingJobExecutions, GetPendingJobExecutionsInput, GetPendingJobExecutionsOutput, GetPendingJobExecutionsError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException,
    ];
    start_command_execution: StartCommandExecution, StartCommandExecutionInput, StartCommandExecutionOutput, StartCommandExecutionError, [
        ValidationException, ResourceNotFoundException, ConflictException, ThrottlingException, ServiceQuotaExceededException, InternalServerException,
    ];
    start_next_pending_job_execution: StartNextPendingJobExecution, StartNextPendingJobExecutionInput, StartNextPendingJobExecutionOutput, StartNextPendingJobExecutionError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException,
    ];
    update_job_execution: UpdateJobExecution, UpdateJobExecutionInput, UpdateJobExecutionOutput, UpdateJobExecutionError, [
        InvalidRequestException, ResourceNotFoundException, ThrottlingException, ServiceUnavailableException, CertificateValidationException, InvalidStateTransitionException,
    ];
    }
}
