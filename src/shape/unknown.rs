//! What a value contains that this version does not know.

use crate::{
    constraint::Constraint,
    path::{Path, PathRef},
    wire::{Value, Walker},
};

/// A member or enum value that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unknown {
    /// Where it is, such as `job.status`.
    pub path: Path,
    /// What it is.
    pub kind: UnknownKind,
}

/// What is unknown: the name of a member or the value of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnknownKind {
    /// A member that the shape does not declare.
    Member,
    /// A value that the enum does not list.
    Value,
}

impl Walker for Vec<Unknown> {
    fn visit(&mut self, at: &PathRef<'_>, _: Option<&'static Constraint>, value: Value<'_>) {
        let kind = match value {
            Value::UnknownMember(_) => UnknownKind::Member,
            Value::Enum { known: false, .. } => UnknownKind::Value,
            Value::Absent
            | Value::String(_)
            | Value::Boolean(_)
            | Value::Integer(_)
            | Value::Double(_)
            | Value::Timestamp(_)
            | Value::Blob(_)
            | Value::Document(_)
            | Value::Enum { known: true, .. }
            | Value::List(_)
            | Value::Map(_)
            | Value::Key(_) => return,
        };
        let path = at.to_path();
        self.push(Unknown { path, kind });
    }
}
