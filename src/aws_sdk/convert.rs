//! How each kind of member is converted.

use std::{collections::HashMap, convert::Infallible, error::Error as _};

use aws_smithy_types::{
    Blob, DateTime,
    error::{ErrorMetadata, operation::BuildError},
};

use crate::{
    error::{Category, Error},
    path::PathRef,
};

/// A value that is made from one of the AWS SDK.
pub trait FromSdk<T>: Sized {
    /// What can go wrong.
    type Error;

    /// The value at this place.
    fn from_sdk(value: T, at: &PathRef<'_>) -> Result<Self, Self::Error>;
}

/// A value from which one of the AWS SDK is made.
pub trait IntoSdk<T> {
    /// What can go wrong.
    type Error;

    /// The value of the AWS SDK; this one is at this place.
    fn into_sdk(self, at: &PathRef<'_>) -> Result<T, Self::Error>;
}

/// Types that both crates use.
macro_rules! same_type {
    ($($name:ty),+) => {$(
        impl FromSdk<$name> for $name {
            type Error = Infallible;

            fn from_sdk(value: $name, _: &PathRef<'_>) -> Result<Self, Infallible> {
                Ok(value)
            }
        }

        impl IntoSdk<$name> for $name {
            type Error = Infallible;

            fn into_sdk(self, _: &PathRef<'_>) -> Result<$name, Infallible> {
                Ok(self)
            }
        }
    )+};
}

same_type!(String, bool, i32, i64, f64, DateTime, Blob);

impl<T: FromSdk<U>, U> FromSdk<Option<U>> for Option<T> {
    type Error = T::Error;

    fn from_sdk(value: Option<U>, at: &PathRef<'_>) -> Result<Self, T::Error> {
        value.map(|value| T::from_sdk(value, at)).transpose()
    }
}

impl<T: IntoSdk<U>, U> IntoSdk<Option<U>> for Option<T> {
    type Error = T::Error;

    fn into_sdk(self, at: &PathRef<'_>) -> Result<Option<U>, T::Error> {
        self.map(|value| value.into_sdk(at)).transpose()
    }
}

impl<T: FromSdk<U>, U> FromSdk<Vec<U>> for Vec<T> {
    type Error = T::Error;

    fn from_sdk(list: Vec<U>, at: &PathRef<'_>) -> Result<Self, T::Error> {
        let elements = list.into_iter().enumerate();
        elements
            .map(|(index, element)| T::from_sdk(element, &at.index(index)))
            .collect()
    }
}

impl<T: IntoSdk<U>, U> IntoSdk<Vec<U>> for Vec<T> {
    type Error = T::Error;

    fn into_sdk(self, at: &PathRef<'_>) -> Result<Vec<U>, T::Error> {
        let elements = self.into_iter().enumerate();
        elements
            .map(|(index, element)| element.into_sdk(&at.index(index)))
            .collect()
    }
}

impl<T: FromSdk<U>, U> FromSdk<HashMap<String, U>> for HashMap<String, T> {
    type Error = T::Error;

    fn from_sdk(map: HashMap<String, U>, at: &PathRef<'_>) -> Result<Self, T::Error> {
        map.into_iter()
            .map(|(key, value)| {
                let value = T::from_sdk(value, &at.key(&key))?;
                Ok((key, value))
            })
            .collect()
    }
}

impl<T: IntoSdk<U>, U> IntoSdk<HashMap<String, U>> for HashMap<String, T> {
    type Error = T::Error;

    fn into_sdk(self, at: &PathRef<'_>) -> Result<HashMap<String, U>, T::Error> {
        self.into_iter()
            .map(|(key, value)| {
                let value = value.into_sdk(&at.key(&key))?;
                Ok((key, value))
            })
            .collect()
    }
}

// Where the SDK has no `Option`, it gives 0 or false for an absent value. A version is at least 1, so that 0 is
// an absent one; false is a value.

impl FromSdk<i64> for Option<i64> {
    type Error = Infallible;

    fn from_sdk(value: i64, _: &PathRef<'_>) -> Result<Self, Infallible> {
        Ok((value != 0).then_some(value))
    }
}

impl FromSdk<bool> for Option<bool> {
    type Error = Infallible;

    fn from_sdk(value: bool, _: &PathRef<'_>) -> Result<Self, Infallible> {
        Ok(Some(value))
    }
}

// The data plane's times are epoch seconds in the SDK, and 0 where they are absent.

impl FromSdk<i64> for DateTime {
    type Error = Infallible;

    fn from_sdk(seconds: i64, _: &PathRef<'_>) -> Result<Self, Infallible> {
        Ok(Self::from_secs(seconds))
    }
}

impl FromSdk<i64> for Option<DateTime> {
    type Error = Infallible;

    fn from_sdk(seconds: i64, _: &PathRef<'_>) -> Result<Self, Infallible> {
        Ok((seconds != 0).then(|| DateTime::from_secs(seconds)))
    }
}

impl IntoSdk<i64> for DateTime {
    type Error = Infallible;

    fn into_sdk(self, _: &PathRef<'_>) -> Result<i64, Infallible> {
        Ok(self.secs())
    }
}

/// Conversions between an enum and that of the same values in the AWS SDK.
macro_rules! convert_enum {
    ($ours:ty, $sdk:ty) => {
        impl $crate::aws_sdk::FromSdk<$sdk> for $ours {
            type Error = std::convert::Infallible;

            fn from_sdk(value: $sdk, _: &$crate::path::PathRef<'_>) -> Result<Self, Self::Error> {
                Ok(value.into())
            }
        }

        impl $crate::aws_sdk::IntoSdk<$sdk> for $ours {
            type Error = std::convert::Infallible;

            fn into_sdk(self, _: &$crate::path::PathRef<'_>) -> Result<$sdk, Self::Error> {
                Ok(self.into())
            }
        }

        impl From<$sdk> for $ours {
            fn from(value: $sdk) -> Self {
                Self::from(value.as_str())
            }
        }

        impl From<$ours> for $sdk {
            fn from(value: $ours) -> Self {
                Self::from(value.as_str())
            }
        }

        impl $crate::aws_sdk::Convertible for $sdk {
            type Ours = $ours;
        }
    };
}
pub(crate) use convert_enum;

// For conversions of members that cannot fail, in a structure whose conversion can.
impl From<Infallible> for Error {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// The error for a required member that has no value in the SDK's structure; the control plane has one.
#[cfg(feature = "aws-sdk-iot")]
#[cold]
pub(crate) fn missing(at: &PathRef<'_>) -> Error {
    Error::new(
        Category::Data,
        at.to_path(),
        "this required member has no value in the AWS SDK's structure",
    )
}

/// The error for a structure that the SDK's builder rejected.
#[cold]
pub(crate) fn not_built(error: &BuildError, at: &PathRef<'_>) -> Error {
    let cause = error.source().map(|cause| format!(": {cause}"));
    Error::new(
        Category::Encode,
        at.to_path(),
        format!("{error}{}", cause.unwrap_or_default()),
    )
}

/// The metadata of an exception that has only a code and a message.
pub(crate) fn error_metadata(code: &str, message: Option<String>) -> ErrorMetadata {
    let mut metadata = ErrorMetadata::builder().code(code);
    if let Some(message) = message {
        metadata = metadata.message(message);
    }
    metadata.build()
}
