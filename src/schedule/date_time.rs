//! The times of schedules, which are text.

use time::{Date, Month, Time, UtcOffset};

/// The epoch seconds of a date and a time: `2026-03-01 08:30`, also with `T`, seconds and an offset;
/// without an offset it is UTC.
pub(crate) fn epoch_seconds(text: &str) -> Option<i64> {
    let (date, rest) = date(text)?;
    let (time, offset) = time(rest.strip_prefix([' ', 'T'])?)?;
    Some(
        date.with_time(time)
            .assume_offset(self::offset(offset)?)
            .unix_timestamp(),
    )
}

/// Epoch seconds as a time of a schedule, `YYYY-MM-DD HH:MM`.
#[cfg(feature = "proptest")]
pub(crate) fn date_time_text(seconds: i64) -> String {
    let time = time::OffsetDateTime::from_unix_timestamp(seconds)
        .unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    let (year, month, day) = time.to_calendar_date();
    let (month, hour, minute) = (u8::from(month), time.hour(), time.minute());
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
}

/// `YYYY-MM-DD`, and the rest of the text.
fn date(text: &str) -> Option<(Date, &str)> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = two_digits(rest.strip_prefix('-')?)?;
    let (day, rest) = two_digits(rest.strip_prefix('-')?)?;
    let month = Month::try_from(month).ok()?;
    Some((
        Date::from_calendar_date(year.into(), month, day).ok()?,
        rest,
    ))
}

/// `HH:MM`, possibly with seconds, which may have a fraction, and the rest of the text.
fn time(text: &str) -> Option<(Time, &str)> {
    let (hour, rest) = two_digits(text)?;
    let (minute, rest) = two_digits(rest.strip_prefix(':')?)?;
    let Some(rest) = rest.strip_prefix(':') else {
        return Some((Time::from_hms(hour, minute, 0).ok()?, rest));
    };
    let (second, mut rest) = two_digits(rest)?;
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
        if rest.len() == fraction.len() {
            return None;
        }
    }
    Some((Time::from_hms(hour, minute, second).ok()?, rest))
}

/// `Z`, `+HH:MM` or `-HH:MM`; nothing is UTC.
fn offset(text: &str) -> Option<UtcOffset> {
    if matches!(text, "" | "Z") {
        return Some(UtcOffset::UTC);
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, rest) = two_digits(rest)?;
    let (minutes, rest) = two_digits(rest.strip_prefix(':')?)?;
    let part = |number: u8| Some(sign * i8::try_from(number).ok()?);
    let offset = UtcOffset::from_hms(part(hours)?, part(minutes)?, 0).ok()?;
    rest.is_empty().then_some(offset)
}

fn two_digits(text: &str) -> Option<(u8, &str)> {
    let (number, rest) = digits(text, 2)?;
    Some((u8::try_from(number).ok()?, rest))
}

/// A number of so many digits, at most four, and the rest of the text.
fn digits(text: &str, count: usize) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(count)?;
    let number = digits.bytes().try_fold(0, |number, digit| {
        digit
            .is_ascii_digit()
            .then(|| number * 10 + u16::from(digit - b'0'))
    })?;
    Some((number, rest))
}
