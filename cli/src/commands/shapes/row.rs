//! A shape as a JSON object.

use iot_jobs::{
    catalog,
    catalog::ShapeEntry,
    facts::{Kind, Member, Structure},
};
use serde::Serialize;

use crate::commands::shape_doc::shape_doc;

/// A shape with its members.
#[derive(Serialize)]
pub(super) struct ShapeRow {
    name: String,
    doc: String,
    members: Vec<MemberRow>,
}

#[derive(Serialize)]
struct MemberRow {
    name: &'static str,
    required: bool,
    kind: KindRow,
}

#[derive(Serialize)]
#[serde(untagged)]
enum KindRow {
    Simple(&'static str),
    Enum {
        r#enum: &'static str,
        values: &'static [&'static str],
    },
    Structure {
        structure: String,
    },
    List {
        list: Box<KindRow>,
    },
    Map {
        map: Box<KindRow>,
    },
}

impl ShapeRow {
    /// The row of a shape.
    pub(super) fn new(entry: ShapeEntry) -> Self {
        Self {
            name: entry.name(),
            doc: shape_doc(entry),
            members: entry.structure().members.iter().map(member_row).collect(),
        }
    }
}

fn member_row(member: &Member) -> MemberRow {
    MemberRow {
        name: member.wire_name,
        required: member.required,
        kind: kind_row(member.kind),
    }
}

fn kind_row(of: Kind) -> KindRow {
    KindRow::Simple(match of {
        Kind::String => "string",
        Kind::Boolean => "boolean",
        Kind::Integer => "integer",
        Kind::Long => "long",
        Kind::Double => "double",
        Kind::Timestamp => "timestamp",
        Kind::Blob => "blob",
        Kind::Document => "document",
        Kind::Enum(of) => {
            return KindRow::Enum {
                r#enum: of.name,
                values: of.values,
            };
        }
        Kind::Structure(of) => {
            return KindRow::Structure {
                structure: shape_name(of),
            };
        }
        Kind::List(of) => {
            return KindRow::List {
                list: Box::new(kind_row(*of)),
            };
        }
        Kind::Map(of) => {
            return KindRow::Map {
                map: Box::new(kind_row(*of)),
            };
        }
        // A kind that a later version of the library adds.
        _ => "other",
    })
}

/// The name of a structure for `--as`.
fn shape_name(of: &'static Structure) -> String {
    let listed = catalog::shapes().find(|entry| entry.structure() == of);
    listed.map_or_else(|| of.name.to_owned(), |entry| entry.name())
}
