//! Placeholders, which the service replaces when a job is created or sent to a device.
//!
//! They are parts of the string values of a document. `${` without `aws:iot:` after it is plain text.
//!
//! ```
//! use iot_jobs::document::placeholder::Placeholder;
//!
//! let text = "${aws:iot:package:logger:version:$default:attributes:url}";
//! let placeholder: Placeholder = Placeholder::parse(text)?;
//! let Placeholder::Package { name, version, part } = placeholder else { unreachable!() };
//! assert_eq!((name, version), ("logger", "$default"));
//! assert_eq!(placeholder.to_string(), text);
//! # Ok::<(), iot_jobs::document::placeholder::PlaceholderError>(())
//! ```

mod find;
mod parse;
mod substitute;

use std::fmt;

pub(crate) use self::{find::errors, substitute::parameter_path};
pub use self::{
    find::{Occurrence, find},
    parse::{PlaceholderError, PlaceholderErrorKind},
    substitute::{Values, substitute},
};
use crate::constraint::PLACEHOLDER_START;

/// A placeholder, whose parts are borrowed from the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Placeholder<'a> {
    /// `parameter:KEY`: a value given with the job; for managed templates.
    Parameter {
        /// The parameter's name: 1 to 128 letters, digits, `-` and `_`.
        key: &'a str,
    },
    /// `s3-presigned-url:URL`: a URL for downloading without credentials for a limited time.
    PresignedUrl {
        /// The URL of the object, such as `https://s3.REGION.amazonaws.com/BUCKET/KEY`.
        url: &'a str,
    },
    /// `s3-presigned-url-v2:URL`: the same, signed for the region of the bucket.
    PresignedUrlV2 {
        /// The URL of the object, such as `https://s3.REGION.amazonaws.com/BUCKET/KEY`.
        url: &'a str,
    },
    /// `code-sign-signature:s3://REGION.BUCKET/FILE@VERSION`: the signature of a file in S3.
    CodeSignSignature {
        /// The region of the bucket.
        region: &'a str,
        /// The bucket.
        bucket: &'a str,
        /// The key of the file.
        file: &'a str,
        /// The version of the file.
        version: &'a str,
    },
    /// `package:NAME:version:VERSION:…`: a part of a version of a software package.
    Package {
        /// The package; empty for the one the job installs.
        name: &'a str,
        /// The version, or `$default`; empty for the one the job installs.
        version: &'a str,
        /// The part of the version.
        part: PackagePart<'a>,
    },
}

/// The part of a package version that a placeholder is replaced with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PackagePart<'a> {
    /// `attributes:KEY`: one attribute.
    Attribute(&'a str),
    /// `attributes`: all attributes, as an object that replaces the whole string.
    Attributes,
    /// `artifact-location:s3-presigned-url`: a URL for downloading the version's artifact.
    ArtifactLocation,
}

impl<'a> Placeholder<'a> {
    /// Parses a text that is one placeholder, from `${` to `}`.
    pub fn parse(text: &'a str) -> Result<Self, PlaceholderError> {
        parse::whole(text)
    }
}

impl fmt::Display for Placeholder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PLACEHOLDER_START)?;
        match self {
            Self::Parameter { key } => write!(f, "parameter:{key}"),
            Self::PresignedUrl { url } => write!(f, "s3-presigned-url:{url}"),
            Self::PresignedUrlV2 { url } => write!(f, "s3-presigned-url-v2:{url}"),
            Self::CodeSignSignature {
                region,
                bucket,
                file,
                version,
            } => write!(
                f,
                "code-sign-signature:s3://{region}.{bucket}/{file}@{version}"
            ),
            Self::Package {
                name,
                version,
                part,
            } => write!(f, "package:{name}:version:{version}:{part}"),
        }?;
        f.write_str("}")
    }
}

impl fmt::Display for PackagePart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attribute(key) => write!(f, "attributes:{key}"),
            Self::Attributes => f.write_str("attributes"),
            Self::ArtifactLocation => f.write_str("artifact-location:s3-presigned-url"),
        }
    }
}
