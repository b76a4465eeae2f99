//! Operational advice: what is advised, and what is not.

use iot_jobs::{
    Validate, catalog,
    check::Checks,
    codec,
    document::StepsDocument,
    operation::create_job::CreateJobInput,
    validate::{Rule, Severity},
};

/// The advice on a text, each with its place.
fn advice(shape: &str, text: &str) -> Vec<String> {
    let entry = catalog::find_shape(shape).unwrap();
    let value = entry.decode(text).unwrap();
    let checks = Checks::new().advice();
    let found = checks.complete(entry.structure(), text, value.violations_by(&checks));
    let without = Checks::new().complete(entry.structure(), text, value.violations());
    assert_eq!(without, [], "{text}");
    let found = found.into_iter().map(|found| {
        assert_eq!(found.severity, Severity::Advice, "{found}");
        format!("{}: {}", found.path, found.rule)
    });
    found.collect()
}

fn table(shape: &str, head: &str, rows: &[(&str, &[&str])]) {
    for (members, expected) in rows {
        let text = format!("{{{head}, {members}}}");
        assert_eq!(advice(shape, &text), *expected, "{members}");
    }
}

/// A job with these members and an identifier.
fn of_job(members: &[&str], expected: &[&str]) {
    let members = members.join(", ");
    table(
        "CreateJobRequest",
        r#""jobId": "j""#,
        &[(&members, expected)],
    );
}

const THING: &str = r#""targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump"]"#;
const GROUP: &str = r#""targets": ["arn:aws:iot:eu-west-1:123456789012:thinggroup/pumps"]"#;
const TWO: &str = r#""targets": ["arn:aws:iot:eu-west-1:123456789012:thing/pump", "arn:aws:iot:eu-west-1:123456789012:thing/valve"]"#;
const TIMEOUT: &str = r#""timeoutConfig": {"inProgressTimeoutInMinutes": 60}"#;
const DOCUMENT: &str = r#""document": "{}""#;

fn abort(failure_type: &str) -> String {
    format!(
        r#""abortConfig": {{"criteriaList": [{{"failureType": "{failure_type}", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 5}}]}}"#
    )
}

fn retry(failure_type: &str, count: u8) -> String {
    format!(
        r#""jobExecutionsRetryConfig": {{"criteriaList": [{{"failureType": "{failure_type}", "numberOfRetries": {count}}}]}}"#
    )
}

#[test]
fn a_job_has_a_timeout_and_several_things_an_abort() {
    let none: &[&str] = &[];
    for (members, expected) in [
        (vec![THING, DOCUMENT, TIMEOUT], none),
        (vec![THING, DOCUMENT], &["timeoutConfig: job-timeout"]),
        (
            vec![THING, DOCUMENT, r#""timeoutConfig": {}"#],
            &["timeoutConfig: job-timeout"],
        ),
        (vec![GROUP, DOCUMENT, TIMEOUT], &["abortConfig: job-abort"]),
        (vec![TWO, DOCUMENT, TIMEOUT], &["abortConfig: job-abort"]),
        (
            vec![GROUP, DOCUMENT],
            &["abortConfig: job-abort", "timeoutConfig: job-timeout"],
        ),
        (vec![TWO, DOCUMENT, TIMEOUT, &abort("FAILED")], none),
        (vec![GROUP, DOCUMENT, TIMEOUT, &abort("ALL")], none),
        // A template of the account can contain both; one of AWS contains neither.
        (
            vec![
                GROUP,
                r#""jobTemplateArn": "arn:aws:iot:eu-west-1:123456789012:jobtemplate/firmware""#,
            ],
            none,
        ),
        (
            vec![
                GROUP,
                r#""jobTemplateArn": "arn:aws:iot:eu-west-1::jobtemplate/AWS-Reboot:1.0""#,
            ],
            &["abortConfig: job-abort", "timeoutConfig: job-timeout"],
        ),
    ] {
        of_job(&members, expected);
    }
}

#[test]
fn a_template_has_a_timeout_unless_it_is_made_from_a_job() {
    let job = r#""jobArn": "arn:aws:iot:eu-west-1:123456789012:job/j""#;
    let retry = retry("ALL", 1);
    table(
        "CreateJobTemplateRequest",
        r#""jobTemplateId": "t", "description": "d""#,
        &[
            (DOCUMENT, &["timeoutConfig: job-timeout"]),
            (&format!("{DOCUMENT}, {TIMEOUT}"), &[]),
            (job, &[]),
            (
                &format!("{DOCUMENT}, {TIMEOUT}, {retry}"),
                &["jobExecutionsRetryConfig.criteriaList[0].failureType: rejected-not-retried"],
            ),
        ],
    );
}

#[test]
fn a_retry_of_all_does_not_include_rejected() {
    let advised: &[&str] =
        &["jobExecutionsRetryConfig.criteriaList[0].failureType: rejected-not-retried"];
    for (retry, abort, expected) in [
        (retry("ALL", 3), None, advised),
        (retry("ALL", 3), Some(abort("FAILED")), advised),
        (retry("ALL", 3), Some(abort("TIMED_OUT")), advised),
        (retry("ALL", 3), Some(abort("REJECTED")), &[]),
        (retry("ALL", 3), Some(abort("ALL")), &[]),
        (retry("ALL", 0), None, &[]),
        (retry("FAILED", 3), None, &[]),
        (retry("TIMED_OUT", 3), None, &[]),
    ] {
        let mut members = vec![THING, DOCUMENT, TIMEOUT, &retry];
        members.extend(abort.as_deref());
        of_job(&members, expected);
    }
}

#[test]
fn presigned_urls_need_a_role() {
    let document = |placeholder: &str| format!(r#""document": "[\"${{aws:iot:{placeholder}}}\"]""#);
    let url = document("s3-presigned-url:https://s3.eu-west-1.amazonaws.com/b/k");
    let url_v2 = document("s3-presigned-url-v2:https://s3.eu-west-1.amazonaws.com/b/k");
    let package = document("package:pump:version:1.0:artifact-location:s3-presigned-url");
    let signature = document("code-sign-signature:s3://eu-west-1.b/k@v");
    let role = r#""presignedUrlConfig": {"roleArn": "arn:aws:iam::123456789012:role/r"}"#;
    let no_role = r#""presignedUrlConfig": {"expiresInSec": 60}"#;
    let advised: &[&str] = &["presignedUrlConfig: presigned-url-role"];
    for (members, expected) in [
        (vec![url.as_str()], advised),
        (vec![&url_v2], advised),
        (vec![&url, no_role], advised),
        (vec![&url, role], &[]),
        (vec![&package], &[]),
        (vec![&signature], &[]),
        (vec![DOCUMENT, no_role], &[]),
    ] {
        of_job(&[&[THING, TIMEOUT], &members[..]].concat(), expected);
    }
}

/// The text of a step that runs a handler or a command.
fn step(kind: &str, value: &str) -> String {
    let member = if kind == "runHandler" {
        "handler"
    } else {
        "command"
    };
    format!(
        r#"{{"action": {{"name": "n", "type": "{kind}", "input": {{"{member}": "{value}"}}}}}}"#
    )
}

#[test]
fn a_restart_is_the_last_step_and_leaves_time() {
    let other = step("runHandler", "install.sh");
    let handler = step("runHandler", "reboot.sh");
    let now = step("runCommand", "/sbin/reboot");
    let later = step("runCommand", "sudo,-n,shutdown,-r,+1");
    for (steps, last, expected) in [
        (vec![&other], None, vec![]),
        (vec![&handler], None, vec![]),
        (vec![&other, &handler], None, vec![]),
        (vec![&other], Some(&handler), vec![]),
        (vec![&later], None, vec![]),
        (vec![&other], Some(&later), vec![]),
        (
            vec![&handler, &other],
            None,
            vec!["steps[0].action.input.handler"],
        ),
        (
            vec![&other, &handler],
            Some(&other),
            vec!["steps[1].action.input.handler"],
        ),
        (
            vec![&later, &other],
            None,
            vec!["steps[0].action.input.command"],
        ),
        (vec![&now], None, vec!["steps[0].action.input.command"]),
        (
            vec![&now, &other],
            None,
            vec!["steps[0].action.input.command"],
        ),
        (
            vec![&other],
            Some(&now),
            vec!["finalStep.action.input.command"],
        ),
        (
            vec![&handler, &later],
            Some(&now),
            vec![
                "steps[0].action.input.handler",
                "steps[1].action.input.command",
                "finalStep.action.input.command",
            ],
        ),
    ] {
        let steps: Vec<_> = steps.into_iter().map(String::as_str).collect();
        let last = last.map(|step| format!(r#", "finalStep": {step}"#));
        let text = format!(
            r#"{{"version": "1.0", "steps": [{}]{}}}"#,
            steps.join(", "),
            last.unwrap_or_default()
        );
        let expected: Vec<_> = expected
            .iter()
            .map(|path| format!("{path}: restart-last"))
            .collect();
        let mut found = advice("document.StepsDocument", &text);
        found.sort_by_key(|line| expected.iter().position(|it| it == line));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_command_restarts_the_device_by_its_program_and_arguments() {
    for (command, restarts) in [
        ("reboot", true),
        ("/usr/sbin/reboot,-f", true),
        ("sudo,reboot", true),
        ("systemctl,reboot", true),
        ("systemctl,--force,reboot", true),
        ("shutdown,-r,now", true),
        ("shutdown,--reboot,+0", true),
        ("init,6", true),
        ("shutdown,-r", false),
        ("shutdown,-r,+5", false),
        ("shutdown,-h,now", false),
        ("systemctl,restart,pump", false),
        ("init,3", false),
        ("sudo", false),
        ("echo,reboot", false),
        ("reboot-later", false),
        ("${aws:iot:parameter:command}", false),
    ] {
        let text = format!(
            r#"{{"version": "1.0", "steps": [{}]}}"#,
            step("runCommand", command)
        );
        let found = advice("document.StepsDocument", &text);
        assert_eq!(found.len(), usize::from(restarts), "{command}");
    }
    for (handler, restarts) in [
        ("reboot.sh", true),
        ("handlers/reboot.sh", true),
        ("no-reboot.sh", false),
        ("reboot.sh.bak", false),
    ] {
        let steps = [step("runHandler", handler), step("runCommand", "true")].join(", ");
        let text = format!(r#"{{"version": "1.0", "steps": [{steps}]}}"#);
        let found = advice("document.StepsDocument", &text);
        assert_eq!(found.len(), usize::from(restarts), "{handler}");
    }
}

#[test]
fn the_command_of_the_managed_template_is_its_last_step() {
    for (command, expected) in [
        ("reboot", &["documentParameters.command: restart-last"][..]),
        (
            "shutdown,-r,now",
            &["documentParameters.command: restart-last"],
        ),
        ("shutdown,-r,+1", &[]),
        ("systemctl,restart,pump", &[]),
        ("${aws:iot:parameter:command}", &[]),
    ] {
        let template = "arn:aws:iot:eu-west-1::jobtemplate/AWS-Run-Command:1.0";
        let members = format!(
            r#"{THING}, {TIMEOUT}, "jobTemplateArn": "{template}", "documentParameters": {{"command": "{command}"}}"#
        );
        of_job(&[&members], expected);
    }
}

#[test]
fn advice_is_given_only_where_it_is_asked_for() {
    let text = format!(r#"{{"jobId": "j", {GROUP}, {DOCUMENT}}}"#);
    let input: CreateJobInput = codec::from_str(&text).unwrap();
    assert_eq!(input.violations(), []);
    assert!(input.validate().is_ok());
    let checks = Checks::new();
    assert_eq!(checks.check::<CreateJobInput>(&text).violations, []);
    let checked = checks.advice().check::<CreateJobInput>(&text);
    assert_eq!(checked.violations.len(), 2);
    assert!(checked.passes());
    assert_eq!(
        checked.to_string(),
        "advice: abortConfig: without criteria for an abort, a job that fails still reaches every thing of the group \
         (job-abort)\n\
         advice: timeoutConfig: without a timeout, an execution stays in progress if its device stops reporting: set \
         inProgressTimeoutInMinutes (job-timeout)"
    );

    let text = format!(
        r#"{{"version": "1.0", "steps": [{}]}}"#,
        step("runCommand", "reboot")
    );
    assert_eq!(checks.check_document(&text).unwrap(), []);
    let found = checks.advice().check_document(&text).unwrap();
    assert_eq!(found[0].rule, Rule::RestartLast);
    assert_eq!(found[0].value.as_deref(), Some("\"reboot\""));
    let document: StepsDocument = codec::from_str(&text).unwrap();
    assert_eq!(checks.advice().violations(&document), found);
}

#[test]
fn severities_are_in_order() {
    let order = [
        Severity::Information,
        Severity::Advice,
        Severity::Warning,
        Severity::Error,
    ];
    assert!(order.is_sorted_by(|one, other| one < other));
    assert_eq!(
        order.map(Severity::as_str),
        ["information", "advice", "warning", "error"]
    );
}
