//! The constraints, in alphabetical order.

use super::{Constraint, Documented};

/// The criteria of an abort configuration: at least 1.
pub static ABORT_CRITERIA_LIST: Constraint = Constraint::list("AbortCriteriaList").min_length(1);
/// The percentage of executed things that must fail for an abort: 0 to 100, two decimals.
pub static ABORT_THRESHOLD_PERCENTAGE: Constraint = Constraint::double("AbortThresholdPercentage")
    .at_most(100)
    .documented(Documented::NOTHING.at_least(0).decimals(2));
/// The bytes of a binary command parameter: at least 1.
pub static BINARY_PARAMETER_VALUE: Constraint =
    Constraint::blob("BinaryParameterValue").min_length(1);
/// The token that makes a request idempotent: 1 to 64 visible ASCII characters.
pub static CLIENT_REQUEST_TOKEN_V2: Constraint = Constraint::string("ClientRequestTokenV2")
    .length(1, 64)
    .pattern(r"^[\x21-\x7E]+$");
/// The name of a command execution: 1 to 64 letters, digits, `-` and `_`.
pub static COMMAND_EXECUTION_ID: Constraint = Constraint::string("CommandExecutionId")
    .length(1, 64)
    .pattern("[a-zA-Z0-9_-]+");
/// The parameters of a command execution by name: at least 1 pair.
pub static COMMAND_EXECUTION_PARAMETER_MAP: Constraint =
    Constraint::map("CommandExecutionParameterMap")
        .min_length(1)
        .key(&COMMAND_PARAMETER_NAME);
/// The seconds that a device has to finish a command: at least 1.
pub static COMMAND_EXECUTION_TIMEOUT_IN_SECONDS: Constraint =
    Constraint::long("CommandExecutionTimeoutInSeconds").at_least(1);
/// The name of a command parameter: 1 to 192 letters, digits, `.`, `$`, `-` and `_`.
pub static COMMAND_PARAMETER_NAME: Constraint = Constraint::string("CommandParameterName")
    .length(1, 192)
    .pattern("^[.$a-zA-Z0-9_-]+$");
/// A comment on a job: 1 to 2028 characters, none in Unicode category C.
pub static COMMENT: Constraint = Constraint::string("Comment")
    .max_length(2028)
    .pattern(r"[^\p{C}]+");
/// The cron expression that starts a maintenance window: 1 to 256 characters.
pub static CRON_EXPRESSION: Constraint = Constraint::string("CronExpression").length(1, 256);
/// The job of an execution to describe: letters, digits, `-` and `_`, or `$next`.
pub static DESCRIBE_JOB_EXECUTION_JOB_ID: Constraint =
    Constraint::string("DescribeJobExecutionJobId").pattern(r"[a-zA-Z0-9_-]+|^\$next");
/// The package versions a job installs: at most 25, each a [`PACKAGE_VERSION_ARN`].
pub static DESTINATION_PACKAGE_VERSIONS: Constraint =
    Constraint::list("DestinationPackageVersions")
        .of(&PACKAGE_VERSION_ARN)
        .documented(Documented::NOTHING.at_most(25));
/// A name in the status details: 1 to 128 letters, digits, `:`, `-` and `_`.
pub static DETAILS_KEY: Constraint = Constraint::string("DetailsKey")
    .length(1, 128)
    .pattern("[a-zA-Z0-9:_-]+");
/// The status details of an execution: at most 10 pairs of [`DETAILS_KEY`] and [`DETAILS_VALUE`].
pub static DETAILS_MAP: Constraint = Constraint::map("DetailsMap")
    .entries(&DETAILS_KEY, &DETAILS_VALUE)
    .documented(Documented::NOTHING.at_most(10));
/// A value in the status details: 1 to 1024 characters, none in Unicode category C, which is advisory
/// since devices send line breaks.
pub static DETAILS_VALUE: Constraint = Constraint::string("DetailsValue")
    .min_length(1)
    .pattern(r"[^\p{C}]+")
    .documented(Documented::NOTHING.at_most(1024).advisory_pattern());
/// The length of a maintenance window, in minutes: 1 to 1430.
pub static DURATION_IN_MINUTES: Constraint =
    Constraint::integer("DurationInMinutes").range(1, 1430);
/// An environment that a managed template supports: 1 or more characters, none in Unicode category C.
pub static ENVIRONMENT: Constraint = Constraint::string("Environment").pattern(r"[^\p{C}]+");
/// The environments that a managed template supports: each an [`ENVIRONMENT`].
pub static ENVIRONMENTS: Constraint = Constraint::list("Environments").of(&ENVIRONMENT);
/// A timestamp that job events have in epoch milliseconds; the model has no shape for it.
pub static EPOCH_MILLISECONDS: Constraint =
    Constraint::timestamp("EpochMilliseconds").in_milliseconds();
/// A sample value of a document parameter: 1 or more characters, none in Unicode category C.
pub static EXAMPLE: Constraint = Constraint::string("Example").pattern(r"[^\p{C}]+");
/// The number of an execution of a job on a thing: 64 bits, digits in a string accepted.
pub static EXECUTION_NUMBER: Constraint = Constraint::long("ExecutionNumber").or_digits();
/// The version an execution must have to be changed: 64 bits, digits in a string accepted.
pub static EXPECTED_VERSION: Constraint = Constraint::long("ExpectedVersion").or_digits();
/// The seconds for which a presigned URL is valid: 60 to 3600.
pub static EXPIRES_IN_SEC: Constraint = Constraint::long("ExpiresInSec").range(60, 3600);
/// The factor by which the rate of a rollout increases: 1.1 to 5, one decimal.
pub static INCREMENT_FACTOR: Constraint = Constraint::double("IncrementFactor")
    .double_range(1.1, 5.0)
    .documented(Documented::NOTHING.decimals(1));
/// The minutes an execution may stay in progress: 1 to 10080, which is a week.
pub static IN_PROGRESS_TIMEOUT_IN_MINUTES: Constraint =
    Constraint::long("InProgressTimeoutInMinutes")
        .documented(Documented::NOTHING.at_least(1).at_most(10080));
/// What a job, template or parameter is for: 1 to 2028 characters, none in Unicode category C.
pub static JOB_DESCRIPTION: Constraint = Constraint::string("JobDescription")
    .max_length(2028)
    .pattern(r"[^\p{C}]+");
/// The text of a job document: up to 32768 characters, and up to 32768 bytes.
pub static JOB_DOCUMENT: Constraint = Constraint::string("JobDocument")
    .max_length(32768)
    .documented(Documented::NOTHING.bytes(32768));
/// The S3 URL of a job document: 1 to 1350 characters.
pub static JOB_DOCUMENT_SOURCE: Constraint =
    Constraint::string("JobDocumentSource").length(1, 1350);
/// The name of a job: 1 to 64 letters, digits, `-` and `_`.
pub static JOB_ID: Constraint = Constraint::string("JobId")
    .length(1, 64)
    .pattern("[a-zA-Z0-9_-]+");
/// The things and thing groups that a job is sent to: 1 to 100, each a [`JOB_TARGET_ARN`].
pub static JOB_TARGETS: Constraint = Constraint::list("JobTargets")
    .min_length(1)
    .of(&JOB_TARGET_ARN)
    .documented(Documented::NOTHING.at_most(100));
/// A [`TARGET_ARN`] of a thing or a thing group, to which jobs are sent.
pub static JOB_TARGET_ARN: Constraint =
    TARGET_ARN.documented(Documented::NOTHING.resources(&["thing", "thinggroup"]));
/// The ARN of a job template: `arn:` and visible ASCII, up to 1600 characters.
pub static JOB_TEMPLATE_ARN: Constraint = Constraint::string("JobTemplateArn")
    .length(1, 1600)
    .pattern("^arn:[!-~]+$");
/// The name of a job template: 1 to 64 letters, digits, `-` and `_`.
pub static JOB_TEMPLATE_ID: Constraint = Constraint::string("JobTemplateId")
    .length(1, 64)
    .pattern("[a-zA-Z0-9_-]+");
/// The maximum number of entries per page of a list: 1 to 250.
pub static LASER_MAX_RESULTS: Constraint = Constraint::integer("LaserMaxResults").range(1, 250);
/// The name of a managed template: 1 to 64 characters.
pub static MANAGED_JOB_TEMPLATE_NAME: Constraint =
    Constraint::string("ManagedJobTemplateName").length(1, 64);
/// The version of a managed template: digits other than 0, any character, digits, as in `1.0`.
pub static MANAGED_TEMPLATE_VERSION: Constraint =
    Constraint::string("ManagedTemplateVersion").pattern("^[1-9]+.[0-9]+");
/// The maximum number of things notified of a job per minute: 1 to 1000.
pub static MAX_JOB_EXECUTIONS_PER_MIN: Constraint = Constraint::integer("MaxJobExecutionsPerMin")
    .at_least(1)
    .documented(Documented::NOTHING.at_most(1000));
/// The minimum number of things that must have run a job before an abort: at least 1.
pub static MINIMUM_NUMBER_OF_EXECUTED_THINGS: Constraint =
    Constraint::integer("MinimumNumberOfExecutedThings").at_least(1);
/// The namespace of a job: 1 or more letters, digits, `-` and `_`.
pub static NAMESPACE_ID: Constraint = Constraint::string("NamespaceId").pattern("[a-zA-Z0-9_-]+");
/// The maximum number of retries after one type of failure: 0 to 10.
pub static NUMBER_OF_RETRIES: Constraint = Constraint::integer("NumberOfRetries").range(0, 10);
/// The number of things after which the rate of a rollout increases: at least 1.
pub static NUMBER_OF_THINGS: Constraint = Constraint::integer("NumberOfThings").at_least(1);
/// The ARN of a software package version: `arn:` and visible ASCII, up to 1600 characters.
pub static PACKAGE_VERSION_ARN: Constraint = Constraint::string("PackageVersionArn")
    .length(1, 1600)
    .pattern("^arn:[!-~]+$")
    .documented(Documented::NOTHING.resources(&["package"]));
/// The name of a document parameter: 1 to 128 letters, digits, `-` and `_`.
pub static PARAMETER_KEY: Constraint = Constraint::string("ParameterKey")
    .length(1, 128)
    .pattern("[a-zA-Z0-9_-]+");
/// The parameters of a job document: pairs of [`PARAMETER_KEY`] and [`PARAMETER_VALUE`].
pub static PARAMETER_MAP: Constraint =
    Constraint::map("ParameterMap").entries(&PARAMETER_KEY, &PARAMETER_VALUE);
/// The value of a document parameter: 1 to 30720 characters, none in Unicode category C.
pub static PARAMETER_VALUE: Constraint = Constraint::string("ParameterValue")
    .length(1, 30720)
    .pattern(r"[^\p{C}]+");
/// The reason code of a cancellation: 1 to 128 capitals, digits and `_`.
pub static REASON_CODE: Constraint = Constraint::string("ReasonCode")
    .max_length(128)
    .pattern(r"[\p{Upper}\p{Digit}_]+");
/// The criteria of a retry configuration: 1 or 2.
pub static RETRY_CRITERIA_LIST: Constraint = Constraint::list("RetryCriteriaList").length(1, 2);
/// The ARN of the role that grants access to the objects of presigned URLs: 20 to 2048 characters.
pub static ROLE_ARN: Constraint = Constraint::string("RoleArn").length(20, 2048);
/// The number of things notified per minute at the start of a rollout: 1 to 1000.
pub static ROLLOUT_RATE_PER_MINUTE: Constraint =
    Constraint::integer("RolloutRatePerMinute").range(1, 1000);
/// The minutes until an execution times out unless a later request sets them again: 1 to 10080, or -1
/// to clear the timer.
pub static STEP_TIMEOUT_IN_MINUTES: Constraint = Constraint::long("StepTimeoutInMinutes")
    .documented(
        Documented::NOTHING
            .at_least(1)
            .at_most(10080)
            .also_allowed(-1),
    );
/// A date and time of a schedule as text: 1 to 64 characters.
pub static STRING_DATE_TIME: Constraint = Constraint::string("StringDateTime").length(1, 64);
/// The text of a command parameter: at least 1 character.
pub static STRING_PARAMETER_VALUE: Constraint =
    Constraint::string("StringParameterValue").min_length(1);
/// The key of a tag: 1 to 128 letters, digits, spaces and any of `_.:/=+-@`.
pub static TAG_KEY: Constraint = Constraint::string("TagKey")
    .length(1, 128)
    .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$");
/// The tags of a job or a job template: at most 50.
pub static TAG_LIST: Constraint =
    Constraint::list("TagList").documented(Documented::NOTHING.at_most(50));
/// The value of a tag: up to 256 characters, possibly none.
pub static TAG_VALUE: Constraint = Constraint::string("TagValue").length(0, 256);
/// The ARN of a thing, a thing group or a device as a target: up to 2048 characters.
pub static TARGET_ARN: Constraint = Constraint::string("TargetArn").max_length(2048);
/// The generated name of a thing group: 1 to 128 letters, digits and `-`.
pub static THING_GROUP_ID: Constraint = Constraint::string("ThingGroupId")
    .length(1, 128)
    .pattern(r"[a-zA-Z0-9\-]+");
/// The name of a thing group: 1 to 128 letters, digits, `:`, `-` and `_`.
pub static THING_GROUP_NAME: Constraint = Constraint::string("ThingGroupName")
    .length(1, 128)
    .pattern("[a-zA-Z0-9:_-]+");
/// The name of a thing: 1 to 128 letters, digits, `:`, `-` and `_`.
pub static THING_NAME: Constraint = Constraint::string("ThingName")
    .length(1, 128)
    .pattern("[a-zA-Z0-9:_-]+");
/// An unsigned 64-bit command parameter in decimal: 1 to 20 digits.
pub static UNSIGNED_LONG_PARAMETER_VALUE: Constraint =
    Constraint::string("UnsignedLongParameterValue")
        .length(1, 20)
        .pattern("^[0-9]*$");
/// The version of an execution: 64 bits, digits in a string accepted.
pub static VERSION_NUMBER: Constraint = Constraint::long("VersionNumber").or_digits();
