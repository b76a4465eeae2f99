//! Untrusted text for a terminal.

/// Replaces control characters and invisible or bidirectional formatting characters, each by one visible
/// character.
pub(crate) fn escape_control(text: &str) -> String {
    text.chars().map(visible).collect()
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
                "\u{9b}31m \u{202e}abc\u{feff}",
                "\u{fffd}31m \u{fffd}abc\u{fffd}",
            ),
        ] {
            assert_eq!(escape_control(text), escaped);
        }
    }
}
