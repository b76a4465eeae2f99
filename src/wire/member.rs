//! The members of an object while it is decoded.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, MapAccess, Visitor},
};

use super::{Fill, Nullable, Object, Wire};
use crate::{path::Path, shape::Member};

/// The members of an object that have been read, if only as `null`.
#[derive(Default)]
pub(crate) struct Seen(u64);

impl Seen {
    /// Reads the value of a member, in whose place `null` may stand if it is nullable.
    #[inline]
    pub(crate) fn read<'de, const NULLABLE: bool, T: Wire, A: MapAccess<'de>>(
        &mut self,
        value: &mut Option<T>,
        map: &mut A,
        member: &'static Member,
        at: &Path<'_>,
    ) -> Result<(), A::Error> {
        self.enter(member, at)?;
        let place = at.member(member);
        let read = if NULLABLE {
            map.next_value_seed(Nullable(value, &place))
        } else {
            map.next_value_seed(Fill(value, &place))
        };
        read.map_err(|error| place.passed(error, T::KIND.expected()))
    }

    #[inline]
    fn enter<E: de::Error>(&mut self, member: &'static Member, at: &Path<'_>) -> Result<(), E> {
        let bit = 1 << member.position;
        if self.0 & bit != 0 {
            return Err(at.member(member).duplicate());
        }
        self.0 |= bit;
        Ok(())
    }
}

/// The value of a member that must be there.
#[inline]
pub(crate) fn required<T, E: de::Error>(
    value: Option<T>,
    member: &'static Member,
    at: &Path<'_>,
) -> Result<T, E> {
    value.ok_or_else(|| at.member(member).missing())
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
