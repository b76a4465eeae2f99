//! The rules of validation.

use std::fmt;

macro_rules! rules {
    ($( #[doc = $doc:literal] $rule:ident = $code:literal, )+) => {
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
        }
    };
}

rules! {
    /// A string or a blob is too short or too long.
    Length = "length",
    /// A string takes too many bytes in UTF-8.
    Bytes = "bytes",
    /// A list or a map has too few or too many entries.
    Size = "size",
    /// A number is too small or too large.
    Range = "range",
    /// A number has too many decimals.
    Decimals = "decimals",
    /// A string does not match its pattern.
    Pattern = "pattern",
    /// A required member of an operation's input is absent.
    Required = "required",
    /// A member is not among those that this version knows of its shape.
    UnknownMember = "unknown-member",
    /// An enum's value is not among those that this version knows.
    EnumValue = "enum-value",
    /// A string is not an ARN of the expected kind, or no resource has the name in it.
    Arn = "arn",
    /// A device sets only the states that the service accepts from it.
    DeviceStatus = "device-status",
    /// The keys that begin with `aws:` are reserved for AWS.
    TagKeyReserved = "tag-key-reserved",
    /// Each tag has its own key.
    TagKeyOnce = "tag-key-once",
    /// A rate increase has one threshold: things notified or things succeeded.
    RateIncreaseOneThreshold = "rate-increase-one-threshold",
    /// A request needs a job document or the name of its source.
    DocumentNeeded = "document-needed",
    /// A request has a job document or the URL of one, not both.
    DocumentOnce = "document-once",
    /// A retry after a timeout needs a timeout configuration.
    RetryNeedsTimeout = "retry-needs-timeout",
    /// The retries of all failure types have one common limit.
    RetriesTogether = "retries-together",
    /// Each failure type has at most one retry criterion.
    RetryTypeOnce = "retry-type-once",
    /// An end behavior needs an end time.
    EndBehaviorNeedsEndTime = "end-behavior-needs-end-time",
    /// Maintenance windows are for continuous jobs.
    WindowsNeedContinuous = "windows-need-continuous",
    /// A maintenance window starts by a cron expression.
    Cron = "cron",
    /// A time of a schedule is written as a date and a time.
    ScheduleFormat = "schedule-format",
    /// A schedule ends well after it starts.
    ScheduleOrder = "schedule-order",
    /// The times of a schedule are within the allowed distance from now.
    ScheduleBounds = "schedule-bounds",
    /// A document is JSON text.
    Json = "json",
    /// A value has the JSON type of its member, and appears once.
    Form = "form",
    /// A steps document has a schema version that devices support.
    DocumentVersion = "document-version",
    /// An action has the input that its type requires.
    ActionInput = "action-input",
    /// A command starts with a program.
    Command = "command",
    /// Devices ignore a member, or ignore it in this form.
    DocumentIgnored = "document-ignored",
    /// An over-the-air update has what a device needs to download and verify each file.
    OtaUpdate = "ota-update",
    /// A placeholder is complete and known to the service.
    Placeholder = "placeholder",
    /// A placeholder needs a value.
    PlaceholderValue = "placeholder-value",
    /// A parameter is declared by the document or the template.
    ParameterUnused = "parameter-unused",
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
