//! Objects with declared members, each present or absent, and unknown members.

use proptest::{bool, collection::vec, prelude::*};

use super::{
    Profile, document,
    generate::weighted,
    generated::{Generated, GeneratedMember, Object, Sequence},
    json::any_json,
    unusual, value,
};
use crate::facts::{Member, Structure};

/// JSON objects of a structure.
pub(super) fn of(facts: &'static Structure, profile: Profile) -> BoxedStrategy<Generated> {
    let members: Vec<_> = facts
        .members
        .iter()
        .map(|facts| member(facts, profile))
        .collect();
    let no_unknown = Just(Vec::new());
    let unknown = match profile {
        Profile::Valid => no_unknown.boxed(),
        Profile::Adversarial => weighted(vec![
            (2, no_unknown.boxed()),
            (1, vec((unusual::text(), any_json()), 1..3).boxed()),
        ]),
    };
    (members, unknown)
        .prop_map(move |(members, unknown)| {
            Generated::Object(Object {
                facts,
                profile,
                members,
                unknown: Sequence::at_least(0, unknown),
            })
        })
        .boxed()
}

fn member(facts: &'static Member, profile: Profile) -> BoxedStrategy<GeneratedMember> {
    let present = bool::weighted(if facts.required { 1.0 } else { 0.6 });
    let value = if facts.schemas.is_empty() {
        value::of(facts.kind, facts.constraint, profile)
    } else {
        document::of_member(facts, profile)
    };
    (present, value)
        .prop_map(move |(present, value)| GeneratedMember {
            facts,
            present,
            value,
        })
        .boxed()
}
