//! The times of schedules and the cron expressions of maintenance windows.

use proptest::prelude::*;

use super::{
    generate::weighted,
    generated::{Generated, Number, Sequence},
};
use crate::{
    facts::draft::JsonTree,
    schedule::{cron, date_time_text},
};

/// A minute, in seconds.
const MINUTE: i64 = 60;

/// The times that schedules are generated with, in epoch minutes: from 2020 to 2050.
const MINUTES: std::ops::Range<i64> = 26_297_280..42_075_360;

/// Times of a schedule in the documented format.
pub(super) fn time() -> BoxedStrategy<Generated> {
    MINUTES
        .prop_map(|minutes| {
            Generated::Number(Number::whole(minutes, MINUTES.start)).mapped(|minutes| {
                JsonTree::Text(date_time_text(
                    minutes.number().unwrap_or_default() * MINUTE,
                ))
            })
        })
        .boxed()
}

/// The simplest cron expression.
const EVERY_MINUTE: &str = "cron(* * * * ? *)";

/// The indexes of the fields for days, one of which must be `?`.
const DAY: usize = 2;
const WEEKDAY: usize = 4;

/// Cron expressions of the start of a maintenance window.
pub(super) fn cron() -> BoxedStrategy<Generated> {
    let fields = cron::ranges().map(|(min, max)| field(min, max));
    (fields, any::<bool>())
        .prop_map(|(fields, by_weekday)| {
            let fields = fields.into_iter().enumerate().map(|(index, field)| {
                let field = match index {
                    DAY if by_weekday => "?",
                    WEEKDAY if !by_weekday => "?",
                    // Steps are not documented for days of the week.
                    WEEKDAY => field.split('/').next().unwrap_or_default(),
                    _ => field.as_str(),
                };
                let text = |text: &str| JsonTree::Text(text.to_owned());
                let simpler = if field == "?" {
                    vec![]
                } else {
                    vec![text("*")]
                };
                Generated::Fixed(text(field)).or_simpler(simpler)
            });
            Generated::List(Sequence::all(fields.collect()))
                .mapped(|fields| expression(&fields))
                .or_simpler(vec![JsonTree::Text(EVERY_MINUTE.to_owned())])
        })
        .boxed()
}

/// The cron expression with these fields.
fn expression(fields: &JsonTree) -> JsonTree {
    let fields: Vec<_> = fields
        .elements()
        .iter()
        .filter_map(JsonTree::text)
        .collect();
    JsonTree::Text(format!("cron({})", fields.join(" ")))
}

/// One field: all values, one value, a range, a step, or two values.
fn field(min: u16, max: u16) -> BoxedStrategy<String> {
    let value = min..=max;
    let range = (value.clone(), value.clone())
        .prop_map(|(one, other)| format!("{}-{}", one.min(other), one.max(other)));
    let step = (1..=max - min).prop_map(|step| format!("*/{step}"));
    let two = (value.clone(), value.clone()).prop_map(|(one, other)| format!("{one},{other}"));
    weighted(vec![
        (2, Just("*".to_owned()).boxed()),
        (2, value.prop_map(|value| value.to_string()).boxed()),
        (1, range.boxed()),
        (1, step.boxed()),
        (1, two.boxed()),
    ])
}
