//! White space of JSON text: removed or inserted, with every other byte as it was.

use super::{MAX_DEPTH, string::plain_length};

/// Valid JSON text without white space between its tokens, which stay byte for byte.
///
/// ```
/// use iot_jobs::codec;
///
/// assert_eq!(codec::compact("{ \"a b\": [1.50,\n 2] }"), r#"{"a b":[1.50,2]}"#);
/// ```
pub fn compact(text: &str) -> String {
    Tokens(text).collect()
}

/// Compact JSON text with one member or element a line, indented by two spaces a level.
///
/// Numbers and strings stay as they are, which a `serde_json::Value` in between would not guarantee. Text that is
/// nested deeper than 127 levels, which decoding rejects, is indented by 127 levels at most, so that its
/// length is proportional to that of `compact`.
///
/// ```
/// use iot_jobs::codec;
///
/// assert_eq!(codec::indent(r#"{"a":[1.50],"b":{}}"#), "{\n  \"a\": [\n    1.50\n  ],\n  \"b\": {}\n}");
/// ```
pub fn indent(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len() * 2);
    let mut depth = 0_usize;
    let mut after_open = false;
    for token in Tokens(compact) {
        let closes = matches!(token, "]" | "}");
        if closes {
            depth = depth.saturating_sub(1);
        }
        // Brackets with nothing between them stay on one line.
        if after_open != closes {
            new_line(&mut text, depth);
        }
        after_open = matches!(token, "[" | "{");
        depth += usize::from(after_open);
        text.push_str(token);
        match token {
            ":" => text.push(' '),
            "," => new_line(&mut text, depth),
            _ => {}
        }
    }
    text
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth.min(MAX_DEPTH)));
}

/// The tokens of JSON text: punctuation, strings, and whatever else is between white space.
struct Tokens<'t>(&'t str);

impl<'t> Iterator for Tokens<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let rest = self.0.trim_start_matches([' ', '\t', '\n', '\r']);
        let length = match rest.as_bytes().first()? {
            b'"' => string_length(rest.as_bytes()),
            b'{' | b'}' | b'[' | b']' | b':' | b',' => 1,
            _ => {
                let ends = |c: char| {
                    matches!(c, '"' | '{' | '}' | '[' | ']' | ':' | ',')
                        || matches!(c, ' ' | '\t' | '\n' | '\r')
                };
                rest.find(ends).unwrap_or(rest.len())
            }
        };
        let (token, rest) = rest.split_at_checked(length).unwrap_or((rest, ""));
        self.0 = rest;
        Some(token)
    }
}

/// The length of the string that a text starts with, quotes included.
fn string_length(bytes: &[u8]) -> usize {
    let mut length = 1;
    loop {
        length += plain_length(bytes.get(length..).unwrap_or_default());
        match bytes.get(length) {
            Some(b'"') => return length + 1,
            Some(b'\\') => length += 2,
            // Valid JSON has no control characters in strings.
            Some(_) => length += 1,
            None => return bytes.len(),
        }
    }
}
