//! JSON for the log of a CI job.

use std::{borrow::Cow, fmt::Write};

use crate::escape::is_visible;

/// JSON with escapes for what a terminal or a CI runner executes: control and formatting characters, and the second
/// `#` of `##`, since runners execute `##[` and `##vso[` anywhere in a line.
///
/// In JSON text both are only in strings. Commands of the form `::command::` start a line, which JSON does not.
pub(crate) fn for_terminals(json: &str) -> Cow<'_, str> {
    let is_plain = |c: char| is_visible(c) || c.is_ascii();
    if json.chars().all(is_plain) && !json.contains("##") {
        return json.into();
    }
    let mut escaped = String::with_capacity(json.len());
    let mut before = None;
    for c in json.chars() {
        if !is_plain(c) || (c == '#' && before == Some('#')) {
            // Each of these characters is one UTF-16 code unit.
            // Writing to a string does not fail.
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
            before = None;
        } else {
            escaped.push(c);
            before = Some(c);
        }
    }
    escaped.into()
}

#[cfg(test)]
mod tests {
    use super::for_terminals;

    #[test]
    fn only_what_is_executed_is_escaped() {
        for (json, escaped) in [
            (r#"{"a":"é # 👍"}"#, r#"{"a":"é # 👍"}"#),
            ("\"##[error] ###\"", r##""#\u0023[error] #\u0023#""##),
            (
                "[\"\u{9b}31m\u{202e}\u{2028}\"]",
                r#"["\u009b31m\u202e\u2028"]"#,
            ),
        ] {
            assert_eq!(for_terminals(json), escaped);
        }
    }
}
