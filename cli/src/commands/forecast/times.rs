//! Times and durations as text.

use std::time::Duration;

use iot_jobs::primitives::{DateTime, DateTimeFormat};
use iot_jobs_forecast::text;
pub(super) use iot_jobs_forecast::text::count;

/// The minutes of a day.
const DAY: u64 = 24 * 60;

/// How the times of a forecast are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// From the start of the job: `1:40` is an hour and 40 minutes later.
    Relative,
    /// In UTC; the start of the job in epoch seconds.
    Utc(i64),
}

impl Clock {
    /// The time so many seconds after the start: `1:40`, `2d 1:40` or `2027-03-01 09:40`.
    pub(super) fn time(self, seconds: u64) -> String {
        match self {
            Self::Relative => relative(seconds),
            Self::Utc(start) => {
                let seconds = start.saturating_add_unsigned(seconds);
                let time = DateTime::from_secs(seconds);
                match time.fmt(DateTimeFormat::DateTime) {
                    Ok(text) => text.get(..16).unwrap_or_default().replace('T', " "),
                    // The format has years of four digits.
                    Err(_) if seconds < 0 => "before 0001".to_owned(),
                    Err(_) => "after 9999".to_owned(),
                }
            }
        }
    }

    /// Whether times are from the start of the job.
    pub(super) fn is_relative(self) -> bool {
        self == Self::Relative
    }

    /// What the axis of times shows.
    #[cfg(feature = "plot")]
    pub(super) fn axis(self) -> String {
        match self {
            Self::Relative => "time since the start of the job, hours:minutes".to_owned(),
            Self::Utc(_) => {
                let start = self.time(0);
                let date = start.split(' ').next().unwrap_or_default();
                format!("time in UTC, from {date}")
            }
        }
    }

    /// The label of a tick at a minute: the date at the start of a day, otherwise the time.
    #[cfg(feature = "plot")]
    pub(super) fn tick(self, minute: f64) -> String {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a tick is a whole number"
        )]
        let text = self.time(minute as u64 * 60);
        match (self, text.split_once(' ')) {
            (Self::Utc(_), Some((date, "00:00"))) => date.to_owned(),
            (Self::Utc(_), Some((_, time))) if time.contains(':') => time.to_owned(),
            _ => text,
        }
    }

    /// Whole minutes since the start at which an axis of so many minutes has at most so many ticks.
    #[cfg(feature = "plot")]
    pub(super) fn ticks(self, minutes: f64, max: u32) -> Vec<u32> {
        const STEPS: [u32; 17] = [
            1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400, 43200, 144_000,
        ];
        let step = STEPS
            .into_iter()
            .find(|step| minutes / f64::from(*step) < f64::from(max));
        let step = step.unwrap_or(1_440_000);
        let first = match self {
            Self::Relative => 0,
            // Ticks are at whole multiples of the step since the epoch.
            Self::Utc(start) => {
                let past = start.div_euclid(60).rem_euclid(step.into());
                (step - u32::try_from(past).unwrap_or_default()) % step
            }
        };
        let ticks = (0..=max).map(|index| first + index * step);
        ticks
            .take_while(|tick| f64::from(*tick) <= minutes)
            .collect()
    }
}

fn relative(seconds: u64) -> String {
    let minutes = seconds / 60;
    let (days, hours, minutes) = (minutes / DAY, minutes % DAY / 60, minutes % 60);
    match days {
        0 => format!("{hours}:{minutes:02}"),
        _ => format!("{days}d {hours}:{minutes:02}"),
    }
}

/// A duration: `45s`, `5m`, `1h 40m`, `2d 3h`; without its zero units, and without seconds from an hour on.
pub(super) fn duration(seconds: u64) -> String {
    if seconds < 3600 {
        return exact_duration(seconds);
    }
    exact_duration(seconds / 60 * 60)
}

/// A duration with its seconds: `1h 40m 7s`.
pub(super) fn exact_duration(seconds: u64) -> String {
    text::duration(Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::{Clock, count, duration};

    #[test]
    fn times_and_numbers_as_text() {
        let utc = Clock::Utc(1_803_884_400); // 2027-03-01T07:00:00Z
        for (clock, seconds, text) in [
            (Clock::Relative, 0, "0:00"),
            (Clock::Relative, 6059, "1:40"),
            (Clock::Relative, 180_000, "2d 2:00"),
            (utc, 6000, "2027-03-01 08:40"),
            (Clock::Utc(253_402_300_799), 60, "after 9999"),
            (Clock::Utc(-62_167_219_200), 0, "before 0001"),
        ] {
            assert_eq!(clock.time(seconds), text);
        }
        for (seconds, text) in [
            (0, "0s"),
            (45, "45s"),
            (90, "1m 30s"),
            (6059, "1h 40m"),
            (183_600, "2d 3h"),
        ] {
            assert_eq!(duration(seconds), text);
        }
        for (number, text) in [
            (7, "7"),
            (999, "999"),
            (1000, "1 000"),
            (12_345_678, "12 345 678"),
        ] {
            assert_eq!(count(number), text);
        }
    }

    #[test]
    fn ticks_are_at_round_times() {
        let utc = Clock::Utc(1_803_886_200); // 2027-03-01T07:30:00Z
        for (clock, minutes, max, ticks) in [
            (Clock::Relative, 10.0, 6, &[0, 2, 4, 6, 8, 10][..]),
            (Clock::Relative, 0.0, 6, &[0]),
            (utc, 200.0, 6, &[30, 90, 150]),
            (utc, 60.0, 3, &[0, 30, 60]),
        ] {
            assert_eq!(clock.ticks(minutes, max), ticks);
        }
        assert_eq!(utc.tick(30.0), "08:00");
        assert_eq!(utc.tick(16.0 * 60.0 + 30.0), "2027-03-02");
        assert_eq!(Clock::Relative.tick(90.0), "1:30");
        assert_eq!(Clock::Utc(253_402_300_799).tick(1.0), "after 9999");
    }
}
