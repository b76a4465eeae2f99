//! All placeholders of a document.

use std::borrow::Cow;

use super::{Placeholder, PlaceholderError, START, parse};
use crate::{
    codec::scan::{self, Literal, Token},
    document::problem,
    error::Error,
    path::Path,
};

/// A placeholder in a document, or text that starts like one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Occurrence<'a> {
    /// The path of the string that it stands in, such as `steps[0].action.input.path`.
    pub path: String,
    /// Where it starts, in bytes from the start of that string.
    pub offset: usize,
    /// Where it starts, in bytes from the start of the document.
    pub document_offset: usize,
    /// The placeholder from `${` to `}`; to the end of the string if nothing ends it.
    pub text: Cow<'a, str>,
}

impl Occurrence<'_> {
    /// The placeholder, or what is wrong with it.
    pub fn placeholder(&self) -> Result<Placeholder<'_>, PlaceholderError> {
        parse::first(&self.text, self.offset).map(|(placeholder, _)| placeholder)
    }
}

/// The placeholders of a document's JSON text, in its order.
///
/// ```
/// use iot_jobs::document::placeholder;
///
/// let found = placeholder::find(r#"{"a": ["x ${aws:iot:parameter:k}", "${HOME}"]}"#)?;
/// assert_eq!((found.len(), found[0].path.as_str(), found[0].offset), (1, "a[0]", 2));
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn find(document: &str) -> Result<Vec<Occurrence<'_>>, Error> {
    let mut found = Vec::new();
    scan::each(document, |at, token| {
        if let Token::String(literal) = token {
            of(at, literal, &mut found);
        }
    })?;
    Ok(found)
}

fn of<'a>(at: &Path<'_>, literal: Literal<'a>, found: &mut Vec<Occurrence<'a>>) {
    let value = literal.value();
    for (offset, length) in spans(&value) {
        let range = offset..offset + length;
        let text = match &value {
            Cow::Borrowed(value) => Cow::Borrowed(value.get(range).unwrap_or_default()),
            Cow::Owned(value) => Cow::Owned(value.get(range).unwrap_or_default().to_owned()),
        };
        found.push(Occurrence {
            path: problem::path_of(at),
            offset,
            document_offset: literal.place_of(offset),
            text,
        });
    }
}

/// Where in a string the placeholders start, and how long they are.
pub(super) fn spans(value: &str) -> impl Iterator<Item = (usize, usize)> {
    value.match_indices(START).map(|(offset, _)| {
        let text = value.get(offset..).unwrap_or_default();
        let length = text.find('}').map_or(text.len(), |end| end + 1);
        (offset, length)
    })
}
