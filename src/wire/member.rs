//! The members of an object while it is decoded.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, MapAccess, Visitor},
};

use super::{Seed, Wire};
use crate::{path::Path, shape::Member};

/// A member that has been read, or not yet; `null` counts as read.
pub(crate) struct Slot<T>(Option<T>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Wire> Slot<T> {
    /// Reads the member's value.
    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        member: &'static Member,
        at: &Path<'_>,
    ) -> Result<(), A::Error> {
        let place = at.member(member);
        if self.0.is_some() {
            return Err(place.duplicate());
        }
        let value = map
            .next_value_seed(Seed::at(&place))
            .map_err(|error| place.passed(error, T::KIND.expected()))?;
        self.0 = Some(value);
        Ok(())
    }

    /// The value of a member that must be there.
    pub(crate) fn required<E: de::Error>(
        self,
        member: &'static Member,
        at: &Path<'_>,
    ) -> Result<T, E> {
        self.0.ok_or_else(|| at.member(member).missing())
    }
}

impl<T> Slot<Option<T>> {
    /// The value of a member that need not be there.
    pub(crate) fn optional(self) -> Option<T> {
        self.0.flatten()
    }
}

/// The name of the next member; borrowed from the input where it has no escapes.
pub(crate) fn next_name<'de, A: MapAccess<'de>>(
    map: &mut A,
    at: &Path<'_>,
) -> Result<Option<Cow<'de, str>>, A::Error> {
    map.next_key_seed(Name)
        .map_err(|error| at.passed(error, "a member's name"))
}

/// Reads a member's name.
pub(super) struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }

    fn visit_string<E: de::Error>(self, name: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name))
    }
}
