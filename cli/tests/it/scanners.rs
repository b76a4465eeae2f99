//! `check --format sarif` and `--format github`.

use serde_json::{Value, json};

use crate::run::{files, run_in, run_on};

const OPERATION: &str = "{\n  \"operation\": \"名\", \"args\": [\"100%\", 7],\n  \"path\": \"\"\n}";

#[test]
fn github_has_a_workflow_command_for_each_finding() {
    let directory = files(
        "scanners-github",
        &[
            ("a,b:100%.json", OPERATION),
            ("unknown", r#"{"status":"a,b: 100%"}"#),
        ],
    );
    let run = run_in(
        &directory,
        &["check", "--format", "github", "a,b:100%.json"],
    );
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str(), run.code),
        (
            "::error file=a%2Cb%3A100%25.json,line=2,col=38,title=iot-jobs form::args[1]: expected a string, found number 7\n",
            "",
            Some(1)
        )
    );
    let run = run_in(
        &directory,
        &["check", "--as=Job", "--format=github", "unknown"],
    );
    let start = "::warning file=unknown,line=1,col=11,title=iot-jobs enum-value::status: \"a,b: 100%25\" is not a value";
    assert!(run.stdout.starts_with(start), "{}", run.stdout);
    assert_eq!((run.stdout.lines().count(), run.code), (1, Some(0)));
    // A line break of the input must not start a line, which could be another workflow command.
    let run = run_on(
        "{\"operation\":\"x\",\"args\":{\"\\n::stop-commands::x\":7}}",
        &["check", "--format=github", "-"],
    );
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
}

#[test]
fn sarif_has_a_result_for_each_finding() {
    let directory = files(
        "scanners-sarif",
        &[("a b.json", OPERATION), ("bad.json", "{"), ("ok.json", "1")],
    );
    let run = run_in(&directory, &["check", "--format=sarif", ".", "--param=x=1"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(1)));
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    let run = &log["runs"][0];
    let mut results = run["results"].clone();
    for result in results.as_array_mut().unwrap() {
        let index = usize::try_from(result["ruleIndex"].take().as_u64().unwrap()).unwrap();
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(result["ruleId"], rule["id"]);
    }
    let unused = |uri| {
        json!({
            "ruleId": "parameter-unused", "ruleIndex": null, "level": "error",
            "message": {"text": "documentParameters.x: the document has no placeholder ${aws:iot:parameter:x}"},
            "locations": [{
                "physicalLocation": {"artifactLocation": {"uri": uri}},
                "logicalLocations": [{"fullyQualifiedName": "documentParameters.x"}],
            }],
        })
    };
    let expected = json!([
        {
            "ruleId": "form", "ruleIndex": null, "level": "error",
            "message": {"text": "args[1]: expected a string, found number 7"},
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": {"uri": "a%20b.json"},
                    "region": {"startLine": 2, "startColumn": 38, "endColumn": 39},
                },
                "logicalLocations": [{"fullyQualifiedName": "args[1]"}],
            }],
        },
        unused("a%20b.json"),
        {
            "ruleId": "decode", "ruleIndex": null, "level": "error",
            "message": {"text": "$: the input ends while parsing an object"},
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": {"uri": "bad.json"},
                    "region": {"startLine": 1, "startColumn": 2, "endColumn": 3},
                },
                "logicalLocations": [{"fullyQualifiedName": "$"}],
            }],
        },
        unused("ok.json"),
    ]);
    assert_eq!(results, expected);
}

#[test]
fn a_sarif_log_has_the_required_properties() {
    let directory = files("scanners-ok", &[("ok.json", "1")]);
    for (arguments, successful, code) in [
        (&["ok.json"][..], true, 0),
        (&["ok.json", "missing"], false, 2),
    ] {
        let arguments = [&["check", "--format", "sarif"], arguments].concat();
        let run = run_in(&directory, &arguments);
        assert_eq!(run.code, Some(code));
        let mut log: Value = serde_json::from_str(&run.stdout).unwrap();
        let driver = &mut log["runs"][0]["tool"]["driver"];
        let rules = driver["rules"].take();
        for rule in rules.as_array().unwrap() {
            assert!(rule["id"].is_string(), "{rule}");
            let text = rule["shortDescription"]["text"].as_str().unwrap();
            assert!(text.ends_with('.'), "{rule}");
        }
        assert_eq!(
            rules.as_array().unwrap().len(),
            iot_jobs::validate::Rule::ALL.len() + 1
        );
        assert_eq!(
            log,
            json!({
                "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                "version": "2.1.0",
                "runs": [{
                    "tool": {"driver": {
                        "name": "iot-jobs",
                        "version": env!("CARGO_PKG_VERSION"),
                        "rules": null,
                    }},
                    "invocations": [{"executionSuccessful": successful}],
                    "columnKind": "unicodeCodePoints",
                    "results": [],
                }],
            })
        );
    }
}
