//! The types of columns in a view.

use super::{Column, ColumnKind, sql::trino_name};

/// The type of a value after the view has converted it.
pub(super) fn of(kind: &ColumnKind) -> String {
    match kind {
        ColumnKind::Boolean => "boolean".to_owned(),
        ColumnKind::Integer => "integer".to_owned(),
        ColumnKind::Long => "bigint".to_owned(),
        ColumnKind::Double => "double".to_owned(),
        ColumnKind::Timestamp => "timestamp(3)".to_owned(),
        ColumnKind::String | ColumnKind::Json => "varchar".to_owned(),
        ColumnKind::Binary => "varbinary".to_owned(),
        ColumnKind::Structure(columns) => row(columns),
        ColumnKind::List(element) => format!("array({})", of(element)),
        ColumnKind::Map(value) => format!("map(varchar, {})", of(value)),
    }
}

/// The type of a structure.
pub(super) fn row(columns: &[Column]) -> String {
    let field = |column: &Column| format!("{} {}", trino_name(column.name), of(&column.kind));
    let fields: Vec<_> = columns.iter().map(field).collect();
    format!("row({})", fields.join(", "))
}
