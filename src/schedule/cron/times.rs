//! The times that a cron expression names.

use time::{Date, Month, OffsetDateTime, UtcOffset, util::days_in_month};

use super::{check, field::Field};

const MINUTES_OF_DAY: u16 = 24 * 60;

/// The times that a cron expression names, from a time on.
#[derive(Clone, Debug)]
pub(crate) struct CronTimes {
    minutes: Numbers,
    hours: Numbers,
    day: Day,
    months: Numbers,
    years: Numbers,
    /// The day to search, and the first minute of it; no day after the last year.
    date: Option<Date>,
    minute: u16,
}

/// The numbers of a field, a bit for each; the largest of a year is 229 years after 1970.
#[derive(Clone, Copy, Debug, Default)]
struct Numbers([u64; 4]);

/// The field that names days; the other one is `?`.
#[derive(Clone, Copy, Debug)]
enum Day {
    OfMonth(Numbers),
    /// `L`.
    LastOfMonth,
    /// `LW`.
    LastWorkday,
    /// `15W`: the working day of the month that is nearest to a day.
    Workday(u16),
    OfWeek(Numbers),
    /// `6L`: the last such day of the week of a month.
    LastOfWeek(u16),
    /// `6#3`: the third such day of the week of a month.
    Nth(u16, u16),
}

impl CronTimes {
    /// The times from epoch seconds on; `None` for an expression with a fault.
    pub(crate) fn new(expression: &str, from: i64) -> Option<Self> {
        let mut has_fault = false;
        check(expression, &mut |_| has_fault = true);
        if has_fault {
            return None;
        }
        let inner = expression.strip_prefix("cron(")?.strip_suffix(')')?;
        let mut texts = inner.split_ascii_whitespace();
        let [minute, hour, of_month, month, of_week, year] = Field::ALL;
        let minutes = Numbers::of(&minute, texts.next()?)?;
        let hours = Numbers::of(&hour, texts.next()?)?;
        let day = texts.next()?;
        let months = Numbers::of(&month, texts.next()?)?;
        let day = match day {
            "?" => Day::of_week(&of_week, texts.next()?)?,
            day => {
                texts.next();
                Day::of_month(&of_month, day)?
            }
        };
        let years = Numbers::of(&year, texts.next()?)?;
        // From the next full minute on.
        let from = from.div_euclid(60) + i64::from(from.rem_euclid(60) > 0);
        let from = OffsetDateTime::from_unix_timestamp(from.checked_mul(60)?).ok()?;
        Some(Self {
            minutes,
            hours,
            day,
            months,
            years,
            date: Some(from.date()),
            minute: u16::from(from.hour()) * 60 + u16::from(from.minute()),
        })
    }

    /// The first day from `date` on that the expression names.
    fn day(&self, mut date: Date) -> Option<Date> {
        loop {
            let (year, month, _) = date.to_calendar_date();
            let year_number = u16::try_from(year).unwrap_or(0);
            if year_number > Field::LAST_YEAR {
                return None;
            }
            date = if !self.years.contains(year_number) {
                Date::from_calendar_date(year + 1, Month::January, 1).ok()?
            } else if !self.months.contains(u8::from(month).into()) {
                let last = days_in_month(month, year);
                date.replace_day(last).ok()?.next_day()?
            } else if self.day.contains(date) {
                return Some(date);
            } else {
                date.next_day()?
            };
        }
    }
}

/// The epoch seconds of each time.
impl Iterator for CronTimes {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        loop {
            let date = self.day(self.date?);
            if date != self.date {
                (self.date, self.minute) = (date, 0);
            }
            let date = date?;
            let minute = (self.minute..MINUTES_OF_DAY).find(|minute| {
                self.hours.contains(minute / 60) && self.minutes.contains(minute % 60)
            });
            let Some(minute) = minute else {
                (self.date, self.minute) = (date.next_day(), 0);
                continue;
            };
            self.minute = minute + 1;
            let midnight = date.midnight().assume_offset(UtcOffset::UTC);
            return Some(midnight.unix_timestamp() + i64::from(minute) * 60);
        }
    }
}

impl Numbers {
    /// The numbers of a field with a list of `*`, values and ranges, possibly with steps.
    fn of(field: &Field, text: &str) -> Option<Self> {
        let mut numbers = Self::default();
        for item in text.split(',') {
            let (values, step) = match item.split_once('/') {
                Some((values, step)) => (values, Some(step.parse::<u16>().ok()?)),
                None => (item, None),
            };
            let (first, last) = match values.split_once('-') {
                _ if values == "*" => (field.min, field.max),
                Some((first, last)) => (field.value(first).ok()?, field.value(last).ok()?),
                None => {
                    let value = field.value(values).ok()?;
                    (value, step.map_or(value, |_| field.max))
                }
            };
            for number in (first..=last).step_by(step.unwrap_or(1).max(1).into()) {
                numbers.insert(number);
            }
        }
        Some(numbers)
    }

    fn insert(&mut self, number: u16) {
        let (word, bit) = Self::place(number);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    fn contains(self, number: u16) -> bool {
        let (word, bit) = Self::place(number);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(number: u16) -> (usize, u64) {
        let index = number.checked_sub(Field::FIRST_YEAR).unwrap_or(number);
        ((index / 64).into(), 1 << (index % 64))
    }
}

impl Day {
    fn of_month(field: &Field, text: &str) -> Option<Self> {
        let upper = text.to_ascii_uppercase();
        Some(match upper.as_str() {
            "L" => Self::LastOfMonth,
            "LW" => Self::LastWorkday,
            _ => match upper.strip_suffix('W') {
                Some(day) => Self::Workday(field.value(day).ok()?),
                None => Self::OfMonth(Numbers::of(field, text)?),
            },
        })
    }

    fn of_week(field: &Field, text: &str) -> Option<Self> {
        let upper = text.to_ascii_uppercase();
        if let Some((day, nth)) = upper.split_once('#') {
            return Some(Self::Nth(field.value(day).ok()?, nth.parse().ok()?));
        }
        match upper.strip_suffix('L') {
            // The last day of the week.
            Some("") => Some(Self::OfWeek(Numbers::of(field, "SAT")?)),
            Some(day) => Some(Self::LastOfWeek(field.value(day).ok()?)),
            None => Some(Self::OfWeek(Numbers::of(field, text)?)),
        }
    }

    fn contains(self, date: Date) -> bool {
        let day = u16::from(date.day());
        let last = u16::from(days_in_month(date.month(), date.year()));
        let weekday = u16::from(date.weekday().number_from_sunday());
        match self {
            Self::OfMonth(days) => days.contains(day),
            Self::LastOfMonth => day == last,
            Self::LastWorkday => Some(day) == workday(date, last),
            Self::Workday(of) => Some(day) == workday(date, of),
            Self::OfWeek(days) => days.contains(weekday),
            Self::LastOfWeek(of) => weekday == of && day + 7 > last,
            Self::Nth(of, nth) => weekday == of && day.div_ceil(7) == nth,
        }
    }
}

/// The day from Monday to Friday that is nearest to a day of a date's month, in the same month.
fn workday(date: Date, day: u16) -> Option<u16> {
    let last = u16::from(days_in_month(date.month(), date.year()));
    let of = date.replace_day(u8::try_from(day).ok()?).ok()?;
    Some(match of.weekday().number_from_sunday() {
        1 if day == last => day - 2,
        1 => day + 1,
        7 if day == 1 => day + 2,
        7 => day - 1,
        _ => day,
    })
}
