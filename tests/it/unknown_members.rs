//! Unknown members changed in place, and in the builder that `to_builder` gives.

use iot_jobs::{
    Path, codec,
    device::{message::JobExecutionsChanged, types::CommandParameterValue},
    document::StepsDocument,
    event::JobEvent,
    operation::create_job::CreateJobInput,
    shape::Shape,
    types::{AbortConfig, Job, JobExecutionsRetryConfig, Tag, error::ThrottlingException},
};

fn job(text: &str) -> Job {
    codec::from_str(text).unwrap()
}

#[test]
fn a_value_is_inserted_without_white_space_and_encoded_by_name() {
    let mut job = job(r#"{"jobId": "j", "b": 1}"#);
    let members = job.unknown_members_mut();
    assert_eq!(
        members
            .insert("c", " [1, 2.50,\n{\"x y\" : \"a b\"}] ")
            .unwrap(),
        None
    );
    assert_eq!(members.insert("b", "null").unwrap().as_deref(), Some("1"));
    assert_eq!(members.insert(String::from("a"), "1e400").unwrap(), None);
    assert_eq!(members.len(), 3);
    assert_eq!(
        codec::to_string(&job).unwrap(),
        r#"{"jobId":"j","a":1e400,"b":null,"c":[1,2.50,{"x y":"a b"}]}"#
    );
}

#[test]
fn members_are_removed_one_by_one_or_all_at_once() {
    let mut job = job(r#"{"jobId": "j", "a": 1, "b": [2, 3]}"#);
    assert_eq!(
        job.unknown_members_mut().remove("b").as_deref(),
        Some("[2,3]")
    );
    assert_eq!(job.unknown_members_mut().remove("b"), None);
    assert_eq!(job.unknown_members_mut().remove("jobId"), None);
    assert_eq!(codec::to_string(&job).unwrap(), r#"{"jobId":"j","a":1}"#);

    job.unknown_members_mut().insert("c", "{}").unwrap();
    job.unknown_members_mut().clear();
    assert!(job.unknown_members().is_empty());
    assert_eq!(job, Job::builder().job_id("j").build());
    assert_eq!(codec::to_string(&job).unwrap(), r#"{"jobId":"j"}"#);

    // Removing the last one leaves what was never there.
    job.unknown_members_mut().insert("d", "4").unwrap();
    job.unknown_members_mut().remove("d");
    assert_eq!(job, Job::builder().job_id("j").build());
    assert_eq!(
        format!("{job:?}"),
        format!("{:?}", Job::builder().job_id("j").build())
    );
}

#[test]
fn text_that_is_not_json_is_refused() {
    let mut job = job(r#"{"a": 1}"#);
    let before = job.clone();
    for (text, message) in [
        (
            "",
            "the text is empty, expected a JSON value at line 1 column 1",
        ),
        ("[1,]", "[1]: trailing comma at line 1 column 4"),
        (
            "1 2",
            "found more text after the JSON value at line 1 column 3",
        ),
        (
            "1,\"b\":2",
            "found more text after the JSON value at line 1 column 2",
        ),
        (
            "{\"x\":\n nul}",
            "x: expected null, true or false at line 2 column 5",
        ),
        ("NaN", "expected a JSON value at line 1 column 1"),
        (
            "\u{feff}1",
            "found a byte order mark, expected a JSON value at line 1 column 1",
        ),
    ] {
        let error = job.unknown_members_mut().insert("a", text).unwrap_err();
        assert_eq!(error.to_string(), message, "{text}");
        assert_eq!(job, before, "{text}");
    }
}

#[test]
fn a_declared_name_is_refused_by_encoding() {
    let declared = |name: &str| {
        let mut config: JobExecutionsRetryConfig = codec::from_str(
            r#"{"criteriaList": [{"failureType": "ALL", "numberOfRetries": 1}, {"failureType": "ALL", "numberOfRetries": 2}]}"#,
        )
        .unwrap();
        config.criteria_list[1]
            .unknown_members_mut()
            .insert(name, "3")
            .unwrap();
        let mut job = Job::builder().job_executions_retry_config(config).build();
        job.unknown_members_mut().insert("new", "1").unwrap();
        job
    };
    assert!(codec::to_string(&declared("numberOfretries")).is_ok());
    let job = declared("numberOfRetries");
    let error = codec::to_string(&job).unwrap_err();
    assert!(error.is_encode());
    let criteria = Path::root()
        .member("jobExecutionsRetryConfig")
        .member("criteriaList");
    assert_eq!(error.path(), &criteria.index(1).member("numberOfRetries"));
    assert_eq!(error.message(), "an unknown member has a declared name");
    assert_eq!(
        codec::to_writer(Vec::new(), &job).unwrap_err().to_string(),
        error.to_string()
    );
    assert_eq!(
        codec::append(&mut String::new(), &job)
            .unwrap_err()
            .to_string(),
        error.to_string()
    );
    let others = [
        serde_json::to_string(&job).unwrap_err().to_string(),
        rmp_serde::to_vec(&job).unwrap_err().to_string(),
    ];
    for other in others {
        assert!(
            other.contains("an unknown member has a declared name"),
            "{other}"
        );
    }

    // In an element of a list in a map.
    let mut changed: JobExecutionsChanged =
        codec::from_str(r#"{"jobs": {"QUEUED": [{"jobId": "j"}]}}"#).unwrap();
    let summaries = changed.jobs.as_mut().unwrap().values_mut().flatten();
    for summary in summaries {
        summary
            .unknown_members_mut()
            .insert("queuedAt", "1")
            .unwrap();
    }
    assert_eq!(
        codec::to_string(&changed).unwrap_err().to_string(),
        "jobs.QUEUED[0].queuedAt: an unknown member has a declared name"
    );

    // Also if the declared member has no value.
    let mut tag = Tag::builder().key("k").build().unwrap();
    tag.unknown_members_mut().insert("Value", "\"v\"").unwrap();
    assert_eq!(
        codec::to_string(&tag).unwrap_err().to_string(),
        "Value: an unknown member has a declared name"
    );
}

#[test]
fn the_other_reasons_that_a_value_cannot_be_encoded_come_in_document_order() {
    let mut value: CommandParameterValue = codec::from_str(r#"{"D": 1.5}"#).unwrap();
    value.d = Some(f64::NAN);
    value.unknown_members_mut().insert("S", "1").unwrap();
    assert_eq!(
        codec::to_string(&value).unwrap_err().to_string(),
        "D: NaN is not a JSON number"
    );
    // An unknown member with another name, before a number that is none.
    let criterion = r#"{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 1, "minNumberOfExecutedThings": 1, "new": 1}"#;
    let mut config: AbortConfig = codec::from_str(&format!(
        r#"{{"criteriaList": [{criterion}, {criterion}]}}"#
    ))
    .unwrap();
    config.criteria_list[1].threshold_percentage = f64::NAN;
    assert_eq!(
        codec::to_string(&config).unwrap_err().to_string(),
        "criteriaList[1].thresholdPercentage: NaN is not a JSON number"
    );
}

#[test]
fn a_failed_append_leaves_the_text() {
    let mut text = "before ".to_owned();
    let mut value: CommandParameterValue = codec::from_str(r#"{"S": "s", "D": 1.5}"#).unwrap();
    codec::append(&mut text, &value).unwrap();
    assert_eq!(text, r#"before {"S":"s","D":1.5}"#);
    value.d = Some(f64::INFINITY);
    let error = codec::append(&mut text, &value).unwrap_err();
    assert_eq!(error.to_string(), "D: inf is not a JSON number");
    assert_eq!(text, r#"before {"S":"s","D":1.5}"#);
    value.d = None;
    value.unknown_members_mut().insert("D", "1").unwrap();
    codec::append(&mut text, &value).unwrap_err();
    assert_eq!(text, r#"before {"S":"s","D":1.5}"#);
}

/// Decodes a value and compares it with what its builder builds.
macro_rules! rebuilt {
    ($value:ident: $shape:ty = $text:expr, $rebuilt:expr) => {
        let $value: $shape = codec::from_str($text).unwrap();
        let rebuilt: $shape = $rebuilt;
        assert_eq!(rebuilt, $value, "{}", $text);
        assert_eq!(codec::to_string(&rebuilt).unwrap(), $text);
        assert_eq!(Shape::unknown_members(&rebuilt).len(), 1, "{}", $text);
    };
}

#[test]
fn a_builder_of_a_value_has_all_of_its_members() {
    // Nothing required, a bare member, an input, a message, an event, a document, an error.
    rebuilt!(value: Job =
        r#"{"jobId":"j","status":"NEW","targets":["a"],"createdAt":1.5,"documentParameters":{"a":"1"},"isConcurrent":true,"new":[1.50]}"#,
        value.to_builder().build()
    );
    rebuilt!(value: Tag = r#"{"Key":"k","Value":"v","new":null}"#, value.to_builder().build().unwrap());
    rebuilt!(value: CreateJobInput =
        r#"{"jobId":"j","targets":["a"],"document":"{}","timeoutConfig":{"x":1},"new":{"b":1,"a":2}}"#,
        value.to_builder().build().unwrap()
    );
    rebuilt!(value: JobExecutionsChanged =
        r#"{"timestamp":1517016948,"jobs":{"IN_PROGRESS":[{"jobId":"j"}],"QUEUED":[]},"new":1}"#,
        value.to_builder().build()
    );
    rebuilt!(value: JobEvent =
        r#"{"eventType":"JOB","jobId":"j","createdAt":1517016948123,"new":"n"}"#,
        value.to_builder().build()
    );
    rebuilt!(value: StepsDocument =
        r#"{"version":"1.0","steps":[{"action":{"name":"n","type":"runCommand","input":{"command":"a,b"}}}],"new":1}"#,
        value.to_builder().build().unwrap()
    );
    rebuilt!(value: ThrottlingException =
        r#"{"message":"m","new":1}"#,
        value.to_builder().build()
    );
}

#[test]
fn a_builder_of_a_value_replaces_single_members() {
    let job = job(r#"{"jobId": "j", "targets": ["a"], "new": 1}"#);
    let changed = job
        .to_builder()
        .job_id("k")
        .targets("b")
        .set_comment(Some("c".to_owned()))
        .build();
    assert_eq!(
        codec::to_string(&changed).unwrap(),
        r#"{"jobId":"k","comment":"c","targets":["a","b"],"new":1}"#
    );
    assert_eq!(
        codec::to_string(&job).unwrap(),
        r#"{"jobId":"j","targets":["a"],"new":1}"#
    );
}
