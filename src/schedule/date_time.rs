//! The times of schedules, which are text.

use time::{Date, Month, Time, UtcOffset};

/// Why a text is not a date and a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateTimeError {
    /// It does not begin with a date, `YYYY-MM-DD`.
    NoDate,
    /// The calendar does not have the date, or the clock the time.
    Impossible,
    /// The date is followed by something other than a time in a format that this version knows.
    UnknownTime,
}

/// The epoch seconds of a date and a time: `2026-03-01 08:30`, also with `T`, seconds and an offset;
/// without an offset it is UTC.
pub(crate) fn epoch_seconds(text: &str) -> Result<i64, DateTimeError> {
    use DateTimeError::{Impossible, NoDate, UnknownTime};

    let ([year, month, day], rest) = date(text).ok_or(NoDate)?;
    let date = calendar_date(year, month, day).ok_or(Impossible)?;
    let rest = rest.strip_prefix([' ', 'T']).ok_or(UnknownTime)?;
    let ([hour, minute, second], offset) = time(rest).ok_or(UnknownTime)?;
    let time = Time::from_hms(hour, minute, second).map_err(|_| Impossible)?;
    let offset = self::offset(offset).ok_or(UnknownTime)?;
    Ok(date.with_time(time).assume_offset(offset).unix_timestamp())
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

/// The numbers of `YYYY-MM-DD`, and the rest of the text.
fn date(text: &str) -> Option<([u16; 3], &str)> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = digits(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
    Some(([year, month, day], rest))
}

fn calendar_date(year: u16, month: u16, day: u16) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year.into(), month, day.try_into().ok()?).ok()
}

/// The numbers of `HH:MM`, possibly with seconds, which may have a fraction, and the rest of the text.
fn time(text: &str) -> Option<([u8; 3], &str)> {
    let (hour, rest) = two_digits(text)?;
    let (minute, rest) = two_digits(rest.strip_prefix(':')?)?;
    let Some(rest) = rest.strip_prefix(':') else {
        return Some(([hour, minute, 0], rest));
    };
    let (second, mut rest) = two_digits(rest)?;
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
        if rest.len() == fraction.len() {
            return None;
        }
    }
    Some(([hour, minute, second], rest))
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
    let (hours, rest) = two_digits(rest).filter(|(hours, _)| *hours < 24)?;
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
