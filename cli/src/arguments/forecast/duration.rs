//! Durations: `90s`, `5m`, `1h30m`, `1.5h`, `2d`.

use std::time::Duration;

/// The longest duration: the years that schedules can have are fewer.
const MAX_DAYS: f64 = 3660.0;

const EXPECTED: &str = "expected a duration, such as 90s, 5m, 1h30m or 2d";

/// A duration of one or more numbers with units, each smaller than the one before.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let mut seconds = 0.0;
    let mut larger = f64::INFINITY;
    let mut rest = text;
    while !rest.is_empty() || larger.is_infinite() {
        let is_number = |c: char| c.is_ascii_digit() || c == '.';
        let (number, after) = rest.split_at(rest.find(|c| !is_number(c)).unwrap_or(rest.len()));
        let value: f64 = number.parse().map_err(|_| EXPECTED)?;
        let end = after.find(is_number).unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        if unit.is_empty() && value == 0.0 && text == number {
            return Ok(Duration::ZERO);
        }
        let unit_seconds = match unit {
            "s" => 1.0,
            "m" => 60.0,
            "h" => 3600.0,
            "d" => 86400.0,
            "" => {
                return Err(format!(
                    "{number} has no unit: write {number}s, {number}m, {number}h or {number}d"
                ));
            }
            _ => {
                return Err(format!(
                    "the unit `{unit}` is unknown: s, m, h and d are seconds, minutes, hours and days"
                ));
            }
        };
        if unit_seconds >= larger {
            return Err(EXPECTED.to_owned());
        }
        seconds += value * unit_seconds;
        (larger, rest) = (unit_seconds, after);
    }
    if seconds > MAX_DAYS * 86400.0 {
        return Err(format!("{text} is more than {MAX_DAYS} days"));
    }
    Duration::try_from_secs_f64(seconds).map_err(|_| EXPECTED.to_owned())
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn a_duration_has_units() {
        for (text, millis) in [
            ("0", 0),
            ("0s", 0),
            ("90s", 90_000),
            ("0.5s", 500),
            ("5m", 300_000),
            ("1.5h", 5_400_000),
            ("1h30m", 5_400_000),
            ("1d2h3m4s", 93_784_000),
        ] {
            let found = duration(text).map(|it| it.as_millis());
            assert_eq!(found, Ok(millis), "{text}");
        }
        let expected = "expected a duration, such as 90s, 5m, 1h30m or 2d";
        let unknown =
            "the unit `min` is unknown: s, m, h and d are seconds, minutes, hours and days";
        for (text, message) in [
            ("5", "5 has no unit: write 5s, 5m, 5h or 5d"),
            ("1h30", "30 has no unit: write 30s, 30m, 30h or 30d"),
            ("5min", unknown),
            ("-5m", expected),
            ("m", expected),
            ("", expected),
            ("1..2m", expected),
            ("1m1h", expected),
            ("1m1m", expected),
            ("4000d", "4000d is more than 3660 days"),
        ] {
            assert_eq!(duration(text).err().as_deref(), Some(message), "{text}");
        }
    }
}
