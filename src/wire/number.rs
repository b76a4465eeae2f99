//! Whole numbers, also written `5.0` or `5e0`, and finite floating-point numbers.

use std::{borrow::Cow, marker::PhantomData};

use serde::{Deserializer, Serializer, de, ser};

use super::{
    Context, Found, Walker, Wire,
    raw::{FromText, read_text},
};
use crate::{number, path::Path, shape::Kind};

/// A number that reads itself from JSON text, without more loss than its own precision.
trait Number: Wire {
    fn from_text(text: &str) -> Option<Self>;
}

struct NumberText<'p, T>(&'p Path<'p>, PhantomData<T>);

impl<T: Number> FromText for NumberText<'_, T> {
    type Value = T;

    fn read<E: de::Error>(self, text: &str) -> Result<T, E> {
        let digits_in_a_string = |text| -> Option<T> {
            if !self.0.constraint()?.digits_in_a_string {
                return None;
            }
            let digits: Cow<'_, str> = serde_json::from_str(text).ok()?;
            let only_digits = digits.bytes().all(|digit| digit.is_ascii_digit());
            only_digits.then(|| T::from_text(&digits)).flatten()
        };
        T::from_text(text)
            .or_else(|| digits_in_a_string(text))
            .ok_or_else(|| self.0.expected(T::KIND.expected()))
    }
}

fn decode<'de, T: Number, D: Deserializer<'de>>(
    deserializer: D,
    at: &Path<'_>,
) -> Result<T, D::Error> {
    read_text(deserializer, NumberText(at, PhantomData))
}

impl Number for i64 {
    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok().or_else(|| {
            let number = number::scaled(text, 0)?;
            number.exact.then(|| number.value()).flatten()
        })
    }
}

impl Wire for i64 {
    const KIND: Kind = Kind::Long;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        decode(deserializer, at)
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(*self)
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Integer(*self));
    }
}

impl Number for i32 {
    fn from_text(text: &str) -> Option<Self> {
        Self::try_from(i64::from_text(text)?).ok()
    }
}

impl Wire for i32 {
    const KIND: Kind = Kind::Integer;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        decode(deserializer, at)
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(*self)
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Integer((*self).into()));
    }
}

impl Number for f64 {
    fn from_text(text: &str) -> Option<Self> {
        let number: Self = text.parse().ok()?;
        number.is_finite().then_some(number)
    }
}

impl Wire for f64 {
    const KIND: Kind = Kind::Double;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        decode(deserializer, at)
    }

    fn encode<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        if !self.is_finite() {
            return Err(ser::Error::custom(format_args!(
                "{self} has no form in JSON"
            )));
        }
        match whole(*self) {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(*self),
        }
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Double(*self));
    }
}

/// The number without its point, where that is the shorter text for the same number.
fn whole(number: f64) -> Option<i64> {
    // From here on the shortest text has an exponent instead of a point.
    const EXPONENT: f64 = 1e16;
    let no_fraction = number.fract() == 0.0 && number.abs() < EXPONENT;
    let not_minus_zero = number != 0.0 || number.is_sign_positive();
    // A whole f64 of this size is a whole i64.
    #[allow(clippy::cast_possible_truncation)]
    (no_fraction && not_minus_zero).then_some(number as i64)
}
