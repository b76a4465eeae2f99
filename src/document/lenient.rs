//! Booleans and whole numbers that documents also carry in strings, encoded as they came.
//!
//! The AWS IoT Device Client reads its switches from the strings `"true"` and `"false"`, and before
//! substitution a placeholder may stand where a value will be.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{Deserializer, Serializer, de};

use super::placeholder;
use crate::{
    number,
    path::Path,
    shape::Kind,
    validate::{Finding, Report, Rule, shortened},
    wire::{Context, Found, FromText, Walker, Wire, read_text},
};

/// A boolean or whole number that may stand in a string, or a string with a placeholder for one.
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

/// A whole number of 64 bits that is written as `8` or as `"8"`.
pub type LenientInteger = Lenient<i64>;

/// How a value stands in the document.
#[derive(Clone, PartialEq, Eq)]
enum Form<T> {
    Plain(T),
    /// Inside a string, which keeps its spelling (`"08"`).
    InString(T, Box<str>),
    /// A string that becomes a value when its placeholders are substituted.
    Open(Box<str>),
}

impl<T: Copy> Lenient<T> {
    /// The value; `None` while a placeholder stands for it.
    pub fn get(&self) -> Option<T> {
        match self.0 {
            Form::Plain(value) | Form::InString(value, _) => Some(value),
            Form::Open(_) => None,
        }
    }

    /// The string it is written as, if it is.
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Form::Plain(_) => None,
            Form::InString(_, text) | Form::Open(text) => Some(text),
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
            Form::InString(_, text) | Form::Open(text) => text.fmt(f),
        }
    }
}

/// A type of value that is lenient here.
pub trait Value: Copy {
    /// The kind of value.
    const KIND: Kind;

    /// The value of its bare text.
    fn read(text: &str) -> Option<Self>;

    /// Writes the value outside of a string.
    fn write<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error>;

    /// What a walker meets.
    fn found(self) -> Found<'static>;
}

impl Value for bool {
    const KIND: Kind = Kind::LenientBoolean;

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn write<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(self)
    }

    fn found(self) -> Found<'static> {
        Found::Boolean(self)
    }
}

impl Value for i64 {
    const KIND: Kind = Kind::LenientInteger;

    fn read(text: &str) -> Option<Self> {
        let number = number::scaled(text, 0)?;
        number.exact.then(|| number.value()).flatten()
    }

    fn write<S: Serializer>(self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self)
    }

    fn found(self) -> Found<'static> {
        Found::Integer(self)
    }
}

impl<T: Value> Wire for Lenient<T> {
    const KIND: Kind = T::KIND;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        read_text(deserializer, Text(at, PhantomData))
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Form::Plain(value) => value.write(serializer),
            Form::InString(_, text) | Form::Open(text) => serializer.serialize_str(text),
        }
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        let found = match &self.0 {
            Form::Plain(value) | Form::InString(value, _) => value.found(),
            Form::Open(text) => Found::String(text),
        };
        walker.visit(at, found);
    }
}

struct Text<'p, T>(&'p Path<'p>, PhantomData<T>);

impl<T: Value> FromText for Text<'_, T> {
    type Value = Lenient<T>;

    fn read<E: de::Error>(self, text: &str) -> Result<Lenient<T>, E> {
        form(text)
            .map(Lenient)
            .ok_or_else(|| self.0.expected(T::KIND.expected()))
    }
}

/// The form of a value's JSON text, if it has one.
fn form<T: Value>(json: &str) -> Option<Form<T>> {
    if !json.starts_with('"') {
        return T::read(json).map(Form::Plain);
    }
    let text: Cow<'_, str> = serde_json::from_str(json).ok()?;
    match T::read(&text) {
        Some(value) => Some(Form::InString(value, text.into())),
        None if text.contains(placeholder::START) => Some(Form::Open(text.into())),
        None => None,
    }
}

/// Warns of a boolean that the device client takes for absent, since it stands outside of a string.
pub(super) fn boolean_in_string(
    value: Option<&LenientBoolean>,
    at: &Path<'_>,
    report: &mut Report,
) {
    if let Some(Lenient(Form::Plain(value))) = value {
        let message = format!("the device client reads only strings here: write \"{value}\"");
        let finding = Finding::warning(Rule::DocumentIgnored, message);
        report.add(at, finding.value(value.to_string()));
    }
}

/// Warns of a number that the device client takes for absent, since it stands in a string.
pub(super) fn bare_integer(value: Option<&LenientInteger>, at: &Path<'_>, report: &mut Report) {
    if let Some(Lenient(Form::InString(value, text))) = value {
        let message = format!("the device client reads only numbers here: write {value}");
        let finding = Finding::warning(Rule::DocumentIgnored, message);
        report.add(at, finding.value(shortened(text)));
    }
}
