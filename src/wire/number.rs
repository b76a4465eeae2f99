//! Whole numbers, also written `5.0` or `5e0`, and finite floating-point numbers.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, Visitor},
    ser,
};

use super::{
    Context, Found, Walker, Wire,
    raw::{FromText, read_text},
};
use crate::{
    number,
    path::{Look, Path},
    shape::Kind,
};

/// A whole number of either width.
trait Whole: Wire {
    fn from_i64(number: i64) -> Option<Self>;
}

impl Whole for i64 {
    fn from_i64(number: i64) -> Option<Self> {
        Some(number)
    }
}

impl Whole for i32 {
    fn from_i64(number: i64) -> Option<Self> {
        number.try_into().ok()
    }
}

/// Decodes a whole number, from its text unless a refusal means no more than a second look.
fn decode_whole<'de, T: Whole, D: Deserializer<'de>>(
    deserializer: D,
    at: &Path<'_>,
) -> Result<T, D::Error> {
    let reader = WholeReader(at, PhantomData);
    if at.look() == Look::First {
        return deserializer.deserialize_i64(reader);
    }
    read_text(deserializer, reader)
}

struct WholeReader<'p, T>(&'p Path<'p>, PhantomData<T>);

impl<T: Whole> WholeReader<'_, T> {
    fn taken<E: de::Error>(self, number: Option<i64>) -> Result<T, E> {
        number
            .and_then(T::from_i64)
            .ok_or_else(|| self.0.expected(T::KIND.expected()))
    }

    /// The number in a string, of a member that takes one.
    fn in_string(&self, text: &str) -> Option<i64> {
        let taken = self.0.constraint()?.digits_in_a_string;
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        (taken && digits).then(|| text.parse().ok()).flatten()
    }
}

impl<T: Whole> FromText for WholeReader<'_, T> {
    type Value = T;

    fn read<E: de::Error>(self, text: &str) -> Result<T, E> {
        let number = if text.starts_with('"') {
            let content: Result<Cow<'_, str>, _> = serde_json::from_str(text);
            content.ok().and_then(|content| self.in_string(&content))
        } else {
            text.parse().ok().or_else(|| whole(text))
        };
        self.taken(number)
    }
}

/// The whole number of a text with a point or an exponent.
#[cold]
fn whole(text: &str) -> Option<i64> {
    let number = number::scaled(text, 0)?;
    number.exact.then(|| number.value()).flatten()
}

// What is not taken here, such as `5.0`, is looked at again as text.
impl<T: Whole> Visitor<'_> for WholeReader<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND.expected())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        self.taken(Some(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        self.taken(number.try_into().ok())
    }
}

impl Wire for i64 {
    const KIND: Kind = Kind::Long;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        decode_whole(deserializer, at)
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(*self)
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Integer(*self));
    }
}

impl Wire for i32 {
    const KIND: Kind = Kind::Integer;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        decode_whole(deserializer, at)
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(*self)
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Integer((*self).into()));
    }
}

/// Reads a floating-point number from its text: `serde_json` does not always give the nearest one.
struct DoubleText<'p>(&'p Path<'p>);

impl FromText for DoubleText<'_> {
    type Value = f64;

    fn read<E: de::Error>(self, text: &str) -> Result<f64, E> {
        match text.parse() {
            Ok(number) if f64::is_finite(number) => Ok(number),
            _ => Err(self.0.expected(f64::KIND.expected())),
        }
    }
}

impl Wire for f64 {
    const KIND: Kind = Kind::Double;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        read_text(deserializer, DoubleText(at))
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        if !self.is_finite() {
            return Err(ser::Error::custom(format_args!(
                "{self} has no form in JSON"
            )));
        }
        match without_point(*self) {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(*self),
        }
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Double(*self));
    }
}

/// The number without its point, where that is the shorter text for the same number.
fn without_point(number: f64) -> Option<i64> {
    // From here on the shortest text has an exponent instead of a point.
    const EXPONENT: f64 = 1e16;
    let no_fraction = number.fract() == 0.0 && number.abs() < EXPONENT;
    let not_minus_zero = number != 0.0 || number.is_sign_positive();
    // A whole f64 of this size is a whole i64.
    #[allow(clippy::cast_possible_truncation)]
    (no_fraction && not_minus_zero).then_some(number as i64)
}
