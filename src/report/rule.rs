//! The rules of validation.

mod advice;
mod documents;
mod explanation;
mod limits;
mod requests;
mod schedules;

use std::fmt;

pub use self::explanation::Explanation;

macro_rules! rules {
    ($( #[doc = $doc:literal] $rule:ident = $code:literal: $explanation:path, )+) => {
        /// A rule that a value can violate; later versions may add more.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $( #[doc = $doc] $rule, )+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule),+];

            /// The code of the rule, which stays the same from version to version.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$rule => $code, )+
                }
            }

            /// The rule in one sentence.
            pub const fn description(self) -> &'static str {
                match self {
                    $( Self::$rule => $doc.trim_ascii(), )+
                }
            }

            /// What the rule means and why it exists, with examples.
            pub const fn explanation(self) -> &'static Explanation {
                match self {
                    $( Self::$rule => &$explanation, )+
                }
            }
        }
    };
}

rules! {
    /// A string or a blob is too short or too long.
    Length = "length": limits::LENGTH,
    /// A string takes too many bytes in UTF-8.
    Bytes = "bytes": limits::BYTES,
    /// A list or a map has too few or too many entries.
    Size = "size": limits::SIZE,
    /// A number is too small or too large.
    Range = "range": limits::RANGE,
    /// A number has too many decimals.
    Decimals = "decimals": limits::DECIMALS,
    /// A string does not match its pattern.
    Pattern = "pattern": limits::PATTERN,
    /// A required member of an operation's input is absent.
    Required = "required": limits::REQUIRED,
    /// A member is not among those that this version knows of its shape.
    UnknownMember = "unknown-member": limits::UNKNOWN_MEMBER,
    /// An enum's value is not among those that this version knows.
    EnumValue = "enum-value": limits::ENUM_VALUE,
    /// A string is not an ARN of the expected kind, or no resource has the name in it.
    Arn = "arn": limits::ARN,
    /// A device sets only the states that the service accepts from it.
    DeviceStatus = "device-status": requests::DEVICE_STATUS,
    /// The keys that begin with `aws:` are reserved for AWS.
    TagKeyReserved = "tag-key-reserved": requests::TAG_KEY_RESERVED,
    /// Each tag has its own key.
    TagKeyOnce = "tag-key-once": requests::TAG_KEY_ONCE,
    /// A rate increase has one threshold: things notified or things succeeded.
    RateIncreaseOneThreshold = "rate-increase-one-threshold": requests::RATE_INCREASE_ONE_THRESHOLD,
    /// A request needs a job document or the name of its source.
    DocumentNeeded = "document-needed": requests::DOCUMENT_NEEDED,
    /// A request has a job document or the URL of one, not both.
    DocumentOnce = "document-once": requests::DOCUMENT_ONCE,
    /// A retry after a timeout needs a timeout configuration.
    RetryNeedsTimeout = "retry-needs-timeout": requests::RETRY_NEEDS_TIMEOUT,
    /// The retries of all failure types have one common limit.
    RetriesTogether = "retries-together": requests::RETRIES_TOGETHER,
    /// Each failure type has at most one retry criterion.
    RetryTypeOnce = "retry-type-once": requests::RETRY_TYPE_ONCE,
    /// An end behavior needs an end time.
    EndBehaviorNeedsEndTime = "end-behavior-needs-end-time": schedules::END_BEHAVIOR_NEEDS_END_TIME,
    /// Maintenance windows are for continuous jobs.
    WindowsNeedContinuous = "windows-need-continuous": schedules::WINDOWS_NEED_CONTINUOUS,
    /// A maintenance window starts by a cron expression.
    Cron = "cron": schedules::CRON,
    /// A time of a schedule is written as a date and a time.
    ScheduleFormat = "schedule-format": schedules::SCHEDULE_FORMAT,
    /// A schedule ends well after it starts.
    ScheduleOrder = "schedule-order": schedules::SCHEDULE_ORDER,
    /// The times of a schedule are within the allowed distance from now.
    ScheduleBounds = "schedule-bounds": schedules::SCHEDULE_BOUNDS,
    /// A document is JSON text.
    Json = "json": documents::JSON,
    /// A value has the JSON type of its member, and appears once.
    Form = "form": documents::FORM,
    /// A steps document has a schema version that devices support.
    DocumentVersion = "document-version": documents::DOCUMENT_VERSION,
    /// An action has the input that its type requires.
    ActionInput = "action-input": documents::ACTION_INPUT,
    /// A command starts with a program.
    Command = "command": documents::COMMAND,
    /// Devices ignore a member, or ignore it in this form.
    DocumentIgnored = "document-ignored": documents::DOCUMENT_IGNORED,
    /// An over-the-air update has what a device needs to download and verify each file.
    OtaUpdate = "ota-update": documents::OTA_UPDATE,
    /// A placeholder is complete and known to the service.
    Placeholder = "placeholder": documents::PLACEHOLDER,
    /// A placeholder needs a value.
    PlaceholderValue = "placeholder-value": documents::PLACEHOLDER_VALUE,
    /// A parameter is declared by the document or the template.
    ParameterUnused = "parameter-unused": documents::PARAMETER_UNUSED,
    /// A job has a timeout, so that no execution stays in progress without end.
    JobTimeout = "job-timeout": advice::JOB_TIMEOUT,
    /// A job for several things has criteria that abort it when too many executions fail.
    JobAbort = "job-abort": advice::JOB_ABORT,
    /// A retry does not include executions that devices reject.
    RejectedNotRetried = "rejected-not-retried": advice::REJECTED_NOT_RETRIED,
    /// A job document with presigned URLs needs a role that may read the objects.
    PresignedUrlRole = "presigned-url-role": advice::PRESIGNED_URL_ROLE,
    /// A step that restarts the device is the last one, and leaves time for the report of its result.
    RestartLast = "restart-last": advice::RESTART_LAST,
}

impl Rule {
    /// Whether the rule compares several members, of which one may be unknown.
    pub(crate) const fn compares_members(self) -> bool {
        match self {
            Self::DocumentNeeded
            | Self::DocumentOnce
            | Self::RateIncreaseOneThreshold
            | Self::RetryNeedsTimeout
            | Self::RetriesTogether
            | Self::RetryTypeOnce
            | Self::EndBehaviorNeedsEndTime
            | Self::WindowsNeedContinuous
            | Self::ScheduleOrder
            | Self::TagKeyOnce
            | Self::ActionInput
            | Self::DocumentIgnored
            | Self::OtaUpdate
            | Self::PlaceholderValue
            | Self::ParameterUnused
            | Self::JobTimeout
            | Self::JobAbort
            | Self::RejectedNotRetried
            | Self::PresignedUrlRole
            | Self::RestartLast => true,
            Self::Length
            | Self::Bytes
            | Self::Size
            | Self::Range
            | Self::Decimals
            | Self::Pattern
            | Self::Required
            | Self::UnknownMember
            | Self::EnumValue
            | Self::Arn
            | Self::DeviceStatus
            | Self::TagKeyReserved
            | Self::Cron
            | Self::ScheduleFormat
            | Self::ScheduleBounds
            | Self::Json
            | Self::Form
            | Self::DocumentVersion
            | Self::Command
            | Self::Placeholder => false,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
