//! Serde for the types of the AWS SDK.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    hash::BuildHasher,
    marker::PhantomData,
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _, MapAccess, Visitor},
    ser::Error as _,
};

use super::{FromSdk, IntoSdk};
use crate::{
    error::{Category, Error},
    path::PathRef,
};

/// A type of the AWS SDK, with the type of this crate for it.
pub trait Convertible: Sized + Clone {
    /// The type that implements serde's traits.
    type Ours: FromSdk<Self, Error: Into<Error>>
        + IntoSdk<Self, Error: Into<Error>>
        + Serialize
        + DeserializeOwned;
}

/// A type that [`serialize`] and [`deserialize`] take: a structure, exception, input, output or enum of AWS IoT
/// Jobs in the AWS SDK, and an `Option`, a `Vec` or a `HashMap<String, _>` of one. The trait is sealed.
pub trait SdkValue: Sealed {}

impl<T: Sealed> SdkValue for T {}

/// What [`SdkValue`] does.
pub trait Sealed: Sized {
    fn write<S: Serializer>(&self, at: &PathRef<'_>, serializer: S) -> Result<S::Ok, S::Error>;
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Serializes a value of the AWS SDK as the shape of this crate with the same name.
///
/// # Errors
///
/// Fails if a member that is required here has no value, for a time outside of the years 0001 to 9999, for NaN and
/// infinities, and where the serializer fails.
pub fn serialize<T: SdkValue, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.write(&PathRef::root(), serializer)
}

/// Deserializes the shape of this crate, and converts it into the value of the AWS SDK with the same name.
///
/// # Errors
///
/// Fails where the shape's own deserialization fails.
pub fn deserialize<'de, T: SdkValue, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// A borrowed element of a list, map or option, whose errors have its place.
struct Borrowed<'a, T> {
    value: &'a T,
    outer: &'a PathRef<'a>,
    place: Place<'a>,
}

/// The place of an element in a list, map or option.
enum Place<'a> {
    Same,
    Index(usize),
    Key(&'a str),
}

impl<T: Sealed> Serialize for Borrowed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.place {
            Place::Same => self.value.write(self.outer, serializer),
            Place::Index(index) => self.value.write(&self.outer.index(index), serializer),
            Place::Key(key) => self.value.write(&self.outer.key(key), serializer),
        }
    }
}

/// An element of a list, map or option.
struct Owned<T>(T);

impl<'de, T: Sealed> Deserialize<'de> for Owned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self)
    }
}

impl<T: Convertible> Sealed for T {
    fn write<S: Serializer>(&self, at: &PathRef<'_>, serializer: S) -> Result<S::Ok, S::Error> {
        T::Ours::from_sdk(self.clone(), at)
            .map_err(|error| S::Error::custom(error.into()))?
            .serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::Ours::deserialize(deserializer)?
            .into_sdk(&PathRef::root())
            .map_err(|error| D::Error::custom(error.into()))
    }
}

impl<T: Sealed> Sealed for Option<T> {
    fn write<S: Serializer>(&self, at: &PathRef<'_>, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.as_ref().map(|value| Borrowed {
            value,
            outer: at,
            place: Place::Same,
        });
        value.serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::<Owned<T>>::deserialize(deserializer)?;
        Ok(value.map(|Owned(value)| value))
    }
}

impl<T: Sealed> Sealed for Vec<T> {
    fn write<S: Serializer>(&self, at: &PathRef<'_>, serializer: S) -> Result<S::Ok, S::Error> {
        let elements = self.iter().enumerate();
        serializer.collect_seq(elements.map(|(index, value)| Borrowed {
            value,
            outer: at,
            place: Place::Index(index),
        }))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let elements = Vec::<Owned<T>>::deserialize(deserializer)?;
        Ok(elements.into_iter().map(|Owned(value)| value).collect())
    }
}

impl<T: Sealed, H: BuildHasher + Default> Sealed for HashMap<String, T, H> {
    fn write<S: Serializer>(&self, at: &PathRef<'_>, serializer: S) -> Result<S::Ok, S::Error> {
        // The same map gives the same text in every process.
        let sorted: BTreeMap<_, _> = self.iter().collect();
        serializer.collect_map(sorted.into_iter().map(|(key, value)| {
            let value = Borrowed {
                value,
                outer: at,
                place: Place::Key(key),
            };
            (key, value)
        }))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

/// Reads a map, in which no key may appear twice.
struct Entries<T, H>(PhantomData<(T, H)>);

impl<'de, T: Sealed, H: BuildHasher + Default> Visitor<'de> for Entries<T, H> {
    type Value = HashMap<String, T, H>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = HashMap::default();
        while let Some((key, Owned(value))) = map.next_entry::<String, Owned<T>>()? {
            if entries.contains_key(&key) {
                let at = PathRef::root().key(&key).to_path();
                let error = Error::new(Category::Data, at, "this member appears twice");
                return Err(A::Error::custom(error));
            }
            entries.insert(key, value);
        }
        Ok(entries)
    }
}
