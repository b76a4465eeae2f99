//! Enums whose values are strings and may grow without notice.

/// Declares an enum of the model: its variants, each with its value on the wire.
///
/// The enum has the declared variants and `Unknown`, for values that are newer than this version.
/// Equality, order and hash are those of the values' texts, `Unknown` included.
macro_rules! string_enum {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $( $(#[doc = $doc:literal])+ $variant:ident = $value:literal, )+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[doc = $doc])+ $variant, )+
            /// A value that this version does not know; match it with a wildcard, since a later
            /// version may have a variant for it.
            Unknown($crate::error::UnknownVariantValue),
        }

        impl $name {
            const FACTS: $crate::facts::Enum = $crate::facts::Enum {
                name: stringify!($name),
                values: Self::values(),
                docs: &[$( concat!($($doc),+).trim_ascii() ),+],
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

        // Derived order and hash would depend on the variants, and change when a value becomes known.
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
            const KIND: $crate::facts::Kind = $crate::facts::Kind::Enum(&Self::FACTS);

            #[inline]
            fn decode<'de, D: $crate::wire::Decoder<'de>>(decoder: D) -> Result<Self, D::Error> {
                decoder.string_with(|value| Self::from(value))
            }

            #[inline]
            fn encode<E: $crate::wire::Encoder>(
                &self,
                encoder: E,
                _: $crate::wire::Context,
            ) -> Result<E::Ok, E::Error> {
                const { $crate::wire::string_enum::assert_plain(Self::values()) };
                match self {
                    Self::Unknown(value) => encoder.string(value.as_str()),
                    known => encoder.plain_string(known.as_str()),
                }
            }

            #[inline]
            fn walk(
                &self,
                at: &$crate::path::PathRef<'_>,
                _: Option<&'static $crate::constraint::Constraint>,
                walk: &mut $crate::wire::Walk<'_>,
            ) {
                let known = !matches!(self, Self::Unknown(_));
                walk.enum_value(at, self.as_str(), known);
            }

            fn debug(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self, f)
            }
        }

        impl $crate::wire::Key for $name {
            fn from_text(text: &str) -> Self {
                Self::from(text)
            }

            fn text(&self) -> &str {
                self.as_str()
            }

            fn walk(
                &self,
                at: &$crate::path::PathRef<'_>,
                constraint: Option<&'static $crate::constraint::Constraint>,
                walk: &mut $crate::wire::Walk<'_>,
            ) {
                $crate::wire::Wire::walk(self, at, constraint, walk);
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
                let root = $crate::path::PathRef::root();
                let decoder = $crate::wire::serde::SerdeDecoder::new(deserializer, &root);
                $crate::wire::Wire::decode(decoder)
            }
        }
    };
}

pub(crate) use string_enum;

/// Fails to compile if a declared value would need escapes in JSON text.
pub(crate) const fn assert_plain(mut values: &[&str]) {
    while let [value, others @ ..] = values {
        let mut bytes = value.as_bytes();
        while let [byte, rest @ ..] = bytes {
            assert!(byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\'));
            bytes = rest;
        }
        values = others;
    }
}
