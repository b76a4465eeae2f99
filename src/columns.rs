//! The columns of a shape in a table, from the declared facts: for Arrow, Parquet, Athena and Spark.
//!
//! ```
//! use iot_jobs::{columns::{self, ColumnKind}, shape::Shape, types::JobExecutionSummary};
//!
//! let columns = columns::of(&JobExecutionSummary::STRUCTURE);
//! assert_eq!(columns[1].name, "queued_at");
//! assert_eq!(columns[1].wire_name, Some("queuedAt"));
//! assert_eq!(columns[1].kind, ColumnKind::Timestamp);
//! assert_eq!(columns.last().map(|column| column.name), Some("unknown_members"));
//! ```
//!
//! [`arrow_json`] and [`spark`] give them as schemas, and [`athena`] as SQL that creates a table.

pub mod arrow_json;
pub mod athena;
pub mod spark;

use serde_json::Value;

mod cell;
mod partition;
mod writer;

pub use self::{
    cell::{Cell, CellError},
    partition::{Partition, PartitionError},
    writer::write,
};
use crate::facts::{Kind, Member, Structure};

/// The name of the column with the members that the shape does not declare.
pub const UNKNOWN_MEMBERS: &str = "unknown_members";

/// A column, or a field of a structure in a column; each can be null.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Column {
    /// The name of the struct's field, such as `queued_at`, since SQL does not distinguish `queuedAt` from `queuedat`.
    pub name: &'static str,
    /// The name in JSON, such as `queuedAt`; `None` for the column of unknown members.
    pub wire_name: Option<&'static str>,
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// The type of its values.
    pub kind: ColumnKind,
}

/// The type of a column's values.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ColumnKind {
    /// `true` or `false`.
    Boolean,
    /// A 32-bit integer.
    Integer,
    /// A 64-bit integer.
    Long,
    /// A floating-point number.
    Double,
    /// An instant in UTC, in microseconds.
    Timestamp,
    /// A string, or a value of an enum.
    String,
    /// Bytes.
    Binary,
    /// Any JSON, as text: job documents, unknown members, and booleans and integers that can be placeholders.
    Json,
    /// A structure.
    Structure(Vec<Column>),
    /// A list without nulls.
    List(Box<ColumnKind>),
    /// A map from strings to values that are not null.
    Map(Box<ColumnKind>),
}

/// The columns of a structure: its members in the model's order, then the unknown members as one JSON object.
pub fn of(structure: &Structure) -> Vec<Column> {
    let unknown_members = Column {
        name: UNKNOWN_MEMBERS,
        wire_name: None,
        doc: "The members that the shape does not declare, as a JSON object.",
        kind: ColumnKind::Json,
    };
    let declared = structure.members.iter().map(Column::of);
    declared.chain([unknown_members]).collect()
}

impl Column {
    fn of(member: &Member) -> Self {
        Self {
            name: member.name,
            wire_name: Some(member.wire_name),
            doc: member.doc,
            kind: ColumnKind::of(member.kind),
        }
    }
}

impl ColumnKind {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Boolean => Self::Boolean,
            Kind::Integer => Self::Integer,
            Kind::Long => Self::Long,
            Kind::Double => Self::Double,
            Kind::Timestamp => Self::Timestamp,
            Kind::String | Kind::Enum(_) => Self::String,
            Kind::Blob => Self::Binary,
            Kind::Document | Kind::LenientBoolean | Kind::LenientInteger => Self::Json,
            Kind::Structure(structure) => Self::Structure(of(structure)),
            Kind::List(element) => Self::List(Box::new(Self::of(*element))),
            Kind::Map(value) => Self::Map(Box::new(Self::of(*value))),
        }
    }
}

/// JSON text on several lines. Objects are made with sorted keys, since the order is theirs if a dependent enables
/// `preserve_order` of `serde_json`.
fn indented(value: &Value) -> String {
    format!("{value:#}")
}
