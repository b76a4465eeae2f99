//! The inputs that are forecast, and those that are refused.

use crate::run::{files, run_in, run_on};

const VALID: &str = r#"{"jobId": "j", "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
    "document": "{}", "jobExecutionsRolloutConfig": {"maximumPerMinute": 100}}"#;

/// When the job ends and how many things succeed, of a forecast as JSON.
fn end_and_succeeded(json: &str) -> Option<(u64, u64)> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    let number = |path| value.pointer(path)?.as_u64();
    Some((
        number("/forecasts/0/runs/0/endedAt")?,
        number("/forecasts/0/runs/0/things/succeeded")?,
    ))
}

#[test]
fn each_shape_with_the_settings_of_a_rollout_is_forecast() {
    let config = r#""jobExecutionsRolloutConfig": {"maximumPerMinute": 100}"#;
    let template =
        format!(r#"{{"jobTemplateId": "t", "description": "d", "document": "{{}}", {config}}}"#);
    let job = format!(r#"{{"jobId": "j", {config}}}"#);
    for (shape, text) in [
        ("CreateJob", VALID),
        ("CreateJobTemplate", &template),
        ("DescribeJobTemplate", &template),
        ("DescribeJob", &format!(r#"{{"job": {job}}}"#)),
        ("Job", &job),
        // YAML, by the start of its text.
        (
            "Job",
            "jobId: j\njobExecutionsRolloutConfig: {maximumPerMinute: 100}\n",
        ),
    ] {
        let arguments = [
            "forecast",
            "--things=300",
            "--work=5m",
            "--reading=default",
            "--format=json",
            "--as",
            shape,
            "-",
        ];
        let run = run_on(text, &arguments);
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)), "{shape}");
        // 100 things at 0:00, 0:01 and 0:02, which take 5 minutes.
        assert_eq!(
            end_and_succeeded(&run.stdout),
            Some((7 * 60, 300)),
            "{shape}"
        );
    }
}

#[test]
fn an_input_with_errors_is_refused_with_the_report_of_check() {
    let wrong = VALID.replace("100}", "0}");
    for (shape, text) in [
        ("CreateJob", wrong.as_str()),
        ("CreateJob", r#"{"jobId": 7}"#),
        ("CreateJob", "{"),
        ("CreateJob", "jobId: [\n"),
    ] {
        let check = run_on(text, &["check", "--no-advice", "--as", shape, "-"]);
        let run = run_on(text, &["forecast", "--things=9", "--as", shape, "-"]);
        assert_eq!(check.code, Some(1), "{text}");
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)), "{text}");
        assert_eq!(run.stderr, check.stdout, "{text}");
    }
}

#[test]
fn a_warning_is_reported_on_standard_error() {
    let misspelt = VALID.replace("jobExecutionsRolloutConfig", "jobExecutionRolloutConfig");
    let arguments = ["forecast", "--things=9", "--format=csv", "-"];
    let run = run_on(&misspelt, &arguments);
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.starts_with("forecast,time,"), "{}", run.stdout);
    assert!(
        run.stderr
            .contains("did you mean `jobExecutionsRolloutConfig`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn an_unknown_member_of_a_response_is_a_warning() {
    let config = r#""jobExecutionRolloutConfig": {"maximumPerMinute": 100}"#;
    for (shape, text) in [
        (
            "DescribeJobTemplate",
            format!(r#"{{"description": "d", {config}}}"#),
        ),
        (
            "DescribeJob",
            format!(r#"{{"job": {{"jobId": "j", {config}}}}}"#),
        ),
        ("Job", format!(r#"{{"jobId": "j", {config}}}"#)),
    ] {
        let run = run_on(text, &["forecast", "--things=9", "--as", shape, "-"]);
        assert_eq!(run.code, Some(0), "{shape}");
        for part in [
            "warning[unknown-member]",
            "did you mean `jobExecutionsRolloutConfig`?",
        ] {
            assert!(run.stderr.contains(part), "{shape}: {}", run.stderr);
        }
    }
}

#[test]
fn an_output_without_a_job_is_an_error() {
    let wrapped = r#"{"job": {"jobId": "j"}}"#;
    let is_response = "this is a response with a job: forecast it with `--as DescribeJobResponse`";
    for (shape, text, message) in [
        ("Job", wrapped, is_response),
        ("Job", "{}", "the input has no members"),
        ("DescribeJobTemplate", "{}", "the input has no members"),
    ] {
        let run = run_on(text, &["forecast", "--things=9", "--as", shape, "-"]);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(1)), "{shape}");
        let error = format!("error: <stdin>: $: {message}\n");
        assert!(run.stderr.ends_with(&error), "{shape}: {}", run.stderr);
    }
}

#[test]
fn what_cannot_be_forecast_is_an_error() {
    let empty = run_on(
        "{}",
        &["forecast", "--things=9", "--as=DescribeJobResponse", "-"],
    );
    assert_eq!((empty.stdout.as_str(), empty.code), ("", Some(1)));
    assert_eq!(
        empty.stderr,
        "error: <stdin>: job: the response has no job\n"
    );
    let empty = run_on(
        r#"{"job": {}}"#,
        &["forecast", "--things=9", "--as=DescribeJobResponse", "-"],
    );
    assert_eq!((empty.stdout.as_str(), empty.code), ("", Some(1)));
    assert_eq!(
        empty.stderr,
        "error: <stdin>: job: the job has no members\n"
    );
    let unknown = VALID.replace(
        "\"document\"",
        "\"targetSelection\": \"SOME\", \"document\"",
    );
    let unknown = run_on(unknown, &["forecast", "--things=9", "-"]);
    assert_eq!((unknown.stdout.as_str(), unknown.code), ("", Some(1)));
    assert!(
        unknown
            .stderr
            .contains("error: <stdin>: targetSelection: this version does not know")
    );
}

#[test]
fn a_template_with_windows_is_a_continuous_job() {
    let template = |windows: &str| {
        format!(r#"{{"jobTemplateId": "t", "description": "d", "document": "{{}}"{windows}}}"#)
    };
    let windows = r#", "maintenanceWindows": [{"startTime": "cron(0 22 * * ? *)", "durationInMinutes": 120}]"#;
    for (windows, row) in [(windows, true), ("", false)] {
        for shape in ["CreateJobTemplate", "DescribeJobTemplate"] {
            let arguments = [
                "forecast",
                "--things=9",
                "--start=2027-03-01T08:00:00Z",
                "--as",
                shape,
                "-",
            ];
            let run = run_on(template(windows), &arguments);
            assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)), "{shape}");
            let line =
                "  targetSelection  CONTINUOUS, since the template has maintenance windows\n";
            assert_eq!(run.stdout.contains(line), row, "{}", run.stdout);
        }
    }
}

#[test]
fn the_settings_of_a_template_are_not_known() {
    let template = r#"{"jobId": "j", "targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"],
        "jobTemplateArn": "arn:aws:iot:eu-west-1:123456789012:jobtemplate/t"}"#;
    let directory = files("forecast-template", &[("job.json", template)]);
    let run = run_in(&directory, &["forecast", "job.json", "--things=9"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    let line =
        "  job template  its settings are not included: forecast its DescribeJobTemplateResponse\n";
    assert!(run.stdout.contains(line), "{}", run.stdout);
    let advice = "    the settings of the template are not included: copy them into the input, or forecast the template: \
                  aws iot describe-job-template --job-template-id ID | iot-jobs forecast --as \
                  DescribeJobTemplateResponse --things N -\n";
    assert!(run.stdout.contains(advice), "{}", run.stdout);
}
