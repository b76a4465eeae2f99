//! What arrived and is not in the model: kept, readable, and encoded again.

use std::{borrow::Cow, collections::BTreeMap};

use serde::de::MapAccess;
use serde_json::value::RawValue;

use crate::{
    path::Path,
    wire::{Found, ObjectEncoder, RawSeed, Walker},
};

/// The members of one object that this version does not know, by name.
///
/// Values are kept as JSON text without insignificant white space, so that numbers of any size and
/// members of any depth come back as they came. Encoding writes them behind the known members,
/// sorted by name.
///
/// ```
/// use iot_jobs::{codec, types::Job};
///
/// let job: Job = codec::from_str(r#"{"jobId": "j", "newMember": [1, 2.50]}"#)?;
/// assert_eq!(job.unknown_members().get("newMember"), Some("[1,2.50]"));
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct UnknownMembers(
    // The box keeps the usual, empty case to one word in each shape.
    #[allow(clippy::box_collection)] Option<Box<BTreeMap<String, Box<RawValue>>>>,
);

impl UnknownMembers {
    /// The JSON text of the member with this wire name.
    pub fn get(&self, name: &str) -> Option<&str> {
        Some(self.0.as_ref()?.get(name)?.get())
    }

    /// The wire names and JSON texts, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let members = self.0.iter().flat_map(|members| members.iter());
        members.map(|(name, value)| (name.as_str(), value.get()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |members| members.len())
    }

    /// Whether every member was known.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Reads the value of a member that the shape does not declare.
    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        name: Cow<'de, str>,
        at: &Path<'_>,
    ) -> Result<(), A::Error> {
        let place = at.key(&name);
        let members = self.0.get_or_insert_default();
        if members.contains_key(&*name) {
            return Err(place.duplicate());
        }
        let value = map
            .next_value_seed(RawSeed(&place))
            .map_err(|error| place.passed(error, "a JSON value"))?;
        members.insert(name.into_owned(), value);
        Ok(())
    }

    /// Writes the members behind the known ones.
    #[inline]
    pub(crate) fn write<S: serde::Serializer>(
        &self,
        object: &mut ObjectEncoder<S>,
    ) -> Result<(), S::Error> {
        let Some(members) = &self.0 else {
            return Ok(());
        };
        members
            .iter()
            .try_for_each(|(name, value)| object.raw(name, value))
    }

    /// Shows the members to a walker.
    #[inline]
    pub(crate) fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
        let Some(members) = &self.0 else {
            return;
        };
        for (name, value) in members.iter() {
            walker.visit(&at.key(name), Found::UnknownMember(value.get()));
        }
    }
}

impl PartialEq for UnknownMembers {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

/// A member or value that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown {
    /// Where it stands, such as `job.status`.
    pub path: String,
    /// What it is.
    pub kind: UnknownKind,
}

/// What is unknown: a member by its name, or an enum by its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnknownKind {
    /// A member that the shape does not declare.
    Member,
    /// A value that the enum does not list.
    Value,
}

impl Walker for Vec<Unknown> {
    fn visit(&mut self, at: &Path<'_>, found: Found<'_>) {
        let kind = match found {
            Found::UnknownMember(_) => UnknownKind::Member,
            Found::Enum { known: false, .. } => UnknownKind::Value,
            _ => return,
        };
        self.push(Unknown {
            path: at.to_string(),
            kind,
        });
    }
}
