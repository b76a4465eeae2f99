//! Values as JSON text: unknown members whole, and numbers before they are rounded to anything.
//!
//! `serde_json` hands over the text of a value that asks for a newtype struct of a certain name (this
//! is how its `RawValue` works). Asking under that name directly, and not through `RawValue`, gives
//! the text without a copy when it can be borrowed, and still works where some other deserialiser
//! stands in between (`#[serde(flatten)]`, untagged enums): such a one offers the value itself.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor, value::SeqAccessDeserializer},
    ser,
};
use serde_json::{Map, Value, value::RawValue};

use crate::{codec::layout, path::Path};

/// The name under which `serde_json` hands over a value's text; a test compares it with `RawValue`.
const TEXT_OF_VALUE: &str = "$serde_json::private::RawValue";

/// A value that is read from its JSON text.
pub(crate) trait FromText {
    /// What it becomes.
    type Value;

    /// Reads the text, which is one valid JSON value.
    fn read<E: de::Error>(self, text: &str) -> Result<Self::Value, E>;
}

/// Hands the JSON text of the next value to `reader`.
pub(crate) fn read_text<'de, D: Deserializer<'de>, R: FromText>(
    deserializer: D,
    reader: R,
) -> Result<R::Value, D::Error> {
    deserializer.deserialize_newtype_struct(TEXT_OF_VALUE, TextVisitor(reader))
}

/// Writes a number's text as a number; only `serde_json`'s serialisers know how.
pub(crate) fn write_text<S: Serializer>(serializer: S, text: String) -> Result<S::Ok, S::Error> {
    RawValue::from_string(text)
        .map_err(ser::Error::custom)?
        .serialize(serializer)
}

/// Keeps the value at a place as compact JSON text.
pub(crate) struct RawSeed<'p>(pub(crate) &'p Path<'p>);

impl FromText for RawSeed<'_> {
    type Value = Box<RawValue>;

    fn read<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        layout::check(text, self.0.depth()).map_err(|why| self.0.unfit(why))?;
        RawValue::from_string(layout::compact(text)).map_err(E::custom)
    }
}

impl<'de> DeserializeSeed<'de> for RawSeed<'_> {
    type Value = Box<RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        read_text(deserializer, self)
    }
}

/// Takes the text from `serde_json`, or writes anew what another deserialiser offers.
struct TextVisitor<R>(R);

impl<R: FromText> TextVisitor<R> {
    fn rewritten<E: de::Error>(self, value: &Value) -> Result<R::Value, E> {
        self.0.read(&value.to_string())
    }
}

impl<'de, R: FromText> Visitor<'de> for TextVisitor<R> {
    type Value = R::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<R::Value, A::Error> {
        match map.next_key_seed(Marker)? {
            Some(None) => map.next_value_seed(Text(self.0)),
            Some(Some(name)) => self.rewritten(&object(name, map)?),
            None => self.rewritten(&Value::Object(Map::new())),
        }
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<R::Value, D::Error> {
        self.rewritten(&Value::deserialize(value)?)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<R::Value, A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(list))?;
        self.rewritten(&value)
    }

    fn visit_unit<E: de::Error>(self) -> Result<R::Value, E> {
        self.rewritten(&Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<R::Value, E> {
        self.rewritten(&value.into())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<R::Value, E> {
        self.rewritten(&value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<R::Value, E> {
        self.rewritten(&value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<R::Value, E> {
        self.rewritten(&value.into())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<R::Value, E> {
        self.rewritten(&value.into())
    }
}

/// The object that another deserialiser offers, from the name of its first member on.
#[cold]
fn object<'de, A: MapAccess<'de>>(first: String, mut map: A) -> Result<Value, A::Error> {
    let mut members = Map::new();
    let mut name = Some(first);
    while let Some(current) = name {
        members.insert(current, map.next_value()?);
        name = map.next_key()?;
    }
    Ok(Value::Object(members))
}

/// Reads a name: `None` is the one that `serde_json` puts before a value's text.
struct Marker;

impl<'de> DeserializeSeed<'de> for Marker {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Marker {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok((name != TEXT_OF_VALUE).then(|| name.to_owned()))
    }
}

/// The text inside what `serde_json` hands over.
struct Text<R>(R);

impl<'de, R: FromText> DeserializeSeed<'de> for Text<R> {
    type Value = R::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<R::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<R: FromText> Visitor<'_> for Text<R> {
    type Value = R::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text of a JSON value")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<R::Value, E> {
        self.0.read(text)
    }
}
