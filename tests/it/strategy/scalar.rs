//! Numbers, timestamps and bytes in the forms they come in.

use iot_jobs::primitives::{DateTime, DateTimeFormat};
use proptest::{collection::vec, num::f64, prelude::*, sample::select};

use super::Payload;
use crate::timestamps::decimal;

pub(super) fn integer() -> BoxedStrategy<Payload> {
    let edges = select(vec![0, 1, -1, i32::MAX, i32::MIN]);
    let number = prop_oneof![any::<i32>(), edges];
    (number, 0..6_u8)
        .prop_map(|(number, form)| whole(number.into(), form))
        .boxed()
}

pub(super) fn long(digits_in_a_string: bool) -> BoxedStrategy<Payload> {
    let edges = select(vec![0, 1, -1, 9_007_199_254_740_993, i64::MAX, i64::MIN]);
    let number = prop_oneof![any::<i64>(), any::<i32>().prop_map(i64::from), edges];
    (number, 0..8_u8)
        .prop_map(move |(number, form)| match form {
            6 if digits_in_a_string && number >= 0 => {
                Payload::new(format!("\"{number}\""), number.to_string())
            }
            7 if digits_in_a_string && number >= 0 => {
                Payload::new(format!("\"00{number}\""), number.to_string())
            }
            _ => whole(number, form),
        })
        .boxed()
}

fn whole(number: i64, form: u8) -> Payload {
    let input = match form {
        1 => format!("{number}.0"),
        2 => format!("{number}e0"),
        3 => format!("{number}.000E+00"),
        4 if number != 0 => format!("{number}00e-2"),
        5 if number == 0 => "-0".to_owned(),
        _ => number.to_string(),
    };
    Payload::new(input, number.to_string())
}

pub(super) fn double() -> BoxedStrategy<Payload> {
    let whole = any::<i32>().prop_map(f64::from);
    let edges = select(vec![
        0.0,
        -0.0,
        0.1,
        1.1,
        9_007_199_254_740_992.0,
        1e16,
        1e22,
        f64::MAX,
    ]);
    let number = prop_oneof![f64::NORMAL | f64::SUBNORMAL | f64::ZERO, whole, edges];
    (number, any::<bool>())
        .prop_map(|(number, exponent)| {
            let input = if exponent {
                format!("{number:e}")
            } else {
                format!("{number:?}")
            };
            let minus_zero = number == 0.0 && number.is_sign_negative();
            let canonical = if number.fract() == 0.0 && number.abs() < 1e16 && !minus_zero {
                format!("{number:.0}")
            } else {
                serde_json::to_string(&number).unwrap()
            };
            Payload::new(input, canonical)
        })
        .boxed()
}

/// The first and the last microsecond of years 0001 to 9999.
const YEARS: [i64; 2] = [-62_135_596_800_000_000, 253_402_300_799_999_999];

pub(super) fn timestamp(milliseconds: bool) -> BoxedStrategy<Payload> {
    let micros = prop_oneof![
        YEARS[0]..=YEARS[1],
        1_400_000_000_000_000..2_000_000_000_000_000_i64,
        (1_400_000_000_000..2_000_000_000_000_i64).prop_map(|millis| millis * 1_000),
        (1_400_000_000..2_000_000_000_i64).prop_map(|seconds| seconds * 1_000_000),
        -2_000_000..2_000_000_i64,
        select(vec![YEARS[0], YEARS[1], 0, -1, 1, 9_007_199_254_740_991]),
    ];
    let form = (
        0..7_u8,
        select(vec![(-480, "-08:00"), (330, "+0530"), (0, "+00:00")]),
    );
    (micros, form)
        .prop_map(move |(micros, (form, offset))| {
            let millis = (micros + 500).div_euclid(1_000);
            // Fewer milliseconds would be read as seconds, more are of the year 10000.
            let as_millis = YEARS[1] / 1_000_000 + 1..=YEARS[1] / 1_000;
            let canonical = if milliseconds && as_millis.contains(&millis) {
                millis.to_string()
            } else {
                decimal(micros.into())
            };
            Payload::new(moment(micros, form, offset), canonical)
        })
        .boxed()
}

fn moment(micros: i64, form: u8, (minutes, offset): (i64, &str)) -> String {
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
    let local = micros + minutes * 60_000_000;
    match form {
        0 => fraction(1_000_000, 6),
        // Less than half a microsecond more.
        1 => fraction(1_000_000, 6) + "4999",
        2 => format!("{micros}e-6"),
        // Milliseconds are told from seconds by lying outside years 0001 to 9999.
        3 if !(YEARS[0] / 1_000_000 - 1..=YEARS[1] / 1_000_000 + 1).contains(&(micros / 1_000)) => {
            fraction(1_000, 3)
        }
        4 => format!("\"{}\"", iso(micros)),
        5 if (YEARS[0]..=YEARS[1]).contains(&local) => {
            format!("\"{}{offset}\"", iso(local).trim_end_matches('Z'))
        }
        _ => decimal(micros.into()),
    }
}

pub(super) fn blob() -> BoxedStrategy<Payload> {
    vec(any::<u8>(), 0..8)
        .prop_map(|bytes| format!("\"{}\"", aws_smithy_types::base64::encode(bytes)))
        .prop_map(|text| Payload::new(text.clone(), text))
        .boxed()
}
