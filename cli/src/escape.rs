//! Untrusted text for a terminal and for the log of a CI job.

/// Replaces control characters and invisible or bidirectional formatting characters, each by one visible
/// character, and the first character of what a CI runner would execute anywhere in a line.
pub(crate) fn escape_control(text: &str) -> String {
    let escaped = |(offset, c)| {
        let rest = text.get(offset..).unwrap_or_default();
        if is_logging_command(rest) {
            '\u{fffd}'
        } else {
            visible(c)
        }
    };
    text.char_indices().map(escaped).collect()
}

/// Whether a line that starts with this text is a workflow command of GitHub Actions, `::command::data`.
pub(crate) fn is_workflow_command(text: &str) -> bool {
    text.trim_start().starts_with("::")
}

/// Whether a text starts with `##[`, of GitHub Actions and Azure Pipelines, or with `##vso[`.
fn is_logging_command(text: &str) -> bool {
    text.strip_prefix("##").is_some_and(|rest| {
        let vso = rest.get(..3).filter(|it| it.eq_ignore_ascii_case("vso"));
        let rest = vso.and_then(|vso| rest.strip_prefix(vso)).unwrap_or(rest);
        rest.starts_with('[')
    })
}

/// Whether a terminal shows a character as it is.
pub(crate) fn is_visible(c: char) -> bool {
    visible(c) == c
}

fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        // The block of control pictures has the same order as the control characters.
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::escape_control;

    #[test]
    fn only_control_and_formatting_characters_are_replaced() {
        for (text, escaped) in [
            ("jobId: é, 名前, 👍", "jobId: é, 名前, 👍"),
            ("\x1b[31m\r\u{7f}", "␛[31m␍␡"),
            ("a\tb", "a b"),
            (
                "a ##[error]b ##vso[task.x]c ##VSO[d]",
                "a \u{fffd}#[error]b \u{fffd}#vso[task.x]c \u{fffd}#VSO[d]",
            ),
            ("# ## ##vs[ ##x[", "# ## ##vs[ ##x["),
            ("###[", "#\u{fffd}#["),
            (
                "\u{9b}31m \u{202e}abc\u{feff}",
                "\u{fffd}31m \u{fffd}abc\u{fffd}",
            ),
        ] {
            assert_eq!(escape_control(text), escaped);
        }
    }
}
