//! Generated values, and how they shrink.
//!
//! Proptest's combinators generate values, and [`super::shrink`] shrinks them. The value trees of the
//! combinators simplify one choice after another, including the values of absent members and each
//! character of a text, so a large structure would take more steps than proptest allows by default.

mod number;
mod object;
mod sequence;
mod simplify;
mod text;

use std::collections::BTreeMap;

pub(super) use self::{
    number::Number,
    object::{GeneratedMember, Object},
    sequence::Sequence,
    simplify::{Simplify, Steps},
    text::Text,
};
use crate::facts::draft::JsonTree;

/// The name and the value of a map's entry.
pub(super) type Entry = (Generated, Generated);

/// A generated value, and the simpler values that it shrinks to.
#[derive(Clone, Debug)]
pub(super) enum Generated {
    /// A value without simpler values.
    Fixed(JsonTree),
    /// A value and simpler values, the simplest first.
    Instead {
        simpler: Vec<JsonTree>,
        generated: Box<Generated>,
    },
    Number(Number),
    Text(Text),
    List(Sequence<Generated>),
    /// The entries of a map, sorted by name, with each name once.
    Map(Sequence<Entry>),
    /// The entries of an object in any order; a name may occur twice.
    Entries(Sequence<Entry>),
    Object(Object),
    /// A value that is written in another form.
    Mapped(Box<Generated>, fn(JsonTree) -> JsonTree),
}

impl Generated {
    /// The same value with simpler values, the simplest first.
    pub(super) fn or_simpler(self, simpler: Vec<JsonTree>) -> Self {
        Self::Instead {
            simpler,
            generated: Box::new(self),
        }
    }

    /// The value at an index; those before it are simpler.
    pub(super) fn one_of(mut values: Vec<JsonTree>, index: usize) -> Self {
        values.truncate(index.saturating_add(1));
        match values.pop() {
            Some(value) => Self::Fixed(value).or_simpler(values),
            None => Self::Fixed(JsonTree::List(Vec::new())),
        }
    }

    /// The same value in another form.
    pub(super) fn mapped(self, form: fn(JsonTree) -> JsonTree) -> Self {
        Self::Mapped(Box::new(self), form)
    }

    pub(super) fn json(&self) -> JsonTree {
        match self {
            Self::Fixed(json) => json.clone(),
            Self::Instead { generated, .. } => generated.json(),
            Self::Number(number) => JsonTree::Raw(number.to_string()),
            Self::Text(text) => JsonTree::Text(text.string()),
            Self::List(elements) => JsonTree::List(elements.iter().map(Self::json).collect()),
            Self::Map(entries) => JsonTree::Object(by_name(entries).into_iter().collect()),
            Self::Entries(entries) => JsonTree::Object(entries.iter().map(entry).collect()),
            Self::Object(object) => object.json(),
            Self::Mapped(generated, form) => form(generated.json()),
        }
    }
}

/// The entries by their names; of entries with the same name, the last.
fn by_name(entries: &Sequence<Entry>) -> BTreeMap<String, JsonTree> {
    entries.iter().map(entry).collect()
}

fn entry((name, value): &Entry) -> (String, JsonTree) {
    (name.json().into_text(), value.json())
}

impl Simplify for Generated {
    fn is_simplest(&self) -> bool {
        match self {
            Self::Fixed(_) => true,
            Self::Instead { simpler, generated } => simpler.is_empty() && generated.is_simplest(),
            Self::Number(number) => number.is_simplest(),
            Self::Text(text) => text.is_simplest(),
            Self::List(elements) => elements.is_simplest(),
            Self::Map(entries) | Self::Entries(entries) => entries.is_simplest(),
            Self::Object(object) => object.is_simplest(),
            Self::Mapped(generated, _) => generated.is_simplest(),
        }
    }

    fn simplest(&self) -> Self {
        match self {
            Self::Fixed(_) => self.clone(),
            Self::Instead { simpler, generated } => match simpler.first() {
                Some(json) => Self::Fixed(json.clone()),
                None => generated.simplest(),
            },
            Self::Number(number) => Self::Number(number.simplest()),
            Self::Text(text) => Self::Text(text.simplest()),
            Self::List(elements) => Self::List(elements.simplest()),
            Self::Map(entries) => Self::Map(entries.simplest()),
            Self::Entries(entries) => Self::Entries(entries.simplest()),
            Self::Object(object) => Self::Object(object.simplest()),
            Self::Mapped(generated, form) => generated.simplest().mapped(*form),
        }
    }

    fn simpler(&self, steps: &mut Steps) -> Option<Self> {
        match self {
            Self::Fixed(_) => None,
            Self::Instead { simpler, generated } => {
                // The first is `simplest`.
                if let Some(nth) = steps.nth_of(simpler.len().saturating_sub(1)) {
                    return Some(Self::one_of(simpler.clone(), nth + 1));
                }
                let generated = generated.simpler(steps)?;
                Some(generated.or_simpler(simpler.clone()))
            }
            Self::Number(number) => number.simpler(steps).map(Self::Number),
            Self::Text(text) => text.simpler(steps).map(Self::Text),
            Self::List(elements) => elements.simpler(steps).map(Self::List),
            Self::Map(entries) => entries.simpler(steps).map(Self::Map),
            Self::Entries(entries) => entries.simpler(steps).map(Self::Entries),
            Self::Object(object) => object.simpler(steps).map(Self::Object),
            Self::Mapped(generated, form) => {
                let generated = generated.simpler(steps)?;
                Some(generated.mapped(*form))
            }
        }
    }
}
