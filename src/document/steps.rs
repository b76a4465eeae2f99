//! Documents of steps, which the AWS IoT Device Client runs and the managed templates use.

use iot_jobs_macros::shape;

use super::{LenientBoolean, lenient};
use crate::{
    path::Path,
    validate::{Finding, Report, Rule, shortened},
};

mod action;
mod condition;

pub use self::{
    action::{Action, ActionBuilder, ActionInput, ActionInputBuilder, ActionType},
    condition::{Condition, ConditionBuilder, ConditionType},
};

/// A document of steps that a device takes one after the other.
#[shape]
pub struct StepsDocument {
    /// The version of this schema, `1.0`.
    #[shape(DOCUMENT_TEXT, rule = version)]
    pub version: String,
    /// Whether the status details show what the steps print on standard output.
    #[shape(rule = include_std_out)]
    pub include_std_out: Option<LenientBoolean>,
    /// What must hold of a device for it to take the steps.
    pub conditions: Option<Vec<Condition>>,
    /// What the device does, in this order: at least one step.
    #[shape(DOCUMENT_STEPS)]
    pub steps: Vec<Step>,
    /// What the device does in the end, after the steps succeeded.
    pub final_step: Option<Step>,
}

/// A step of a document.
#[shape]
pub struct Step {
    /// What the device does.
    pub action: Action,
}

impl StepsDocument {
    /// The version of the schema that devices are known to run.
    pub(crate) const VERSION: &str = "1.0";
}

fn version(document: &StepsDocument, at: &Path<'_>, report: &mut Report) {
    const KNOWN: &str = StepsDocument::VERSION;
    if document.version != KNOWN && !document.version.is_empty() {
        let value = shortened(&document.version);
        let message = format!("{value} is not a version that devices are known to run: {KNOWN} is");
        let finding = Finding::warning(Rule::DocumentVersion, message);
        report.add(at, finding.value(value).limit(KNOWN));
    }
}

fn include_std_out(document: &StepsDocument, at: &Path<'_>, report: &mut Report) {
    lenient::boolean_in_string(document.include_std_out.as_ref(), at, report);
}
