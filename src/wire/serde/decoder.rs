//! Decoding from a serde deserializer.

use std::{fmt, marker::PhantomData};

use aws_smithy_types::DateTime;
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor},
};

use super::{
    json_text::{FromText, read_text},
    members::{SerdeMembers, next_name},
};
use crate::{
    constraint::Constraint,
    facts::Kind,
    json::{self, Invalid, Reader},
    path::{PathRef, Problem},
    wire::{Decoder, FromJson, Json, Key, Object, Repeated, Wire, text, timestamp},
};

/// The value of a deserializer, at a place.
pub(crate) struct SerdeDecoder<'p, D> {
    deserializer: D,
    at: &'p PathRef<'p>,
    constraint: Option<&'static Constraint>,
}

impl<'p, D> SerdeDecoder<'p, D> {
    /// The value of a deserializer, at a place.
    pub(crate) const fn new(deserializer: D, at: &'p PathRef<'p>) -> Self {
        Self {
            deserializer,
            at,
            constraint: None,
        }
    }

    /// The same, of a member with this constraint.
    pub(crate) fn of(self, constraint: Option<&'static Constraint>) -> Self {
        Self { constraint, ..self }
    }
}

/// The error that something else was expected at a place.
#[cold]
pub(super) fn expected<E: de::Error>(at: &PathRef<'_>, expected: &'static str) -> E {
    at.record(Problem::Expected(expected));
    E::custom(format_args!("expected {expected}"))
}

/// An error that occurred at a place where something was expected.
#[cold]
pub(super) fn recorded<E>(error: E, at: &PathRef<'_>, expected: &'static str) -> E {
    at.record(Problem::Expected(expected));
    error
}

impl<'de, D: Deserializer<'de>> Decoder<'de> for SerdeDecoder<'_, D> {
    type Error = D::Error;

    fn string(self) -> Result<String, D::Error> {
        String::deserialize(self.deserializer)
    }

    fn string_with<T>(self, make: fn(&str) -> T) -> Result<T, D::Error> {
        self.deserializer
            .deserialize_str(FromStringVisitor(make, PhantomData))
    }

    fn boolean(self) -> Result<bool, D::Error> {
        self.deserializer.deserialize_bool(BooleanVisitor(self.at))
    }

    fn integer<T: Wire + TryFrom<i64>>(self) -> Result<T, D::Error> {
        let digits = self
            .constraint
            .is_some_and(|limits| limits.digits_in_a_string);
        read_text(self.deserializer, IntegerText(self.at, digits, PhantomData))
    }

    fn double(self) -> Result<f64, D::Error> {
        read_text(self.deserializer, DoubleText(self.at))
    }

    fn timestamp(self) -> Result<DateTime, D::Error> {
        read_text(self.deserializer, TimestampText(self.at))
    }

    fn json<T: FromJson>(self) -> Result<T, D::Error> {
        read_text(self.deserializer, JsonText(self.at, PhantomData))
    }

    fn list<T: Wire>(self) -> Result<Vec<T>, D::Error> {
        self.deserializer
            .deserialize_seq(ListVisitor(self.at, PhantomData))
    }

    fn map<K: Key, T: Wire>(
        self,
        insert: &mut dyn FnMut(K, Option<T>) -> Result<(), Repeated>,
    ) -> Result<(), D::Error> {
        self.deserializer
            .deserialize_map(MapVisitor(self.at, insert))
    }

    fn object<T: Object>(self) -> Result<T, D::Error> {
        let (at, mut place) = (self.at, None);
        self.object_into(&mut place)?;
        place.ok_or_else(|| expected(at, T::KIND.expected()))
    }

    fn object_into<T: Object>(self, place: &mut Option<T>) -> Result<(), D::Error> {
        self.deserializer
            .deserialize_map(ObjectVisitor(place, self.at))
    }

    fn nullable<T: Wire>(self, place: &mut Option<T>) -> Result<(), D::Error> {
        let visitor = NullableVisitor {
            place,
            at: self.at,
            constraint: self.constraint,
        };
        self.deserializer.deserialize_option(visitor)
    }
}

/// Decodes a value into its place.
pub(super) struct Seed<'s, 'p, T, const NULLABLE: bool> {
    pub(super) place: &'s mut Option<T>,
    pub(super) at: &'p PathRef<'p>,
    pub(super) constraint: Option<&'static Constraint>,
}

impl<'de, T: Wire, const NULLABLE: bool> DeserializeSeed<'de> for Seed<'_, '_, T, NULLABLE> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let decoder = SerdeDecoder {
            deserializer,
            at: self.at,
            constraint: self.constraint,
        };
        if NULLABLE {
            decoder.nullable(self.place)
        } else {
            T::decode_into(decoder, self.place)
        }
    }
}

struct FromStringVisitor<T>(fn(&str) -> T, PhantomData<T>);

impl<T> Visitor<'_> for FromStringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        Ok((self.0)(value))
    }
}

struct BooleanVisitor<'p>(&'p PathRef<'p>);

impl Visitor<'_> for BooleanVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(bool::KIND.expected())
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<bool, E> {
        Err(expected(self.0, bool::KIND.expected()))
    }
}

struct IntegerText<'p, T>(&'p PathRef<'p>, bool, PhantomData<T>);

impl<T: Wire + TryFrom<i64>> FromText for IntegerText<'_, T> {
    type Value = T;

    fn read<E: de::Error>(self, text: &str) -> Result<T, E> {
        let number = if text.starts_with('"') {
            let content = Reader::new(text).string().ok();
            content
                .filter(|_| self.1)
                .and_then(|content| text::digits(&content))
        } else {
            json::integer(text)
        };
        number
            .and_then(|number| T::try_from(number).ok())
            .ok_or_else(|| expected(self.0, T::KIND.expected()))
    }
}

struct DoubleText<'p>(&'p PathRef<'p>);

impl FromText for DoubleText<'_> {
    type Value = f64;

    fn read<E: de::Error>(self, text: &str) -> Result<f64, E> {
        match text.parse() {
            Ok(number) if f64::is_finite(number) => Ok(number),
            _ => Err(expected(self.0, f64::KIND.expected())),
        }
    }
}

struct TimestampText<'p>(&'p PathRef<'p>);

impl FromText for TimestampText<'_> {
    type Value = DateTime;

    fn read<E: de::Error>(self, text: &str) -> Result<DateTime, E> {
        let timestamp = if text.starts_with('"') {
            let content = Reader::new(text).string().ok();
            content.and_then(|content| timestamp::from_iso(&content))
        } else {
            timestamp::from_number(text)
        };
        timestamp.ok_or_else(|| expected(self.0, DateTime::KIND.expected()))
    }
}

struct JsonText<'p, T>(&'p PathRef<'p>, PhantomData<T>);

impl<T: FromJson> FromText for JsonText<'_, T> {
    type Value = T;

    fn read<E: de::Error>(self, text: &str) -> Result<T, E> {
        let mut reader = Reader::at_depth(text, self.0.depth());
        let json = match reader.peek() {
            Some(b'"') => reader.string().map(Json::String),
            // The absence of a value, of whatever type.
            Some(b'n') => Err(Invalid),
            _ => reader.raw().map(|raw| Json::Other(raw.text)),
        };
        // Formats other than JSON can pass any text under serde_json's name for it.
        let json = json.and_then(|json| reader.end().map(|()| json));
        let value = json.ok().and_then(T::from_json);
        value.ok_or_else(|| expected(self.0, T::KIND.expected()))
    }
}

struct ListVisitor<'p, T>(&'p PathRef<'p>, PhantomData<T>);

impl<'de, T: Wire> Visitor<'de> for ListVisitor<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Vec::<T>::KIND.expected())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut elements = Vec::new();
        loop {
            let at = self.0.index(elements.len());
            let mut element = None;
            let seed = Seed::<T, false> {
                place: &mut element,
                at: &at,
                constraint: None,
            };
            list.next_element_seed(seed)
                .map_err(|error| recorded(error, &at, T::KIND.expected()))?;
            match element {
                Some(element) => elements.push(element),
                None => return Ok(elements),
            }
        }
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<Vec<T>, E> {
        Err(expected(self.0, Vec::<T>::KIND.expected()))
    }
}

struct MapVisitor<'p, 'i, K, T>(
    &'p PathRef<'p>,
    &'i mut dyn FnMut(K, Option<T>) -> Result<(), Repeated>,
);

impl<'de, K: Key, T: Wire> Visitor<'de> for MapVisitor<'_, '_, K, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Kind::Map(&T::KIND).expected())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = next_name(&mut map, self.0)? {
            let at = self.0.key(&name);
            // Before the value, which may have an error of its own.
            (self.1)(K::from_text(&name), None).map_err(|Repeated| repeated(&at, &name))?;
            let mut value = None;
            let seed = Seed::<T, false> {
                place: &mut value,
                at: &at,
                constraint: None,
            };
            map.next_value_seed(seed)
                .map_err(|error| recorded(error, &at, T::KIND.expected()))?;
            let value = value.ok_or_else(|| expected(&at, T::KIND.expected()))?;
            (self.1)(K::from_text(&name), Some(value)).map_err(|Repeated| repeated(&at, &name))?;
        }
        Ok(())
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Err(expected(self.0, Kind::Map(&T::KIND).expected()))
    }
}

/// The error that a name appears twice.
#[cold]
pub(super) fn repeated<E: de::Error>(at: &PathRef<'_>, name: &str) -> E {
    at.record(Problem::Duplicate);
    E::custom(format_args!(
        "duplicate field {}",
        crate::text::quoted(name)
    ))
}

struct ObjectVisitor<'s, 'p, T>(&'s mut Option<T>, &'p PathRef<'p>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match T::KIND {
            Kind::Structure(structure) => write!(f, "an object ({})", structure.name),
            other => f.write_str(other.expected()),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        T::read_members(SerdeMembers::new(map, self.1), self.0)
    }

    // serde's own message would show the whole string.
    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Err(expected(self.1, T::KIND.expected()))
    }
}

/// Reads a value that may be `null` into its place.
struct NullableVisitor<'s, 'p, T> {
    place: &'s mut Option<T>,
    at: &'p PathRef<'p>,
    constraint: Option<&'static Constraint>,
}

impl<'de, T: Wire> Visitor<'de> for NullableVisitor<'_, '_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND.expected())
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let decoder = SerdeDecoder {
            deserializer,
            at: self.at,
            constraint: self.constraint,
        };
        T::decode_into(decoder, self.place)
    }
}
