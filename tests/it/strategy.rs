//! Payloads for any shape, made from its declared facts alone: as they may come, and as they must
//! leave.

mod json;
mod scalar;

use std::collections::BTreeMap;

use iot_jobs::{
    constraint::Constraint,
    shape::{Kind, Member, Structure},
};
use proptest::{
    collection::{btree_map, vec},
    prelude::*,
    sample::select,
};

/// JSON as it may come, and the canonical text of the same.
#[derive(Clone, Debug)]
pub(crate) struct Payload {
    pub(crate) input: String,
    pub(crate) canonical: String,
}

impl Payload {
    fn new(input: impl Into<String>, canonical: impl Into<String>) -> Self {
        let (input, canonical) = (input.into(), canonical.into());
        Self { input, canonical }
    }
}

/// A member of an object, or an entry of a map.
#[derive(Clone, Debug)]
struct Entry {
    /// Where it leaves: by place among the members, then by name.
    order: (usize, String),
    /// The name as it comes.
    name: String,
    /// The value; without one the member is left out, or comes as `null`.
    value: Option<Payload>,
    comes: bool,
}

/// Payloads of a shape.
pub(crate) fn structure(facts: &'static Structure) -> BoxedStrategy<Payload> {
    let members = facts.members.iter().enumerate();
    let members: Vec<_> = members.map(|(place, facts)| member(place, facts)).collect();
    (members, btree_map(json::text(), json::any(), 0..3))
        .prop_map(|(members, unknown)| {
            let new = |(name, value): (json::Text, _)| Entry {
                order: (facts.members.len(), name.plain.clone()),
                name: name.spelled,
                value: Some(value),
                comes: true,
            };
            let unknown = unknown
                .into_iter()
                .filter(|(name, _)| facts.member(&name.plain).is_none());
            members
                .into_iter()
                .chain(unknown.map(new))
                .collect::<Vec<_>>()
        })
        .prop_shuffle()
        .prop_flat_map(|entries| white_space().prop_map(move |space| object(&entries, space)))
        .boxed()
}

/// A declared member: there, absent, or `null`.
fn member(place: usize, facts: &'static Member) -> BoxedStrategy<Entry> {
    let value = value(facts.kind, facts.constraint);
    let value = if facts.required {
        value.prop_map(Some).boxed()
    } else {
        prop_oneof![2 => value.prop_map(Some), 1 => Just(None)].boxed()
    };
    (value, json::spelled(facts.wire_name), any::<bool>())
        .prop_map(move |(value, name, null)| Entry {
            order: (place, String::new()),
            name,
            comes: value.is_some() || null,
            value,
        })
        .boxed()
}

/// Values of a kind.
fn value(kind: Kind, declared: Option<&'static Constraint>) -> BoxedStrategy<Payload> {
    match kind {
        Kind::String => json::text().prop_map(json::Text::payload).boxed(),
        Kind::Boolean => select(vec!["true", "false"])
            .prop_map(|text| Payload::new(text, text))
            .boxed(),
        Kind::Integer => scalar::integer(),
        Kind::Long => scalar::long(declared.is_some_and(|limits| limits.digits_in_a_string)),
        Kind::Double => scalar::double(),
        Kind::Timestamp => scalar::timestamp(declared.is_some_and(|limits| limits.milliseconds)),
        Kind::Blob => scalar::blob(),
        Kind::Document => prop_oneof![
            json::text().prop_map(json::Text::payload),
            json::any().prop_filter("a value", |json| !json.canonical.starts_with(['"', 'n'])),
        ]
        .boxed(),
        Kind::Enum(facts) => prop_oneof![
            select(facts.values).prop_flat_map(|text| {
                json::spelled(text).prop_map(move |name| Payload::new(name, json::quoted(text)))
            }),
            json::text().prop_map(json::Text::payload),
        ]
        .boxed(),
        Kind::Structure(facts) => structure(facts),
        Kind::List(element) => list(value(*element, declared.and_then(|list| list.member))),
        Kind::Map(element) => map(value(*element, declared.and_then(|map| map.value))),
        Kind::LenientBoolean => same([
            "true",
            "false",
            r#""true""#,
            r#""false""#,
            r#""${aws:iot:parameter:b}""#,
        ]),
        Kind::LenientInteger => prop_oneof![
            scalar::long(false),
            same([
                r#""8""#,
                r#""08""#,
                r#""-1""#,
                r#""5.0""#,
                r#""x${aws:iot:y""#
            ]),
        ]
        .boxed(),
        unheard_of => panic!("{unheard_of:?} has no strategy"),
    }
}

/// Texts that leave as they came.
fn same<const N: usize>(texts: [&'static str; N]) -> BoxedStrategy<Payload> {
    let texts = select(texts.to_vec());
    texts.prop_map(|text| Payload::new(text, text)).boxed()
}

fn list(element: BoxedStrategy<Payload>) -> BoxedStrategy<Payload> {
    (vec(element, 0..4), white_space())
        .prop_map(|(elements, space)| {
            let inputs: Vec<_> = elements
                .iter()
                .map(|payload| payload.input.as_str())
                .collect();
            let texts: Vec<_> = elements
                .iter()
                .map(|payload| payload.canonical.as_str())
                .collect();
            let separator = format!("{space},{space}");
            let input = format!("[{space}{}{space}]", inputs.join(&separator));
            Payload::new(input, format!("[{}]", texts.join(",")))
        })
        .boxed()
}

fn map(element: BoxedStrategy<Payload>) -> BoxedStrategy<Payload> {
    let size = prop_oneof![4 => 0..4_usize, 1 => 15..20_usize];
    let entries = size.prop_flat_map(move |size| vec((json::text(), element.clone()), size));
    (entries, white_space())
        .prop_map(|(entries, space)| {
            let entries: BTreeMap<_, _> = entries.into_iter().collect();
            let entry = |(name, value): (json::Text, _)| Entry {
                order: (0, name.plain),
                name: name.spelled,
                value: Some(value),
                comes: true,
            };
            // Against the order in which they leave.
            object(
                &entries.into_iter().rev().map(entry).collect::<Vec<_>>(),
                space,
            )
        })
        .boxed()
}

fn object(entries: &[Entry], space: &str) -> Payload {
    let input = |entry: &Entry| {
        let value = entry.value.as_ref().map_or("null", |value| &value.input);
        format!("{}{space}:{space}{value}", entry.name)
    };
    let inputs: Vec<_> = entries
        .iter()
        .filter(|entry| entry.comes)
        .map(input)
        .collect();
    let mut leaving: Vec<_> = entries
        .iter()
        .filter(|entry| entry.value.is_some())
        .collect();
    leaving.sort_by_key(|entry| &entry.order);
    let text = |entry: &&Entry| {
        let name: String = serde_json::from_str(&entry.name).unwrap();
        let value = entry.value.as_ref().unwrap();
        format!("{}:{}", json::quoted(&name), value.canonical)
    };
    let texts: Vec<_> = leaving.iter().map(text).collect();
    let separator = format!("{space},{space}");
    Payload::new(
        format!("{{{space}{}{space}}}", inputs.join(&separator)),
        format!("{{{}}}", texts.join(",")),
    )
}

fn white_space() -> impl Strategy<Value = &'static str> {
    select(vec!["", " ", "\n\t", " \r\n "])
}
