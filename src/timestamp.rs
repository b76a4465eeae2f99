//! Timestamps on the wire: epoch seconds with a fraction, epoch milliseconds, or ISO 8601 text.
//!
//! Decoding works on the digits of the number, not on a `f64` of it, and counts in whole
//! microseconds. Encoding gives the shortest decimal of at most six places for the microsecond.

use std::{borrow::Cow, fmt};

use aws_smithy_types::DateTime;
use serde::{
    Deserializer, Serializer,
    de::{self, Visitor},
    ser,
};
use time::{OffsetDateTime, format_description::well_known::Iso8601};

use crate::{
    number,
    path::{Look, Path},
    shape::Kind,
    wire::{Context, Found, FromText, Walker, Wire, read_text, write_text},
};

/// 0001-01-01T00:00:00Z in epoch microseconds.
pub(crate) const FIRST: i64 = -62_135_596_800 * MICROS;
/// The last microsecond of 9999 in epoch microseconds.
pub(crate) const LAST: i64 = 253_402_300_800 * MICROS - 1;
/// Microseconds in a second.
const MICROS: i64 = 1_000_000;
/// Microseconds in a millisecond.
pub(crate) const MILLIS: i64 = 1_000;
/// Nanoseconds in a microsecond.
const NANOS: u32 = 1_000;

/// The moment that a JSON number stands for: in epoch seconds where that gives a year from 0001 to
/// 9999, in epoch milliseconds otherwise.
fn from_number(text: &str) -> Option<DateTime> {
    let micros = |digits| from_micros(number::scaled(text, digits)?.value()?);
    micros(6).or_else(|| micros(3))
}

/// The same for a number without point and exponent.
fn from_whole(number: i64) -> Option<DateTime> {
    let seconds = number.checked_mul(MICROS).and_then(from_micros);
    seconds.or_else(|| from_micros(number.checked_mul(MILLIS)?))
}

/// The moment of epoch seconds that `serde_json` read into a `f64`, if no other microsecond can be
/// what the text stands for; from 1970 up to 2^31 seconds (year 2038).
///
/// There the reader is off by less than 0.36 microseconds, and a `f64` of whole microseconds by no
/// more than 0.12, so what is that close to a microsecond stands for no other.
#[inline]
fn from_f64(seconds: f64) -> Option<DateTime> {
    const END: f64 = (1_u32 << 31) as f64;
    const CLOSE: f64 = 0.14;

    if !(0.0..END).contains(&seconds) {
        return None;
    }
    // Both numbers are in the range of their types.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (micros, whole) = {
        let whole = seconds as u32;
        ((seconds - f64::from(whole)) * 1e6, whole)
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let nearest = (micros + 0.5) as u32;
    let sure = (micros - f64::from(nearest)).abs() < CLOSE && nearest < 1_000_000;
    sure.then(|| DateTime::from_secs_and_nanos(whole.into(), nearest * NANOS))
}

/// The moment that ISO 8601 text with an offset or `Z` stands for.
fn from_iso(text: &str) -> Option<DateTime> {
    let moment = OffsetDateTime::parse(&in_nanos(text), &Iso8601::PARSING).ok()?;
    let exact = DateTime::from_secs_and_nanos(moment.unix_timestamp(), moment.nanosecond());
    from_micros(to_micros(exact)?)
}

/// The text with nine digits of its fraction: the parser would round more up to a second that it
/// then refuses.
fn in_nanos(text: &str) -> Cow<'_, str> {
    let Some((whole, fraction)) = text.split_once(['.', ',']) else {
        return Cow::Borrowed(text);
    };
    let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    match fraction.get(..9) {
        Some(nanos) if fraction.len() - rest.len() > 9 => {
            Cow::Owned(format!("{whole}.{nanos}{rest}"))
        }
        _ => Cow::Borrowed(text),
    }
}

#[inline]
/// The moment in epoch microseconds, in years 0001 to 9999.
fn from_micros(micros: i64) -> Option<DateTime> {
    if !(FIRST..=LAST).contains(&micros) {
        return None;
    }
    let fraction = u32::try_from(micros.rem_euclid(MICROS)).ok()?;
    Some(DateTime::from_secs_and_nanos(
        micros.div_euclid(MICROS),
        fraction * NANOS,
    ))
}

/// The epoch microseconds of a moment, in years 0001 to 9999: halves are rounded away from zero, as
/// [`number::scaled`] does.
#[inline]
fn to_micros(moment: DateTime) -> Option<i64> {
    let (seconds, nanos) = (moment.secs(), moment.subsec_nanos());
    // Behind this nothing overflows; from the second before, the first moment can be reached.
    if !(FIRST / MICROS - 1..=LAST / MICROS).contains(&seconds) {
        return None;
    }
    // A half goes up, but down before the epoch.
    let up = nanos % NANOS >= NANOS / 2 + u32::from(seconds < 0);
    let micros = seconds * MICROS + i64::from(nanos / NANOS + u32::from(up));
    (FIRST..=LAST).contains(&micros).then_some(micros)
}

/// Whether a moment has a form on the wire.
pub(crate) fn in_range(moment: DateTime) -> bool {
    to_micros(moment).is_some()
}

/// The shortest decimal, in seconds, of epoch microseconds that are no whole seconds.
fn decimal(micros: i64) -> String {
    let sign = if micros < 0 { "-" } else { "" };
    let seconds = micros.unsigned_abs() / MICROS.unsigned_abs();
    let fraction = micros.unsigned_abs() % MICROS.unsigned_abs();
    let text = format!("{sign}{seconds}.{fraction:06}");
    text.trim_end_matches('0').to_owned()
}

/// Whole epoch milliseconds, where nobody would take them for seconds: from 1978 on.
fn as_millis(micros: i64) -> Option<i64> {
    let millis = (micros + MILLIS / 2).div_euclid(MILLIS);
    (LAST / MICROS + 1..=LAST / MILLIS)
        .contains(&millis)
        .then_some(millis)
}

/// The same decimal as a `f64`, where its shortest form is that decimal.
///
/// From one second up to 2^33 seconds (year 2242) neighbouring `f64`s are closer than a microsecond
/// and are written without an exponent. Passing numbers as numbers keeps other formats readable.
#[inline]
fn as_f64(micros: i64) -> Option<f64> {
    const ROUND: u64 = (1 << 33) * MICROS.unsigned_abs();
    let faithful = (MICROS.unsigned_abs()..ROUND).contains(&micros.unsigned_abs());
    // Below 2^53 microseconds both conversions are exact.
    #[allow(clippy::cast_precision_loss)]
    faithful.then_some(micros as f64 / MICROS as f64)
}

struct TimestampReader<'p>(&'p Path<'p>);

impl TimestampReader<'_> {
    fn taken<E: de::Error>(self, moment: Option<DateTime>) -> Result<DateTime, E> {
        moment.ok_or_else(|| self.0.expected(DateTime::KIND.expected()))
    }
}

impl FromText for TimestampReader<'_> {
    type Value = DateTime;

    fn read<E: de::Error>(self, text: &str) -> Result<DateTime, E> {
        let moment = if text.starts_with('"') {
            let text: Result<Cow<'_, str>, _> = serde_json::from_str(text);
            text.ok().and_then(|text| from_iso(&text))
        } else {
            from_number(text)
        };
        self.taken(moment)
    }
}

// What is not taken here is looked at again as text.
impl Visitor<'_> for TimestampReader<'_> {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(DateTime::KIND.expected())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<DateTime, E> {
        self.taken(from_whole(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<DateTime, E> {
        self.taken(number.try_into().ok().and_then(from_whole))
    }

    #[inline]
    fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<DateTime, E> {
        self.taken(from_f64(seconds))
    }
}

impl Wire for DateTime {
    const KIND: Kind = Kind::Timestamp;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: &Path<'_>) -> Result<Self, D::Error> {
        let reader = TimestampReader(at);
        if at.look() == Look::First {
            return deserializer.deserialize_f64(reader);
        }
        read_text(deserializer, reader)
    }

    #[inline]
    fn encode<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        let millis = context.constraint.is_some_and(|c| c.milliseconds);
        let micros = to_micros(*self)
            .ok_or_else(|| ser::Error::custom("a timestamp outside years 0001 to 9999"))?;
        if millis && let Some(millis) = as_millis(micros) {
            return serializer.serialize_i64(millis);
        }
        if micros % MICROS == 0 {
            return serializer.serialize_i64(micros / MICROS);
        }
        match as_f64(micros) {
            Some(seconds) => serializer.serialize_f64(seconds),
            None => write_text(serializer, decimal(micros)),
        }
    }

    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        walker.visit(at, Found::Timestamp(self));
    }
}
