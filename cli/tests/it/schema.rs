//! `schema`: the schema of a shape.

use std::fs;

use iot_jobs::{
    catalog,
    cloudformation::ResourceType,
    columns::{
        arrow_json,
        athena::{self, StoredAs, TableName},
        spark,
    },
};
use serde_json::Value;

use crate::run::{files, run_in, run_on};

#[test]
fn the_schema_is_that_of_the_library_indented() {
    for entry in catalog::shapes() {
        let name = entry.name();
        let run = run_on("", &["schema", &name]);
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)), "{name}");
        let schema: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(schema, entry.schema().to_value(), "{name}");
        let start = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n";
        assert!(run.stdout.starts_with(start), "{}", run.stdout);
        assert!(run.stdout.ends_with("}\n"), "{name}");
        let run = run_on("", &["schema", "--strict", &name]);
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)), "{name}");
        let schema: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(schema, entry.strict_schema().to_value(), "{name}");
    }
}

#[test]
fn a_resource_of_cloudformation_has_a_schema() {
    for resource in ResourceType::ALL {
        let run = run_on("", &["schema", resource.as_str()]);
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)), "{resource}");
        let schema: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(schema, resource.schema().to_value());
    }
}

#[test]
fn the_schema_of_a_table_is_that_of_the_library() {
    for name in [
        "JobExecution",
        "event.JobEvent",
        "mqtt.JobExecutionsChanged",
    ] {
        let structure = catalog::find_shape(name).unwrap().structure();
        let sql = |table, stored_as| {
            athena::create_table(structure, &TableName::new(table).unwrap(), stored_as)
        };
        let table = match name {
            "JobExecution" => "job_execution",
            "event.JobEvent" => "event_job_event",
            _ => "mqtt_job_executions_changed",
        };
        for (options, expected) in [
            (
                &["--format=arrow-json"][..],
                arrow_json::schema(structure) + "\n",
            ),
            (&["--format=spark"], spark::schema(structure) + "\n"),
            (&["--format=athena"], sql(table, StoredAs::Parquet)),
            (
                &["--format=athena", "--stored-as=parquet", "--table=rows"],
                sql("rows", StoredAs::Parquet),
            ),
            (
                &["--format=athena", "--stored-as=ndjson"],
                sql(table, StoredAs::Ndjson),
            ),
        ] {
            let run = run_on("", &[&["schema"], options, &[name]].concat());
            assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)), "{name}");
            assert_eq!(run.stdout, expected);
        }
    }
}

#[test]
fn a_partitioned_table_has_the_names_of_the_directories() {
    for (partition, columns, partitioned_by) in [
        (
            "status",
            "",
            "`status` string COMMENT 'The state of the execution.'",
        ),
        (
            "day(queuedAt)",
            "  `status` string COMMENT 'The state of the execution.',\n",
            "`queued_at_day` date COMMENT 'The day of `queued_at`, in UTC.'",
        ),
    ] {
        let run = run_on(
            "",
            &[
                "schema",
                "--format=athena",
                "--table=t",
                "--partition",
                partition,
                "JobExecutionSummary",
            ],
        );
        let expected = format!(
            "CREATE EXTERNAL TABLE `t` (
{columns}  `queued_at` timestamp COMMENT 'When the execution was queued.',
  `started_at` timestamp COMMENT 'When the device started the execution.',
  `last_updated_at` timestamp COMMENT 'When the execution last changed.',
  `execution_number` bigint COMMENT 'The number that distinguishes executions of the same job on the same thing.',
  `retry_attempt` int COMMENT 'How many times the execution has been retried on the thing.',
  `unknown_members` string COMMENT 'The members that the shape does not declare, as a JSON object.'
)
COMMENT 'The summary of an execution in a list.'
PARTITIONED BY ({partitioned_by})
STORED AS PARQUET
LOCATION 's3://BUCKET/PREFIX/';

MSCK REPAIR TABLE `t`;
"
        );
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
        assert_eq!(run.stdout, expected);
    }
}

#[test]
fn tables_and_directories_have_the_same_partitions() {
    let directory = files("schema-partition", &[("in", "{\"thingArn\":\"a\"}\n")]);
    for (shape, partition) in [
        ("JobExecution", "status"),
        ("JobExecution", "day(queued_at)"),
        ("JobExecutionSummaryForJob", "job_execution_summary.status"),
        (
            "JobExecutionSummaryForJob",
            "day(job_execution_summary.queued_at)",
        ),
    ] {
        let output = ["in", "-o", "out", "--partition", partition];
        let convert = [&["convert", "--as", shape], &output[..]].concat();
        let run = run_in(&directory, &convert);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let out = directory.join("out");
        let entry = fs::read_dir(&out).unwrap().next().unwrap().unwrap();
        let name = entry.file_name().into_string().unwrap();
        let column = name.strip_suffix("=__HIVE_DEFAULT_PARTITION__").unwrap();
        let schema = ["schema", "--format=athena", "--partition", partition, shape];
        let sql = run_on("", &schema).stdout;
        let partitioned_by = format!("\nPARTITIONED BY (`{column}` ");
        assert!(sql.contains(&partitioned_by), "{name}: {sql}");
        // A column cannot have the name of a partition.
        assert!(!sql.contains(&format!("\n  `{column}` ")), "{sql}");
        fs::remove_dir_all(out).unwrap();
    }
}

#[test]
fn json_schema_is_the_default_format() {
    let run = run_on("", &["schema", "--format=json-schema", "Tag"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    assert_eq!(run.stdout, run_on("", &["schema", "Tag"]).stdout);
}

#[test]
fn options_of_another_format_are_refused() {
    let strict = "the argument '--strict' can only be used with '--format json-schema'";
    let table = "the argument '--table' can only be used with '--format athena'";
    let stored_as = "the argument '--stored-as' can only be used with '--format athena'";
    let partition = "the argument '--partition' can only be used with '--format athena'";
    let resource =
        "the CloudFormation resource 'AWS::IoT::Job' only has a schema with '--format json-schema'";
    for (arguments, message) in [
        (&["--strict", "--format=spark", "Tag"][..], strict),
        (&["--strict", "--format=athena", "Tag"], strict),
        (
            &["--strict", "--format=arrow-json", "AWS::IoT::Job"],
            strict,
        ),
        (&["--table=tags", "Tag"], table),
        (&["--table=tags", "--format=spark", "Tag"], table),
        (&["--stored-as=parquet", "Tag"], stored_as),
        (
            &["--stored-as=ndjson", "--format=arrow-json", "Tag"],
            stored_as,
        ),
        (&["--partition=key", "Tag"], partition),
        (&["--partition=key", "--format=spark", "Tag"], partition),
        (
            &["--partition=key", "--format=arrow-json", "Tag"],
            partition,
        ),
        (
            &[
                "--partition=key",
                "--format=athena",
                "--stored-as=ndjson",
                "Tag",
            ],
            "the argument '--partition' can only be used with '--stored-as parquet'",
        ),
        (
            &["--partition=name", "--format=athena", "Tag"],
            "invalid value 'name' for '--partition <COLUMN>': the shape has no column name; possible are key, value",
        ),
        (
            &["--partition=hour(key)", "--format=athena", "Tag"],
            "invalid value 'hour(key)' for '--partition <COLUMN>': expected the name of a column, such as status, or \
             day(COLUMN)",
        ),
        (&["--format=athena", "AWS::IoT::Job"], resource),
        (&["--format=spark", "AWS::IoT::Job"], resource),
        (&["--format=arrow-json", "AWS::IoT::Job"], resource),
        (
            &["--format=athena", "--table=Tags", "Tag"],
            "invalid value 'Tags' for '--table <NAME>': found \"Tags\", expected a name of 1 to 250 characters, each a \
             letter in lower case, a digit or `_`; write `tags`",
        ),
        (
            &["--format=orc", "Tag"],
            "invalid value 'orc' for '--format <FORMAT>'\n  [possible values: json-schema, arrow-json, athena, spark]",
        ),
    ] {
        let run = run_on("", &[&["schema"], arguments].concat());
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
        let expected = format!("error: {message}\n\nFor more information, try '--help'.\n");
        assert_eq!(run.stderr, expected);
    }
}

#[test]
fn an_unknown_shape_suggests_similar_names() {
    for (wrong, suggested) in [
        ("StepsDocumen", "'document.StepsDocument'"),
        ("CreateJobOutput", "'CreateJobResponse'"),
        ("Zebra", "`iot-jobs shapes`"),
    ] {
        let run = run_on("", &["schema", wrong]);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
        let message = format!("error: invalid value '{wrong}' for '<SHAPE>'\n");
        assert!(run.stderr.starts_with(&message), "{}", run.stderr);
        assert!(run.stderr.contains(suggested), "{}", run.stderr);
    }
}

#[test]
fn help_shows_the_settings_of_an_editor() {
    let run = run_on("", &["schema", "--help"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    for part in [
        ".vscode/settings.json",
        r#"{"json.schemas": [{"fileMatch""#,
        "iot-jobs schema --format athena --table executions JobExecution > executions.sql",
        "Query the view NAME_view",
        "that was given to `iot-jobs convert --partition`",
    ] {
        assert!(run.stdout.contains(part), "{}", run.stdout);
    }
    for wrong in [&["schema"][..], &["schema", "Job", "Tag"]] {
        let run = run_on("", wrong);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
        assert!(run.stderr.contains("--help"), "{}", run.stderr);
    }
}
