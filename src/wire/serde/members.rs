//! The members of an object that serde reads.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, Error as _, MapAccess, Visitor},
};

use super::{
    decoder::{Seed, recorded, repeated},
    json_text::{FromText, read_text},
};
use crate::{
    facts::Member,
    json::{Reader, compact},
    path::{PathRef, Problem},
    wire::{MemberReader, NextMember, Object, UnknownMembers, Wire, object::Seen},
};

/// The members of a map of serde's, at a place.
pub(super) struct SerdeMembers<'p, 'de, A> {
    map: A,
    at: &'p PathRef<'p>,
    seen: Seen,
    /// The name of the unknown member that was read last.
    unknown: Cow<'de, str>,
}

impl<'p, A> SerdeMembers<'p, '_, A> {
    pub(super) fn new(map: A, at: &'p PathRef<'p>) -> Self {
        Self {
            map,
            at,
            seen: Seen::default(),
            unknown: Cow::Borrowed(""),
        }
    }
}

impl<'de, A: MapAccess<'de>> MemberReader<'de> for SerdeMembers<'_, 'de, A> {
    type Error = A::Error;

    fn next<T: Object>(&mut self) -> Result<Option<NextMember>, A::Error> {
        let Some(name) = next_name(&mut self.map, self.at)? else {
            return Ok(None);
        };
        if let Some(position) = T::position(&name) {
            return Ok(Some(NextMember::Declared(position)));
        }
        self.unknown = name;
        Ok(Some(NextMember::Unknown))
    }

    fn value<const NULLABLE: bool, T: Wire>(
        &mut self,
        position: usize,
        member: &'static Member,
        place: &mut Option<T>,
    ) -> Result<(), A::Error> {
        let at = self.at.member(member);
        if !self.seen.insert(position) {
            at.record(Problem::Duplicate);
            return Err(A::Error::duplicate_field(member.wire_name));
        }
        let seed = Seed::<T, NULLABLE> {
            place,
            at: &at,
            constraint: member.constraint,
        };
        self.map
            .next_value_seed(seed)
            .map_err(|error| recorded(error, &at, T::KIND.expected()))
    }

    fn unknown(&mut self, members: &mut UnknownMembers) -> Result<(), A::Error> {
        let at = self.at.key(&self.unknown);
        let value = self
            .map
            .next_value_seed(UnknownValue(&at))
            .map_err(|error| recorded(error, &at, "a JSON value"))?;
        if members.add(&self.unknown, value) {
            Ok(())
        } else {
            Err(repeated(&at, &self.unknown))
        }
    }

    #[cold]
    fn missing(&self, member: &'static Member) -> A::Error {
        self.at.member(member).record(Problem::Missing);
        A::Error::missing_field(member.wire_name)
    }
}

/// The value of an unknown member as compact JSON text.
struct UnknownValue<'p>(&'p PathRef<'p>);

impl FromText for UnknownValue<'_> {
    type Value = Box<str>;

    fn read<E: de::Error>(self, text: &str) -> Result<Box<str>, E> {
        const NOT_JSON: &str = "not a JSON value, or nested deeper than 127 levels";
        let mut reader = Reader::at_depth(text, self.0.depth());
        // Formats other than JSON can pass any text under serde_json's name for it.
        if reader.raw().and_then(|_| reader.end()).is_err() {
            self.0.record(Problem::Invalid(NOT_JSON));
            return Err(E::custom(NOT_JSON));
        }
        Ok(compact(text).into_boxed_str())
    }
}

impl<'de> DeserializeSeed<'de> for UnknownValue<'_> {
    type Value = Box<str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Box<str>, D::Error> {
        read_text(deserializer, self)
    }
}

/// The next key of a map; borrowed from the input where it has no escapes.
pub(super) fn next_name<'de, A: MapAccess<'de>>(
    map: &mut A,
    at: &PathRef<'_>,
) -> Result<Option<Cow<'de, str>>, A::Error> {
    map.next_key_seed(Name)
        .map_err(|error| recorded(error, at, "a member's name"))
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
