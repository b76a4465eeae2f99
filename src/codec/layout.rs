//! White space of JSON text: taken out or put in, with every other byte left as it came.

/// The deepest nesting of arrays and objects that is read.
pub(crate) const MAX_DEPTH: usize = 127;

/// Where a scan of JSON text stands.
#[derive(Default)]
struct Scan {
    in_string: bool,
    escaped: bool,
}

impl Scan {
    /// Takes the next byte and says whether it is part of a string, quotes included.
    fn is_text(&mut self, byte: u8) -> bool {
        if !self.in_string {
            self.in_string = byte == b'"';
            return self.in_string;
        }
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_string = false;
        }
        true
    }
}

/// Refuses valid JSON text that no decoder of values would take: a lone surrogate, or more than
/// [`MAX_DEPTH`] levels with `outer` of them open already.
pub(crate) fn check(text: &str, outer: usize) -> Result<(), &'static str> {
    // Text with few brackets in it, even inside strings, cannot be deep; counting them is much faster.
    let opening = text.bytes().filter(|byte| matches!(byte, b'[' | b'{'));
    if outer + opening.count() > MAX_DEPTH {
        check_depth(text, outer)?;
    }
    if text.contains('\\') && has_lone_surrogate(text) {
        return Err("a string with half of a surrogate pair");
    }
    Ok(())
}

fn check_depth(text: &str, outer: usize) -> Result<(), &'static str> {
    let mut scan = Scan::default();
    let mut depth = outer;
    for byte in text.bytes() {
        if scan.is_text(byte) {
            continue;
        }
        match byte {
            b'[' | b'{' => depth += 1,
            // Some other format's text may close what it did not open.
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err("nested deeper than 127 levels");
        }
    }
    Ok(())
}

/// Valid JSON text without white space between its tokens, which stay byte for byte.
///
/// ```
/// use iot_jobs::codec;
///
/// assert_eq!(codec::compact("{ \"a b\": [1.50,\n 2] }"), r#"{"a b":[1.50,2]}"#);
/// ```
pub fn compact(text: &str) -> String {
    let mut scan = Scan::default();
    // Inside a string every character stays, so only ASCII is ever judged.
    text.chars()
        .filter(|&c| {
            let byte = u8::try_from(c).unwrap_or_default();
            scan.is_text(byte) || !matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
        })
        .collect()
}

/// Whether an escape in valid JSON text names half of a surrogate pair.
fn has_lone_surrogate(text: &str) -> bool {
    let mut units = text.as_bytes();
    let mut high = false;
    while let Some((&byte, rest)) = units.split_first() {
        let (unit, rest) = match (byte, rest) {
            (b'\\', [b'u', a, b, c, d, rest @ ..]) => (code_unit([*a, *b, *c, *d]), rest),
            (b'\\', [_, rest @ ..]) => (None, rest),
            _ => (None, rest),
        };
        let low = unit.is_some_and(|unit| (0xDC00..=0xDFFF).contains(&unit));
        if low != high {
            return true;
        }
        high = unit.is_some_and(|unit| (0xD800..=0xDBFF).contains(&unit));
        units = rest;
    }
    high
}

/// The number that four hexadecimal digits stand for.
fn code_unit(digits: [u8; 4]) -> Option<u32> {
    digits.iter().try_fold(0, |unit, digit| {
        Some(unit * 16 + char::from(*digit).to_digit(16)?)
    })
}

/// Compact JSON text with one member or element a line, indented by two spaces a level.
///
/// Numbers and strings stay as they are, which a walk through `serde_json::Value` would not grant.
///
/// ```
/// use iot_jobs::codec;
///
/// assert_eq!(codec::indent(r#"{"a":[1.50],"b":{}}"#), "{\n  \"a\": [\n    1.50\n  ],\n  \"b\": {}\n}");
/// ```
pub fn indent(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len() * 2);
    let mut scan = Scan::default();
    let mut depth = 0_usize;
    let mut opened = false;
    for piece in compact.split_inclusive(|c: char| c.is_ascii()) {
        let byte = piece.as_bytes().last().copied().unwrap_or_default();
        let inside = scan.is_text(byte);
        let closes = !inside && matches!(byte, b']' | b'}');
        if closes {
            depth = depth.saturating_sub(1);
        }
        if opened != closes {
            new_line(&mut text, depth);
        }
        opened = !inside && matches!(byte, b'[' | b'{');
        depth += usize::from(opened);
        text.push_str(piece);
        match byte {
            b':' if !inside => text.push(' '),
            b',' if !inside => new_line(&mut text, depth),
            _ => {}
        }
    }
    text
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}
