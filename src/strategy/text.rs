//! Strings by their constraint.

use proptest::{collection::vec, prelude::*, sample::select, strategy::Union};

use super::{Wanted, document, odd, schedule, value};
use crate::{
    constraint::{CRON_EXPRESSION, Constraint, Pattern, Run, STRING_DATE_TIME},
    validate::arn,
};

/// What a string may be that has no pattern: no control characters, which few programs expect.
const PRINTABLE: Pattern = Pattern::read(r"[^\p{C}]*");

/// Strings of a constraint.
pub(super) fn of(constraint: Option<&'static Constraint>, wanted: Wanted) -> BoxedStrategy<String> {
    let valid = valid(constraint);
    if wanted == Wanted::Valid {
        return valid;
    }
    let limits = value::counts(constraint);
    let past = |length: &usize| *length != usize::MAX;
    let lengths = [
        limits.start().saturating_sub(1),
        limits.end().saturating_add(1),
        *limits.end(),
    ];
    let lengths: Vec<_> = lengths.into_iter().filter(past).collect();
    let runs = constraint
        .and_then(|limits| limits.matcher)
        .unwrap_or(PRINTABLE)
        .alternatives();
    let at_limits = lengths
        .into_iter()
        .map(|length| spelled(&runs, length, length));
    let at_limits = Union::new(at_limits);
    prop_oneof![4 => odd::text(), 2 => valid, 1 => at_limits].boxed()
}

fn valid(constraint: Option<&'static Constraint>) -> BoxedStrategy<String> {
    let limits = value::counts(constraint);
    let (least, most) = (*limits.start(), *limits.end());
    let Some(constraint) = constraint else {
        return spelled(&PRINTABLE.alternatives(), least, most);
    };
    if constraint.name == CRON_EXPRESSION.name {
        return schedule::cron();
    }
    if constraint.name == STRING_DATE_TIME.name {
        return schedule::time();
    }
    if constraint.documented.max_bytes.is_some() {
        return document::text(Some(constraint), Wanted::Valid);
    }
    if !constraint.documented.resources.is_empty() {
        return resource(constraint.documented.resources, most);
    }
    let pattern = constraint.matcher.unwrap_or(PRINTABLE);
    spelled(&pattern.alternatives(), least, most)
}

/// ARNs of resources of these types.
fn resource(types: &'static [&'static str], most: usize) -> BoxedStrategy<String> {
    const NAME: Pattern = Pattern::read("[a-zA-Z0-9_-]+");
    let arns = types.iter().map(|kind| {
        let form = arn::form(kind)
            .replace("REGION", "eu-west-1")
            .replace("ACCOUNT", "123456789012");
        let (before, behind) = form.split_once("NAME").unwrap_or((&form, ""));
        let (before, behind) = (before.to_owned(), behind.replace("VERSION", "1.0"));
        let room = most.saturating_sub(before.len() + behind.len());
        spelled(&NAME.alternatives(), 1, room)
            .prop_map(move |name| format!("{before}{name}{behind}"))
    });
    Union::new(arns).boxed()
}

/// Strings of one of some alternatives, of a length from `least` to `most`, both of which occur.
fn spelled(alternatives: &[Vec<Run>], least: usize, most: usize) -> BoxedStrategy<String> {
    Union::new(
        alternatives
            .iter()
            .map(|runs| spelled_by(runs, least, most)),
    )
    .boxed()
}

fn spelled_by(runs: &[Run], least: usize, most: usize) -> BoxedStrategy<String> {
    let needed: usize = runs.iter().map(|run| run.least).sum();
    let least = least.max(needed);
    let most = most.max(least);
    let short = least..=most.min(least.saturating_add(24));
    let lengths = if most == usize::MAX {
        prop_oneof![20 => short, 1 => Just(least), 1 => least..=least.saturating_add(300)].boxed()
    } else {
        prop_oneof![20 => short, 1 => Just(least), 1 => least..=most, 1 => Just(most)].boxed()
    };
    // A few characters of each run, over and over, make long strings as cheap as short ones.
    let rows = runs
        .iter()
        .map(|run| vec(select(run.characters.clone()), 1..=16));
    let rows: Vec<_> = rows.collect();
    let growing: Vec<_> = runs
        .iter()
        .enumerate()
        .filter(|(_, run)| run.more)
        .collect();
    let growing: Vec<_> = growing.into_iter().map(|(index, _)| index).collect();
    let fixed: Vec<_> = runs.iter().map(|run| run.least).collect();
    (lengths, rows, any::<prop::sample::Index>())
        .prop_map(move |(length, rows, choice)| {
            let grows = (!growing.is_empty()).then(|| growing.get(choice.index(growing.len())));
            let grows = grows.flatten();
            let parts = rows
                .iter()
                .zip(&fixed)
                .enumerate()
                .map(|(index, (row, least))| {
                    let more = if grows == Some(&index) {
                        length - needed
                    } else {
                        0
                    };
                    row.iter().cycle().take(least + more).collect::<String>()
                });
            parts.collect()
        })
        .boxed()
}
