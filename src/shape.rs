//! What is declared about a shape: its name, its members, and where they travel.

#[cfg(feature = "catalog")]
mod catalog;
mod unknown;

use serde::{Serialize, de::DeserializeOwned};

#[cfg(feature = "catalog")]
pub use self::catalog::{DynShape, Entry, all, find};
pub use self::unknown::{Unknown, UnknownKind, UnknownMembers};
use crate::{constraint::Constraint, path::Path, wire::Object};

/// A structure of the AWS IoT Jobs model.
///
/// Every struct of this crate that travels is one; the trait is sealed.
///
/// ```
/// use iot_jobs::{shape::Shape, types::Job};
///
/// let status = Job::STRUCTURE.member("status").expect("a job has a status");
/// assert_eq!((status.name, status.wire_name, status.required), ("status", "status", false));
/// ```
pub trait Shape:
    Object + Serialize + DeserializeOwned + Clone + PartialEq + std::fmt::Debug + 'static
{
    /// The declared facts.
    const STRUCTURE: Structure;

    /// The members and enum values that this version does not know, with their paths.
    fn unknown(&self) -> Vec<Unknown> {
        let mut unknown = Vec::new();
        self.walk(&Path::root(), &mut unknown);
        unknown
    }
}

/// The declared facts of a structure.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Structure {
    /// The model's name, such as `DescribeJobResponse` for `DescribeJobOutput`.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub doc: &'static str,
    /// The members, in the model's order.
    pub members: &'static [Member],
    /// The HTTP status, for error shapes.
    pub error_status: Option<u16>,
}

impl Structure {
    /// The member with this wire name.
    pub fn member(&self, wire_name: &str) -> Option<&'static Member> {
        self.members
            .iter()
            .find(|member| member.wire_name == wire_name)
    }
}

/// The declared facts of a member.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Member {
    /// The name of the struct's field, such as `job_id`.
    pub name: &'static str,
    /// The name in JSON, in the URI or in the query, such as `jobId`.
    pub wire_name: &'static str,
    /// What it is, in a sentence.
    pub doc: &'static str,
    /// The type of its value.
    pub kind: Kind,
    /// Whether the model asks for it.
    pub required: bool,
    /// Where it travels in an HTTP request.
    pub location: Location,
    /// Whether the service recognises a repeated request by it.
    pub idempotency_token: bool,
    /// The limits of its value.
    pub constraint: Option<&'static Constraint>,
    /// Its place among the structure's members, from 0.
    pub(crate) position: usize,
}

/// The type of a member's value.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A whole number of 32 bits.
    Integer,
    /// A whole number of 64 bits.
    Long,
    /// A floating-point number.
    Double,
    /// A moment, in epoch seconds on the wire.
    Timestamp,
    /// Bytes, in base64 on the wire.
    Blob,
    /// A boolean, or a string holding one or a placeholder for one.
    LenientBoolean,
    /// A whole number of 64 bits, or a string holding one or a placeholder for one.
    LenientInteger,
    /// A job document, as JSON text.
    Document,
    /// One of a set of strings that may grow.
    Enum(&'static Enum),
    /// A structure.
    Structure(&'static Structure),
    /// A list of one kind.
    List(&'static Kind),
    /// A map from strings to one kind.
    Map(&'static Kind),
}

/// The declared facts of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Enum {
    /// The model's name.
    pub name: &'static str,
    /// The values that this version knows, in the model's order.
    pub values: &'static [&'static str],
}

/// Where a member travels in an HTTP request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// In the JSON body.
    Body,
    /// In the path.
    Label,
    /// In the query string.
    Query,
}

impl Kind {
    /// What an error says it expected.
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Kind::String => "a string",
            Kind::Boolean => "a boolean",
            Kind::LenientBoolean => "a boolean, `\"true\"` or `\"false\"`",
            Kind::LenientInteger => "a whole number of 64 bits, possibly in a string",
            Kind::Integer => "a whole number of 32 bits",
            Kind::Long => "a whole number of 64 bits",
            Kind::Double => "a finite number",
            Kind::Timestamp => {
                "a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset)"
            }
            Kind::Blob => "a string of base64",
            Kind::Document => "a job document",
            Kind::Enum(_) => "a string of an enum",
            Kind::Structure(_) | Kind::Map(_) => "an object",
            Kind::List(_) => "an array",
        }
    }
}
