//! Strings by their constraint.

use proptest::strategy::{BoxedStrategy, Strategy};

use super::{
    Profile, document,
    generate::{either, random, weighted},
    generated::{Generated, Simplify, Text},
    schedule, shrink, unusual, value,
};
use crate::{
    constraint::arn,
    constraint::{CRON_EXPRESSION, Constraint, Pattern, Run, STRING_DATE_TIME},
    facts::draft::JsonTree,
};

/// The pattern of strings without a pattern; it excludes control characters.
const PRINTABLE: Pattern = Pattern::read(r"[^\p{C}]*");

/// Valid strings of a constraint.
pub(crate) fn valid_strings(constraint: &'static Constraint) -> BoxedStrategy<String> {
    shrink::strings(valid(Some(constraint)))
}

/// Strings of a constraint.
pub(super) fn of(
    constraint: Option<&'static Constraint>,
    profile: Profile,
) -> BoxedStrategy<Generated> {
    let valid = valid(constraint);
    if profile == Profile::Valid {
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
        .map(|length| matching(&runs, length, length));
    let at_limits = either(at_limits);
    // Any text decodes, so these need not shrink to valid strings.
    let any = |text: Generated| Generated::Text(Text::any(&text.json().into_text()));
    weighted(vec![
        (4, unusual::text()),
        (2, valid.prop_map(any).boxed()),
        (1, at_limits.prop_map(any).boxed()),
    ])
}

fn valid(constraint: Option<&'static Constraint>) -> BoxedStrategy<Generated> {
    let limits = value::counts(constraint);
    let (least, most) = (*limits.start(), *limits.end());
    let Some(constraint) = constraint else {
        return matching(&PRINTABLE.alternatives(), least, most);
    };
    if constraint.name == CRON_EXPRESSION.name {
        return schedule::cron();
    }
    if constraint.name == STRING_DATE_TIME.name {
        return schedule::time();
    }
    if constraint.documented.max_bytes.is_some() {
        return document::text(Some(constraint), Profile::Valid);
    }
    if !constraint.documented.resources.is_empty() {
        return resource(constraint.documented.resources, most);
    }
    let pattern = constraint.matcher.unwrap_or(PRINTABLE);
    matching(&pattern.alternatives(), least, most)
}

/// ARNs of resources of these types.
fn resource(types: &'static [&'static str], most: usize) -> BoxedStrategy<Generated> {
    const NAME: Pattern = Pattern::read("[a-zA-Z0-9_-]+");
    let name = NAME.alternatives().concat();
    let mut simplest = Vec::new();
    let mut arns = Vec::new();
    for kind in types {
        let form = arn::form(kind)
            .replace("REGION", "eu-west-1")
            .replace("ACCOUNT", "123456789012");
        let (before, after) = form.split_once("NAME").unwrap_or((&form, ""));
        let (before, after) = (before.to_owned(), after.replace("VERSION", "1.0"));
        let room = most.saturating_sub(before.len() + after.len());
        let room = room.min(arn::max_name_length(kind).unwrap_or(room));
        let simpler = simplest.clone();
        // ARNs of the other types shrink to one of the first type.
        if simplest.is_empty() {
            simplest.push(JsonTree::Text(format!("{before}a{after}")));
        }
        let arn = move |name: Text| {
            let text = Text::default().literal(&before);
            let text = text.followed_by(name).literal(&after);
            Generated::Text(text).or_simpler(simpler.clone())
        };
        arns.push(matching_runs(&name, 1, room).prop_map(arn).boxed());
    }
    either(arns)
}

/// Texts that match one of the alternatives, with a length from `least` to `most`; both lengths occur.
fn matching(alternatives: &[Vec<Run>], least: usize, most: usize) -> BoxedStrategy<Generated> {
    let mut simplest = Vec::new();
    let mut texts = Vec::new();
    for runs in alternatives {
        let simpler = simplest.clone();
        texts.push(
            matching_runs(runs, least, most)
                .prop_map(move |text| Generated::Text(text).or_simpler(simpler.clone()))
                .boxed(),
        );
        // Texts of the other alternatives shrink to the simplest text of the first.
        if simplest.is_empty() {
            let rows: Vec<_> = runs.iter().map(|run| run.characters.clone()).collect();
            let first = text(runs, &rows, least, least, 0).simplest();
            simplest.push(JsonTree::Text(first.string()));
        }
    }
    either(texts)
}

fn matching_runs(runs: &[Run], least: usize, most: usize) -> BoxedStrategy<Text> {
    let least = least.max(needed(runs));
    let most = most.max(least);
    let runs = runs.to_vec();
    random(move |random| {
        // Most texts are short.
        let length = match random.below(23) {
            0 => least,
            1 if most == usize::MAX => least + random.below(301),
            1 => least + random.below(most - least + 1),
            2 if most != usize::MAX => most,
            _ => most.min(least + random.below(25)),
        };
        // Repeating a few characters of each run makes long texts as cheap to generate as short ones.
        let rows = runs.iter().map(|run| {
            let count = 1 + random.below(16);
            let characters = (0..count).map(|_| random.below(run.characters.len()));
            characters
                .filter_map(|index| run.characters.get(index).copied())
                .collect()
        });
        let rows: Vec<Vec<char>> = rows.collect();
        let growing = random.below(runs.iter().filter(|run| run.more).count());
        text(&runs, &rows, least, length, growing)
    })
}

/// The minimum number of characters of the runs.
fn needed(runs: &[Run]) -> usize {
    runs.iter().map(|run| run.least).sum()
}

/// A text of this length, with the characters of the rows; of the runs that may be longer, only the one
/// with the index `growing` is.
fn text(runs: &[Run], rows: &[Vec<char>], least: usize, length: usize, growing: usize) -> Text {
    let needed = needed(runs);
    let mut longer = 0..;
    let runs = runs.iter().zip(rows);
    runs.fold(Text::default(), |text, (run, row)| {
        let grows = run.more && longer.next() == Some(growing);
        let beyond = |length: usize| {
            if grows {
                length.saturating_sub(needed)
            } else {
                0
            }
        };
        let simplest = run.characters.first().copied().unwrap_or('a');
        text.run(
            row,
            run.least + beyond(length),
            run.least + beyond(least),
            simplest,
        )
    })
}
