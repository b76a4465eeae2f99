//! The statements that create tables.

use std::collections::BTreeMap;

use super::{
    Column, ColumnKind, Partition, StoredAs, TableName, hive_type,
    sql::{hive_name, hive_string},
};
use crate::{facts::Structure, text};

const LOCATION: &str = "LOCATION 's3://BUCKET/PREFIX/';\n";

/// The table of Parquet files.
pub(super) fn of_parquet(structure: &Structure, columns: &[Column], table: &TableName) -> String {
    let start = start(structure, columns, table, StoredAs::Parquet);
    format!("{start}STORED AS PARQUET\n{LOCATION}")
}

/// The table of Parquet files in a directory for each partition.
pub(super) fn of_partitioned_parquet(
    structure: &Structure,
    columns: &[Column],
    table: &TableName,
    partition: &Partition,
) -> String {
    let start = start(structure, columns, table, StoredAs::Parquet);
    let (name, doc) = (hive_name(&partition.name()), comment(&partition.doc()));
    let kind = if partition.is_day() { "date" } else { "string" };
    let table = hive_name(table.as_str());
    format!(
        "{start}PARTITIONED BY ({name} {kind} COMMENT {doc})\nSTORED AS PARQUET\n{LOCATION}\n\
         MSCK REPAIR TABLE {table};\n"
    )
}

/// The table of files with JSON.
pub(super) fn of_ndjson(structure: &Structure, columns: &[Column], table: &TableName) -> String {
    let start = start(structure, columns, table, StoredAs::Ndjson);
    let mut names = BTreeMap::new();
    add_names(columns, &mut names);
    // With the default, true, the SerDe would also change the keys of maps to lower case.
    let mut properties = vec![r#"  "case.insensitive" = "FALSE""#.to_owned()];
    for (name, wire_name) in names {
        if name != wire_name {
            properties.push(format!(r#"  "mapping.{name}" = "{wire_name}""#));
        }
    }
    let properties = properties.join(",\n");
    format!(
        "{start}ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'\nWITH SERDEPROPERTIES (\n{properties}\n)\n{LOCATION}"
    )
}

/// The statement up to the format of the files.
fn start(
    structure: &Structure,
    columns: &[Column],
    table: &TableName,
    stored_as: StoredAs,
) -> String {
    let column = |column: &Column| {
        let (name, kind) = (
            hive_name(column.name),
            hive_type::of(&column.kind, stored_as),
        );
        format!("  {name} {kind} COMMENT {}", comment(column.doc))
    };
    let columns: Vec<_> = columns.iter().map(column).collect();
    format!(
        "CREATE EXTERNAL TABLE {} (\n{}\n)\nCOMMENT {}\n",
        hive_name(table.as_str()),
        columns.join(",\n"),
        comment(structure.doc),
    )
}

fn comment(doc: &str) -> String {
    hive_string(&text::plain(doc))
}

/// The names in JSON of columns and fields; the mapping of `JsonSerDe` is the same for fields of all structures.
fn add_names(columns: &[Column], names: &mut BTreeMap<&'static str, &'static str>) {
    for column in columns {
        if let Some(wire_name) = column.wire_name {
            names.insert(column.name, wire_name);
        }
        let mut kind = &column.kind;
        while let ColumnKind::List(inner) | ColumnKind::Map(inner) = kind {
            kind = inner;
        }
        if let ColumnKind::Structure(fields) = kind {
            add_names(fields, names);
        }
    }
}
