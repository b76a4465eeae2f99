//! Successes: what each operation answers.

use iot_jobs::{
    codec,
    device::operation as device,
    http::{Binding, ResponseError},
    operation::{self as control, describe_job::DescribeJob},
};

use super::{headers, response};

/// Canonical outputs of one operation, each passed both ways; an empty body is `{}` everywhere.
fn both_ways<O: Binding>(outputs: &[&str]) -> String {
    for json in outputs {
        let received = O::from_response(&response(200, &[], *json)).unwrap();
        let sent = O::to_response(&received).unwrap();
        assert_eq!(sent.status(), 200);
        let content_type = headers(&sent, ["content-type"]);
        assert_eq!(content_type, [Some("application/json".to_owned())]);
        assert_eq!(std::str::from_utf8(sent.body()).unwrap(), *json);
    }
    for (status, body) in [(200, ""), (204, ""), (200, " \r\n"), (202, "{}")] {
        let output = O::from_response(&response(status, &[], body)).unwrap();
        assert_eq!(codec::to_string(&output).unwrap(), "{}");
    }
    O::FACTS.name.to_owned()
}

#[test]
fn outputs_of_the_control_plane_pass_both_ways() {
    let created = r#"{"jobArn":"arn:j","jobId":"j","description":"é"}"#;
    let execution = r#"{"status":"QUEUED","queuedAt":1549395301.389,"executionNumber":1}"#;
    let names = [
        both_ways::<control::associate_targets_with_job::AssociateTargetsWithJob>(&[created]),
        both_ways::<control::cancel_job::CancelJob>(&[created]),
        both_ways::<control::cancel_job_execution::CancelJobExecution>(&[r#"{"new":1.0}"#]),
        both_ways::<control::create_job::CreateJob>(&[created, r#"{"jobId":"j"}"#]),
        both_ways::<control::create_job_template::CreateJobTemplate>(&[
            r#"{"jobTemplateArn":"arn:t","jobTemplateId":"t"}"#,
        ]),
        both_ways::<control::delete_job::DeleteJob>(&["{}"]),
        both_ways::<control::delete_job_execution::DeleteJobExecution>(&["{}"]),
        both_ways::<control::delete_job_template::DeleteJobTemplate>(&["{}"]),
        both_ways::<DescribeJob>(&[
            r#"{"documentSource":"https://s3/d","job":{"jobId":"j","status":"QUEUED","createdAt":1517016948,"jobProcessDetails":{"numberOfQueuedThings":1},"new":[1.50]}}"#,
        ]),
        both_ways::<control::describe_job_execution::DescribeJobExecution>(&[
            r#"{"execution":{"jobId":"j","status":"A NEW ONE","statusDetails":{"detailsMap":{"a":"1"}},"versionNumber":9223372036854775807}}"#,
        ]),
        both_ways::<control::describe_job_template::DescribeJobTemplate>(&[
            r#"{"jobTemplateId":"t","document":"{}","createdAt":1549395301.389}"#,
        ]),
        both_ways::<control::describe_managed_job_template::DescribeManagedJobTemplate>(&[
            r#"{"templateName":"AWS-Reboot","environments":["LINUX"],"documentParameters":[{"key":"k","optional":true}],"document":"{}"}"#,
        ]),
        both_ways::<control::get_job_document::GetJobDocument>(&[
            r#"{"document":"{\"a\": \"\\u00e9\"}"}"#,
        ]),
        both_ways::<control::list_job_executions_for_job::ListJobExecutionsForJob>(&[&format!(
            r#"{{"executionSummaries":[{{"thingArn":"arn:t","jobExecutionSummary":{execution}}}],"nextToken":"n"}}"#
        )]),
        both_ways::<control::list_job_executions_for_thing::ListJobExecutionsForThing>(&[
            &format!(
                r#"{{"executionSummaries":[{{"jobId":"j","jobExecutionSummary":{execution}}}]}}"#
            ),
        ]),
        both_ways::<control::list_job_templates::ListJobTemplates>(&[
            r#"{"jobTemplates":[{"jobTemplateId":"t"}],"nextToken":""}"#,
        ]),
        both_ways::<control::list_jobs::ListJobs>(&[
            r#"{"jobs":[{"jobId":"j","isConcurrent":true},{}],"nextToken":"n"}"#,
            r#"{"jobs":[]}"#,
        ]),
        both_ways::<control::list_managed_job_templates::ListManagedJobTemplates>(&[
            r#"{"managedJobTemplates":[{"templateName":"AWS-Reboot"}]}"#,
        ]),
        both_ways::<control::update_job::UpdateJob>(&["{}"]),
    ];
    let all = control::AnyOperation::ALL.iter().map(|it| it.facts().name);
    assert_eq!(names.to_vec(), all.collect::<Vec<_>>());
}

#[test]
fn outputs_of_the_data_plane_pass_both_ways() {
    let execution = r#"{"jobId":"j","thingName":"t","status":"IN_PROGRESS","statusDetails":{"a":"1"},"queuedAt":1517016948,"versionNumber":2,"jobDocument":"{\"a\": 1}"}"#;
    let execution = format!(r#"{{"execution":{execution}}}"#);
    let names = [
        both_ways::<device::describe_job_execution::DescribeJobExecution>(&[&execution]),
        both_ways::<device::get_pending_job_executions::GetPendingJobExecutions>(&[
            r#"{"inProgressJobs":[],"queuedJobs":[{"jobId":"j","executionNumber":1}]}"#,
        ]),
        both_ways::<device::start_command_execution::StartCommandExecution>(&[
            r#"{"executionId":"e"}"#,
        ]),
        both_ways::<device::start_next_pending_job_execution::StartNextPendingJobExecution>(&[
            &execution,
        ]),
        both_ways::<device::update_job_execution::UpdateJobExecution>(&[
            r#"{"executionState":{"status":"SUCCEEDED","versionNumber":3},"jobDocument":"{}"}"#,
        ]),
    ];
    let all = device::AnyOperation::ALL.iter().map(|it| it.facts().name);
    assert_eq!(names.to_vec(), all.collect::<Vec<_>>());
}

#[test]
fn a_success_that_does_not_decode_keeps_its_body() {
    for (body, message) in [
        (
            &b"<html>login</html>"[..],
            "the response does not decode: expected a JSON value at line 1 column 1",
        ),
        (
            br#"{"job":{"jobId":7}}"#,
            "the response does not decode: job.jobId: expected a string, found number 7 at line 1 column 17",
        ),
        (
            b"{\"job\":{\"jobId\":\"\xff\"}}",
            "the response does not decode: job.jobId: invalid UTF-8 at line 1 column 18",
        ),
        (
            b"null",
            "the response does not decode: expected an object, found null at line 1 column 1",
        ),
    ] {
        let error = DescribeJob::from_response(&response(200, &[], body)).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(std::error::Error::source(&error).is_some());
        // The body may hold secrets; a log of the error must not.
        let shown = format!("{error:?}");
        assert!(
            shown.contains(&format!("body of {} bytes", body.len())),
            "{shown}"
        );
        let ResponseError::Unreadable(unreadable) = error else {
            panic!("{error}");
        };
        assert_eq!(unreadable.body, body);
    }
}
