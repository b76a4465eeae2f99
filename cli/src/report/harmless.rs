//! Text that a terminal shows and does not obey.

/// A text with its control characters, and those that turn or hide what stands beside them, replaced
/// by visible ones, each by one.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The character that stands for one of a foreign text.
pub(super) fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        // The control pictures stand in the order of what they picture.
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
    use super::harmless;

    #[test]
    fn only_what_a_terminal_obeys_is_replaced() {
        for (text, shown) in [
            ("jobId: é, 名前, 👍", "jobId: é, 名前, 👍"),
            ("\x1b[31m\r\u{7f}", "␛[31m␍␡"),
            ("a\tb", "a b"),
            (
                "\u{9b}31m \u{202e}abc\u{feff}",
                "\u{fffd}31m \u{fffd}abc\u{fffd}",
            ),
        ] {
            assert_eq!(harmless(text), shown);
        }
    }
}
