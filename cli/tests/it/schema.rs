//! `schema`: the JSON Schema of a shape.

use iot_jobs::{catalog, cloudformation::ResourceType};
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
    for part in [".vscode/settings.json", r#"{"json.schemas": [{"fileMatch""#] {
        assert!(run.stdout.contains(part), "{}", run.stdout);
    }
    for wrong in [&["schema"][..], &["schema", "Job", "Tag"]] {
        let run = run_on("", wrong);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
        assert!(run.stderr.contains("--help"), "{}", run.stderr);
    }
}
