//! Values by their kind and constraint.

use std::{collections::BTreeMap, fmt::Debug, ops::RangeInclusive};

use aws_smithy_types::{Blob, base64};
use proptest::{collection::vec, prelude::*, sample::select, strategy::Union};

use super::{
    Wanted, document,
    json::{Json, any_but_text},
    number, odd, structure, text,
};
use crate::{constraint::Constraint, shape::Kind};

/// Values of a kind.
pub(super) fn of(
    kind: Kind,
    constraint: Option<&'static Constraint>,
    wanted: Wanted,
) -> BoxedStrategy<Json> {
    match kind {
        Kind::String => texts(text::of(constraint, wanted)),
        Kind::Boolean => raw(any::<bool>().boxed()),
        Kind::Integer => raw(number::whole(
            i32::MIN.into(),
            i32::MAX.into(),
            constraint,
            wanted,
        )),
        Kind::Long => raw(number::whole(i64::MIN, i64::MAX, constraint, wanted)),
        Kind::Double => raw(number::double(constraint, wanted)),
        Kind::Timestamp => raw(number::moment(constraint, wanted)),
        Kind::Blob => texts(bytes(constraint, wanted).prop_map(base64::encode).boxed()),
        Kind::LenientBoolean => lenient(any::<bool>().boxed(), wanted),
        Kind::LenientInteger => lenient_integer(wanted),
        Kind::Document => {
            prop_oneof![any_but_text(), texts(document::text(constraint, wanted)),].boxed()
        }
        Kind::Enum(facts) => texts(one_of(facts.values, wanted)),
        Kind::Structure(facts) => structure::of(facts, wanted),
        Kind::List(element) => {
            let of_element = constraint.and_then(|list| list.member);
            let element = of(*element, of_element, wanted);
            many(&element, constraint, 3, wanted)
                .prop_map(Json::List)
                .boxed()
        }
        Kind::Map(value) => {
            let key = text::of(constraint.and_then(|map| map.key), wanted);
            let of_value = constraint.and_then(|map| map.value);
            let value = of(*value, of_value, wanted);
            // Beyond 16 entries a map is put in order by other means.
            many(&(key, value).boxed(), constraint, 18, wanted)
                .prop_map(|entries| {
                    let sorted: BTreeMap<_, _> = entries.into_iter().collect();
                    Json::Object(sorted.into_iter().collect())
                })
                .boxed()
        }
    }
}

/// Bytes that a command's parameter may hold.
pub fn blob() -> BoxedStrategy<Blob> {
    bytes(None, Wanted::Valid).prop_map(Blob::new).boxed()
}

fn bytes(constraint: Option<&'static Constraint>, wanted: Wanted) -> BoxedStrategy<Vec<u8>> {
    many(&any::<u8>().boxed(), constraint, 64, wanted)
}

/// Values of an enum: the known ones, and among hostile ones others.
pub(super) fn one_of(values: &'static [&'static str], wanted: Wanted) -> BoxedStrategy<String> {
    let known = select(values).prop_map(str::to_owned);
    match wanted {
        Wanted::Valid => known.boxed(),
        Wanted::Hostile => prop_oneof![2 => known, 1 => odd::text(), 1 => "[A-Z_]{0,80}"].boxed(),
    }
}

fn texts(text: BoxedStrategy<String>) -> BoxedStrategy<Json> {
    text.prop_map(Json::Text).boxed()
}

fn raw<T: ToString + Debug + 'static>(value: BoxedStrategy<T>) -> BoxedStrategy<Json> {
    value.prop_map(|value| Json::Raw(value.to_string())).boxed()
}

/// A placeholder that a value will take the place of.
const OPEN: &str = "${aws:iot:parameter:value}";

/// Values in the string that devices read them from, or bare among hostile ones.
fn lenient(value: BoxedStrategy<bool>, wanted: Wanted) -> BoxedStrategy<Json> {
    let in_string = texts(value.clone().prop_map(|value| value.to_string()).boxed());
    let open = Just(Json::Text(OPEN.to_owned()));
    match wanted {
        Wanted::Valid => prop_oneof![4 => in_string, 1 => open].boxed(),
        Wanted::Hostile => prop_oneof![in_string, raw(value), open].boxed(),
    }
}

/// Counts and sizes as bare numbers, or in other forms among hostile ones.
fn lenient_integer(wanted: Wanted) -> BoxedStrategy<Json> {
    let bare = raw(any::<u32>().boxed());
    let open = Just(Json::Text(OPEN.to_owned()));
    if wanted == Wanted::Valid {
        return prop_oneof![4 => bare, 1 => open].boxed();
    }
    let forms = select(vec!["8", "08", "-1", "5.0", "1e3", "x${aws:iot:y"]);
    let forms = forms.prop_map(|text| Json::Text(text.to_owned()));
    let any = raw(number::whole(i64::MIN, i64::MAX, None, wanted));
    prop_oneof![any, forms, open].boxed()
}

/// As many values as a list or map may have entries, or a blob bytes; up to `most` where nothing says
/// how many.
fn many<T: Debug + 'static>(
    value: &BoxedStrategy<T>,
    constraint: Option<&'static Constraint>,
    most: usize,
    wanted: Wanted,
) -> BoxedStrategy<Vec<T>> {
    let limits = counts(constraint);
    let (least, end) = (*limits.start(), *limits.end());
    let most = end.min(least.max(most));
    let mut sizes = vec![(8, least..=most.min(least + 3)), (1, most..=most)];
    if end != usize::MAX {
        sizes.push((1, end..=end));
    }
    if wanted == Wanted::Hostile {
        let past = if end == usize::MAX { most + 1 } else { end + 1 };
        let odd = [0, least.saturating_sub(1), past];
        sizes.extend(odd.map(|size| (1, size..=size)));
    }
    let lists = sizes
        .into_iter()
        .map(|(weight, sizes)| (weight, vec(value.clone(), sizes)));
    Union::new_weighted(lists.collect()).boxed()
}

/// The counts from the least to the most that are allowed.
pub(super) fn counts(constraint: Option<&Constraint>) -> RangeInclusive<usize> {
    let [least, most, _] = constraint.map_or([None; 3], |facts| facts.limit.bounds());
    // Limits are small whole numbers.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = |limit: f64| limit as usize;
    least.map_or(0, count)..=most.map_or(usize::MAX, count)
}
