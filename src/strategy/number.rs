//! Numbers and timestamps.

use aws_smithy_types::DateTime;
use proptest::{num::f64, prelude::*, sample::select};

use super::{
    Profile,
    generate::weighted,
    generated::{Generated, Number},
    shrink::shrinking,
};
use crate::{
    constraint::Constraint,
    facts::draft::JsonTree,
    wire::timestamp::{FIRST, LAST, MILLIS},
};

/// Integers from `min` to `max`, as far as the constraint allows them.
pub(super) fn whole(
    min: i64,
    max: i64,
    constraint: Option<&'static Constraint>,
    profile: Profile,
) -> BoxedStrategy<Generated> {
    let bounds = constraint.map_or([None; 3], |facts| facts.limit.bounds());
    // Limits are small integers.
    #[allow(clippy::cast_possible_truncation)]
    let [least, most, besides] = bounds.map(|bound| bound.map(|bound| bound as i64));
    let (least, most) = (least.unwrap_or(min), most.unwrap_or(max));
    let simplest = 0.clamp(least, most);
    let small = 0.max(least)..=100.min(most);
    let number = move |number| Generated::Number(Number::whole(number, simplest));
    let mut numbers = vec![
        (3, small.prop_map(number).boxed()),
        (2, (least..=most).prop_map(number).boxed()),
        (1, select(vec![least, most]).prop_map(number).boxed()),
    ];
    // It shrinks to the simplest number only: the numbers between the two may not be allowed.
    let besides =
        besides.map(|number| raw(&number).or_simpler(vec![JsonTree::Raw(simplest.to_string())]));
    numbers.extend(besides.map(|number| (1, Just(number).boxed())));
    if profile == Profile::Adversarial {
        // The last of these integers has no exact f64.
        let edges = [0, -1, min, max, max - 1, 9_007_199_254_740_993];
        let past = [least.saturating_sub(1), most.saturating_add(1)];
        let edges = edges.into_iter().chain(past);
        let edges = edges.filter(|number| (min..=max).contains(number));
        let edges = select(edges.collect::<Vec<_>>());
        numbers.push((4, edges.prop_map(number).boxed()));
    }
    weighted(numbers)
}

/// A number that does not shrink.
fn raw(number: &impl ToString) -> Generated {
    Generated::Fixed(JsonTree::Raw(number.to_string()))
}

/// Floating-point numbers, as their canonical text.
pub(super) fn double(
    constraint: Option<&'static Constraint>,
    profile: Profile,
) -> BoxedStrategy<Generated> {
    let bounds = constraint.map_or([None; 3], |facts| facts.limit.bounds());
    let decimals = constraint.and_then(|limits| limits.documented.decimals);
    let decimals = decimals.unwrap_or(0).into();
    let scale = 10_i32.pow(decimals);
    let mut numbers = Vec::new();
    if let [least, Some(most), _] = bounds {
        let scaled = |bound: f64| bound * f64::from(scale);
        // Without a lower limit, the minimum is the smallest number above zero.
        let (least, most) = (least.map_or(1.0, scaled), scaled(most));
        // Limits are small, and integers in these units.
        #[allow(clippy::cast_possible_truncation)]
        let (least, most) = (least.round() as i64, most.round() as i64);
        let number = move |units| Generated::Number(Number::decimal(units, least, decimals));
        numbers.push((4, (least..=most).prop_map(number).boxed()));
        numbers.push((1, select(vec![least, most]).prop_map(number).boxed()));
        let past = select(vec![least - 1, most + 1]).prop_map(number);
        if profile == Profile::Adversarial {
            numbers.push((2, past.boxed()));
        }
    }
    if numbers.is_empty() || profile == Profile::Adversarial {
        let finite = f64::NORMAL | f64::SUBNORMAL | f64::ZERO;
        let whole = any::<i32>().prop_map(|number| Number::whole(number.into(), 0));
        numbers.push((2, whole.prop_map(Generated::Number).boxed()));
        numbers.push((2, finite.prop_map(floating_point).boxed()));
        let edges = vec![
            0.0,
            -0.0,
            0.1,
            9_007_199_254_740_992.0,
            1e16,
            f64::MAX,
            f64::MIN,
        ];
        numbers.push((1, select(edges).prop_map(floating_point).boxed()));
    }
    weighted(numbers)
}

fn floating_point(number: f64) -> Generated {
    let simpler = [0.0, number.trunc()].map(|number| JsonTree::Raw(shortest(number)));
    raw(&shortest(number)).or_simpler(simpler.into())
}

/// A number's text as the encoder writes it, without a decimal point where that is shorter.
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
    weighted(vec![
        (4, whole.boxed()),
        (2, millis.boxed()),
        (1, (FIRST..=LAST).boxed()),
        (1, ends.boxed()),
    ])
}

/// Timestamps that can be encoded: whole microseconds of years 0001 to 9999.
pub fn date_time() -> BoxedStrategy<DateTime> {
    let micros = micros().prop_map(|micros| Generated::Number(Number::whole(micros, 0)));
    shrinking(micros.boxed())
        .prop_map(|micros| {
            let micros = micros.number().unwrap_or_default();
            let nanos = u32::try_from(micros.rem_euclid(MICROS) * 1_000).unwrap_or_default();
            DateTime::from_secs_and_nanos(micros.div_euclid(MICROS), nanos)
        })
        .boxed()
}

/// Timestamps as their canonical text.
pub(super) fn timestamp(constraint: Option<&'static Constraint>) -> BoxedStrategy<Generated> {
    /// The smallest number that is decoded as milliseconds.
    const MIN_MILLIS: i64 = LAST / MICROS + 1;
    let milliseconds = constraint.is_some_and(|limits| limits.milliseconds);
    micros()
        .prop_map(move |micros| {
            let millis = micros.div_euclid(MILLIS);
            if milliseconds && millis >= MIN_MILLIS {
                return Generated::Number(Number::whole(millis, MIN_MILLIS));
            }
            Generated::Number(Number::decimal(micros, 0, 6))
        })
        .boxed()
}
