//! JSON as it is generated, and JSON that nobody knows the meaning of.

use std::fmt;

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value;

use super::odd;

/// A JSON value, written without white space.
#[derive(Clone, Debug)]
pub(super) enum Json {
    /// Text that is one JSON value already.
    Raw(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The string that it is.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number that it is.
    pub(super) fn number(&self) -> Option<i64> {
        match self {
            Self::Raw(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The elements of the list that it is.
    pub(super) fn elements(&mut self) -> &mut [Self] {
        match self {
            Self::List(elements) => elements,
            _ => &mut [],
        }
    }

    /// A member of the object that it is.
    pub(super) fn member(&self, wanted: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members
                .iter()
                .find_map(|(name, value)| (name == wanted).then_some(value)),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub(super) fn member_mut(&mut self, wanted: &str) -> Option<&mut Self> {
        match self {
            Self::Object(members) => members
                .iter_mut()
                .find_map(|(name, value)| (name == wanted).then_some(value)),
            _ => None,
        }
    }

    /// Takes a member out of the object that it is.
    pub(super) fn remove(&mut self, unwanted: &str) {
        if let Self::Object(members) = self {
            members.retain(|(name, _)| name != unwanted);
        }
    }
}

impl fmt::Display for Json {
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
    write!(f, "{}", Value::from(text))
}

fn separated(f: &mut fmt::Formatter<'_>, index: usize) -> fmt::Result {
    f.write_str(if index == 0 { "" } else { "," })
}

/// Numbers and strings in spellings that no encoder of values would choose.
const SPELLINGS: &[&str] = &[
    "-0",
    "1.50",
    "1e400",
    "-1.0E-0007",
    "12345678901234567890123",
    "0.1000",
    "1549395301.389",
    r#""\u00e9\ud83d\uDE00\u0000\/""#,
    r#""\\u0041\"{[,:]}""#,
];

/// How many arrays are nested at most.
const DEEP: usize = 64;

/// Any JSON; it leaves as it came.
pub(super) fn any_json() -> BoxedStrategy<Json> {
    let words = select(vec!["0", "null", "true", "false"]).prop_map(|word| Json::Raw(word.into()));
    let spelled = select(SPELLINGS).prop_map(|text| Json::Raw(text.into()));
    // Some levels more would be too deep, where this stands far down already.
    let deep = Just(Json::Raw("[".repeat(DEEP) + &"]".repeat(DEEP)));
    let leaf =
        prop_oneof![6 => words, 6 => spelled, 6 => odd::text().prop_map(Json::Text), 1 => deep];
    leaf.prop_recursive(3, 12, 4, |inner| {
        // Names may stand there twice: nobody looks inside.
        let members = vec((odd::text(), inner.clone()), 0..4).prop_map(Json::Object);
        prop_oneof![vec(inner, 0..4).prop_map(Json::List), members]
    })
    .boxed()
}

/// JSON that is an object, a list, a number or a boolean.
pub(super) fn any_but_text() -> BoxedStrategy<Json> {
    any_json()
        .prop_map(|json| match json.to_string().as_bytes() {
            [b'"' | b'n', ..] => Json::List(vec![json]),
            _ => json,
        })
        .boxed()
}
