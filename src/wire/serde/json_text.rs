//! Values as JSON text: unknown members whole, and numbers before they are rounded.
//!
//! `serde_json` gives the text of a value to a visitor that asks for a newtype struct of a certain name, which is
//! how its `RawValue` works. Asking for that name directly, and not through `RawValue`, copies nothing where
//! the text can be borrowed, and works with other deserializers (`#[serde(flatten)]`, untagged enums, other
//! formats), which give the value itself.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor, value::SeqAccessDeserializer},
};
use serde_json::{Map, Value};

/// The name for which `serde_json` gives a value's text; a test compares it with `RawValue`.
const TEXT_OF_VALUE: &str = "$serde_json::private::RawValue";

/// A value that is read from its JSON text.
pub(crate) trait FromText {
    /// The type of the value.
    type Value;

    /// Reads the text, which is one valid JSON value.
    fn read<E: de::Error>(self, text: &str) -> Result<Self::Value, E>;
}

/// Passes the JSON text of the next value to `reader`.
pub(crate) fn read_text<'de, D: Deserializer<'de>, R: FromText>(
    deserializer: D,
    reader: R,
) -> Result<R::Value, D::Error> {
    deserializer.deserialize_newtype_struct(TEXT_OF_VALUE, TextVisitor(reader))
}

/// Takes the text from `serde_json`, or the text of the value that another deserializer gives.
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
            Some(None) => {
                // An error while the value is visited would have the marker in the path of
                // `serde_path_to_error`.
                let text = map.next_value_seed(Text)?;
                self.0.read(&text)
            }
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

/// The object that another deserializer gives, from the name of its first member on.
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

/// Reads a name; `None` is the one that `serde_json` puts before a value's text.
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

/// Reads the text that `serde_json` puts after the marker; borrowed from the input where it can be.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text of a JSON value")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}
