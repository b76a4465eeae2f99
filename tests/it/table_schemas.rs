//! The schemas of tables: for Arrow, Athena and Spark.

use std::collections::{BTreeMap, BTreeSet};

use iot_jobs::{
    catalog::{self, ShapeEntry},
    columns::{
        self, Column, ColumnKind, arrow_json,
        athena::{self, StoredAs, TableName},
        spark,
    },
};
use serde_json::Value;

fn shape(name: &str) -> ShapeEntry {
    catalog::find_shape(name).unwrap()
}

fn sql(shape: ShapeEntry, stored_as: StoredAs) -> String {
    let table = TableName::of_shape(&shape.name()).unwrap();
    athena::create_table(shape.structure(), &table, stored_as)
}

/// Compares with a written-out file, which ends with a line feed.
macro_rules! assert_file {
    ($text:expr, $file:literal) => {
        let expected = include_str!(concat!("table_schemas/", $file));
        assert_eq!($text.trim_end(), expected.trim_end(), $file);
    };
}

#[test]
fn a_summary_with_times() {
    let summary = shape("JobExecutionSummary");
    assert_file!(
        arrow_json::schema(summary.structure()),
        "summary.arrow.json"
    );
    assert_file!(spark::schema(summary.structure()), "summary.spark.json");
    assert_file!(sql(summary, StoredAs::Parquet), "summary.parquet.sql");
    assert_file!(sql(summary, StoredAs::Ndjson), "summary.ndjson.sql");
}

#[test]
fn an_execution_with_a_map_in_a_structure() {
    let execution = shape("JobExecution");
    assert_file!(
        arrow_json::schema(execution.structure()),
        "execution.arrow.json"
    );
    assert_file!(spark::schema(execution.structure()), "execution.spark.json");
    assert_file!(sql(execution, StoredAs::Parquet), "execution.parquet.sql");
    assert_file!(sql(execution, StoredAs::Ndjson), "execution.ndjson.sql");
}

#[test]
fn an_input_with_nested_lists() {
    let input = shape("CreateJobRequest");
    assert_file!(spark::schema(input.structure()), "input.spark.json");
    assert_file!(sql(input, StoredAs::Parquet), "input.parquet.sql");
    assert_file!(sql(input, StoredAs::Ndjson), "input.ndjson.sql");
}

#[test]
fn an_event() {
    let event = shape("event.JobExecutionEvent");
    assert_file!(spark::schema(event.structure()), "event.spark.json");
    assert_file!(sql(event, StoredAs::Parquet), "event.parquet.sql");
    assert_file!(sql(event, StoredAs::Ndjson), "event.ndjson.sql");
}

#[test]
fn times_in_structures_in_lists_in_a_map() {
    let notification = shape("mqtt.JobExecutionsChanged");
    assert_file!(
        sql(notification, StoredAs::Ndjson),
        "notification.ndjson.sql"
    );
}

#[test]
fn bytes_and_any_json() {
    let ndjson = sql(shape("device.ThrottlingException"), StoredAs::Ndjson);
    assert!(ndjson.contains("  `payload` string COMMENT "), "{ndjson}");
    assert!(
        ndjson.contains("  try(from_base64(\"payload\")) AS \"payload\"\n"),
        "{ndjson}"
    );
    let parquet = sql(shape("device.ThrottlingException"), StoredAs::Parquet);
    assert!(parquet.contains("  `payload` binary COMMENT "), "{parquet}");

    let ndjson = sql(shape("mqtt.DescribeJobExecutionResponse"), StoredAs::Ndjson);
    let comment = "-- Not converted, JSON as text: execution.job_document.\n";
    assert!(ndjson.contains(comment), "{ndjson}");
    let ndjson = sql(shape("document.StepsDocument"), StoredAs::Ndjson);
    let comment = "steps[*].action.allow_std_err, ";
    assert!(ndjson.contains(comment), "{ndjson}");
}

#[test]
fn a_shape_without_members_has_a_column() {
    let ndjson = sql(shape("DeleteJobResponse"), StoredAs::Ndjson);
    let columns = "(\n  `unknown_members` string COMMENT 'Always NULL, since the shape declares no members.'\n)";
    assert!(ndjson.contains(columns), "{ndjson}");
    assert!(!ndjson.contains("--"), "{ndjson}");
    let parquet = sql(shape("DeleteJobResponse"), StoredAs::Parquet);
    assert!(
        parquet.contains("(\n  `unknown_members` string COMMENT 'The members that "),
        "{parquet}"
    );
}

#[test]
fn names_of_tables() {
    let longest = "t".repeat(TableName::MAX_LENGTH);
    for name in ["executions", "_2026", "a_b", longest.as_str()] {
        assert_eq!(TableName::new(name).unwrap().as_str(), name);
        assert_eq!(name.parse::<TableName>().unwrap().to_string(), name);
    }
    let too_long = format!("{longest}t");
    for name in [
        "",
        "Executions",
        "a-b",
        "a.b",
        "a`",
        "a\"",
        "ä",
        too_long.as_str(),
    ] {
        assert!(TableName::new(name).is_err(), "{name}");
    }
    let error = TableName::new("Jobs").unwrap_err();
    let message = "found \"Jobs\", expected a name of 1 to 250 characters, each a letter in lower case, a digit or `_`; \
                   write `jobs`";
    assert_eq!(error.to_string(), message);
    for (shape, name) in [
        ("Job", "job"),
        ("device.JobExecution", "device_job_execution"),
        ("mqtt.JobExecutionsChanged", "mqtt_job_executions_changed"),
        ("document.OtaFile", "document_ota_file"),
    ] {
        assert_eq!(TableName::of_shape(shape).unwrap().as_str(), name);
    }
}

#[test]
fn every_shape_has_every_schema() {
    for entry in catalog::shapes() {
        let (name, structure) = (entry.name(), entry.structure());
        let columns = columns::of(structure);
        check_columns(&columns, &name);
        let names: Vec<_> = columns.iter().map(|column| column.name).collect();

        let text = arrow_json::schema(structure);
        assert_eq!(text, arrow_json::schema(structure), "{name}");
        assert_eq!(names_of_fields(&text), names, "{name}");
        let text = spark::schema(structure);
        assert_eq!(text, spark::schema(structure), "{name}");
        assert_eq!(names_of_fields(&text), names, "{name}");

        let text = sql(entry, StoredAs::Parquet);
        assert_eq!(text, sql(entry, StoredAs::Parquet), "{name}");
        check_table(&text, &names, &name);

        let text = sql(entry, StoredAs::Ndjson);
        assert_eq!(text, sql(entry, StoredAs::Ndjson), "{name}");
        let declared: Vec<_> = structure.members.iter().map(|member| member.name).collect();
        let declared = if declared.is_empty() { names } else { declared };
        let (table, view) = text.split_once(";\n\n").unwrap();
        check_table(table, &declared, &name);
        assert!(
            !table.contains(" timestamp") && !table.contains(":timestamp"),
            "{table}"
        );
        assert_eq!(names_of_selected(view), declared, "{name}");
        // The view names each time once as text and twice as a number, for each unit.
        let times = view.matches("AS timestamp(3))").count();
        assert_eq!(view.matches("try_cast(").count(), 6 * times, "{name}");
        assert!(
            !view.contains("row()") && !view.contains("row(\n  )"),
            "{view}"
        );
    }
}

/// Names are unique without case, and each has one name in JSON, since `JsonSerDe` has one mapping for all structures.
fn check_columns(columns: &[Column], shape: &str) {
    let mut wire_names = BTreeMap::new();
    check_structure(columns, shape, &mut wire_names);
}

fn check_structure(
    columns: &[Column],
    shape: &str,
    wire_names: &mut BTreeMap<&'static str, &'static str>,
) {
    let names: BTreeSet<_> = columns.iter().map(|it| it.name.to_lowercase()).collect();
    assert_eq!(names.len(), columns.len(), "{shape}");
    for column in columns {
        let name = column.name;
        let allowed = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '_');
        assert!(name.chars().all(allowed), "{shape}: {name}");
        // The maximum of a comment in the Glue Data Catalog. A link would not be plain text in Arrow's metadata.
        assert!(column.doc.chars().count() <= 255, "{shape}: {name}");
        assert!(
            !column.doc.contains('\n') && !column.doc.contains("[`"),
            "{shape}: {name}"
        );
        if let Some(wire_name) = column.wire_name {
            let earlier = wire_names.insert(name, wire_name);
            assert!(
                earlier.is_none_or(|earlier| earlier == wire_name),
                "{shape}: {name}"
            );
        }
        let mut kind = &column.kind;
        while let ColumnKind::List(inner) | ColumnKind::Map(inner) = kind {
            kind = inner;
        }
        if let ColumnKind::Structure(fields) = kind {
            check_structure(fields, shape, wire_names);
        }
    }
}

fn names_of_fields(schema: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let fields = schema["fields"].as_array().unwrap();
    let names = fields.iter().map(|field| field["name"].as_str().unwrap());
    names.map(str::to_owned).collect()
}

fn check_table(sql: &str, names: &[&str], shape: &str) {
    let columns = sql.lines().filter_map(|line| line.strip_prefix("  `"));
    let columns: Vec<_> = columns
        .map(|line| line.split('`').next().unwrap())
        .collect();
    assert_eq!(columns, names, "{shape}");
    assert!(!sql.contains("struct<>"), "{sql}");
}

/// The names of the columns that a view selects.
fn names_of_selected(view: &str) -> Vec<&str> {
    let lines = view.lines().map(|line| line.trim_end_matches(','));
    let last_of_column = lines.filter(|line| {
        let whole = line.starts_with("  \"");
        whole || line.starts_with("  ") && line.ends_with('"') && line.contains(") AS \"")
    });
    last_of_column
        .map(|line| line.rsplit('"').nth(1).unwrap())
        .collect()
}
