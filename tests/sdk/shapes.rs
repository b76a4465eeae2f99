//! Every shape and enum, into the AWS SDK's type and back.

use iot_jobs::catalog;

use crate::operations;

/// A test for each structure.
macro_rules! structures {
    ($test:ident: $plane:ident, $ours:path, $sdk:path; $($name:ident,)+) => {
        mod $test {
            pub(super) const NAMES: &[&str] = &[$(stringify!($name)),+];

            #[test]
            fn are_the_same_after_conversion_and_back() {
                use $ours as ours;
                use $sdk as sdk;
                $(crate::values::check::<ours::$name, sdk::$name>(crate::losses::Plane::$plane);)+
            }
        }
    };
}

structures! {
    structures_of_the_control_plane: Control, iot_jobs::control::types, aws_sdk_iot::types;
    AbortConfig,
    AbortCriteria,
    Job,
    JobExecution,
    JobExecutionStatusDetails,
    JobExecutionSummary,
    JobExecutionSummaryForJob,
    JobExecutionSummaryForThing,
    JobProcessDetails,
    JobSummary,
    JobTemplateSummary,
    ManagedJobTemplateSummary,
    DocumentParameter,
    PresignedUrlConfig,
    JobExecutionsRetryConfig,
    RetryCriteria,
    JobExecutionsRolloutConfig,
    ExponentialRolloutRate,
    RateIncreaseCriteria,
    SchedulingConfig,
    MaintenanceWindow,
    ScheduledJobRollout,
    Tag,
    TimeoutConfig,
}

structures! {
    exceptions_of_the_control_plane: Control, iot_jobs::control::types::error, aws_sdk_iot::types::error;
    ConflictException,
    InternalFailureException,
    InternalServerException,
    InvalidRequestException,
    InvalidStateTransitionException,
    LimitExceededException,
    ResourceAlreadyExistsException,
    ResourceNotFoundException,
    ServiceUnavailableException,
    ThrottlingException,
    VersionConflictException,
}

structures! {
    structures_of_the_data_plane: Device, iot_jobs::device::types, aws_sdk_iotjobsdataplane::types;
    CommandParameterValue,
    JobExecution,
    JobExecutionState,
    JobExecutionSummary,
}

structures! {
    exceptions_of_the_data_plane: Device, iot_jobs::device::types::error, aws_sdk_iotjobsdataplane::types::error;
    CertificateValidationException,
    ConflictException,
    InternalServerException,
    InvalidRequestException,
    InvalidStateTransitionException,
    ResourceNotFoundException,
    ServiceQuotaExceededException,
    ServiceUnavailableException,
    TerminalStateException,
    ThrottlingException,
    ValidationException,
}

/// So a shape without a test of its conversions fails here.
#[test]
fn every_shape_of_both_planes_is_tested() {
    let planes = [
        (
            "",
            structures_of_the_control_plane::NAMES,
            exceptions_of_the_control_plane::NAMES,
            operations::control::NAMES,
        ),
        (
            "device.",
            structures_of_the_data_plane::NAMES,
            exceptions_of_the_data_plane::NAMES,
            operations::device::NAMES,
        ),
    ];
    let mut tested = Vec::new();
    for (prefix, structures, exceptions, operations) in planes {
        let names = [structures, exceptions]
            .concat()
            .into_iter()
            .map(ToOwned::to_owned);
        let operations = operations.iter();
        let operations =
            operations.flat_map(|name| [format!("{name}Request"), format!("{name}Response")]);
        tested.extend(
            names
                .chain(operations)
                .map(|name| format!("{prefix}{name}")),
        );
    }
    tested.sort_unstable();
    let others = ["mqtt.", "event.", "document."];
    let declared = catalog::shapes().map(|entry| entry.name());
    let mut declared: Vec<_> = declared
        .filter(|name| !others.iter().any(|prefix| name.starts_with(prefix)))
        .collect();
    declared.sort_unstable();
    assert_eq!(tested, declared);
    assert_eq!(tested.len(), 98);
}

/// Every value of an enum, and one that no version knows.
macro_rules! enums {
    ($test:ident: $ours:path, $sdk:path; $($name:ident,)+) => {
        #[test]
        fn $test() {
            use $ours as ours;
            use $sdk as sdk;
            $(
                let mut values = ours::$name::values().to_vec();
                assert_eq!(sorted(&values), sorted(sdk::$name::values()));
                values.extend(["NEW_VALUE", ""]);
                for text in values {
                    let value = ours::$name::from(text);
                    let there = sdk::$name::from(value.clone());
                    assert_eq!(there, sdk::$name::from(text));
                    assert_eq!((there.as_str(), ours::$name::from(there.clone())), (text, value));
                }
            )+
        }
    };
}

fn sorted<'a>(values: &[&'a str]) -> Vec<&'a str> {
    let mut values = values.to_vec();
    values.sort_unstable();
    values
}

enums! {
    enums_of_the_control_plane: iot_jobs::control::types, aws_sdk_iot::types;
    AbortAction,
    JobExecutionFailureType,
    JobExecutionStatus,
    JobStatus,
    RetryableFailureType,
    JobEndBehavior,
    TargetSelection,
}

enums! {
    enums_of_the_data_plane: iot_jobs::device::types, aws_sdk_iotjobsdataplane::types;
    JobExecutionStatus,
}
