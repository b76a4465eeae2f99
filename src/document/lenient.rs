//! Booleans and integers that documents also contain as strings, encoded as they were received.
//!
//! The AWS IoT Device Client reads its switches from the strings `"true"` and `"false"`, and before
//! substitution a value may be a placeholder.

use std::fmt;

use crate::{
    constraint::{Constraint, PLACEHOLDER_START},
    facts::Kind,
    json,
    path::PathRef,
    report::{Finding, Report, Rule},
    text,
    wire::{Context, Decoder, Encoder, FromJson, Json, Value, Walk, Wire},
};

/// A boolean or integer, possibly in a string, or a string with a placeholder for one.
///
/// One made from a `bool` is a string on the wire, the only form the device client reads; one made
/// from an `i64` is a number.
///
/// ```
/// use iot_jobs::{codec, document::OperationDocument};
///
/// let text = r#"{"operation":"reboot.sh","includeStdOut":"true","allowStdErr":8}"#;
/// let document: OperationDocument = codec::from_str(text)?;
/// assert_eq!(document.include_std_out().and_then(|include| include.get()), Some(true));
/// assert_eq!(document.allow_std_err().and_then(|lines| lines.get()), Some(8));
/// assert_eq!(codec::to_string(&document)?, text);
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Lenient<T>(Form<T>);

/// A boolean that is written as `"true"` or as `true`.
pub type LenientBoolean = Lenient<bool>;

/// A 64-bit integer that is written as `8` or as `"8"`.
pub type LenientInteger = Lenient<i64>;

/// How a value is written in the document.
#[derive(Clone, PartialEq, Eq)]
enum Form<T> {
    Plain(T),
    /// Inside a string, which keeps its spelling (`"08"`).
    InString(T, Box<str>),
    /// A string that becomes a value when its placeholders are substituted.
    Placeholder(Box<str>),
}

impl<T: Copy> Lenient<T> {
    /// The value; `None` if it is a placeholder.
    pub fn get(&self) -> Option<T> {
        match self.0 {
            Form::Plain(value) | Form::InString(value, _) => Some(value),
            Form::Placeholder(_) => None,
        }
    }

    /// The string that it is written as, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Form::Plain(_) => None,
            Form::InString(_, text) | Form::Placeholder(text) => Some(text),
        }
    }
}

impl From<bool> for Lenient<bool> {
    fn from(value: bool) -> Self {
        Self(Form::InString(value, value.to_string().into_boxed_str()))
    }
}

impl From<i64> for Lenient<i64> {
    fn from(value: i64) -> Self {
        Self(Form::Plain(value))
    }
}

impl<T: fmt::Debug> fmt::Debug for Lenient<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Plain(value) => value.fmt(f),
            Form::InString(_, text) | Form::Placeholder(text) => text.fmt(f),
        }
    }
}

/// A type whose values documents also contain as strings.
pub trait LenientValue: Copy {
    /// The kind of value.
    const KIND: Kind;

    /// The value of its text, which is not in a string.
    fn from_text(text: &str) -> Option<Self>;

    /// Encodes the value outside of a string.
    fn encode<E: Encoder>(self, encoder: E) -> Result<E::Ok, E::Error>;

    /// The value for a walker.
    fn value(self) -> Value<'static>;
}

impl LenientValue for bool {
    const KIND: Kind = Kind::LenientBoolean;

    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn encode<E: Encoder>(self, encoder: E) -> Result<E::Ok, E::Error> {
        encoder.boolean(self)
    }

    fn value(self) -> Value<'static> {
        Value::Boolean(self)
    }
}

impl LenientValue for i64 {
    const KIND: Kind = Kind::LenientInteger;

    fn from_text(text: &str) -> Option<Self> {
        json::integer(text)
    }

    fn encode<E: Encoder>(self, encoder: E) -> Result<E::Ok, E::Error> {
        encoder.integer(self)
    }

    fn value(self) -> Value<'static> {
        Value::Integer(self)
    }
}

impl<T: LenientValue> FromJson for Lenient<T> {
    const KIND: Kind = T::KIND;

    fn from_json(json: Json<'_>) -> Option<Self> {
        let form = match json {
            Json::Other(text) => Form::Plain(T::from_text(text)?),
            Json::String(text) => match T::from_text(&text) {
                Some(value) => Form::InString(value, text.into()),
                None if text.contains(PLACEHOLDER_START) => Form::Placeholder(text.into()),
                None => return None,
            },
        };
        Some(Self(form))
    }
}

impl<T: LenientValue + fmt::Debug> Wire for Lenient<T> {
    const KIND: Kind = T::KIND;

    fn decode<'de, D: Decoder<'de>>(decoder: D) -> Result<Self, D::Error> {
        decoder.json()
    }

    fn encode<E: Encoder>(&self, encoder: E, _: Context) -> Result<E::Ok, E::Error> {
        match &self.0 {
            Form::Plain(value) => value.encode(encoder),
            Form::InString(_, text) | Form::Placeholder(text) => encoder.string(text),
        }
    }

    fn walk(&self, at: &PathRef<'_>, constraint: Option<&'static Constraint>, walk: &mut Walk<'_>) {
        let value = match &self.0 {
            Form::Plain(value) | Form::InString(value, _) => value.value(),
            Form::Placeholder(text) => Value::String(text),
        };
        walk.value(at, constraint, value);
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Warns of a boolean outside of a string, which the device client ignores.
pub(super) fn expect_string(value: &LenientBoolean, at: &PathRef<'_>, report: &mut Report) {
    if let Lenient(Form::Plain(value)) = value {
        let message = format!("the device client reads only strings here: write \"{value}\"");
        let finding = Finding::warning(Rule::DocumentIgnored, message);
        report.add(at, finding.value(value.to_string()));
    }
}

/// Warns of a number in a string, which the device client ignores.
pub(super) fn expect_number(value: &LenientInteger, at: &PathRef<'_>, report: &mut Report) {
    if let Lenient(Form::InString(value, text)) = value {
        let message = format!("the device client reads only numbers here: write {value}");
        let finding = Finding::warning(Rule::DocumentIgnored, message);
        report.add(at, finding.value(text::quoted_within_64(text)));
    }
}
