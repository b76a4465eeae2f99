//! The errors of the data plane.

mod certificate_validation_exception;
mod conflict_exception;
mod internal_server_exception;
mod invalid_request_exception;
mod invalid_state_transition_exception;
mod resource_not_found_exception;
mod service_quota_exceeded_exception;
mod service_unavailable_exception;
mod terminal_state_exception;
mod throttling_exception;
mod validation_exception;

iot_jobs_macros::shapes! {
    sdk aws_sdk_iotjobsdataplane::types::error;
    certificate_validation_exception: CertificateValidationException;
    conflict_exception: ConflictException;
    internal_server_exception: InternalServerException;
    invalid_request_exception: InvalidRequestException;
    invalid_state_transition_exception: InvalidStateTransitionException;
    resource_not_found_exception: ResourceNotFoundException;
    service_quota_exceeded_exception: ServiceQuotaExceededException;
    service_unavailable_exception: ServiceUnavailableException;
    terminal_state_exception: TerminalStateException;
    throttling_exception: ThrottlingException;
    validation_exception: ValidationException;
}
