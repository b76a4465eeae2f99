//! The values of JSON text, with their paths and where they stand in the text.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{foreign, layout};
use crate::{
    error::{Category, Error},
    path::Path,
};

/// Refuses text that is not one JSON value, without a look at what the value is.
pub(crate) fn check(text: &str) -> Result<&RawValue, Error> {
    let value = serde_json::from_str(text).map_err(|cause| foreign(text, &cause))?;
    let Err(why) = layout::check(text, 0) else {
        return Ok(value);
    };
    // Reading the value finds the place of what is wrong with it.
    let read: Result<Read, _> = serde_json::from_str(text);
    Err(match read {
        Err(cause) => foreign(text, &cause),
        Ok(Read) => Error::new(Category::Syntax, "$", why),
    })
}

/// A value that is read in whole and not kept: what a `Value` would refuse, on far less stack.
struct Read;

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Read {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        while map.next_entry::<Self, Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self, A::Error> {
        while list.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }
}

/// A path, and the paths of all that is around the value there, without the root.
pub(crate) fn outwards(path: &str) -> impl Iterator<Item = &str> {
    // A cut inside a quoted name gives a path that nothing has.
    std::iter::successors(Some(path), |path| {
        path.get(..path.rfind(['.', '['])?)
            .filter(|path| !path.is_empty())
    })
}

/// What a scan meets.
#[derive(Clone, Copy)]
pub(crate) enum Token<'t> {
    /// An object or array, number, boolean or `null` that starts at this offset.
    Value(usize),
    /// A string.
    String(Literal<'t>),
}

impl Token<'_> {
    /// Where the value starts in the text.
    pub(crate) fn offset(&self) -> usize {
        match self {
            Token::Value(offset) => *offset,
            Token::String(literal) => literal.outer().start,
        }
    }
}

/// A string value as it is written.
#[derive(Clone, Copy)]
pub(crate) struct Literal<'t> {
    /// The text between the quotes.
    raw: &'t str,
    /// Where this text starts in the document.
    offset: usize,
}

impl<'t> Literal<'t> {
    /// The string.
    pub(crate) fn value(&self) -> Cow<'t, str> {
        if !self.raw.contains('\\') {
            return Cow::Borrowed(self.raw);
        }
        serde_json::from_str(&format!("\"{}\"", self.raw)).unwrap_or_default()
    }

    /// Where the string stands in the text, with its quotes.
    pub(crate) fn outer(&self) -> std::ops::Range<usize> {
        self.offset - 1..self.offset + self.raw.len() + 1
    }

    /// Where in the text the byte at this offset of the string is written.
    pub(crate) fn place_of(&self, offset: usize) -> usize {
        let (mut read, mut rest) = (0, self.raw);
        while read < offset {
            let (written, length) = first_char(rest);
            read += length;
            rest = rest.get(written..).unwrap_or_default();
        }
        self.offset + self.raw.len() - rest.len()
    }
}

/// How many bytes the first character is written with, and how many it has.
fn first_char(raw: &str) -> (usize, usize) {
    let mut chars = raw.chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), Some('u')) => {
            let unit = raw.get(2..6);
            let unit = unit.and_then(|digits| u32::from_str_radix(digits, 16).ok());
            match unit.and_then(char::from_u32) {
                Some(c) => (6, c.len_utf8()),
                // The first half of a surrogate pair; every such character has four bytes.
                None => (12, 4),
            }
        }
        (Some('\\'), _) => (2, 1),
        (Some(c), _) => (c.len_utf8(), c.len_utf8()),
        (None, _) => (0, 1),
    }
}

/// Shows every value to `visit`, the outer before the inner; members' names are no values.
pub(crate) fn each<'t>(
    text: &'t str,
    mut visit: impl FnMut(&Path<'_>, Token<'t>),
) -> Result<(), Error> {
    // The scan takes valid JSON for granted, of a depth that its recursion can take.
    check(text)?;
    let mut scan = Scan {
        rest: text,
        text,
        visit: &mut visit,
    };
    scan.value(&Path::root());
    Ok(())
}

/// What JSON counts as white space.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// A scan of valid JSON, and what it shows values to.
struct Scan<'t, 'v> {
    rest: &'t str,
    text: &'t str,
    visit: &'v mut dyn FnMut(&Path<'_>, Token<'t>),
}

impl<'t> Scan<'t, '_> {
    fn value(&mut self, at: &Path<'_>) {
        self.skip_space();
        let first = self.rest.as_bytes().first();
        if first == Some(&b'"') {
            let literal = self.string();
            return (self.visit)(at, Token::String(literal));
        }
        let start = self.offset();
        (self.visit)(at, Token::Value(start));
        match first {
            Some(b'{') => {
                let mut more = self.opened();
                while more {
                    self.skip_space();
                    let name = self.string().value();
                    self.skip_space();
                    self.skip(1);
                    self.value(&at.key(&name));
                    more = self.goes_on();
                }
            }
            Some(b'[') => {
                let mut more = self.opened();
                let mut index = 0;
                while more {
                    self.value(&at.index(index));
                    index += 1;
                    more = self.goes_on();
                }
            }
            _ => {
                let ends = |c: char| matches!(c, ',' | ']' | '}') || SPACE.contains(&c);
                self.skip(self.rest.find(ends).unwrap_or(self.rest.len()));
            }
        }
    }

    fn offset(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    /// Passes an opening bracket, and the closing one if nothing is between them.
    fn opened(&mut self) -> bool {
        self.skip(1);
        self.skip_space();
        let filled = !self.rest.starts_with(['}', ']']);
        self.skip(usize::from(!filled));
        filled
    }

    /// Passes a comma or a closing bracket; whether it was a comma.
    fn goes_on(&mut self) -> bool {
        self.skip_space();
        let comma = self.rest.starts_with(',');
        self.skip(1);
        comma
    }

    fn string(&mut self) -> Literal<'t> {
        self.skip(1);
        let mut escaped = false;
        let end = self.rest.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        let raw = self.rest.get(..end.unwrap_or_default()).unwrap_or_default();
        let offset = self.offset();
        self.skip(raw.len() + 1);
        Literal { raw, offset }
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches(SPACE);
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}
