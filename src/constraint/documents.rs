//! The limits inside job documents, which no model of the service has.

use super::Constraint;

/// The accepted values of a condition of a document: at least 1.
pub static DOCUMENT_CONDITION_VALUES: Constraint =
    Constraint::list("DocumentConditionValues").min_length(1);
/// The files of an over-the-air update: at least 1.
pub static DOCUMENT_FILES: Constraint = Constraint::list("DocumentFiles").min_length(1);
/// The steps of a document: at least 1.
pub static DOCUMENT_STEPS: Constraint = Constraint::list("DocumentSteps").min_length(1);
/// A text that a device requires: at least 1 character.
pub static DOCUMENT_TEXT: Constraint = Constraint::string("DocumentText").min_length(1);

/// The start of every placeholder of the service.
pub(crate) const PLACEHOLDER_START: &str = "${aws:iot:";
