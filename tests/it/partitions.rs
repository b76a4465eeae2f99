//! What tables are partitioned by.

use iot_jobs::{
    catalog,
    columns::{
        self, Column, ColumnKind, Partition,
        athena::{self, TableName},
    },
    facts::Structure,
};

fn structure(shape: &str) -> &'static Structure {
    catalog::find_shape(shape).unwrap().structure()
}

#[test]
fn a_partition_is_a_column_or_its_days() {
    let summary = "JobExecutionSummaryForJob";
    for (shape, text, name, path, replaced) in [
        (
            "JobExecution",
            "jobId",
            "job_id",
            &["job_id"][..],
            Some("job_id"),
        ),
        (
            "JobExecution",
            "day(queuedAt)",
            "queued_at_day",
            &["queued_at"],
            None,
        ),
        (
            summary,
            "jobExecutionSummary.status",
            "status",
            &["job_execution_summary", "status"],
            None,
        ),
        (
            summary,
            "day(job_execution_summary.queuedAt)",
            "queued_at_day",
            &["job_execution_summary", "queued_at"],
            None,
        ),
    ] {
        let partition = Partition::new(structure(shape), text).unwrap();
        assert_eq!(partition.name(), name);
        assert_eq!(partition.path(), path);
        assert_eq!(partition.is_day(), text.starts_with("day("));
        assert_eq!(partition.replaced_column(), replaced);
        let canonical = path.join(".");
        let canonical = if partition.is_day() {
            format!("day({canonical})")
        } else {
            canonical
        };
        assert_eq!(partition.to_string(), canonical);
        let again = Partition::new(structure(shape), &canonical);
        assert_eq!(again.as_ref(), Ok(&partition));
    }
}

#[test]
fn other_texts_are_refused() {
    let expected = "expected the name of a column, such as status, or day(COLUMN)";
    for (text, message) in [
        ("", expected),
        ("day()", expected),
        ("day(queued_at", expected),
        ("hour(queued_at)", expected),
        ("status.", expected),
        (".status", expected),
        (
            "queued_at",
            "queued_at is not a column of strings; for the days of its times, write day(queued_at)",
        ),
        ("day(status)", "status is not a column of times"),
        (
            "day(nothing)",
            "the shape has no column nothing; possible are queued_at, started_at, last_updated_at",
        ),
        (
            "status_details",
            "status_details is not a column of strings",
        ),
        (
            "status_details.details_map",
            "status_details.details_map is not a column of strings",
        ),
        (
            "status_details.unknown_members",
            "status_details.unknown_members is not a column of strings",
        ),
    ] {
        let error = Partition::new(structure("JobExecution"), text).unwrap_err();
        assert_eq!(error.to_string(), message, "{text}");
    }
}

#[test]
fn a_name_of_no_column_has_a_hint() {
    for (shape, text, message) in [
        (
            "JobExecutionSummaryForJob",
            "status",
            "the shape has no column status; write job_execution_summary.status",
        ),
        (
            "TimeoutConfig",
            "status",
            "the shape has no column status; no column of strings is possible",
        ),
    ] {
        let error = Partition::new(structure(shape), text).unwrap_err();
        assert_eq!(error.to_string(), message, "{shape}");
    }
}

#[test]
fn the_comment_of_a_partition_is_that_of_its_column() {
    let table = TableName::new("t").unwrap();
    for (text, comment) in [
        ("status", "COMMENT 'The state of the execution.'"),
        (
            "day(queued_at)",
            "COMMENT 'The day of `queued_at`, in UTC.'",
        ),
    ] {
        let structure = structure("JobExecution");
        let partition = Partition::new(structure, text).unwrap();
        let sql = athena::create_partitioned_table(structure, &table, &partition);
        let (_, partitioned) = sql.split_once("PARTITIONED BY").unwrap();
        assert!(partitioned.contains(comment), "{sql}");
    }
}

#[test]
fn partitions_have_names_that_the_columns_do_not_have() {
    let table = TableName::new("t").unwrap();
    for entry in catalog::shapes() {
        let structure = entry.structure();
        for text in possible(&columns::of(structure), "") {
            let shape = entry.name();
            let partition =
                Partition::new(structure, &text).unwrap_or_else(|error| panic!("{shape}: {error}"));
            let sql = athena::create_partitioned_table(structure, &table, &partition);
            let column = format!("`{}` ", partition.name());
            let partitioned_by = format!("\nPARTITIONED BY ({column}");
            assert_eq!(sql.matches(&partitioned_by).count(), 1, "{sql}");
            assert_eq!(sql.matches(&format!("\n  {column}")).count(), 0, "{sql}");
        }
    }
}

/// The partitions by the columns, and by those of structures.
fn possible(columns: &[Column], outer: &str) -> Vec<String> {
    let mut all = Vec::new();
    for column in columns {
        let path = format!("{outer}{}", column.name);
        match &column.kind {
            ColumnKind::String => all.push(path),
            ColumnKind::Timestamp => all.push(format!("day({path})")),
            ColumnKind::Structure(fields) => all.extend(possible(fields, &format!("{path}."))),
            _ => {}
        }
    }
    all
}
