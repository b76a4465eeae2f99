//! Requests of other clients: what a fake reads out of them, and what it refuses.

use iot_jobs::{
    codec,
    device::operation::start_next_pending_job_execution::StartNextPendingJobExecution,
    http::Binding,
    operation::{
        cancel_job::CancelJob, delete_job_execution::DeleteJobExecution, describe_job::DescribeJob,
        list_jobs::ListJobs, update_job::UpdateJob,
    },
};

use super::request;

#[track_caller]
fn reads<O: Binding>(method: &str, path: &str, query: &str, body: &str, json: &str) {
    let input = O::from_request(&request(method, path, query, body)).unwrap();
    assert_eq!(codec::to_string(&input).unwrap(), json);
}

#[track_caller]
fn refuses<O: Binding>(method: &str, path: &str, query: &str, body: &str, error: &str) {
    let result = O::from_request(&request(method, path, query, body));
    assert_eq!(result.unwrap_err().to_string(), error);
}

#[test]
fn labels_and_queries_are_decoded_however_they_were_escaped() {
    reads::<DescribeJob>("GET", "/jobs/$next", "", "", r#"{"jobId":"$next"}"#);
    reads::<DescribeJob>("GET", "/jobs/%6a%6A", "", "", r#"{"jobId":"jj"}"#);
    reads::<DescribeJob>("GET", "/jobs/a+b%2", "", "", r#"{"jobId":"a+b%2"}"#);
    reads::<ListJobs>(
        "GET",
        "/jobs",
        "nextToken=a+b%2Bc",
        "",
        r#"{"nextToken":"a b+c"}"#,
    );
    reads::<ListJobs>(
        "GET",
        "/jobs",
        "next%54oken=%22",
        "",
        r#"{"nextToken":"\""}"#,
    );
    reads::<ListJobs>("GET", "/jobs", "&nextToken&&", "", r#"{"nextToken":""}"#);
    reads::<ListJobs>("GET", "/jobs", "maxResults=007", "", r#"{"maxResults":7}"#);
    reads::<ListJobs>("GET", "/jobs", "maxResults=%2B7", "", r#"{"maxResults":7}"#);
    reads::<DeleteJobExecution>(
        "DELETE",
        "/things/t/jobs/j/executionNumber/01",
        "",
        "",
        r#"{"jobId":"j","thingName":"t","executionNumber":1}"#,
    );
    for path in [
        "/things/t/jobs/$next",
        "/things/t/jobs/%24next",
        "/things/t/jobs/%24%6eext",
    ] {
        reads::<StartNextPendingJobExecution>("PUT", path, "", "", r#"{"thingName":"t"}"#);
    }
}

#[test]
fn what_is_no_member_of_a_query_is_passed_over() {
    reads::<ListJobs>("GET", "/jobs", "X-Amz-Signature=abc&jobs=1&%FF=1", "", "{}");
    // A label does not travel in the query.
    reads::<DescribeJob>("GET", "/jobs/j", "jobId=other", "", r#"{"jobId":"j"}"#);
}

#[test]
fn bodies_may_be_empty_and_hold_unknown_members() {
    for body in ["", " \r\n", "{}", " { } "] {
        reads::<CancelJob>("PUT", "/jobs/j/cancel", "", body, r#"{"jobId":"j"}"#);
        reads::<DescribeJob>("GET", "/jobs/j", "", body, r#"{"jobId":"j"}"#);
    }
    reads::<CancelJob>(
        "PUT",
        "/jobs/j/cancel",
        "force=true",
        "{\n  \"comment\": null,\n  \"new\": [ 1.50 ]\n}\n",
        r#"{"jobId":"j","force":true,"new":[1.50]}"#,
    );
}

#[test]
fn values_that_a_member_cannot_have_are_refused() {
    refuses::<ListJobs>(
        "GET",
        "/jobs",
        "maxResults=many",
        "",
        r#"maxResults: expected a 32-bit integer, found "many""#,
    );
    refuses::<ListJobs>(
        "GET",
        "/jobs",
        "maxResults=2147483648",
        "",
        r#"maxResults: expected a 32-bit integer, found "2147483648""#,
    );
    refuses::<CancelJob>(
        "PUT",
        "/jobs/j/cancel",
        "force=True",
        "",
        r#"force: expected a boolean, found "True""#,
    );
    refuses::<ListJobs>(
        "GET",
        "/jobs",
        "status=QUEUED&status=QUEUED",
        "",
        "status: this member appears twice",
    );
    refuses::<DescribeJob>(
        "GET",
        "/jobs/%ff",
        "",
        "",
        "jobId: percent-encoded bytes that are not UTF-8",
    );
    for path in ["/jobs/.", "/jobs/..", "/jobs/%2e%2E"] {
        refuses::<DescribeJob>(
            "GET",
            path,
            "",
            "",
            "jobId: a label must not be a dot segment",
        );
    }
}

#[test]
fn a_member_in_the_wrong_place_is_not_moved() {
    refuses::<CancelJob>(
        "PUT",
        "/jobs/j/cancel",
        "",
        r#"{"force":true}"#,
        "force: this member travels in the query, found it in the body",
    );
    refuses::<CancelJob>(
        "PUT",
        "/jobs/j/cancel",
        "",
        r#"{"comment":"c","jobId":"other"}"#,
        "jobId: this member travels in the path, found it in the body",
    );
}

#[test]
fn errors_in_a_body_keep_their_position() {
    refuses::<UpdateJob>(
        "PATCH",
        "/jobs/j",
        "",
        "{\n  \"description\": 7\n}",
        "description: expected a string, found number 7 at line 2 column 18",
    );
    for (body, error) in [
        (
            "[]",
            "expected an object, found an array at line 1 column 1",
        ),
        ("null", "expected an object, found null at line 1 column 1"),
        (
            "{",
            "the input ends while parsing an object at line 1 column 2",
        ),
        (
            "{} x",
            "found more text after the JSON value at line 1 column 4",
        ),
    ] {
        refuses::<UpdateJob>("PATCH", "/jobs/j", "namespaceId=ns", body, error);
    }
    for body in [
        "}",
        "{}}",
        r#"{"a":"}"#,
        r#"{"a":"\}"#,
        r#"{"a":1,}"#,
        "{,}",
        r#"{"a":{}"#,
    ] {
        let request = request("PATCH", "/jobs/j", "namespaceId=ns", body);
        let error = UpdateJob::from_request(&request).unwrap_err();
        assert!(
            error.is_syntax() || error.is_incomplete(),
            "{body}: {error}"
        );
    }
    let mut request = request("PATCH", "/jobs/j", "", "");
    *request.body_mut() = b"{\"description\":\"\xff\"}".to_vec();
    let error = UpdateJob::from_request(&request).unwrap_err();
    assert_eq!(
        error.to_string(),
        "description: invalid UTF-8 at line 1 column 17"
    );
}

#[test]
fn another_operations_request_is_refused() {
    refuses::<DescribeJob>(
        "DELETE",
        "/jobs/j",
        "",
        "",
        r#"expected GET /jobs/{jobId}, found DELETE "/jobs/j""#,
    );
    for path in [
        "/",
        "/jobs",
        "/jobs/",
        "/jobs/j/",
        "//jobs/j",
        "/Jobs/j",
        "/jobs/j/things",
        "/x/jobs/j",
    ] {
        let error = DescribeJob::from_request(&request("GET", path, "", "")).unwrap_err();
        assert!(error.is_data(), "{path}");
        assert!(
            error
                .message()
                .starts_with("expected GET /jobs/{jobId}, found GET "),
            "{error}"
        );
    }
}
