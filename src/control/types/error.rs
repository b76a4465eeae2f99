//! The errors that the control plane returns.

mod conflict_exception;
mod internal_failure_exception;
mod internal_server_exception;
mod invalid_request_exception;
mod invalid_state_transition_exception;
mod limit_exceeded_exception;
mod resource_already_exists_exception;
mod resource_not_found_exception;
mod service_unavailable_exception;
mod throttling_exception;
mod version_conflict_exception;

iot_jobs_macros::shapes! {
    sdk aws_sdk_iot::types::error;
    conflict_exception: ConflictException;
    internal_failure_exception: InternalFailureException;
    internal_server_exception: InternalServerException;
    invalid_request_exception: InvalidRequestException;
    invalid_state_transition_exception: InvalidStateTransitionException;
    limit_exceeded_exception: LimitExceededException;
    resource_already_exists_exception: ResourceAlreadyExistsException;
    resource_not_found_exception: ResourceNotFoundException;
    service_unavailable_exception: ServiceUnavailableException;
    throttling_exception: ThrottlingException;
    version_conflict_exception: VersionConflictException;
}
