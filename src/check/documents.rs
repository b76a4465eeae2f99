//! The job documents inside payloads.

use super::{Checks, scan::EmbeddedDocument, unknown::Origin};
use crate::report::{Finding, Rule, Severity, Violation};

impl Checks {
    /// Checks a document in a payload, with paths from the payload.
    pub(super) fn embedded(
        &self,
        origin: Origin,
        document: EmbeddedDocument<'_>,
        violations: &mut Vec<Violation>,
    ) {
        let whole = if document.in_string {
            document.path.embedded()
        } else {
            document.path
        };
        match self.document(&document.text, origin) {
            Ok(found) => {
                let found = found.into_iter();
                // The limit of the member is that of the document.
                let found = found.filter(|it| it.rule != Rule::Bytes || !it.path.is_root());
                violations.extend(found.map(|it| Violation {
                    path: whole.clone().join(&it.path),
                    ..it
                }));
            }
            // Where a document can be any JSON value, a string is one.
            Err(_) if document.any_string => {}
            Err(error) => {
                let severity = match origin {
                    Origin::Input => Severity::Error,
                    _ => Severity::Warning,
                };
                let message = format!("the document is not JSON: {}", error.message());
                let finding = Finding::new(Rule::Json, severity, message);
                violations.push(finding.at(whole.join(error.path())));
            }
        }
    }
}

/// The violations of a value and those of its text. Both report a document that is not JSON: the value's severity
/// is kept, since it depends on the reason, and the text's place, which is that of the error.
pub(super) fn merge(mut of_value: Vec<Violation>, mut of_text: Vec<Violation>) -> Vec<Violation> {
    of_value.retain(|found| {
        if found.rule != Rule::Json {
            return true;
        }
        let document = found.path.clone().embedded();
        let same = of_text
            .iter_mut()
            .find(|it| it.rule == Rule::Json && it.path.starts_with(&document));
        match same {
            Some(it) => it.severity = found.severity,
            None => return true,
        }
        false
    });
    of_value.append(&mut of_text);
    of_value
}
