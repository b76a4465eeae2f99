//! The violations of a payload that does not decode.

use crate::{
    document::Repaired,
    error::Error,
    facts::Structure,
    report::{Rule, Violation},
};

/// The violations beside this error; none if the text is not JSON.
pub(super) fn violations(
    structure: &'static Structure,
    text: &str,
    error: &Error,
    decode: &dyn Fn(&str) -> Result<Vec<Violation>, Error>,
) -> Vec<Violation> {
    let mut repaired = Repaired::new(text, structure);
    let mut violations = repaired.of_others(decode);
    violations.retain(|found| !is_between_members(found.rule));
    violations.append(&mut repaired.form);
    violations.retain(|found| found.path != *error.path());
    violations
}

/// Whether a rule compares several members, of which one may have been replaced.
fn is_between_members(rule: Rule) -> bool {
    match rule {
        Rule::DocumentNeeded
        | Rule::DocumentOnce
        | Rule::RateIncreaseOneThreshold
        | Rule::RetryNeedsTimeout
        | Rule::RetriesTogether
        | Rule::RetryTypeOnce
        | Rule::EndBehaviorNeedsEndTime
        | Rule::WindowsNeedContinuous
        | Rule::ScheduleOrder
        | Rule::TagKeyOnce
        | Rule::ActionInput
        | Rule::DocumentIgnored
        | Rule::OtaUpdate
        | Rule::PlaceholderValue
        | Rule::ParameterUnused
        | Rule::JobTimeout
        | Rule::JobAbort
        | Rule::RejectedNotRetried
        | Rule::PresignedUrlRole
        | Rule::RestartLast => true,
        Rule::Length
        | Rule::Bytes
        | Rule::Size
        | Rule::Range
        | Rule::Decimals
        | Rule::Pattern
        | Rule::Required
        | Rule::UnknownMember
        | Rule::EnumValue
        | Rule::Arn
        | Rule::DeviceStatus
        | Rule::TagKeyReserved
        | Rule::Cron
        | Rule::ScheduleFormat
        | Rule::ScheduleBounds
        | Rule::Json
        | Rule::Form
        | Rule::DocumentVersion
        | Rule::Command
        | Rule::Placeholder => false,
    }
}
