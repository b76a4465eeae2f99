//! Job documents.

use proptest::prelude::*;

use super::{
    Profile,
    generate::{either, weighted},
    generated::{Generated, Text},
    json::{any_but_text, any_json},
    shrink::strings,
    structure, unusual, value,
};
use crate::{
    constraint::{Constraint, JOB_DOCUMENT},
    facts::{Member, Structure, draft::JsonTree},
};

/// The JSON text of job documents, some of which follow one of these schemas.
pub(crate) fn documents(
    schemas: &'static [&'static Structure],
    profile: Profile,
) -> BoxedStrategy<String> {
    let of_schemas = or_simpler(in_text(of_schemas(schemas, profile)), JsonTree::Text);
    strings(weighted(vec![
        (5, text(Some(&JOB_DOCUMENT), profile)),
        (4, of_schemas),
    ]))
}

/// The values of a member that is a job document, some of which follow one of its schemas.
pub(super) fn of_member(facts: &'static Member, profile: Profile) -> BoxedStrategy<Generated> {
    let documents = of_schemas(facts.schemas, profile);
    let documents = either([in_text(documents.clone()), documents]);
    weighted(vec![
        (5, value::of(facts.kind, facts.constraint, profile)),
        (4, or_simpler(documents, JsonTree::Raw)),
    ])
}

/// The JSON text of any documents; adversarial ones may be too long, or not be JSON.
pub(super) fn text(
    constraint: Option<&'static Constraint>,
    profile: Profile,
) -> BoxedStrategy<Generated> {
    let mut documents = vec![(4, in_text(any_but_text()))];
    let most = constraint.and_then(|limits| limits.documented.max_bytes);
    documents.extend(most.map(|most| (1, Just(of_length(most)).boxed())));
    if profile == Profile::Adversarial {
        documents.push((1, in_text(any_json())));
        documents.push((1, unusual::text()));
        documents.extend(most.map(|most| (1, Just(of_length(most + 1)).boxed())));
    }
    or_simpler(weighted(documents), JsonTree::Text)
}

/// Documents that shrink to the shortest ones, which have the form of this function.
pub(super) fn or_simpler(
    documents: BoxedStrategy<Generated>,
    form: fn(String) -> JsonTree,
) -> BoxedStrategy<Generated> {
    documents
        .prop_map(move |document| {
            let simpler = ["0", "{}", "[]"].map(|text| form(text.to_owned()));
            document.or_simpler(simpler.into())
        })
        .boxed()
}

/// Documents of some schemas.
fn of_schemas(
    schemas: &'static [&'static Structure],
    profile: Profile,
) -> BoxedStrategy<Generated> {
    either(schemas.iter().map(|facts| structure::of(facts, profile)))
}

/// Values as JSON text in a string.
fn in_text(values: BoxedStrategy<Generated>) -> BoxedStrategy<Generated> {
    values
        .prop_map(|value| value.mapped(|json| JsonTree::Text(json.to_string())))
        .boxed()
}

/// The text of a document of this number of bytes.
fn of_length(bytes: usize) -> Generated {
    const START: &str = r#"{"pad":""#;
    const END: &str = r#""}"#;
    let padding = bytes.saturating_sub(START.len() + END.len());
    let text = Text::default().literal(START);
    let text = text.run(&['x'], padding, 0, 'x');
    Generated::Text(text.literal(END))
}
