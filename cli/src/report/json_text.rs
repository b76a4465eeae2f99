//! JSON for the log of a CI job.

use std::borrow::Cow;

/// JSON without the starts of logging commands, which CI runners execute anywhere in a line: `##[` and `##vso[`.
///
/// In JSON text `#` is only in strings. Commands of the form `::command::` start a line, which JSON does not.
pub(super) fn without_logging_commands(json: &str) -> Cow<'_, str> {
    if json.contains("##") {
        json.replace("##", r"#\u0023").into()
    } else {
        json.into()
    }
}
