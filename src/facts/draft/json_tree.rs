//! JSON as a tree, which rules between members can change.

use std::fmt;

use serde_json::Value;

use crate::facts::Member;

/// A generated JSON value; `Display` writes it without white space.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum JsonTree {
    /// A value as JSON text.
    Raw(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<JsonTree>),
    /// An object, with its members in this order.
    Object(Vec<(String, JsonTree)>),
}

impl JsonTree {
    /// A string.
    pub(crate) fn string(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The text of a string, and the JSON text of any other value.
    pub(crate) fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            other => other.to_string(),
        }
    }

    /// The text, if the value is a string.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value, if it is an integer.
    pub(crate) fn number(&self) -> Option<i64> {
        match self {
            Self::Raw(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The elements; none if the value is not a list.
    pub(crate) fn elements(&self) -> &[Self] {
        match self {
            Self::List(elements) => elements,
            _ => &[],
        }
    }

    /// The same, mutable.
    pub(crate) fn elements_mut(&mut self) -> &mut [Self] {
        match self {
            Self::List(elements) => elements,
            _ => &mut [],
        }
    }

    /// The value of a declared member, if the value is an object that has it.
    pub(crate) fn member(&self, member: &Member) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let mut members = members.iter();
        members.find_map(|(name, value)| (name == member.wire_name).then_some(value))
    }

    /// Changes the value of a declared member, if the value is an object that has it.
    pub(crate) fn set(&mut self, member: &Member, value: Self) {
        let Self::Object(members) = self else {
            return;
        };
        let mut members = members.iter_mut();
        if let Some((_, found)) = members.find(|(name, _)| name == member.wire_name) {
            *found = value;
        }
    }

    /// Removes a declared member.
    pub(crate) fn remove(&mut self, member: &Member) {
        if let Self::Object(members) = self {
            members.retain(|(name, _)| name != member.wire_name);
        }
    }
}

impl fmt::Display for JsonTree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Raw(text) => f.write_str(text),
            Self::Text(text) => quoted(f, text),
            Self::List(elements) => {
                f.write_str("[")?;
                for (index, element) in elements.iter().enumerate() {
                    separated(f, index)?;
                    element.fmt(f)?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (index, (name, value)) in members.iter().enumerate() {
                    separated(f, index)?;
                    quoted(f, name)?;
                    write!(f, ":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let escaped = |byte| matches!(byte, 0..0x20 | b'"' | b'\\');
    if !text.bytes().any(escaped) {
        return write!(f, "\"{text}\"");
    }
    write!(f, "{}", Value::from(text))
}

fn separated(f: &mut fmt::Formatter<'_>, index: usize) -> fmt::Result {
    f.write_str(if index == 0 { "" } else { "," })
}
