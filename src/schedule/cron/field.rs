//! One field of a cron expression.

use super::CronFault;

/// The values that a field may have.
pub(super) struct Field {
    /// The name of the field.
    pub(super) name: &'static str,
    pub(super) min: u16,
    pub(super) max: u16,
    /// The names of the numbers from `min` on.
    names: &'static [&'static str],
    day: Option<Day>,
}

#[derive(Clone, Copy, PartialEq)]
enum Day {
    OfMonth,
    OfWeek,
}

impl Field {
    pub(super) const FIRST_YEAR: u16 = 1970;
    pub(super) const LAST_YEAR: u16 = 2199;

    /// The fields in their order.
    pub(super) const ALL: [Self; 6] = [
        Self::new("minute", 0, 59),
        Self::new("hour", 0, 23),
        Self {
            day: Some(Day::OfMonth),
            ..Self::new("day-of-month", 1, 31)
        },
        Self {
            names: &[
                "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
            ],
            ..Self::new("month", 1, 12)
        },
        Self {
            names: &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
            day: Some(Day::OfWeek),
            ..Self::new("day-of-week", 1, 7)
        },
        Self::new("year", Self::FIRST_YEAR, Self::LAST_YEAR),
    ];

    const fn new(name: &'static str, min: u16, max: u16) -> Self {
        Self {
            name,
            min,
            max,
            names: &[],
            day: None,
        }
    }

    /// The minimum and the maximum.
    #[cfg(feature = "proptest")]
    pub(super) const fn range(&self) -> (u16, u16) {
        (self.min, self.max)
    }

    /// Checks a field: `?` for a day, or a list of items.
    pub(super) fn check(&self, text: &str) -> Result<(), CronFault> {
        if text == "?" {
            return match self.day {
                Some(_) => Ok(()),
                None => Err(self.fault("`?` is only for day-of-month and day-of-week")),
            };
        }
        if !text.contains(',') {
            return self.item(text, true);
        }
        text.split(',').try_for_each(|item| self.item(item, false))
    }

    /// Checks an item: `*`, a value, a range or a special day, possibly with a step.
    fn item(&self, item: &str, alone: bool) -> Result<(), CronFault> {
        if item.is_empty() {
            return Err(self.fault("a value is missing beside a comma"));
        }
        if let Some(result) = self.special_day(item, alone) {
            return result;
        }
        let Some((values, step)) = item.split_once('/') else {
            return self.values(item);
        };
        if !values.is_empty() {
            self.values(values)?;
        }
        let longest = match self.name {
            "year" => self.max - self.min,
            _ => self.max,
        };
        match number(step) {
            Some(step) if (1..=longest).contains(&step) => {}
            _ => {
                return Err(self.fault(&format!(
                    "the step `{}` is not from 1 to {longest}",
                    start(step)
                )));
            }
        }
        if values.is_empty() {
            return Err(undocumented(format!(
                "write `*/{step}` for `{}`",
                start(item)
            )));
        }
        if self.day == Some(Day::OfWeek) {
            return Err(undocumented(format!(
                "a step, as in `{}`, is not documented here",
                start(item)
            )));
        }
        Ok(())
    }

    /// Checks `*`, a value or a range.
    fn values(&self, text: &str) -> Result<(), CronFault> {
        if text == "*" {
            return Ok(());
        }
        let Some((first, last)) = text.split_once('-') else {
            return self.value(text).map(|_| ());
        };
        let (first, last) = (self.value(first)?, self.value(last)?);
        if first > last {
            let message = format!(
                "the range `{}` is descending: write two ranges",
                start(text)
            );
            return Err(undocumented(message));
        }
        Ok(())
    }

    /// A number or a name as a number.
    pub(super) fn value(&self, text: &str) -> Result<u16, CronFault> {
        let named = (self.min..)
            .zip(self.names)
            .find(|(_, name)| name.eq_ignore_ascii_case(text))
            .map(|(number, _)| number);
        let value = named.or_else(|| number(text));
        value
            .filter(|value| (self.min..=self.max).contains(value))
            .ok_or_else(|| self.fault(&format!("`{}` is not a value", start(text))))
    }

    /// Checks an item with `L`, `W` or `#`; `None` if it has none of these.
    fn special_day(&self, item: &str, alone: bool) -> Option<Result<(), CronFault>> {
        let written = |form: &str| {
            let end = item.len().checked_sub(form.len())?;
            let (rest, tail) = item.split_at_checked(end)?;
            tail.eq_ignore_ascii_case(form).then_some(rest)
        };
        let checked = match self.day? {
            Day::OfMonth => {
                if matches!(written("L").or(written("LW")), Some("")) {
                    Ok(())
                } else if let Some(day) = written("W") {
                    self.value(day).map(|_| ())
                } else if item.starts_with(['L', 'l']) {
                    Err(undocumented(format!(
                        "`{}` is not documented here",
                        start(item)
                    )))
                } else {
                    return None;
                }
            }
            Day::OfWeek => {
                if let Some((day, nth)) = item.split_once('#') {
                    self.value(day).and_then(|_| match number(nth) {
                        Some(1..=5) => Ok(()),
                        _ => Err(self.fault(&format!("`#{}` is not from #1 to #5", start(nth)))),
                    })
                } else {
                    match written("L")? {
                        "" => Ok(()),
                        day => self.value(day).map(|_| ()),
                    }
                }
            }
        };
        Some(checked.and_then(|()| {
            if alone {
                Ok(())
            } else {
                Err(self.fault(&format!("`{}` must be the only item", start(item))))
            }
        }))
    }

    fn fault(&self, wrong: &str) -> CronFault {
        let Self { min, max, .. } = self;
        let names = match self.names {
            [first, .., last] => format!(" or {first} to {last}"),
            _ => String::new(),
        };
        CronFault::new(format!("{wrong} ({min} to {max}{names})"))
    }
}

fn undocumented(message: String) -> CronFault {
    CronFault {
        message,
        undocumented: true,
    }
}

/// A number of at most four digits and nothing else.
fn number(text: &str) -> Option<u16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// The start of a text that may be long, or the query of a URL.
fn start(text: &str) -> &str {
    const LONGEST: usize = 16;
    let query = text
        .split_once('?')
        .filter(|(_, query)| query.contains('='));
    let text = query.map_or(text, |(start, _)| start);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => text.get(..end).unwrap_or_default(),
        None => text,
    }
}
