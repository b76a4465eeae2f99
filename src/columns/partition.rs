//! What the rows of a table are partitioned by.

use std::fmt;

use super::{Column, ColumnKind};
use crate::facts::Structure;

/// What the rows of a table are partitioned by: the values of a column of strings, or the days of a column of times.
///
/// As Hive does, each value has a directory such as `status=QUEUED` or `queued_at_day=2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    path: Vec<&'static str>,
    is_day: bool,
    doc: &'static str,
}

/// Why a text is not a partition of a structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartitionError(String);

impl Partition {
    /// Finds the column of `status`, or of `day(queued_at)` for days; one in a structure is `execution.status`.
    ///
    /// The names can also be those in JSON.
    ///
    /// # Errors
    ///
    /// Fails if the structure has no such column, if it is not one of strings or for days of times, or if the name of the
    /// directories would be that of another column.
    pub fn new(structure: &Structure, text: &str) -> Result<Self, PartitionError> {
        Self::of_columns(&super::of(structure), text)
    }

    fn of_columns(columns: &[Column], text: &str) -> Result<Self, PartitionError> {
        let day = text.strip_prefix("day(");
        let day = day.and_then(|rest| rest.strip_suffix(')'));
        let (column, is_day) = day.map_or((text, false), |column| (column, true));
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if !column
            .split('.')
            .all(|name| !name.is_empty() && name.chars().all(is_name))
        {
            let message = "expected the name of a column, such as status, or day(COLUMN)";
            return Err(PartitionError(message.to_owned()));
        }
        let Some((path, found)) = find(columns, column) else {
            return Err(not_found(columns, column, is_day));
        };
        let partition = Self {
            path,
            is_day,
            doc: found.doc,
        };
        if !is_possible(&found.kind, is_day) {
            return Err(partition.other_kind(&found.kind));
        }
        if partition.has_name_of_column(columns) {
            let name = partition.name();
            let message = format!(
                "the directories of {partition} would be named {name}=…, and the shape has another column {name}"
            );
            return Err(PartitionError(message));
        }
        Ok(partition)
    }

    /// The name before `=` in the names of directories: `status`, or with days `queued_at_day`.
    pub fn name(&self) -> String {
        let name = self.path.last().copied().unwrap_or_default();
        if self.is_day {
            format!("{name}_day")
        } else {
            name.to_owned()
        }
    }

    /// The name of the column, after those of the structures that it is in.
    pub fn path(&self) -> &[&'static str] {
        &self.path
    }

    /// Whether it is the days of a column of times, in UTC.
    pub fn is_day(&self) -> bool {
        self.is_day
    }

    /// The column that the files do not have, since only the names of the directories have its values.
    pub fn replaced_column(&self) -> Option<&'static str> {
        match self.path[..] {
            [column] if !self.is_day => Some(column),
            _ => None,
        }
    }

    /// What it is, in one sentence.
    pub(super) fn doc(&self) -> String {
        if self.is_day {
            format!("The day of `{}`, in UTC.", self.path.join("."))
        } else {
            self.doc.to_owned()
        }
    }

    /// Whether a column of the files has the name of the directories, which engines reject.
    fn has_name_of_column(&self, columns: &[Column]) -> bool {
        let (name, replaced) = (self.name(), self.replaced_column());
        columns
            .iter()
            .any(|column| column.name == name && Some(column.name) != replaced)
    }

    fn other_kind(&self, kind: &ColumnKind) -> PartitionError {
        let path = self.path.join(".");
        let message = match kind {
            ColumnKind::Timestamp => format!(
                "{path} is not a column of strings; for the days of its times, write day({path})"
            ),
            _ if self.is_day => format!("{path} is not a column of times"),
            _ => format!("{path} is not a column of strings"),
        };
        PartitionError(message)
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.join(".");
        if self.is_day {
            write!(f, "day({path})")
        } else {
            f.write_str(&path)
        }
    }
}

impl fmt::Display for PartitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PartitionError {}

fn is_possible(kind: &ColumnKind, is_day: bool) -> bool {
    let expected = if is_day {
        ColumnKind::Timestamp
    } else {
        ColumnKind::String
    };
    *kind == expected
}

/// The column with this name, or with the names of structures before it.
fn find<'c>(columns: &'c [Column], path: &str) -> Option<(Vec<&'static str>, &'c Column)> {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    };
    let column = columns.iter().find(|column| has_name(column, name))?;
    let Some(rest) = rest else {
        return Some((vec![column.name], column));
    };
    let ColumnKind::Structure(fields) = &column.kind else {
        return None;
    };
    let (mut path, found) = find(fields, rest)?;
    path.insert(0, column.name);
    Some((path, found))
}

fn has_name(column: &Column, name: &str) -> bool {
    column.name == name || column.wire_name == Some(name)
}

/// The error of a column that does not exist, with those that are possible.
fn not_found(columns: &[Column], name: &str, is_day: bool) -> PartitionError {
    let mut all = Vec::new();
    add_possible(columns, &[], is_day, &mut all);
    all.retain(|(partition, _)| !partition.has_name_of_column(columns));
    let mut same_name = all.iter().filter(|(_, column)| has_name(column, name));
    let hint = match (same_name.next(), same_name.next()) {
        (Some((partition, _)), None) => format!("write {partition}"),
        _ if all.is_empty() && is_day => "no column of times is possible".to_owned(),
        _ if all.is_empty() => "no column of strings is possible".to_owned(),
        _ => {
            let all: Vec<_> = all.iter().map(|(it, _)| it.path.join(".")).collect();
            format!("possible are {}", all.join(", "))
        }
    };
    PartitionError(format!("the shape has no column {name}; {hint}"))
}

/// Adds the possible partitions by columns, and by columns in structures.
fn add_possible<'c>(
    columns: &'c [Column],
    outer: &[&'static str],
    is_day: bool,
    all: &mut Vec<(Partition, &'c Column)>,
) {
    for column in columns {
        let path = [outer, &[column.name]].concat();
        if let ColumnKind::Structure(fields) = &column.kind {
            add_possible(fields, &path, is_day, all);
        } else if is_possible(&column.kind, is_day) {
            let doc = column.doc;
            all.push((Partition { path, is_day, doc }, column));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, ColumnKind, Partition};

    fn column(name: &'static str, kind: ColumnKind) -> Column {
        Column {
            name,
            wire_name: Some(name),
            doc: "",
            kind,
        }
    }

    /// No shape has such columns.
    #[test]
    fn a_name_of_another_column_is_refused() {
        let inner = [
            column("status", ColumnKind::String),
            column("at", ColumnKind::Timestamp),
            column("id", ColumnKind::String),
        ];
        let columns = [
            column("status", ColumnKind::String),
            column("at_day", ColumnKind::String),
            column("at", ColumnKind::Timestamp),
            column("inner", ColumnKind::Structure(inner.to_vec())),
            column("other", ColumnKind::Structure(inner.to_vec())),
        ];
        for (text, message) in [
            (
                "inner.status",
                "the directories of inner.status would be named status=…, and the shape has another column status",
            ),
            (
                "day(at)",
                "the directories of day(at) would be named at_day=…, and the shape has another column at_day",
            ),
            (
                "day(inner.at)",
                "the directories of day(inner.at) would be named at_day=…, and the shape has another column at_day",
            ),
            (
                "id",
                "the shape has no column id; possible are status, at_day, inner.id, other.id",
            ),
            (
                "day(id)",
                "the shape has no column id; no column of times is possible",
            ),
        ] {
            let error = Partition::of_columns(&columns, text).unwrap_err();
            assert_eq!(error.to_string(), message);
        }
        for text in ["status", "at_day", "inner.id"] {
            let partition = Partition::of_columns(&columns, text);
            assert_eq!(partition.unwrap().to_string(), text);
        }
    }
}
