//! What is refused before it is sent.

use iot_jobs::{
    catalog,
    device::operation::start_next_pending_job_execution as start,
    http::Binding,
    operation::{
        self,
        cancel_job::{CancelJob, CancelJobInput},
        describe_job::{DescribeJob, DescribeJobInput},
    },
};

#[test]
fn a_label_must_lead_somewhere() {
    for (operation, input, path, message) in [
        (
            "DescribeJob",
            "{}",
            "jobId",
            "this member is part of the path and must be set",
        ),
        (
            "DescribeJob",
            r#"{"jobId":""}"#,
            "jobId",
            "this member is part of the path and must not be empty",
        ),
        (
            "CancelJob",
            r#"{"jobId":"."}"#,
            "jobId",
            "this member is part of the path and must not be a dot segment",
        ),
        (
            "CancelJobExecution",
            r#"{"jobId":"j","thingName":".."}"#,
            "thingName",
            "this member is part of the path and must not be a dot segment",
        ),
        (
            "DeleteJobExecution",
            r#"{"jobId":"j","thingName":"t"}"#,
            "executionNumber",
            "this member is part of the path and must be set",
        ),
        (
            "device.StartNextPendingJobExecution",
            r#"{"thingName":""}"#,
            "thingName",
            "this member is part of the path and must not be empty",
        ),
    ] {
        let entry = catalog::find_operation(operation).unwrap();
        let error = entry.request(input).unwrap_err();
        assert!(error.is_encode(), "{error}");
        assert_eq!(error.path(), path);
        assert_eq!(error.message(), message);
    }
}

#[test]
fn every_label_of_every_operation_is_refused_when_empty() {
    let mut labels = 0;
    for table in super::tables() {
        let entry = catalog::find_operation(&table.name).unwrap();
        let input: serde_json::Value = serde_json::from_str(table.rows[0].0).unwrap();
        for label in table
            .facts
            .uri
            .split('/')
            .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        {
            labels += 1;
            for wrong in ["", ".", "..", "(absent)"] {
                let mut input = input.clone();
                match wrong {
                    "(absent)" => drop(input.as_object_mut().unwrap().remove(label)),
                    _ if input[label].is_number() => continue,
                    _ => input[label] = wrong.into(),
                }
                let error = entry.request(input.to_string()).unwrap_err();
                assert_eq!(error.path(), label, "{}: {error}", table.name);
            }
        }
    }
    // As many as the URIs of the two models hold.
    assert_eq!(labels, 26);
}

#[test]
fn a_member_that_nothing_would_carry_is_not_dropped() {
    for (operation, input) in [
        ("DescribeJob", r#"{"jobId":"j","forse":true}"#),
        ("ListJobs", r#"{"forse":null}"#),
        ("DeleteJob", r#"{"jobId":"j","forse":true}"#),
    ] {
        let entry = catalog::find_operation(operation).unwrap();
        let error = entry.request(input).unwrap_err();
        assert!(error.is_encode(), "{error}");
        assert_eq!(error.path(), "forse");
    }
}

#[test]
fn an_input_that_is_built_is_sent_as_one_that_is_read() {
    let input = CancelJobInput::builder()
        .job_id("j 1")
        .force(true)
        .comment("c")
        .build()
        .unwrap();
    let request = CancelJob::to_request(&input).unwrap();
    assert_eq!(request.uri(), "/jobs/j%201/cancel?force=true");
    assert_eq!(request.body(), br#"{"comment":"c"}"#);

    let input = DescribeJobInput::builder().job_id("j").build().unwrap();
    let request = DescribeJob::to_request(&input).unwrap();
    assert_eq!((request.uri().query(), request.body().len()), (None, 0));

    let input = start::StartNextPendingJobExecutionInput::builder()
        .thing_name("t")
        .build()
        .unwrap();
    let request = start::StartNextPendingJobExecution::to_request(&input).unwrap();
    assert_eq!(
        (request.uri().path(), &request.body()[..]),
        ("/things/t/jobs/$next", &b"{}"[..])
    );
}

#[test]
fn what_has_no_form_on_the_wire_is_an_error_with_its_path() {
    let criteria = iot_jobs::types::AbortCriteria::builder()
        .failure_type("FAILED".into())
        .action("CANCEL".into())
        .threshold_percentage(f64::NAN)
        .min_number_of_executed_things(1)
        .build()
        .unwrap();
    let config = iot_jobs::types::AbortConfig::builder()
        .criteria_list(criteria)
        .build();
    let input = operation::update_job::UpdateJobInput::builder()
        .job_id("j")
        .abort_config(config.unwrap())
        .build()
        .unwrap();
    let error = operation::update_job::UpdateJob::to_request(&input).unwrap_err();
    assert_eq!(
        error.path(),
        "abortConfig.criteriaList[0].thresholdPercentage"
    );

    // Longer than any URI may be.
    let input = DescribeJobInput::builder()
        .job_id("j".repeat(70_000))
        .build();
    let error = DescribeJob::to_request(&input.unwrap()).unwrap_err();
    assert!(error.is_encode(), "{error}");
}
