//! Members that this version does not know: kept, readable, and encoded again.

use std::{collections::BTreeMap, fmt};

use super::Walk;
use crate::{
    error::Error,
    json::{compact, syntax},
    path::PathRef,
};

/// The error of encoding an unknown member whose name the shape declares.
pub(crate) const DECLARED_NAME: &str = "an unknown member has a declared name";

/// The members of one object that this version does not know, by name.
///
/// Values are kept as JSON text without insignificant white space, so that `codec` gives back every digit of
/// a number. Encoding writes them after the known members, sorted by name. `Debug` shows names and sizes
/// only, since values may contain presigned URLs.
///
/// ```
/// use iot_jobs::{codec, types::Job};
///
/// let mut job: Job = codec::from_str(r#"{"jobId": "j", "newMember": [1, 2.50]}"#)?;
/// assert_eq!(job.unknown_members().get("newMember"), Some("[1,2.50]"));
///
/// job.unknown_members_mut().clear();
/// assert_eq!(codec::to_string(&job)?, r#"{"jobId":"j"}"#);
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct UnknownMembers(
    // The box keeps the usual, empty case to one word in each shape.
    #[allow(clippy::box_collection)] Option<Box<BTreeMap<String, Box<str>>>>,
);

impl UnknownMembers {
    /// The JSON text of the member with this wire name.
    pub fn get(&self, name: &str) -> Option<&str> {
        Some(self.0.as_ref()?.get(name)?)
    }

    /// The wire names and JSON texts, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let members = self.0.iter().flat_map(|members| members.iter());
        members.map(|(name, value)| (name.as_str(), &**value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |members| members.len())
    }

    /// Whether every member was known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Sets the member with this wire name to a value in JSON text; returns the text of the old value.
    ///
    /// # Errors
    ///
    /// Fails if the text is not JSON. A name that the shape declares is an error of encoding.
    pub fn insert(&mut self, name: impl Into<String>, json: &str) -> Result<Option<String>, Error> {
        syntax::check(json)?;
        let value = compact(json).into_boxed_str();
        let old = self.0.get_or_insert_default().insert(name.into(), value);
        Ok(old.map(String::from))
    }

    /// Removes the member with this wire name; returns its JSON text.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        self.0.as_mut()?.remove(name).map(String::from)
    }

    /// Removes all of them.
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Adds a member with compact JSON text; whether its name is new.
    pub(crate) fn add(&mut self, name: &str, value: Box<str>) -> bool {
        let members = self.0.get_or_insert_default();
        if members.contains_key(name) {
            return false;
        }
        members.insert(name.to_owned(), value);
        true
    }

    /// Passes the members to a walker.
    #[inline]
    pub(crate) fn walk(&self, at: &PathRef<'_>, walk: &mut Walk<'_>) {
        if let Some(members) = &self.0 {
            for (name, json) in members.iter() {
                walk.unknown_member(&at.key(name), json);
            }
        }
    }
}

impl PartialEq for UnknownMembers {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for UnknownMembers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sizes = self
            .iter()
            .map(|(name, json)| (name, format_args!("{} bytes", json.len()).to_string()));
        f.debug_map().entries(sizes).finish()
    }
}
