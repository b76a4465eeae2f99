//! What can be violated.

use std::fmt;

macro_rules! rules {
    ($( $(#[$attribute:meta])+ $rule:ident = $code:literal, )+) => {
        /// What a value violates; later versions may know more.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $( $(#[$attribute])+ $rule, )+
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
        }
    };
}

rules! {
    /// A string or a blob is too short or too long.
    Length = "length",
    /// A string takes too many bytes in UTF-8.
    Bytes = "bytes",
    /// A list or a map holds too few or too many entries.
    Size = "size",
    /// A number is too small or too large.
    Range = "range",
    /// A number has too many decimals.
    Decimals = "decimals",
    /// A string does not match its pattern.
    Pattern = "pattern",
    /// A member of an operation's input is absent that must not be.
    Required = "required",
    /// An enum's value is not among those that this version knows.
    EnumValue = "enum-value",
    /// A string is not an ARN of the expected kind.
    Arn = "arn",
    /// A rate increase counts things notified or things succeeded.
    RateIncreaseOneThreshold = "rate-increase-one-threshold",
    /// A request needs something to take the job document from.
    DocumentNeeded = "document-needed",
    /// A request has a job document or the link of one.
    DocumentOnce = "document-once",
    /// A retry after a timeout needs a timer.
    RetryNeedsTimeout = "retry-needs-timeout",
    /// The retries of all types count together.
    RetriesTogether = "retries-together",
    /// Each type of failure is retried by one criterion.
    RetryTypeOnce = "retry-type-once",
    /// What happens at the end time needs an end time.
    EndBehaviorNeedsEndTime = "end-behavior-needs-end-time",
    /// Maintenance windows are for continuous jobs.
    WindowsNeedContinuous = "windows-need-continuous",
    /// A maintenance window starts by a cron expression.
    Cron = "cron",
    /// A time of a schedule is written as a date and a time.
    ScheduleFormat = "schedule-format",
    /// A schedule ends well after it starts.
    ScheduleOrder = "schedule-order",
    /// A schedule's times lie ahead, but not too far.
    ScheduleBounds = "schedule-bounds",
    /// A document is JSON text.
    Json = "json",
    /// A value has the JSON form that its member asks for, and stands there once.
    Form = "form",
    /// A document of steps says the version of the schema that devices know.
    DocumentVersion = "document-version",
    /// An action has the input that its type runs.
    ActionInput = "action-input",
    /// A command starts with a program.
    Command = "command",
    /// Devices do not read a member, or not in this form.
    DocumentIgnored = "document-ignored",
    /// An over-the-air update says how a device gets and checks each file.
    OtaUpdate = "ota-update",
    /// A placeholder is complete and one that the service knows.
    Placeholder = "placeholder",
    /// A placeholder needs a value to put in its place.
    PlaceholderValue = "placeholder-value",
    /// A parameter is one that the document or the template has.
    ParameterUnused = "parameter-unused",
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
