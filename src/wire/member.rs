//! The members of an object while it is decoded.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, MapAccess, Visitor},
};

use super::{Object, Seed, Wire};
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
    #[inline]
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

/// The name of a member that came.
pub(crate) enum MemberName<'de> {
    /// The shape declares it, at this position.
    Declared(usize),
    /// The shape does not.
    Other(Cow<'de, str>),
}

/// The next member of an object of this type.
#[inline]
pub(crate) fn next_member<'de, T: Object, A: MapAccess<'de>>(
    map: &mut A,
    at: &Path<'_>,
) -> Result<Option<MemberName<'de>>, A::Error> {
    map.next_key_seed(NameOf::<T>(PhantomData))
        .map_err(|error| at.passed(error, "a member's name"))
}

struct NameOf<T>(PhantomData<T>);

impl<'de, T: Object> DeserializeSeed<'de> for NameOf<T> {
    type Value = MemberName<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, T: Object> Visitor<'de> for NameOf<T> {
    type Value = MemberName<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Name.expecting(f)
    }

    #[inline]
    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(match T::position(name) {
            Some(position) => MemberName::Declared(position),
            None => MemberName::Other(Cow::Borrowed(name)),
        })
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(match T::position(name) {
            Some(position) => MemberName::Declared(position),
            None => MemberName::Other(Cow::Owned(name.to_owned())),
        })
    }
}

/// The next key of a map; borrowed from the input where it has no escapes.
pub(crate) fn next_name<'de, A: MapAccess<'de>>(
    map: &mut A,
    at: &Path<'_>,
) -> Result<Option<Cow<'de, str>>, A::Error> {
    map.next_key_seed(Name)
        .map_err(|error| at.passed(error, "a member's name"))
}

struct Name;

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
