//! Numbers and timestamps in the forms they come in.

use iot_jobs::{
    constraint::Constraint,
    primitives::{DateTime, DateTimeFormat},
};
use proptest::test_runner::TestRng;

use crate::round_trip::choice;

pub(super) fn whole(number: i64, rng: &mut TestRng) -> String {
    match choice(rng, 6) {
        1 => format!("{number}.0"),
        2 => format!("{number}e0"),
        3 => format!("{number}.000E+00"),
        4 if number != 0 => format!("{number}00e-2"),
        5 if number == 0 => "-0".to_owned(),
        _ => number.to_string(),
    }
}

pub(super) fn long(
    number: i64,
    constraint: Option<&'static Constraint>,
    rng: &mut TestRng,
) -> String {
    let in_string = constraint.is_some_and(|limits| limits.digits_in_a_string) && number >= 0;
    match choice(rng, 4) {
        0 if in_string => format!("\"{number}\""),
        1 if in_string => format!("\"00{number}\""),
        _ => whole(number, rng),
    }
}

pub(super) fn double(number: f64, rng: &mut TestRng) -> String {
    if choice(rng, 2) == 0 {
        format!("{number:e}")
    } else {
        format!("{number:?}")
    }
}

/// The first and the last microsecond of years 0001 to 9999.
const YEARS: [i64; 2] = [-62_135_596_800_000_000, 253_402_300_799_999_999];

/// The microseconds of a canonical timestamp.
fn micros(canonical: &str, constraint: Option<&'static Constraint>) -> i64 {
    let (whole, fraction) = canonical.split_once('.').unwrap_or((canonical, ""));
    let milliseconds = constraint.is_some_and(|limits| limits.milliseconds);
    if milliseconds && whole.parse::<i64>().unwrap() > YEARS[1] / 1_000_000 {
        return whole.parse::<i64>().unwrap() * 1_000;
    }
    format!("{whole}{fraction:0<6}").parse().unwrap()
}

pub(super) fn moment(
    canonical: &str,
    constraint: Option<&'static Constraint>,
    rng: &mut TestRng,
) -> String {
    let micros = micros(canonical, constraint);
    let sign = if micros < 0 { "-" } else { "" };
    let fraction = |per: u64, places| {
        let (whole, part) = (micros.unsigned_abs() / per, micros.unsigned_abs() % per);
        format!("{sign}{whole}.{part:0places$}")
    };
    let iso = |micros: i64| {
        let nanos = u32::try_from(micros.rem_euclid(1_000_000)).unwrap() * 1_000;
        let moment = DateTime::from_secs_and_nanos(micros.div_euclid(1_000_000), nanos);
        moment.fmt(DateTimeFormat::DateTime).unwrap()
    };
    let (minutes, offset) = [(-480, "-08:00"), (330, "+0530"), (0, "+00:00")][choice(rng, 3)];
    let local = micros + minutes * 60_000_000;
    match choice(rng, 7) {
        0 => fraction(1_000_000, 6),
        // Less than half a microsecond more.
        1 => fraction(1_000_000, 6) + "4999",
        2 => format!("{micros}e-6"),
        // A number that as seconds lies outside of the years 0001 to 9999 is in milliseconds.
        3 if !(YEARS[0] / 1_000_000 - 1..=YEARS[1] / 1_000_000 + 1).contains(&(micros / 1_000)) => {
            fraction(1_000, 3)
        }
        4 => format!("\"{}\"", iso(micros)),
        5 if (YEARS[0]..=YEARS[1]).contains(&local) => {
            format!("\"{}{offset}\"", iso(local).trim_end_matches('Z'))
        }
        _ => canonical.to_owned(),
    }
}
