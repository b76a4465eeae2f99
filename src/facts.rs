//! What is declared about shapes and operations: names, members, kinds, limits and HTTP bindings.

#[cfg(feature = "proptest")]
pub(crate) mod draft;
mod operation;
mod uri;

pub use self::operation::OperationFacts;
#[cfg(feature = "http")]
pub(crate) use self::uri::Segment;
use crate::constraint::Constraint;

/// The declared facts of a structure.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Structure {
    /// The model's name, such as `DescribeJobResponse` for `DescribeJobOutput`.
    pub name: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// The members, in the model's order.
    pub members: &'static [Member],
    /// The HTTP status of an error shape.
    pub error_status: Option<u16>,
    /// What makes generated members satisfy the rules between them.
    #[cfg(feature = "proptest")]
    pub(crate) consistency: Option<draft::Consistency>,
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
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// The type of its value.
    pub kind: Kind,
    /// Whether the model requires it.
    pub required: bool,
    /// Its location in an HTTP request.
    pub location: Location,
    /// Whether the service recognises a repeated request by it.
    pub idempotency_token: bool,
    /// The limits of its value.
    pub constraint: Option<&'static Constraint>,
    /// Its index among the structure's members.
    pub(crate) position: usize,
    /// The schemas that some generated values follow; none for members that are not job documents.
    #[cfg(feature = "proptest")]
    pub(crate) schemas: &'static [&'static Structure],
}

/// The type of a member's value.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A 32-bit integer.
    Integer,
    /// A 64-bit integer.
    Long,
    /// A floating-point number.
    Double,
    /// A timestamp, in epoch seconds on the wire.
    Timestamp,
    /// Bytes, in base64 on the wire.
    Blob,
    /// A boolean, or a string with a boolean or a placeholder in it.
    LenientBoolean,
    /// A 64-bit integer, or a string with an integer or a placeholder in it.
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
    /// What each value means, in one sentence, in the same order.
    pub docs: &'static [&'static str],
}

/// The location of a member in an HTTP request.
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
    /// What an error message says was expected.
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Kind::String => "a string",
            Kind::Boolean => "a boolean",
            Kind::LenientBoolean => "a boolean, `\"true\"` or `\"false\"`",
            Kind::LenientInteger => "a 64-bit integer, possibly in a string",
            Kind::Integer => "a 32-bit integer",
            Kind::Long => "a 64-bit integer",
            Kind::Double => "a finite number",
            Kind::Timestamp => {
                "a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset)"
            }
            Kind::Blob => "a base64 string",
            Kind::Document => "a job document",
            Kind::Enum(_) => "an enum value (string)",
            Kind::Structure(_) | Kind::Map(_) => "an object",
            Kind::List(_) => "an array",
        }
    }
}
