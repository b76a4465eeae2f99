//! `explain`, and the texts that it shares with docs/RULES.md and SARIF.

use std::path::Path;

use serde_json::{Value, json};

use crate::run::{files, run_in, run_on};

#[test]
fn docs_rules_is_the_markdown_of_all_explanations() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/RULES.md");
    let docs = std::fs::read_to_string(file).unwrap();
    let run = run_on("", &["explain", "--format", "markdown"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    assert!(
        run.stdout == docs,
        "if intended: cargo run -p iot-jobs-cli -- explain --format markdown > docs/RULES.md"
    );
}

#[test]
fn a_rule_has_its_reason_and_examples() {
    let run = run_on("", &["explain", "device-status"]);
    let expected = r#"device-status (rule)
A device sets only the states that the service accepts from it.

A device reports a state that only the service sets: QUEUED, TIMED_OUT, REMOVED
or CANCELED. It is an error.

Why: A device sets IN_PROGRESS, SUCCEEDED, FAILED or REJECTED. The service
rejects the other states from it.

Wrong (mqtt.UpdateJobExecutionRequest):
  {"status": "CANCELED"}

Right:
  {"status": "FAILED", "statusDetails": {"reason": "the battery is low"}}
"#;
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str(), run.code),
        (expected, "", Some(0))
    );
}

#[test]
fn codes_exceptions_and_states_have_what_follows_from_them() {
    for (name, expected) in [
        (
            "requestThrottled",
            "RequestThrottled (MQTT rejection code)\n\
             Too many requests were sent; the same request may succeed later.\n\n\
             It is the member `code` of the payload (`mqtt.ErrorResponse`) that the service\n\
             publishes to the topic of the request with `/rejected` at its end.\n\n\
             What to do: Send the same request again, later and with a growing delay.\n",
        ),
        (
            "device.TerminalStateException",
            "device.TerminalStateException (exception)\n\
             The job is in a terminal state.\n\n\
             The data plane returns it with the HTTP status 410.\n\n\
             What to do: The same request fails again: correct it, or what it depends on.\n\n\
             Operations: device.DescribeJobExecution\n",
        ),
        (
            "timed-out",
            "TIMED_OUT (state of a job execution)\n\
             A timer expired before the device finished.\n\n\
             Who sets it: Only the service; it rejects a device's request to set it.\n\n\
             Follows after: IN_PROGRESS\n\n\
             The state is terminal: it does not change again.\n\n\
             With a retry configuration for this state, the service creates another\n\
             execution, in the state QUEUED.\n",
        ),
        (
            "IN_PROGRESS",
            "IN_PROGRESS (state of a job execution)\n\
             The device has started the job.\n\n\
             Who sets it: The device, with StartNextPendingJobExecution or\n\
             UpdateJobExecution.\n\n\
             Follows after: QUEUED, IN_PROGRESS\n\n\
             Can change to: IN_PROGRESS, SUCCEEDED, FAILED, TIMED_OUT, REJECTED, REMOVED,\n\
             CANCELED\n\n\
             IN_PROGRESS (state of a job)\n\
             At least one execution may still run.\n\n\
             Who sets it: The service.\n\n\
             Follows after: SCHEDULED\n\n\
             Can change to: CANCELED, COMPLETED, DELETION_IN_PROGRESS, SCHEDULED\n",
        ),
    ] {
        let run = run_on("", &["explain", name]);
        assert_eq!(
            (run.stdout.as_str(), run.stderr.as_str(), run.code),
            (expected, "", Some(0)),
            "{name}"
        );
    }
}

#[test]
fn without_a_name_all_are_listed() {
    let run = run_on("", &["explain"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    for line in [
        "Rules of check",
        "  decode                       An input does not decode as its shape.",
        "  retry-needs-timeout          A retry after a timeout needs a timeout configuration.",
        "  VersionMismatch         The execution does not have the version that the request expects.",
        "States of jobs",
    ] {
        assert!(
            run.stdout.lines().any(|it| it == line),
            "{line}\n{}",
            run.stdout
        );
    }
    let rows = run_on("", &["explain", "--format", "json"]).stdout;
    let names = run.stdout.lines().filter(|line| line.starts_with("  "));
    assert_eq!(rows.lines().count(), names.count());
}

#[test]
fn json_has_a_row_for_each_explanation() {
    let run = run_on("", &["explain", "--format=json", "form", "QUEUED"]);
    let rows: Vec<Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [form, queued] = &rows[..] else {
        panic!("{rows:?}")
    };
    assert_eq!(form["kind"], "rule");
    assert_eq!(
        form["examples"],
        json!({
            "shape": null,
            "wrong": r#"{"operation": "restart", "args": "pump"}"#,
            "right": r#"{"operation": "restart", "args": ["pump"]}"#,
        })
    );
    assert_eq!(
        *queued,
        json!({
            "name": "QUEUED",
            "kind": "execution-state",
            "summary": "The device has not started the job.",
            "details": [
                {"label": "Who sets it", "text": "Only the service; it rejects a device's request to set it."},
                {"label": "Can change to", "text": "IN_PROGRESS, SUCCEEDED, FAILED, REJECTED, REMOVED, CANCELED"},
            ],
        })
    );
}

#[test]
fn an_unknown_name_suggests_similar_ones() {
    for (wrong, suggested) in [
        ("retry-need-timeout", "'retry-needs-timeout'"),
        ("VersionMissmatch", "'VersionMismatch'"),
        ("TIMEOUT", "'TIMED_OUT'"),
        ("ThrottlingExeption", "'ThrottlingException'"),
        ("zebra", "`iot-jobs explain`"),
    ] {
        let run = run_on("", &["explain", wrong]);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)), "{wrong}");
        assert!(run.stderr.contains(suggested), "{}", run.stderr);
    }
}

#[test]
fn the_example_of_decode_does_not_decode() {
    let run = run_on("", &["explain", "--format=json", "decode"]);
    let row: Value = serde_json::from_str(&run.stdout).unwrap();
    let examples = &row["examples"];
    for (example, code) in [("wrong", 1), ("right", 0)] {
        let shape = examples["shape"].as_str().unwrap();
        let text = examples[example].as_str().unwrap();
        let run = run_on(text, &["check", "--as", shape, "--format=github", "-"]);
        assert_eq!(run.code, Some(code), "{}", run.stdout);
        assert_eq!(run.stdout.contains("iot-jobs decode"), code == 1);
    }
}

#[test]
fn sarif_has_the_explanations_as_help() {
    let directory = files("explain-sarif", &[("ok.json", "1")]);
    let run = run_in(&directory, &["check", "--format", "sarif", "ok.json"]);
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    for rule in rules {
        let name = rule["id"].as_str().unwrap();
        let row = run_on("", &["explain", "--format=json", name]).stdout;
        let row: Value = serde_json::from_str(&row).unwrap();
        assert_eq!(rule["shortDescription"]["text"], row["summary"]);
        let texts = row["details"].as_array().unwrap().iter();
        let texts: Vec<_> = texts
            .map(|detail| detail["text"].as_str().unwrap())
            .collect();
        assert_eq!(rule["fullDescription"]["text"], texts.join(" "));
        assert_eq!(rule["help"]["text"], texts.join(" "));
        let section = run_on("", &["explain", "--format=markdown", name]).stdout;
        let help = rule["help"]["markdown"].as_str().unwrap();
        assert!(
            section.ends_with(help) && help.contains("```json"),
            "{help}"
        );
    }
}
