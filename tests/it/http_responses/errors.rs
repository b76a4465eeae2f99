//! Failures, as the services, gateways and proxies send them.

use iot_jobs::{
    http::{Binding, ResponseError, ServiceError},
    operation::describe_job::DescribeJob,
};

use super::{headers, response};

const NOT_FOUND: &str = "ResourceNotFoundException";
const HTML: &str = "<html><body>502 Bad Gateway</body></html>";

#[test]
fn code_and_message_are_read_wherever_they_stand() {
    for (status, header, body, code, message) in [
        (404, NOT_FOUND, "", Some(NOT_FOUND), None),
        (
            404,
            "ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws.iot/",
            r#"{"message":"m"}"#,
            Some(NOT_FOUND),
            Some("m"),
        ),
        (
            404,
            "com.amazonaws.iot#ResourceNotFoundException",
            r#"{"Message":"M"}"#,
            Some(NOT_FOUND),
            Some("M"),
        ),
        (
            404,
            "aws.protocoltests#ResourceNotFoundException:http://h/#fragment",
            "{}",
            Some(NOT_FOUND),
            None,
        ),
        (
            404,
            NOT_FOUND,
            r#"{"__type":"A","code":"B"}"#,
            Some(NOT_FOUND),
            None,
        ),
        (
            404,
            "",
            r#"{"__type":"com.amazonaws.iot#ResourceNotFoundException","code":"B","message":"m","Message":"M"}"#,
            Some(NOT_FOUND),
            Some("m"),
        ),
        (
            404,
            "",
            r#"{"code":"ResourceNotFoundException:http://h/","message":null,"Message":"M"}"#,
            Some(NOT_FOUND),
            Some("M"),
        ),
        (
            404,
            ":http://h/",
            r#"{"__type":"x#","code":"ResourceNotFoundException"}"#,
            Some(NOT_FOUND),
            None,
        ),
        (
            404,
            "",
            r#"{"__type":"","code":404,"message":""}"#,
            None,
            None,
        ),
        (
            404,
            "",
            r#"{"code":"ResourceNotFoundException","n":1e999,"s":"\ud800"}"#,
            Some(NOT_FOUND),
            None,
        ),
        (
            403,
            "",
            r#"{"message":"Missing Authentication Token"}"#,
            None,
            Some("Missing Authentication Token"),
        ),
        (
            403,
            "ForbiddenException",
            r#"{"message":null}"#,
            Some("ForbiddenException"),
            None,
        ),
        (502, "", HTML, None, None),
        (503, "", "", None, None),
        (500, "", "[]", None, None),
        (500, "", r#""ResourceNotFoundException""#, None, None),
        (301, "", "", None, None),
    ] {
        let sent = [("x-amzn-errortype", header)];
        let sent = if header.is_empty() { &[][..] } else { &sent };
        let error = ServiceError::from_response(&response(status, sent, body));
        assert_eq!(error.status(), status);
        assert_eq!(
            (error.code(), error.message()),
            (code, message),
            "{header} {body}"
        );
        assert_eq!(error.body(), body.as_bytes());
    }
}

#[test]
fn predicates_go_by_code_and_status() {
    for (status, code, throttling, not_found, version_conflict, retryable) in [
        (400, "ThrottlingException", true, false, false, true),
        (429, "ThrottlingException", true, false, false, true),
        (429, "", true, false, false, true),
        (429, "TooManyRequestsException", true, false, false, true),
        (404, NOT_FOUND, false, true, false, false),
        (404, "", false, true, false, false),
        (404, "UnknownOperationException", false, false, false, false),
        (409, "VersionConflictException", false, false, true, false),
        (409, "", false, false, false, false),
        (409, "ConflictException", false, false, false, false),
        (410, "LimitExceededException", false, false, false, false),
        (400, "InvalidRequestException", false, false, false, false),
        (500, "InternalFailureException", false, false, false, true),
        (
            503,
            "ServiceUnavailableException",
            false,
            false,
            false,
            true,
        ),
        (502, "", false, false, false, true),
        (504, "", false, false, false, true),
    ] {
        let body = format!(r#"{{"__type":"{code}"}}"#);
        let error = ServiceError::from_response(&response(status, &[], body));
        assert_eq!(
            (
                error.is_throttling(),
                error.is_not_found(),
                error.is_version_conflict(),
                error.is_retryable()
            ),
            (throttling, not_found, version_conflict, retryable),
            "{status} {code}"
        );
    }
}

#[test]
fn a_failure_is_passed_on_as_it_came() {
    for (status, sent, body, code, request_id, content_type) in [
        (
            404,
            &[
                ("x-amzn-ErrorType", "ResourceNotFoundException:http://h/"),
                ("x-amzn-RequestId", "b5-1"),
                ("Content-Type", "application/x-amz-json-1.1"),
            ][..],
            r#"{"message":"m","new":1.50}"#,
            Some(NOT_FOUND),
            Some("b5-1"),
            Some("application/x-amz-json-1.1"),
        ),
        (
            502,
            &[("Content-Type", "text/html")],
            HTML,
            None,
            None,
            Some("text/html"),
        ),
        (503, &[("x-amz-request-id", "r")], "", None, Some("r"), None),
        (400, &[], "\u{0}", None, None, None),
    ] {
        let error = ServiceError::from_response(&response(status, sent, body));
        assert_eq!(error.request_id(), request_id);
        let passed = error.to_response();
        assert_eq!(
            (passed.status().as_u16(), &passed.body()[..]),
            (status, body.as_bytes())
        );
        let names = ["x-amzn-errortype", "x-amzn-requestid", "content-type"];
        let found = headers(&passed, names);
        assert_eq!(
            found,
            [code, request_id, content_type].map(|it| it.map(str::to_owned))
        );
        assert_eq!(ServiceError::from_response(&passed), error);
    }
}

#[test]
fn a_failure_is_no_output() {
    for status in [301, 400, 404, 500] {
        let error = DescribeJob::from_response(&response(status, &[], "{}")).unwrap_err();
        let ResponseError::Service(error) = error else {
            panic!("{error}");
        };
        assert_eq!(error.status(), status);
    }
}

#[test]
fn a_failure_is_shown_without_its_body() {
    let body = r#"{"__type":"ConflictException","message":"taken","secret":"s3cr3t"}"#;
    let error = ServiceError::from_response(&response(409, &[], body));
    assert_eq!(error.to_string(), "409 ConflictException: taken");
    let shown = format!("{error:?}");
    assert_eq!(
        shown,
        "ServiceError(409 ConflictException: taken, body of 66 bytes)"
    );
    let error = ServiceError::from_response(&response(502, &[], HTML));
    assert_eq!(error.to_string(), "502");
}

#[test]
fn a_message_is_shown_without_the_queries_of_urls() {
    for (message, shown) in [
        (
            "see https://h/f?X-Amz-Signature=5ec4e7 for more",
            "see https://h/f?… for more",
        ),
        ("'https://h/f?a=b' is taken", "'https://h/f?…' is taken"),
        ("what? that", "what? that"),
        ("what?", "what?"),
    ] {
        let body = format!(r#"{{"__type":"ConflictException","message":"{message}"}}"#);
        let error = ServiceError::from_response(&response(409, &[], body.as_str()));
        assert_eq!(error.to_string(), format!("409 ConflictException: {shown}"));
    }
}
