//! `serde_path_to_error` adds the path, so the message of the error itself has only the member's name.

use iot_jobs::{Path, codec, operation::describe_job::DescribeJobOutput};

/// The path that `serde_path_to_error` gives and the message of the error without position.
fn through_serde(text: &str) -> (String, String) {
    let mut json = serde_json::Deserializer::from_str(text);
    let error = serde_path_to_error::deserialize::<_, DescribeJobOutput>(&mut json).unwrap_err();
    let path = error.path().to_string();
    assert_eq!(error.to_string(), format!("{path}: {}", error.inner()));
    let message = error.into_inner().to_string();
    let end = message.find(" at line ").unwrap();
    (path, message[..end].to_owned())
}

#[test]
fn the_path_appears_once() {
    let rows = [
        // Wrong types.
        (
            r#"{"job": {"jobId": 7}}"#,
            "job.jobId",
            "invalid type: integer `7`, expected a string",
        ),
        (
            r#"{"job": {"targets": ["a", null]}}"#,
            "job.targets[1]",
            "invalid type: null, expected a string",
        ),
        (
            r#"{"job": {"isConcurrent": "yes"}}"#,
            "job.isConcurrent",
            r#"invalid type: string "yes", expected a boolean"#,
        ),
        (
            r#"{"job": {"documentParameters": {"a": 1}}}"#,
            "job.documentParameters.a",
            "invalid type: integer `1`, expected a string",
        ),
        (
            r#"{"job": {"abortConfig": []}}"#,
            "job.abortConfig",
            "invalid type: sequence, expected an object (AbortConfig)",
        ),
        (
            r#"{"job": {"timeoutConfig": {"inProgressTimeoutInMinutes": "60"}}}"#,
            "job.timeoutConfig.inProgressTimeoutInMinutes",
            "expected a 64-bit integer",
        ),
        (
            r#"{"job": {"createdAt": "yesterday"}}"#,
            "job.createdAt",
            "expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with an offset)",
        ),
        // Absent members.
        (
            r#"{"job": {"abortConfig": {}}}"#,
            "job.abortConfig",
            "missing field `criteriaList`",
        ),
        (
            r#"{"job": {"abortConfig": {"criteriaList": null}}}"#,
            "job.abortConfig.criteriaList",
            "invalid type: null, expected an array",
        ),
        (
            r#"{"job": {"abortConfig": {"criteriaList": [{}]}}}"#,
            "job.abortConfig.criteriaList[0]",
            "missing field `failureType`",
        ),
        // Members that appear twice: declared, in a map, unknown.
        (
            r#"{"job": {"jobId": "a", "jobId": "b"}}"#,
            "job",
            "duplicate field `jobId`",
        ),
        (
            r#"{"job": {"documentParameters": {"a": "1", "a": "2"}}}"#,
            "job.documentParameters",
            r#"duplicate field "a""#,
        ),
        (
            r#"{"job": {"new": 1, "new": 2}}"#,
            "job",
            r#"duplicate field "new""#,
        ),
    ];
    for (text, path, message) in rows {
        assert_eq!(
            through_serde(text),
            (path.to_owned(), message.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn without_it_the_message_names_at_most_the_member() {
    for (text, message) in [
        (
            r#"{"job": {"abortConfig": {"criteriaList": [{}]}}}"#,
            "missing field `failureType` at line 1 column 44",
        ),
        (
            r#"{"job": {"jobId": "a", "jobId": "b"}}"#,
            "duplicate field `jobId` at line 1 column 30",
        ),
    ] {
        let error = serde_json::from_str::<DescribeJobOutput>(text).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn the_codec_has_the_path_in_the_error_and_once_in_its_text() {
    let error =
        codec::from_str::<DescribeJobOutput>(r#"{"job": {"abortConfig": {"criteriaList": [{}]}}}"#);
    let error = error.unwrap_err();
    let criteria = Path::root()
        .member("job")
        .member("abortConfig")
        .member("criteriaList");
    assert_eq!(error.path(), &criteria.index(0).member("failureType"));
    assert_eq!(
        error.to_string(),
        "job.abortConfig.criteriaList[0].failureType: this required member is missing at line 1 column 43"
    );
}
