//! Numbers and moments.

use aws_smithy_types::DateTime;
use proptest::{num::f64, prelude::*, sample::select, strategy::Union};

use super::Wanted;
use crate::{
    constraint::Constraint,
    timestamp::{FIRST, LAST, MILLIS},
};

/// Whole numbers from `min` to `max`, as far as the constraint allows them.
pub(super) fn whole(
    min: i64,
    max: i64,
    constraint: Option<&'static Constraint>,
    wanted: Wanted,
) -> BoxedStrategy<i64> {
    let bounds = constraint.map_or([None; 3], |facts| facts.limit.bounds());
    // Limits are small whole numbers.
    #[allow(clippy::cast_possible_truncation)]
    let [least, most, besides] = bounds.map(|bound| bound.map(|bound| bound as i64));
    let (least, most) = (least.unwrap_or(min), most.unwrap_or(max));
    let small = 0.max(least)..=100.min(most);
    let mut numbers = vec![
        (3, small.boxed()),
        (2, (least..=most).boxed()),
        (1, select(vec![least, most]).boxed()),
    ];
    numbers.extend(besides.map(|number| (1, Just(number).boxed())));
    if wanted == Wanted::Hostile {
        // Whole numbers that a f64 does not hold stand among them.
        let edges = [0, -1, min, max, max - 1, 9_007_199_254_740_993];
        let past = [least.saturating_sub(1), most.saturating_add(1)];
        let edges = edges.into_iter().chain(past);
        let edges = edges.filter(|number| (min..=max).contains(number));
        numbers.push((4, select(edges.collect::<Vec<_>>()).boxed()));
    }
    Union::new_weighted(numbers).boxed()
}

/// Floating-point numbers, as their canonical text.
pub(super) fn double(
    constraint: Option<&'static Constraint>,
    wanted: Wanted,
) -> BoxedStrategy<String> {
    let bounds = constraint.map_or([None; 3], |facts| facts.limit.bounds());
    let decimals = constraint.and_then(|limits| limits.documented.decimals);
    let scale = decimals.map_or(1.0, |decimals| 10_f64.powi(decimals.into()));
    let mut numbers = Vec::new();
    if let [least, Some(most), _] = bounds {
        // Where nothing says how little is allowed, as little as is more than nothing.
        let (least, most) = (least.map_or(1.0, |least| least * scale), most * scale);
        // Limits are small, and whole in these units.
        #[allow(clippy::cast_possible_truncation)]
        let (least, most) = (least.round() as i32, most.round() as i32);
        let units = move |units: i32| f64::from(units) / scale;
        numbers.push((4, (least..=most).prop_map(units).boxed()));
        numbers.push((1, select(vec![least, most]).prop_map(units).boxed()));
        let past = select(vec![least - 1, most + 1]).prop_map(units);
        if wanted == Wanted::Hostile {
            numbers.push((2, past.boxed()));
        }
    }
    if numbers.is_empty() || wanted == Wanted::Hostile {
        let finite = f64::NORMAL | f64::SUBNORMAL | f64::ZERO;
        numbers.push((2, any::<i32>().prop_map(f64::from).boxed()));
        numbers.push((2, finite.boxed()));
        let edges = vec![
            0.0,
            -0.0,
            0.1,
            9_007_199_254_740_992.0,
            1e16,
            f64::MAX,
            f64::MIN,
        ];
        numbers.push((1, select(edges).boxed()));
    }
    Union::new_weighted(numbers).prop_map(shortest).boxed()
}

/// A number's text without a point where that is shorter, as the encoder has it.
fn shortest(number: f64) -> String {
    let minus_zero = number == 0.0 && number.is_sign_negative();
    if number.fract() == 0.0 && number.abs() < 1e16 && !minus_zero {
        return format!("{number:.0}");
    }
    serde_json::Value::from(number).to_string()
}

/// Microseconds in a second.
const MICROS: i64 = 1_000 * MILLIS;

/// Epoch microseconds of years 0001 to 9999, most of them of this century.
fn micros() -> BoxedStrategy<i64> {
    // 2000 to 2100.
    let century = 946_684_800..4_102_444_800_i64;
    let whole = century.clone().prop_map(|seconds| seconds * MICROS);
    let millis = (century, 0..1_000_i64).prop_map(|(s, millis)| s * MICROS + millis * MILLIS);
    let ends = select(vec![0, -1, 1, FIRST, LAST, 9_007_199_254_740_991]);
    prop_oneof![4 => whole, 2 => millis, 1 => FIRST..=LAST, 1 => ends].boxed()
}

/// Moments that have a form on the wire: whole microseconds of years 0001 to 9999.
pub fn date_time() -> BoxedStrategy<DateTime> {
    micros()
        .prop_map(|micros| {
            let nanos = u32::try_from(micros.rem_euclid(MICROS) * 1_000).unwrap_or_default();
            DateTime::from_secs_and_nanos(micros.div_euclid(MICROS), nanos)
        })
        .boxed()
}

/// Moments as their canonical text.
pub(super) fn moment(constraint: Option<&'static Constraint>, _: Wanted) -> BoxedStrategy<String> {
    let milliseconds = constraint.is_some_and(|limits| limits.milliseconds);
    micros()
        .prop_map(move |micros| {
            let millis = micros.div_euclid(MILLIS);
            // Fewer milliseconds would be read as seconds.
            if milliseconds && millis > LAST / MICROS {
                return millis.to_string();
            }
            let sign = if micros < 0 { "-" } else { "" };
            let (seconds, rest) = (
                micros.unsigned_abs() / 1_000_000,
                micros.unsigned_abs() % 1_000_000,
            );
            let text = format!("{sign}{seconds}.{rest:06}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        })
        .boxed()
}
