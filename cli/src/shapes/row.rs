//! A shape as a JSON object.

use iot_jobs::shape::{self, Entry, Kind, Member, Structure};
use serde::Serialize;

/// A shape.
#[derive(Serialize)]
pub(super) struct Row {
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

impl Row {
    /// The row of a shape.
    pub(super) fn of(entry: Entry) -> Self {
        Self {
            name: entry.name(),
            doc: super::doc(entry),
            members: entry.structure().members.iter().map(member).collect(),
        }
    }
}

fn member(member: &Member) -> MemberRow {
    MemberRow {
        name: member.wire_name,
        required: member.required,
        kind: kind(member.kind),
    }
}

fn kind(of: Kind) -> KindRow {
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
                structure: name(of),
            };
        }
        Kind::List(of) => {
            return KindRow::List {
                list: Box::new(kind(*of)),
            };
        }
        Kind::Map(of) => {
            return KindRow::Map {
                map: Box::new(kind(*of)),
            };
        }
        // A kind of value that this command is too old to know.
        _ => "other",
    })
}

/// The name by which --as knows a structure.
fn name(of: &'static Structure) -> String {
    let listed = shape::all().find(|entry| entry.structure() == of);
    listed.map_or_else(|| of.name.to_owned(), |entry| entry.name())
}
