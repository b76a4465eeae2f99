//! The limits inside job documents, which no model of the service has.

use super::Constraint;

/// The answers that satisfy a condition of a document: at least 1.
pub const DOCUMENT_CONDITION_VALUES: Constraint =
    Constraint::list("DocumentConditionValues").min_length(1);
/// The files of an over-the-air update: at least 1.
pub const DOCUMENT_FILES: Constraint = Constraint::list("DocumentFiles").min_length(1);
/// The steps of a document: at least 1.
pub const DOCUMENT_STEPS: Constraint = Constraint::list("DocumentSteps").min_length(1);
/// A text that a device cannot do without: at least 1 character.
pub const DOCUMENT_TEXT: Constraint = Constraint::string("DocumentText").min_length(1);
