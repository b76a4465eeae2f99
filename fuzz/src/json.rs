//! A JSON tree that keeps what `serde_json::Value` does not: the digits of numbers, the order of members,
//! and several members with one name.

use std::fmt;

use serde::{
    Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

/// The maximum nesting of the wire policy.
const MAX_DEPTH: usize = 127;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// The text of a number.
    Number(&'t str),
    /// A string.
    String(String),
    /// The elements of an array.
    Array(Vec<Self>),
    /// The members of an object.
    Object(Vec<(String, Self)>),
}

impl<'t> Json<'t> {
    /// Reads JSON text; `None` if the wire policy rejects it: not JSON, a lone surrogate, or nested too deeply.
    pub fn read(text: &'t str) -> Option<Self> {
        Self::of(serde_json::from_str(text).ok()?, 1)
    }

    fn of(raw: &'t RawValue, depth: usize) -> Option<Self> {
        let text = raw.get();
        let first = text.as_bytes().first()?;
        if matches!(first, b'{' | b'[') && depth > MAX_DEPTH {
            return None;
        }
        let mut json = serde_json::Deserializer::from_str(text);
        Some(match first {
            b'{' => {
                let members = json.deserialize_map(Members).ok()?.into_iter();
                let members =
                    members.map(|(name, value)| Some((name, Self::of(value, depth + 1)?)));
                Self::Object(members.collect::<Option<_>>()?)
            }
            b'[' => {
                let elements = json.deserialize_seq(Elements).ok()?.into_iter();
                let elements = elements.map(|value| Self::of(value, depth + 1));
                Self::Array(elements.collect::<Option<_>>()?)
            }
            b'"' => Self::String(serde_json::from_str(text).ok()?),
            b'n' => Self::Null,
            b't' => Self::Boolean(true),
            b'f' => Self::Boolean(false),
            _ => Self::Number(text),
        })
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}

struct Members;

impl<'t> Visitor<'t> for Members {
    type Value = Vec<(String, &'t RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(members)
    }
}

struct Elements;

impl<'t> Visitor<'t> for Elements {
    type Value = Vec<&'t RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = list.next_element()? {
            elements.push(element);
        }
        Ok(elements)
    }
}
