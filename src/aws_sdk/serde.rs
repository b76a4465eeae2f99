//! Serde for the types of the AWS SDK.

use std::{
    collections::{BTreeMap, HashMap},
    hash::BuildHasher,
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _},
    ser::Error as _,
};

use super::{FromSdk, IntoSdk};
use crate::{error::Error, path::PathRef};

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
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Serializes a value of the AWS SDK as the shape of this crate with the same name.
///
/// # Errors
///
/// Fails if the value has no value for a member that is required here, and where the serializer fails.
pub fn serialize<T: SdkValue, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.write(serializer)
}

/// Deserializes the shape of this crate, and converts it into the value of the AWS SDK with the same name.
///
/// # Errors
///
/// Fails where the shape's own deserialization fails.
pub fn deserialize<'de, T: SdkValue, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// A borrowed element of a list, map or option.
struct Borrowed<'a, T>(&'a T);

impl<T: Sealed> Serialize for Borrowed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
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
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::Ours::from_sdk(self.clone(), &PathRef::root())
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
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(Borrowed).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::<Owned<T>>::deserialize(deserializer)?;
        Ok(value.map(|Owned(value)| value))
    }
}

impl<T: Sealed> Sealed for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Borrowed))
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let elements = Vec::<Owned<T>>::deserialize(deserializer)?;
        Ok(elements.into_iter().map(|Owned(value)| value).collect())
    }
}

impl<T: Sealed, H: BuildHasher + Default> Sealed for HashMap<String, T, H> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The same map gives the same text in every process.
        let sorted: BTreeMap<_, _> = self.iter().collect();
        serializer.collect_map(
            sorted
                .into_iter()
                .map(|(key, value)| (key, Borrowed(value))),
        )
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = HashMap::<String, Owned<T>>::deserialize(deserializer)?;
        let entries = entries.into_iter();
        Ok(entries.map(|(key, Owned(value))| (key, value)).collect())
    }
}
