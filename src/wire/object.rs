//! Structures: JSON objects with declared members.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{self, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::value::RawValue;

use super::{Context, Encoded, Wire};
use crate::{
    path::Path,
    shape::{Kind, Location, Member, UnknownMembers},
};

/// A structure that is read member by member.
pub trait Object: Wire {
    /// The position of the member with this wire name.
    fn position(wire_name: &str) -> Option<usize>;

    /// Reads the members of an object whose opening brace has been read into `place`.
    fn read_members<'de, A: MapAccess<'de>>(
        map: A,
        at: &Path<'_>,
        place: &mut Option<Self>,
    ) -> Result<(), A::Error>;
}

/// Reads an object, and nothing but an object.
pub(crate) fn decode_object<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
    at: &Path<'_>,
) -> Result<T, D::Error> {
    let mut place = None;
    decode_object_into(deserializer, at, &mut place)?;
    place.ok_or_else(|| at.expected(T::KIND.expected()))
}

/// Reads an object, and nothing but an object, into its final place.
pub(crate) fn decode_object_into<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
    at: &Path<'_>,
    place: &mut Option<T>,
) -> Result<(), D::Error> {
    deserializer.deserialize_map(ObjectVisitor(place, at))
}

struct ObjectVisitor<'s, 'p, T>(&'s mut Option<T>, &'p Path<'p>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match T::KIND {
            Kind::Structure(structure) => write!(f, "an object ({})", structure.name),
            other => f.write_str(other.expected()),
        }
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        T::read_members(map, self.1, self.0)
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Err(self.1.expected(T::KIND.expected()))
    }
}

/// Writes an object: declared members that are not absent, then unknown ones.
pub(crate) struct ObjectEncoder<S: Serializer> {
    map: S::SerializeMap,
    context: Context,
}

impl<S: Serializer> ObjectEncoder<S> {
    /// Opens the object.
    #[inline]
    pub(crate) fn new(serializer: S, context: Context) -> Result<Self, S::Error> {
        let map = serializer.serialize_map(None)?;
        Ok(Self { map, context })
    }

    /// Writes a member, unless it is absent.
    #[inline]
    pub(crate) fn member<T: Wire>(
        &mut self,
        member: &'static Member,
        value: &T,
    ) -> Result<(), S::Error> {
        let elsewhere = self.context.body_only && member.location != Location::Body;
        if elsewhere || value.is_absent() {
            return Ok(());
        }
        let context = Context {
            constraint: member.constraint,
            body_only: false,
            ..self.context
        };
        self.map
            .serialize_entry(member.wire_name, &Encoded(value, context))
    }

    /// Writes a member that was kept as JSON text.
    pub(crate) fn raw(&mut self, name: &str, value: &RawValue) -> Result<(), S::Error> {
        self.map.serialize_entry(name, value)
    }

    /// Writes the unknown members and closes the object.
    #[inline]
    pub(crate) fn finish(mut self, unknown: &UnknownMembers) -> Result<S::Ok, S::Error> {
        unknown.write(&mut self)?;
        self.map.end()
    }
}
