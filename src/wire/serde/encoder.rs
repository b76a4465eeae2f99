//! Encoding to a serde serializer.

use std::convert::Infallible;

use aws_smithy_types::DateTime;
use serde::{
    Serialize, Serializer,
    ser::{Error as _, SerializeMap, SerializeSeq},
};

use super::json_value::JsonValue;
use crate::{
    facts::{Location, Member},
    wire::{
        Context, DECLARED_NAME, Encoder, Key, MemberWriter, Object, Wire, scalar::without_point,
        timestamp,
    },
};

/// A serializer for one value.
pub(crate) struct SerdeEncoder<S>(pub(crate) S);

impl<S: Serializer> Encoder for SerdeEncoder<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn string(self, value: &str) -> Result<S::Ok, S::Error> {
        self.0.serialize_str(value)
    }

    fn boolean(self, value: bool) -> Result<S::Ok, S::Error> {
        self.0.serialize_bool(value)
    }

    fn integer(self, value: i64) -> Result<S::Ok, S::Error> {
        self.0.serialize_i64(value)
    }

    fn double(self, value: f64) -> Result<S::Ok, S::Error> {
        if !value.is_finite() {
            return Err(S::Error::custom(format_args!(
                "{value} is not a JSON number"
            )));
        }
        match without_point(value) {
            Some(whole) => self.0.serialize_i64(whole),
            None => self.0.serialize_f64(value),
        }
    }

    fn timestamp(self, value: DateTime, milliseconds: bool) -> Result<S::Ok, S::Error> {
        let micros =
            timestamp::to_micros(value).ok_or_else(|| S::Error::custom(timestamp::OUT_OF_RANGE))?;
        if milliseconds && let Some(millis) = timestamp::as_millis(micros) {
            return self.0.serialize_i64(millis);
        }
        match timestamp::as_whole_seconds(micros) {
            Some(seconds) => self.0.serialize_i64(seconds),
            None => self.0.serialize_f64(timestamp::as_seconds(micros)),
        }
    }

    fn json(self, text: &str) -> Result<S::Ok, S::Error> {
        JsonValue(text).serialize(self.0)
    }

    fn list<T: Wire>(self, elements: &[T], context: Context) -> Result<S::Ok, S::Error> {
        let mut list = self.0.serialize_seq(Some(elements.len()))?;
        for element in elements {
            list.serialize_element(&Encoded(element, context))?;
        }
        list.end()
    }

    fn map<K: Key, T: Wire>(
        self,
        entries: &[Option<(&K, &T)>],
        context: Context,
    ) -> Result<S::Ok, S::Error> {
        let mut map = self.0.serialize_map(Some(entries.len()))?;
        for (key, value) in entries.iter().flatten() {
            map.serialize_entry(key.text(), &Encoded(*value, context))?;
        }
        map.end()
    }

    fn object<T: Object>(self, value: &T, context: Context) -> Result<S::Ok, S::Error> {
        let context = Context {
            mqtt: context.mqtt || T::MQTT,
            ..context
        };
        // Some formats write the number of members first.
        let mut count = Count {
            members: value.undeclared().len(),
            context,
        };
        let Ok(()) = value.write_members(&mut count);
        let mut members = SerdeMembers {
            map: self.0.serialize_map(Some(count.members))?,
            context,
        };
        value.write_members(&mut members)?;
        for (name, json) in value.undeclared().iter() {
            if T::position(name).is_some() {
                return Err(S::Error::custom(DECLARED_NAME));
            }
            members.map.serialize_entry(name, &JsonValue(json))?;
        }
        members.map.end()
    }
}

/// A value with its context, for serde.
struct Encoded<'a, T>(&'a T, Context);

impl<T: Wire> Serialize for Encoded<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.encode(SerdeEncoder(serializer), self.1)
    }
}

/// Whether a member is left out of an object.
fn is_left_out<T: Wire>(value: &T, member: &Member, context: Context) -> bool {
    value.is_absent() || (context.body_only && member.location != Location::Body)
}

/// Counts the members of an object.
struct Count {
    members: usize,
    context: Context,
}

impl MemberWriter for Count {
    type Error = Infallible;

    fn member<T: Wire>(
        &mut self,
        _: &'static str,
        member: &'static Member,
        value: &T,
    ) -> Result<(), Infallible> {
        self.members += usize::from(!is_left_out(value, member, self.context));
        Ok(())
    }
}

/// The members of an object for serde.
struct SerdeMembers<M> {
    map: M,
    context: Context,
}

impl<M: SerializeMap> MemberWriter for SerdeMembers<M> {
    type Error = M::Error;

    fn member<T: Wire>(
        &mut self,
        _: &'static str,
        member: &'static Member,
        value: &T,
    ) -> Result<(), M::Error> {
        if is_left_out(value, member, self.context) {
            return Ok(());
        }
        let context = Context {
            constraint: member.constraint,
            body_only: false,
            mqtt: self.context.mqtt,
        };
        self.map
            .serialize_entry(member.wire_name, &Encoded(value, context))
    }
}
