//! The start of a value as a message shows it, without what a log must not contain.

/// The start of a string in quotes: at most 32 characters, and nothing after a `?`, where presigned
/// URLs contain their signature.
pub(crate) fn quoted(value: &str) -> String {
    const LONGEST: usize = 32;
    let path = value.split_once('?').map_or(value, |(path, _)| path);
    let start = match path.char_indices().nth(LONGEST) {
        Some((end, _)) => path.get(..end).unwrap_or_default(),
        None => path,
    };
    let ellipsis = if start.len() < value.len() { "…" } else { "" };
    format!("{start:?}{ellipsis}")
}

/// The same, of at most 64 characters with its escapes, such as `\u{200b}`.
pub(crate) fn quoted_within_64(value: &str) -> String {
    const LONGEST: usize = 64;
    let mut excerpt = quoted(value);
    if let Some((cut, _)) = excerpt.char_indices().nth(LONGEST - 1)
        && excerpt.chars().nth(LONGEST).is_some()
    {
        excerpt.truncate(cut);
        excerpt.push('…');
    }
    excerpt
}

/// The start of a text without quotes: at most 64 characters, and nothing after a `?`.
pub(crate) fn unquoted(text: &str) -> String {
    const LONGEST: usize = 64;
    let path = text.split_once('?').map_or(text, |(path, _)| path);
    let mut start: String = path.chars().take(LONGEST).collect();
    if start.len() < text.len() {
        let last = start.char_indices().nth(LONGEST - 1);
        start.truncate(last.map_or(start.len(), |(end, _)| end));
        start.push('…');
    }
    start
}

/// The start of a message of the service: 256 characters, with the queries of URLs left out.
pub(crate) fn service_message(message: &str) -> String {
    const LONGEST: usize = 256;
    let ends_query = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>' | ')');
    let mut excerpt = String::new();
    let mut rest = message;
    // A question mark at the end of a word ends a question.
    while let Some((before, query)) = rest.split_once('?') {
        excerpt.push_str(before);
        excerpt.push('?');
        let end = query.find(ends_query).unwrap_or(query.len());
        if end > 0 {
            excerpt.push('…');
        }
        rest = query.get(end..).unwrap_or_default();
    }
    excerpt.push_str(rest);
    if let Some((end, _)) = excerpt.char_indices().nth(LONGEST) {
        excerpt.truncate(end);
        excerpt.push('…');
    }
    excerpt
}

/// A JSON value by its type and, for scalars, its start.
pub(crate) fn describe_json(json: &str) -> String {
    match json.as_bytes().first() {
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "an array".to_owned(),
        Some(b'n') => "null".to_owned(),
        Some(b't' | b'f') => format!("boolean {json}"),
        Some(b'"') => {
            let content: Result<String, _> = serde_json::from_str(json);
            format!("string {}", quoted(&content.unwrap_or_default()))
        }
        Some(_) => format!("number {}", quoted(json).replace('"', "")),
        None => "nothing".to_owned(),
    }
}

/// A number: very large and very small ones with an exponent.
pub(crate) fn number(number: f64) -> String {
    if number == 0.0 || (1e-7..1e21).contains(&number.abs()) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}
