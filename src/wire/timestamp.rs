//! Timestamps on the wire: epoch seconds with a fraction, epoch milliseconds, or ISO 8601 text.
//!
//! Decoding works on the digits of the number, not on a `f64` of it, and counts in whole
//! microseconds. Encoding gives the shortest decimal of at most six places for the microsecond.

use std::borrow::Cow;

use aws_smithy_types::DateTime;
use time::{OffsetDateTime, format_description::well_known::Iso8601};

use crate::json;

/// The error of encoding a timestamp that is out of range.
pub(crate) const OUT_OF_RANGE: &str = "a timestamp outside years 0001 to 9999";
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

/// The timestamp of a JSON number: in epoch seconds where that gives a year from 0001 to 9999, otherwise in
/// epoch milliseconds.
pub(super) fn from_number(text: &str) -> Option<DateTime> {
    let scaled = |digits| json::scaled(text, digits);
    if let Some(micros) = scaled(6)
        && let Some(value) = micros.value()
    {
        if let Some(timestamp) = from_micros(value) {
            return Some(timestamp);
        }
        // As seconds it is in year 9999, and only its nearest microsecond is not.
        if value == LAST + 1 && micros.up {
            return None;
        }
    }
    from_micros(scaled(3)?.value()?)
}

/// The timestamp of ISO 8601 text with an offset or `Z`.
pub(super) fn from_iso(text: &str) -> Option<DateTime> {
    let parsed = OffsetDateTime::parse(&in_nanos(text), &Iso8601::PARSING).ok()?;
    let exact = DateTime::from_secs_and_nanos(parsed.unix_timestamp(), parsed.nanosecond());
    from_micros(to_micros(exact)?)
}

/// The text with nine digits of its fraction: the parser would round more up to a second that it
/// then rejects.
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

/// The timestamp of epoch seconds and microseconds after them; the caller ensures years 0001 to 9999.
#[inline]
pub(super) fn from_seconds(seconds: i64, micros: u32) -> DateTime {
    DateTime::from_secs_and_nanos(seconds, micros * NANOS)
}

/// The timestamp of epoch microseconds, in years 0001 to 9999.
#[inline]
pub(super) fn from_micros(micros: i64) -> Option<DateTime> {
    if !(FIRST..=LAST).contains(&micros) {
        return None;
    }
    let fraction = u32::try_from(micros.rem_euclid(MICROS)).ok()?;
    Some(DateTime::from_secs_and_nanos(
        micros.div_euclid(MICROS),
        fraction * NANOS,
    ))
}

/// The epoch microseconds of a timestamp, in years 0001 to 9999: halves are rounded away from zero, as
/// [`json::scaled`] does.
#[inline]
pub(crate) fn to_micros(timestamp: DateTime) -> Option<i64> {
    let (seconds, nanos) = (timestamp.secs(), timestamp.subsec_nanos());
    // In this range nothing overflows; rounding can reach the first timestamp from the second before it.
    if !(FIRST / MICROS - 1..=LAST / MICROS).contains(&seconds) {
        return None;
    }
    // A half is rounded up, but down before the epoch.
    let up = nanos % NANOS >= NANOS / 2 + u32::from(seconds < 0);
    let micros = seconds * MICROS + i64::from(nanos / NANOS + u32::from(up));
    (FIRST..=LAST).contains(&micros).then_some(micros)
}

/// Whether a timestamp can be encoded.
pub(crate) fn in_range(timestamp: DateTime) -> bool {
    to_micros(timestamp).is_some()
}

/// Whole epoch milliseconds, where they are too large to be read as seconds: from 1978 on.
pub(super) fn as_millis(micros: i64) -> Option<i64> {
    let millis = (micros + MILLIS / 2).div_euclid(MILLIS);
    (LAST / MICROS + 1..=LAST / MILLIS)
        .contains(&millis)
        .then_some(millis)
}

/// Epoch seconds, if the microseconds are whole seconds.
pub(super) fn as_whole_seconds(micros: i64) -> Option<i64> {
    (micros % MICROS == 0).then_some(micros / MICROS)
}

/// Epoch seconds as the nearest `f64` in years 0001 to 9999.
pub(super) fn as_seconds(micros: i64) -> f64 {
    // Year 10000, which the last microseconds of 9999 would round to and which decodes as milliseconds.
    const END: f64 = 253_402_300_800.0;
    /// Below this both conversions are exact, and the quotient is rounded once: until the year 2255.
    const EXACT: u64 = 1 << 53;

    #[allow(clippy::cast_precision_loss)]
    let quotient = micros as f64 / MICROS as f64;
    if micros.unsigned_abs() <= EXACT {
        return quotient;
    }
    let (sign, micros) = (if micros < 0 { "-" } else { "" }, micros.unsigned_abs());
    let unit = MICROS.unsigned_abs();
    let decimal = format!("{sign}{}.{:06}", micros / unit, micros % unit);
    decimal.parse().unwrap_or(quotient).min(END.next_down())
}
