//! Tables of a shape in Amazon Athena, as SQL.
//!
//! ```
//! use iot_jobs::{
//!     columns::athena::{self, StoredAs, TableName},
//!     shape::Shape,
//!     types::JobExecutionSummary,
//! };
//!
//! let table = TableName::new("executions")?;
//! let sql = athena::create_table(&JobExecutionSummary::STRUCTURE, &table, StoredAs::Parquet);
//! assert!(sql.starts_with("CREATE EXTERNAL TABLE `executions` (\n"));
//! assert!(sql.contains("  `queued_at` timestamp COMMENT "));
//!
//! let sql = athena::create_table(&JobExecutionSummary::STRUCTURE, &table, StoredAs::Ndjson);
//! assert!(sql.contains("  `queued_at` string COMMENT "));
//! assert!(sql.contains(r#""mapping.queued_at" = "queuedAt""#));
//! assert!(sql.contains(r#"CREATE OR REPLACE VIEW "executions_view" AS"#));
//! # Ok::<(), athena::TableNameError>(())
//! ```
//!
//! Replace `s3://BUCKET/PREFIX/` by the folder of the files. Athena runs one statement at a time.
//!
//! # Partitions
//!
//! The files of a partitioned table are in directories such as `status=QUEUED`. The table has to declare what the
//! directories are named by, otherwise the column of strings, which the files do not have, is NULL in every row:
//!
//! ```
//! use iot_jobs::{
//!     columns::{Partition, athena::{self, TableName}},
//!     shape::Shape,
//!     types::JobExecutionSummary,
//! };
//!
//! let table = TableName::new("executions")?;
//! let structure = &JobExecutionSummary::STRUCTURE;
//! let partition = Partition::new(structure, "day(queued_at)")?;
//! let sql = athena::create_partitioned_table(structure, &table, &partition);
//! assert!(sql.contains("PARTITIONED BY (`queued_at_day` date COMMENT "));
//! assert!(sql.ends_with("MSCK REPAIR TABLE `executions`;\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Times
//!
//! In Parquet, times have microseconds, of which Athena reads milliseconds. In NDJSON, a time is text in the table,
//! since Athena would read `1549395301.389`, `1549395301389` and `2019-02-05T19:35:01.389Z` as different instants or not
//! at all. The view has `timestamp(3)`, in UTC, by the rules of [`codec`](crate::codec): a number is epoch seconds if that
//! gives a year from 0001 to 9999, otherwise epoch milliseconds; text is ISO 8601 with an offset or `Z`. What is none of
//! these, an error for `codec`, is NULL in the view. Unlike `codec`, the view reads a number in a string like a number, does
//! not read ISO 8601 without `-` and `:`, and rounds times to milliseconds, those in ISO 8601 down.
//!
//! Job documents are JSON as text in both formats. The table of NDJSON has no unknown members, since `JsonSerDe` ignores
//! them.

mod hive_type;
mod sql;
mod table;
mod table_name;
mod trino_type;
mod view;

pub use self::table_name::{TableName, TableNameError};
use super::{Column, ColumnKind, Partition, UNKNOWN_MEMBERS};
use crate::facts::Structure;

/// The format of a table's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredAs {
    /// Parquet with the columns of [`columns::of`](super::of).
    Parquet,
    /// JSON as the service, its rules and Firehose deliver it, one object on each line.
    Ndjson,
}

/// The statement that creates the table; for NDJSON, also the statement that creates its view with timestamps.
///
/// The same version always gives the same text.
pub fn create_table(structure: &Structure, table: &TableName, stored_as: StoredAs) -> String {
    let columns = super::of(structure);
    match stored_as {
        StoredAs::Parquet => table::of_parquet(structure, &columns, table),
        StoredAs::Ndjson => {
            let columns = delivered(columns);
            let mut sql = table::of_ndjson(structure, &columns, table);
            sql.push('\n');
            sql.push_str(&view::create(&columns, table));
            sql
        }
    }
}

/// The statements that create a table of Parquet files in directories, and that add the directories to it.
///
/// The second is run again when there are new directories. The partition is one of the same structure. The same version always gives the same text.
pub fn create_partitioned_table(
    structure: &Structure,
    table: &TableName,
    partition: &Partition,
) -> String {
    let mut columns = super::of(structure);
    columns.retain(|column| Some(column.name) != partition.replaced_column());
    table::of_partitioned_parquet(structure, &columns, table, partition)
}

/// The columns that NDJSON has: without unknown members, and without structures that would then be empty, which
/// Athena rejects.
fn delivered(columns: Vec<Column>) -> Vec<Column> {
    let (mut unknown, mut declared): (Vec<_>, Vec<_>) =
        columns.into_iter().partition(|it| it.wire_name.is_none());
    if declared.is_empty() {
        // A table needs a column.
        for column in &mut unknown {
            column.doc = "Always NULL, since the shape declares no members.";
        }
        declared.append(&mut unknown);
    }
    for column in &mut declared {
        remove_unknown_members(&mut column.kind);
    }
    declared
}

fn remove_unknown_members(kind: &mut ColumnKind) {
    match kind {
        ColumnKind::Structure(columns) => {
            columns.retain(|column| column.name != UNKNOWN_MEMBERS);
            if columns.is_empty() {
                *kind = ColumnKind::Json;
                return;
            }
            for column in columns {
                remove_unknown_members(&mut column.kind);
            }
        }
        ColumnKind::List(inner) | ColumnKind::Map(inner) => remove_unknown_members(inner),
        _ => {}
    }
}
