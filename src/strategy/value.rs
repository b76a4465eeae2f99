//! Values by their kind and constraint.

use std::{fmt::Debug, ops::RangeInclusive};

use aws_smithy_types::{Blob, base64};
use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    Profile, document,
    generate::{either, random, weighted},
    generated::{Generated, Number, Sequence, Simplify, Text},
    json::any_but_text,
    number,
    shrink::shrinking,
    structure, text, unusual,
};
use crate::{
    constraint::Constraint,
    facts::{Kind, draft::JsonTree},
};

/// Values of a kind.
pub(super) fn of(
    kind: Kind,
    constraint: Option<&'static Constraint>,
    profile: Profile,
) -> BoxedStrategy<Generated> {
    match kind {
        Kind::String => text::of(constraint, profile),
        Kind::Boolean => one_of(&[raw(&false), raw(&true)]),
        Kind::Integer => number::whole(i32::MIN.into(), i32::MAX.into(), constraint, profile),
        Kind::Long => number::whole(i64::MIN, i64::MAX, constraint, profile),
        Kind::Double => number::double(constraint, profile),
        Kind::Timestamp => number::timestamp(constraint),
        Kind::Blob => bytes(constraint, profile)
            .prop_map(|generated| generated.mapped(|bytes| string(&base64::encode(octets(&bytes)))))
            .boxed(),
        Kind::LenientBoolean => lenient_boolean(profile),
        Kind::LenientInteger => lenient_integer(profile),
        Kind::Document => {
            let documents = either([any_but_text(), document::text(constraint, profile)]);
            document::or_simpler(documents, JsonTree::Raw)
        }
        Kind::Enum(facts) => enum_value(facts.values, profile),
        Kind::Structure(facts) => structure::of(facts, profile),
        Kind::List(element) => {
            let of_element = constraint.and_then(|list| list.element);
            let element = of(*element, of_element, profile);
            many(&element, constraint, 3, profile)
                .prop_map(Generated::List)
                .boxed()
        }
        Kind::Map(value) => {
            let key = text::of(constraint.and_then(|map| map.key), profile);
            let of_value = constraint.and_then(|map| map.value);
            let value = of(*value, of_value, profile);
            // Maps of more than 16 entries are sorted by another algorithm.
            many(&(key, value).boxed(), constraint, 18, profile)
                .prop_map(Generated::Map)
                .boxed()
        }
    }
}

/// Bytes of a command parameter.
pub fn blob() -> BoxedStrategy<Blob> {
    shrinking(bytes(None, Profile::Valid))
        .prop_map(|bytes| Blob::new(octets(&bytes)))
        .boxed()
}

/// Bytes as a list of numbers.
fn bytes(constraint: Option<&'static Constraint>, profile: Profile) -> BoxedStrategy<Generated> {
    let byte = any::<u8>().prop_map(|byte| Generated::Number(Number::whole(byte.into(), 0)));
    many(&byte.boxed(), constraint, 64, profile)
        .prop_map(Generated::List)
        .boxed()
}

fn octets(numbers: &JsonTree) -> Vec<u8> {
    let numbers = numbers.elements().iter().filter_map(JsonTree::number);
    numbers
        .filter_map(|number| number.try_into().ok())
        .collect()
}

/// The letters of enum values.
const ENUM_LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ_";

/// Values of an enum; adversarial ones include unknown values.
pub(super) fn enum_value(
    values: &'static [&'static str],
    profile: Profile,
) -> BoxedStrategy<Generated> {
    let texts: Vec<_> = values.iter().map(|value| string(value)).collect();
    let known = one_of(&texts);
    if profile == Profile::Valid {
        return known;
    }
    let capitals = random(|random| {
        let letters = (0..random.below(81)).map(|_| random.below(ENUM_LETTERS.len()));
        let letters = letters.filter_map(|index| ENUM_LETTERS.get(index).copied());
        Generated::Text(Text::any(&letters.map(char::from).collect::<String>()))
    });
    let unknown = either([unusual::text(), capitals])
        .prop_map(move |unknown| unknown.or_simpler(texts.clone()));
    either([known, unknown.boxed()])
}

/// One of several values, the simplest first.
fn one_of(values: &[JsonTree]) -> BoxedStrategy<Generated> {
    let values = values.to_vec();
    (0..values.len())
        .prop_map(move |index| Generated::one_of(values.clone(), index))
        .boxed()
}

fn string(text: &str) -> JsonTree {
    JsonTree::Text(text.to_owned())
}

fn raw(value: &impl ToString) -> JsonTree {
    JsonTree::Raw(value.to_string())
}

/// A placeholder for a value.
const PLACEHOLDER: &str = "${aws:iot:parameter:value}";

/// Booleans in strings, as devices expect them; adversarial ones include plain booleans.
fn lenient_boolean(profile: Profile) -> BoxedStrategy<Generated> {
    let in_string = one_of(&["false", "true"].map(string));
    let placeholder = one_of(&["false", "true", PLACEHOLDER].map(string));
    match profile {
        Profile::Valid => weighted(vec![(4, in_string), (1, placeholder)]),
        Profile::Adversarial => {
            either([in_string, one_of(&[raw(&false), raw(&true)]), placeholder])
        }
    }
}

/// Integers as numbers; adversarial ones include strings.
fn lenient_integer(profile: Profile) -> BoxedStrategy<Generated> {
    let zero = || vec![raw(&0)];
    let placeholder = Just(Generated::Fixed(string(PLACEHOLDER)).or_simpler(zero()));
    if profile == Profile::Valid {
        let number =
            any::<u32>().prop_map(|number| Generated::Number(Number::whole(number.into(), 0)));
        return weighted(vec![(4, number.boxed()), (1, placeholder.boxed())]);
    }
    let forms = select(vec!["8", "08", "-1", "5.0", "1e3", "x${aws:iot:y"]);
    let forms = forms.prop_map(move |text| Generated::Fixed(string(text)).or_simpler(zero()));
    let number = number::whole(i64::MIN, i64::MAX, None, profile);
    either([number, forms.boxed(), placeholder.boxed()])
}

/// The elements of a list, the entries of a map or the bytes of a blob, in a number that the constraint
/// allows; at most `most` if it has no maximum.
fn many<T: Simplify + Debug + 'static>(
    value: &BoxedStrategy<T>,
    constraint: Option<&'static Constraint>,
    most: usize,
    profile: Profile,
) -> BoxedStrategy<Sequence<T>> {
    let limits = counts(constraint);
    let (least, end) = (*limits.start(), *limits.end());
    let most = end.min(least.max(most));
    let mut sizes = vec![(8, least..=most.min(least + 3)), (1, most..=most)];
    if end != usize::MAX {
        sizes.push((1, end..=end));
    }
    let shortest = match profile {
        Profile::Valid => least,
        Profile::Adversarial => 0,
    };
    if profile == Profile::Adversarial {
        let past = if end == usize::MAX { most + 1 } else { end + 1 };
        let unusual = [0, least.saturating_sub(1), past];
        sizes.extend(unusual.map(|size| (1, size..=size)));
    }
    let lists = sizes
        .into_iter()
        .map(|(weight, sizes)| (weight, vec(value.clone(), sizes).boxed()));
    weighted(lists.collect())
        .prop_map(move |elements| Sequence::at_least(shortest, elements))
        .boxed()
}

/// The numbers of characters or entries that a constraint allows.
pub(super) fn counts(constraint: Option<&Constraint>) -> RangeInclusive<usize> {
    let [least, most, _] = constraint.map_or([None; 3], |facts| facts.limit.bounds());
    // Limits are small integers.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = |limit: f64| limit as usize;
    least.map_or(0, count)..=most.map_or(usize::MAX, count)
}
