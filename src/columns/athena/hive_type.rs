//! The types of columns in DDL.

use super::{Column, ColumnKind, StoredAs, sql::hive_name};

/// The type of a column in files of this format.
pub(super) fn of(kind: &ColumnKind, stored_as: StoredAs) -> String {
    match kind {
        ColumnKind::Boolean => "boolean".to_owned(),
        ColumnKind::Integer => "int".to_owned(),
        ColumnKind::Long => "bigint".to_owned(),
        ColumnKind::Double => "double".to_owned(),
        ColumnKind::Timestamp if stored_as == StoredAs::Parquet => "timestamp".to_owned(),
        ColumnKind::Binary if stored_as == StoredAs::Parquet => "binary".to_owned(),
        ColumnKind::Timestamp | ColumnKind::Binary | ColumnKind::String | ColumnKind::Json => {
            "string".to_owned()
        }
        ColumnKind::Structure(columns) => {
            let field = |column: &Column| {
                // Some names are reserved, such as `timestamp`.
                format!("{}:{}", hive_name(column.name), of(&column.kind, stored_as))
            };
            let fields: Vec<_> = columns.iter().map(field).collect();
            format!("struct<{}>", fields.join(","))
        }
        ColumnKind::List(element) => format!("array<{}>", of(element, stored_as)),
        ColumnKind::Map(value) => format!("map<string,{}>", of(value, stored_as)),
    }
}
