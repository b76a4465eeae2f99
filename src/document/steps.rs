//! Documents of steps, for the AWS IoT Device Client and the managed templates.

use iot_jobs_macros::shape;

use super::{LenientBoolean, lenient};
#[cfg(feature = "proptest")]
use crate::facts::draft::{JsonTree, Members};
use crate::{
    path::PathRef,
    report::{Finding, Report, Rule},
    text,
};

mod action;
mod condition;
mod restart;

pub(crate) use self::restart::advice_on_last;
pub use self::{
    action::{Action, ActionBuilder, ActionInput, ActionInputBuilder, ActionType},
    condition::{Condition, ConditionBuilder, ConditionType},
};

/// A document of steps that a device runs in order.
#[shape(advice = restart::restart_is_last, consistency = support_version)]
pub struct StepsDocument {
    /// The version of this schema, `1.0`.
    #[shape(DOCUMENT_TEXT, rule = supported_version)]
    pub version: String,
    /// Whether the status details contain the standard output of the steps.
    #[shape(rule = include_std_out)]
    pub include_std_out: Option<LenientBoolean>,
    /// The conditions that a device must meet to run the steps.
    pub conditions: Option<Vec<Condition>>,
    /// The steps, in order: at least one.
    #[shape(DOCUMENT_STEPS)]
    pub steps: Vec<Step>,
    /// The step that runs after all others have succeeded.
    pub final_step: Option<Step>,
}

/// A step of a document.
#[shape]
pub struct Step {
    /// The action of the step.
    pub action: Action,
}

impl StepsDocument {
    /// The version of the schema that devices support.
    pub(crate) const SUPPORTED_VERSION: &str = "1.0";
}

fn supported_version(version: &str, _: &StepsDocument, at: &PathRef<'_>, report: &mut Report) {
    const SUPPORTED: &str = StepsDocument::SUPPORTED_VERSION;
    if version != SUPPORTED && !version.is_empty() {
        let value = text::quoted_within_64(version);
        let message =
            format!("devices are not known to support version {value}: write {SUPPORTED}");
        let finding = Finding::warning(Rule::DocumentVersion, message);
        report.add(at, finding.value(value).limit(SUPPORTED));
    }
}

#[cfg(feature = "proptest")]
fn support_version(members: &mut Members<'_>) {
    let version = JsonTree::string(StepsDocument::SUPPORTED_VERSION);
    members.set(StepsDocument::VERSION, version);
}

fn include_std_out(
    value: &LenientBoolean,
    _: &StepsDocument,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    lenient::expect_string(value, at, report);
}
