//! All placeholders of a document.

use std::borrow::Cow;

use super::{Placeholder, PlaceholderError, parse};
use crate::{
    constraint::PLACEHOLDER_START,
    error::Error,
    json::{self, Literal, Token},
    path::{Path, PathRef},
};

/// A placeholder in a document, or text that starts like one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Occurrence<'a> {
    /// The path of the string that contains it, such as `steps[0].action.input.path`.
    pub path: Path,
    /// Where it starts, in bytes from the start of that string.
    pub offset: usize,
    /// Where it starts, in bytes from the start of the document.
    pub document_offset: usize,
    /// The placeholder from `${` to `}`; if it is not complete, its start.
    pub text: Cow<'a, str>,
}

impl Occurrence<'_> {
    /// The placeholder.
    ///
    /// # Errors
    ///
    /// Fails if the text is not a placeholder of the service.
    pub fn placeholder(&self) -> Result<Placeholder<'_>, PlaceholderError> {
        parse::first(&self.text, self.offset).map(|(placeholder, _)| placeholder)
    }
}

/// The placeholders of a document's JSON text, in its order.
///
/// # Errors
///
/// Fails if the text is not JSON.
///
/// ```
/// use iot_jobs::document::placeholder;
///
/// let found = placeholder::find(r#"{"a": ["x ${aws:iot:parameter:k}", "${HOME}"]}"#)?;
/// assert_eq!((found.len(), found[0].offset), (1, 2));
/// assert_eq!(found[0].path, "a[0]");
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn find(document: &str) -> Result<Vec<Occurrence<'_>>, Error> {
    let mut found = Vec::new();
    json::each(document, |at, token| {
        if let Token::String(literal) = token {
            of(at, literal, &mut found);
        }
    })?;
    Ok(found)
}

fn of<'a>(at: &PathRef<'_>, literal: Literal<'a>, found: &mut Vec<Occurrence<'a>>) {
    let value = literal.value();
    let mut offsets = literal.offsets();
    for (offset, length) in spans(&value) {
        let range = offset..offset + length;
        let text = match &value {
            Cow::Borrowed(value) => Cow::Borrowed(value.get(range).unwrap_or_default()),
            Cow::Owned(value) => Cow::Owned(value.get(range).unwrap_or_default().to_owned()),
        };
        found.push(Occurrence {
            path: at.to_path(),
            offset,
            document_offset: offsets.of(offset),
            text,
        });
    }
}

/// Why parts of a string that start like placeholders are none.
pub(crate) fn errors(value: &str) -> impl Iterator<Item = PlaceholderError> {
    spans(value).filter_map(|(offset, length)| {
        let text = value.get(offset..offset + length).unwrap_or_default();
        parse::first(text, offset).err()
    })
}

/// The offsets of a string's placeholders and their lengths, in one pass.
///
/// A placeholder without `}` extends to the next placeholder or to the end of the string; one that
/// contains another extends to the end of the other's `${aws:iot:`.
pub(super) fn spans(value: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut starts = value.match_indices(PLACEHOLDER_START).peekable();
    let mut ends = value.match_indices('}').peekable();
    std::iter::from_fn(move || {
        let (offset, _) = starts.next()?;
        while ends.next_if(|(end, _)| *end < offset).is_some() {}
        let next = starts.peek().map(|(next, _)| *next);
        let end = match (ends.peek(), next) {
            (Some((end, _)), Some(next)) if next < *end => next + PLACEHOLDER_START.len(),
            (Some((end, _)), _) => end + 1,
            (None, next) => next.unwrap_or(value.len()),
        };
        Some((offset, end - offset))
    })
}
