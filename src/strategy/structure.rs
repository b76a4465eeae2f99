//! Objects of declared members, each there or not, and perhaps of others.

use std::collections::BTreeMap;

use proptest::{bool::weighted, collection::btree_map, prelude::*};

use super::{
    Wanted,
    json::{Json, any_json},
    odd, ties, value,
};
use crate::shape::{Member, Structure};

/// A member that got a value, whether or not it is there.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    pub(super) facts: &'static Member,
    pub(super) there: bool,
    pub(super) value: Json,
}

/// JSON objects of a structure.
pub(super) fn of(facts: &'static Structure, wanted: Wanted) -> BoxedStrategy<Json> {
    let members: Vec<_> = facts
        .members
        .iter()
        .map(|facts| drawn(facts, wanted))
        .collect();
    if wanted == Wanted::Valid {
        return members
            .prop_map(|mut members| {
                ties::tie(facts, &mut members);
                object(members, BTreeMap::new())
            })
            .boxed();
    }
    let unknown = prop_oneof![
        2 => Just(BTreeMap::new()),
        1 => btree_map(odd::text(), any_json(), 1..3),
    ];
    (members, unknown)
        .prop_map(|(members, mut unknown)| {
            unknown.retain(|name, _| facts.member(name).is_none());
            object(members, unknown)
        })
        .boxed()
}

fn drawn(facts: &'static Member, wanted: Wanted) -> BoxedStrategy<Drawn> {
    let there = weighted(if facts.required { 1.0 } else { 0.6 });
    (there, value::of(facts.kind, facts.constraint, wanted))
        .prop_map(move |(there, value)| Drawn {
            facts,
            // What shrinks, too.
            there: there || facts.required,
            value,
        })
        .boxed()
}

/// The members that are there in the model's order, and behind them the others by name.
fn object(members: Vec<Drawn>, unknown: BTreeMap<String, Json>) -> Json {
    let known = members
        .into_iter()
        .filter(|member| member.there)
        .map(|member| (member.facts.wire_name.to_owned(), member.value));
    Json::Object(known.chain(unknown).collect())
}
