//! URI templates: literal segments and labels.

use super::OperationFacts;

/// A segment of a URI template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Text of the path itself.
    Literal(&'static str),
    /// The wire name of the member whose value is part of the path.
    Label(&'static str),
}

impl OperationFacts {
    /// The segments of the URI template.
    pub(crate) fn segments(&self) -> impl Iterator<Item = Segment> + use<> {
        self.uri.split('/').skip(1).map(|segment| {
            let label = segment.strip_prefix('{').and_then(|s| s.strip_suffix('}'));
            label.map_or(Segment::Literal(segment), Segment::Label)
        })
    }

    /// Whether a request of this method and escaped path is this operation's.
    pub(crate) fn matches(&self, method: &str, path: &str) -> bool {
        method == self.method && self.labels(path).is_some()
    }

    /// The wire names and texts of a path's labels, still escaped, if the path is this operation's.
    pub(crate) fn labels<'p>(&self, path: &'p str) -> Option<Vec<(&'static str, &'p str)>> {
        let mut found = path.strip_prefix('/')?.split('/');
        let mut labels = Vec::new();
        for segment in self.segments() {
            let text = found.next()?;
            match segment {
                Segment::Literal(literal) if is_literal(text, literal) => {}
                Segment::Label(name) if !text.is_empty() => labels.push((name, text)),
                _ => return None,
            }
        }
        found.next().is_none().then_some(labels)
    }
}

/// Whether an escaped segment is this text; proxies may escape more of it than they need to.
fn is_literal(escaped: &str, literal: &str) -> bool {
    let mut rest = escaped.as_bytes();
    for expected in literal.bytes() {
        rest = match rest {
            [found, rest @ ..] if *found == expected => rest,
            [b'%', high, low, rest @ ..] if byte(*high, *low) == Some(expected) => rest,
            _ => return false,
        };
    }
    rest.is_empty()
}

/// The byte of two hexadecimal digits.
fn byte(high: u8, low: u8) -> Option<u8> {
    let digit = |byte| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
