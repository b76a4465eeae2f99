//! `schema`: the schema of a shape.

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

use crate::run::run_on;

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
    ] {
        assert!(run.stdout.contains(part), "{}", run.stdout);
    }
    for wrong in [&["schema"][..], &["schema", "Job", "Tag"]] {
        let run = run_on("", wrong);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
        assert!(run.stderr.contains("--help"), "{}", run.stderr);
    }
}
