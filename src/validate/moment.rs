//! The times of schedules, which are text.

use time::{Date, Month, Time, UtcOffset};

/// The epoch seconds of a date and a time: `2026-03-01 08:30`, also with `T`, seconds and an offset;
/// without an offset it is UTC.
pub(crate) fn seconds(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix([' ', 'T'])?;
    let (clock, offset) = match rest.find(['Z', '+', '-']) {
        Some(end) => rest.split_at_checked(end)?,
        None => (rest, "Z"),
    };
    let local = date_of(date)?.with_time(time_of(clock)?);
    Some(local.assume_offset(offset_of(offset)?).unix_timestamp())
}

fn date_of(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let month = Month::try_from(u8::try_from(digits(month, 2)?).ok()?).ok()?;
    Date::from_calendar_date(
        digits(year, 4)?.into(),
        month,
        u8::try_from(digits(day, 2)?).ok()?,
    )
    .ok()
}

/// `HH:MM`, perhaps with seconds, these perhaps with a fraction.
fn time_of(text: &str) -> Option<Time> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "00"));
    let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
    if fraction.is_empty() || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let part = |text| u8::try_from(digits(text, 2)?).ok();
    Time::from_hms(part(hour)?, part(minute)?, part(second)?).ok()
}

/// `Z`, `+HH:MM` or `-HH:MM`.
fn offset_of(text: &str) -> Option<UtcOffset> {
    if text == "Z" {
        return Some(UtcOffset::UTC);
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, minutes) = rest.split_once(':')?;
    let part = |text| Some(sign * i8::try_from(digits(text, 2)?).ok()?);
    UtcOffset::from_hms(part(hours)?, part(minutes)?, 0).ok()
}

/// A number of so many digits.
fn digits(text: &str, count: usize) -> Option<u16> {
    let only_digits = text.len() == count && text.bytes().all(|digit| digit.is_ascii_digit());
    only_digits.then(|| text.parse().ok()).flatten()
}
