//! Operational advice: in every format, denied and omitted; and schedules checked against a time.

use serde_json::{Value, json};

use crate::run::{files, run_in, run_on};

const JOB: &str = r#"{
  "jobId": "firmware-7",
  "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
  "document": "{\"version\":\"1.0\",\"steps\":[{\"action\":{\"name\":\"Restart\",\"type\":\"runCommand\",\"input\":{\"command\":\"reboot\"}}}]}",
  "timeoutConfig": {}
}"#;

const NO_TIMEOUT: &str = "without a timeout, an execution stays in progress if its device stops reporting: \
                          set inProgressTimeoutInMinutes";
const RESTART: &str = "the device can restart before its client reports the result, and the client then runs the document \
                       again, this step included: write shutdown,-r,+1, or use the handler reboot.sh";

#[test]
fn every_format_shows_advice() {
    let directory = files("advice-formats", &[("create.json", JOB)]);
    for (deny, severity, level, command, code) in [
        (&[][..], "advice", "note", "notice", 0),
        (&["--deny=warnings,unknown"], "advice", "note", "notice", 0),
        (&["--deny=advice"], "error", "error", "error", 1),
    ] {
        let check = |format| {
            let arguments = ["check", "--as=CreateJob", "create.json", "--format", format];
            let run = run_in(&directory, &[&arguments, deny].concat());
            assert_eq!((run.stderr.as_str(), run.code), ("", Some(code)));
            run.stdout
        };
        assert_eq!(
            check("github"),
            format!(
                "::{command} file=create.json,line=4,col=129,title=iot-jobs restart-last::document → steps[0].action.input.command: {RESTART}\n\
                 ::{command} file=create.json,line=5,col=20,title=iot-jobs job-timeout::timeoutConfig: {NO_TIMEOUT}\n"
            )
        );
        let row: Value = serde_json::from_str(&check("json")).unwrap();
        assert_eq!(
            row["violations"],
            json!([
                {
                    "path": "document → steps[0].action.input.command", "rule": "restart-last",
                    "severity": severity, "message": RESTART, "line": 4, "column": 129,
                },
                {
                    "path": "timeoutConfig", "rule": "job-timeout", "severity": severity,
                    "message": NO_TIMEOUT, "line": 5, "column": 20,
                },
            ])
        );
        let log: Value = serde_json::from_str(&check("sarif")).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let found = results.iter().map(|it| (&it["ruleId"], &it["level"]));
        let (restart, timeout) = (Value::from("restart-last"), Value::from("job-timeout"));
        let level = Value::from(level);
        assert!(found.eq([(&restart, &level), (&timeout, &level)]));
    }
}

#[test]
fn human_shows_advice_after_errors_and_warnings() {
    let text = r#"{"jobId": "", "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/a"], "document": "{}"}"#;
    let run = run_on(text, &["check", "--as=CreateJob", "-"]);
    let (errors, advice) = run
        .stdout
        .split_once("advice[job-timeout]: timeoutConfig\n")
        .unwrap();
    assert!(
        errors.starts_with(
            "<stdin>: 1 error, CreateJobRequest with 1 advice finding\nerror[length]: jobId\n"
        ),
        "{errors}"
    );
    assert!(advice.contains(NO_TIMEOUT), "{advice}");
    let run = run_on(text, &["check", "--as=CreateJob", "--no-advice", "-"]);
    assert_eq!(
        (run.stdout, run.code),
        (errors.replace(" with 1 advice finding", ""), Some(1))
    );
    let run = run_on(JOB, &["check", "--as=CreateJob", "-"]);
    let start = "<stdin>: ok, CreateJobRequest with 2 advice findings\nadvice[restart-last]: document → steps";
    assert!(run.stdout.starts_with(start), "{}", run.stdout);
}

#[test]
fn job_documents_get_advice_and_what_the_service_sends_gets_none() {
    let document = r#"{"version":"1.0","steps":[{"action":{"name":"n","type":"runCommand","input":{"command":"reboot"}}}]}"#;
    let in_response = json!({ "document": document }).to_string();
    for (input, arguments, code) in [
        (document, &["check", "-"][..], 1),
        (document, &["check", "--as=document.StepsDocument", "-"], 1),
        (
            &in_response,
            &["check", "--as=GetJobDocumentResponse", "-"],
            0,
        ),
        (
            &in_response,
            &["check", "--as=DescribeJobTemplateResponse", "-"],
            0,
        ),
    ] {
        let run = run_on(input, &[arguments, &["--deny=advice"]].concat());
        assert_eq!(run.code, Some(code), "{arguments:?} {}", run.stdout);
        assert_eq!(run.stdout.contains("restart-last"), code == 1);
    }
}

#[test]
fn schedules_are_checked_against_a_time_if_one_is_given() {
    let job = |start: &str| {
        json!({
            "jobId": "j", "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/a"], "document": "{}",
            "schedulingConfig": {"startTime": start},
        })
        .to_string()
    };
    for (start, now, code) in [
        ("2020-03-01 08:00", None, 0),
        ("2020-03-01 08:00", Some("--now"), 1),
        ("2027-03-01 08:00", Some("--now=2027-02-28T08:00:00Z"), 0),
        (
            "2027-03-01 08:00",
            Some("--now=2027-03-01T08:31:00+01:00"),
            1,
        ),
        (
            "2027-03-01 08:00",
            Some("--now=2027-03-01T08:30:00+01:00"),
            0,
        ),
        ("2027-03-01 08:00", Some("--now=tomorrow"), 2),
        ("2027-03-01 08:00", Some("--now=2027-03-01"), 2),
    ] {
        let mut arguments = vec!["check", "--as=CreateJob", "--format=github", "-"];
        arguments.extend(now);
        let run = run_on(job(start), &arguments);
        assert_eq!(run.code, Some(code), "{now:?} {}", run.stdout);
        assert_eq!(run.stdout.contains("iot-jobs schedule-bounds::"), code == 1);
        assert_eq!(run.stderr.contains("2027-03-01T08:00:00Z"), code == 2);
    }
}
