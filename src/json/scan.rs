//! The values of JSON text, with their paths and offsets.

use std::{borrow::Cow, ops::Range};

use super::{Invalid, Reader, string::unescape, syntax};
use crate::{error::Error, path::PathRef};

/// A value that a scan visits.
#[derive(Clone, Copy)]
pub(crate) enum Token<'t> {
    /// An object or array, number, boolean or `null`.
    Other,
    /// A string.
    String(Literal<'t>),
}

/// A string value as it is written.
#[derive(Clone, Copy)]
pub(crate) struct Literal<'t> {
    /// The text between the quotes.
    raw: &'t str,
    /// The offset of this text in the document.
    offset: usize,
}

impl<'t> Literal<'t> {
    /// The string whose text, quotes included, is at this offset of the document.
    pub(crate) fn new(quoted: &'t str, offset: usize) -> Option<Self> {
        let raw = quoted.strip_prefix('"')?.strip_suffix('"')?;
        let offset = offset + 1;
        Some(Self { raw, offset })
    }

    /// The string.
    pub(crate) fn value(&self) -> Cow<'t, str> {
        if !self.raw.contains('\\') {
            return Cow::Borrowed(self.raw);
        }
        serde_json::from_str(&format!("\"{}\"", self.raw)).unwrap_or_default()
    }

    /// The range of the string in the document, quotes included.
    pub(crate) fn outer(&self) -> Range<usize> {
        self.offset - 1..self.offset + self.raw.len() + 1
    }

    /// From offsets in the string to offsets in the document.
    pub(crate) fn offsets(&self) -> LiteralOffsets<'t> {
        LiteralOffsets {
            rest: self.raw,
            read: 0,
            offset: self.offset,
        }
    }
}

/// Offsets in a string's document, requested in ascending order; each character is read once.
pub(crate) struct LiteralOffsets<'t> {
    rest: &'t str,
    read: usize,
    offset: usize,
}

impl LiteralOffsets<'_> {
    /// The offset in the document of the byte at this offset of the string.
    pub(crate) fn of(&mut self, offset: usize) -> usize {
        while self.read < offset && !self.rest.is_empty() {
            let (character, length) = match unescape(self.rest.as_bytes()) {
                Ok(escaped) if self.rest.starts_with('\\') => escaped,
                _ => {
                    let character = self.rest.chars().next().unwrap_or_default();
                    (character, character.len_utf8())
                }
            };
            self.read += character.len_utf8();
            self.offset += length;
            self.rest = self.rest.get(length..).unwrap_or_default();
        }
        self.offset
    }
}

/// Calls `visit` with every value, the outer before the inner; names of members are no values.
pub(crate) fn each<'t>(
    text: &'t str,
    mut visit: impl FnMut(&PathRef<'_>, Token<'t>),
) -> Result<(), Error> {
    syntax::check(text)?;
    let mut scan = Scan {
        reader: Reader::new(text),
        visit: &mut visit,
    };
    scan.value(&PathRef::root())
        .or_else(|Invalid| syntax::explain(text))
}

/// A scan, and what it calls.
struct Scan<'t, 'v> {
    reader: Reader<'t>,
    visit: &'v mut dyn FnMut(&PathRef<'_>, Token<'t>),
}

impl Scan<'_, '_> {
    fn value(&mut self, at: &PathRef<'_>) -> Result<(), Invalid> {
        match self.reader.peek() {
            Some(b'"') => {
                let start = self.reader.offset();
                let literal = Literal::new(self.reader.raw()?.text, start).ok_or(Invalid)?;
                (self.visit)(at, Token::String(literal));
            }
            Some(b'{') => {
                (self.visit)(at, Token::Other);
                let mut more = self.reader.open(b'{', b'}')?;
                while more {
                    let name = self.reader.name()?;
                    self.value(&at.key(&name))?;
                    more = self.reader.more(b'}')?;
                }
            }
            Some(b'[') => {
                (self.visit)(at, Token::Other);
                let mut more = self.reader.open(b'[', b']')?;
                let mut index = 0;
                while more {
                    self.value(&at.index(index))?;
                    index += 1;
                    more = self.reader.more(b']')?;
                }
            }
            _ => {
                (self.visit)(at, Token::Other);
                self.reader.raw()?;
            }
        }
        Ok(())
    }
}
