//! Enums whose values are strings and may grow without notice.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, Visitor},
};

/// A value of an enum that this version does not know.
///
/// Only decoding and `From<&str>` make one, so it never holds a value that the enum lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownVariantValue(Box<str>);

impl UnknownVariantValue {
    pub(crate) fn new(value: &str) -> Self {
        Self(value.into())
    }

    /// The value as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownVariantValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads an enum's value; `from` makes it of its text.
pub(crate) fn decode<'de, T, D>(deserializer: D, from: fn(&str) -> T) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(EnumVisitor(from, PhantomData))
}

struct EnumVisitor<T>(fn(&str) -> T, PhantomData<T>);

impl<T> Visitor<'_> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        Ok((self.0)(value))
    }
}

/// Declares an enum of the model: its variants, each with its value on the wire.
///
/// Besides the declared variants it gets `Unknown`, for values that came later than this version.
/// Equality, order and hash are those of the values' texts, `Unknown` included.
macro_rules! string_enum {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $( $(#[$variant_attribute:meta])+ $variant:ident = $value:literal, )+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_attribute])+ $variant, )+
            /// A value that this version does not know; match it with a wildcard, since a later
            /// version may know it.
            Unknown($crate::error::UnknownVariantValue),
        }

        impl $name {
            const FACTS: $crate::shape::Enum = $crate::shape::Enum {
                name: stringify!($name),
                values: Self::values(),
            };

            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $value, )+
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// The values that this version knows, in the model's order.
            pub const fn values() -> &'static [&'static str] {
                &[$($value),+]
            }

            /// The variant of a value that this version knows; any other is an error.
            pub fn try_parse(value: &str) -> Result<Self, $crate::error::UnknownVariantError> {
                match Self::from(value) {
                    Self::Unknown(value) => Err($crate::error::UnknownVariantError::new(value)),
                    known => Ok(known),
                }
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $( $value => Self::$variant, )+
                    other => Self::Unknown($crate::error::UnknownVariantValue::new(other)),
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }

        // Derived order and hash would follow the variants, and so change whenever a value becomes known.
        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::wire::Wire for $name {
            const KIND: $crate::shape::Kind = $crate::shape::Kind::Enum(&Self::FACTS);

            fn decode<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                _: &$crate::path::Path<'_>,
            ) -> Result<Self, D::Error> {
                $crate::string_enum::decode(deserializer, |value| Self::from(value))
            }

            fn encode<S: serde::Serializer>(
                &self,
                serializer: S,
                _: $crate::wire::Context,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }

            fn walk(&self, at: &$crate::path::Path<'_>, walker: &mut dyn $crate::wire::Walker) {
                let known = !matches!(self, Self::Unknown(_));
                let text = self.as_str();
                walker.visit(at, $crate::wire::Found::Enum { text, known });
            }
        }

        impl $crate::wire::Key for $name {
            fn from_text(text: &str) -> Self {
                Self::from(text)
            }

            fn text(&self) -> &str {
                self.as_str()
            }

            fn walk(&self, at: &$crate::path::Path<'_>, walker: &mut dyn $crate::wire::Walker) {
                $crate::wire::Wire::walk(self, at, walker);
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::schema::of_enum(&Self::FACTS)
            }
        }

        #[cfg(feature = "proptest")]
        $crate::strategy::string_enum!($name);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::string_enum::decode(deserializer, |value| Self::from(value))
            }
        }
    };
}

pub(crate) use string_enum;
