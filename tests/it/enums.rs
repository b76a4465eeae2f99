//! Enums: values that are known and values that came later.

use std::{
    collections::{BTreeSet, HashSet},
    hash::{BuildHasher, RandomState},
};

use iot_jobs::{
    codec,
    shape::{Shape, UnknownKind},
    types::{Job, JobExecutionStatus, JobStatus, TargetSelection},
};

/// A JSON string and what it is on an enum.
const VALUES: &[(&str, &str, bool)] = &[
    ("IN_PROGRESS", "IN_PROGRESS", true),
    ("CANCELED", "CANCELED", true),
    ("COMPLETED", "COMPLETED", true),
    ("DELETION_IN_PROGRESS", "DELETION_IN_PROGRESS", true),
    ("SCHEDULED", "SCHEDULED", true),
    (r"COMP\u004cETED", "COMPLETED", true),
    ("SUCCEEDED", "SUCCEEDED", false),
    ("completed", "completed", false),
    ("COMPLETED ", "COMPLETED ", false),
    ("Completed", "Completed", false),
    ("InProgress", "InProgress", false),
    ("Unknown", "Unknown", false),
    ("", "", false),
    (
        r#"a \"b\" \\ \n é \ud83d\ude00"#,
        "a \"b\" \\ \n é 😀",
        false,
    ),
];

#[test]
fn values_come_in_and_go_out() {
    for (written, text, known) in VALUES {
        let job: Job = codec::from_str(&format!(r#"{{"status":"{written}"}}"#)).unwrap();
        let status = job.status().unwrap();
        assert_eq!(status.as_str(), *text);
        assert_eq!(*status, JobStatus::from(*text));
        assert_eq!(matches!(status, JobStatus::Unknown(_)), !known, "{text}");

        let quoted = serde_json::to_string(text).unwrap();
        let output = codec::to_string(&job).unwrap();
        assert_eq!(output, format!(r#"{{"status":{quoted}}}"#));
        assert_eq!(codec::from_str::<Job>(&output).unwrap(), job);
        assert_eq!(serde_json::to_string(status).unwrap(), quoted);
        assert_eq!(serde_json::from_str::<JobStatus>(&quoted).unwrap(), *status);

        let found = job.unknown();
        let found: Vec<_> = found
            .iter()
            .map(|unknown| (unknown.path.to_string(), unknown.kind))
            .collect();
        let expected = [("status".to_owned(), UnknownKind::Value)];
        assert_eq!(found, expected[..usize::from(!known)]);
    }
}

#[test]
fn long_values_are_kept_whole() {
    let long = "A".repeat(100_000);
    let json = format!(r#"{{"status":"{long}"}}"#);
    let job: Job = codec::from_str(&json).unwrap();
    assert_eq!(job.status().unwrap().as_str(), long);
    assert_eq!(codec::to_string(&job).unwrap(), json);
}

#[test]
fn what_is_no_string_is_refused() {
    for (written, shown) in [
        ("1", "number 1"),
        ("true", "boolean true"),
        ("{}", "an object"),
        (r#"{"COMPLETED":null}"#, "an object"),
        ("[]", "an array"),
        (r#"["COMPLETED"]"#, "an array"),
    ] {
        let error = codec::from_str::<Job>(&format!(r#"{{"status":{written}}}"#)).unwrap_err();
        assert!(error.is_data());
        assert_eq!(error.path(), "status");
        assert_eq!(
            error.message(),
            format!("expected an enum value (string), found {shown}")
        );
    }
    let absent: Job = codec::from_str(r#"{"status":null}"#).unwrap();
    assert_eq!(absent, codec::from_str("{}").unwrap());
}

#[test]
fn outside_the_codec_serde_says_what_it_expected() {
    let error = serde_json::from_str::<JobStatus>("1").unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid type: integer `1`, expected a string at line 1 column 1"
    );
}

#[test]
fn conversions_agree() {
    assert_eq!(
        JobStatus::values(),
        [
            "IN_PROGRESS",
            "CANCELED",
            "COMPLETED",
            "DELETION_IN_PROGRESS",
            "SCHEDULED"
        ]
    );
    assert_eq!(TargetSelection::values(), ["CONTINUOUS", "SNAPSHOT"]);
    for text in JobExecutionStatus::values() {
        let status = JobExecutionStatus::try_parse(text).unwrap();
        assert!(!matches!(status, JobExecutionStatus::Unknown(_)));
        assert_eq!(status, JobExecutionStatus::from(*text));
        assert_eq!(Ok(&status), text.parse().as_ref());
        let as_ref: &str = status.as_ref();
        assert_eq!([as_ref, status.as_str()], [*text; 2]);
        assert_eq!(format!("{status}"), *text);
    }
    let spaced: JobExecutionStatus = " QUEUED".parse().unwrap();
    assert_eq!(spaced.as_str(), " QUEUED");
    let later: JobExecutionStatus = "PAUSED".parse().unwrap();
    assert_eq!(later.to_string(), "PAUSED");
    assert_eq!(later, JobExecutionStatus::from("PAUSED"));
    assert_ne!(later, JobExecutionStatus::from("PAUSED_2"));
    let JobExecutionStatus::Unknown(value) = &later else {
        panic!("{later:?} is not a value of the model");
    };
    assert_eq!(
        (value.as_str(), value.to_string().as_str()),
        ("PAUSED", "PAUSED")
    );
}

#[test]
fn only_known_values_parse() {
    let error = JobStatus::try_parse("PAUSED").unwrap_err();
    assert_eq!(error.to_string(), r#"unknown enum value "PAUSED""#);
    assert_eq!(
        format!("{error:?}"),
        r#"UnknownVariantError(unknown enum value "PAUSED")"#
    );
    let long = JobStatus::try_parse(&"A".repeat(1000))
        .unwrap_err()
        .to_string();
    assert_eq!(long, format!("unknown enum value \"{}\"…", "A".repeat(32)));
}

#[test]
fn equality_order_and_hash_are_those_of_the_text() {
    let texts = [
        "",
        "A",
        "CANCELED",
        "CANCELED_BY_RULE",
        "COMPLETED",
        "IN_PROGRESS",
        "SCHEDULED",
        "ZZ",
    ];
    let state = RandomState::new();
    for left in texts {
        for right in texts {
            let (a, b) = (JobStatus::from(left), JobStatus::from(right));
            assert_eq!(a == b, left == right);
            assert_eq!(a.cmp(&b), left.cmp(right), "{left} {right}");
            assert_eq!(a.partial_cmp(&b), left.partial_cmp(right));
            assert_eq!(state.hash_one(&a) == state.hash_one(&b), left == right);
        }
        assert_eq!(state.hash_one(JobStatus::from(left)), state.hash_one(left));
    }
    let sorted: BTreeSet<JobStatus> = texts
        .iter()
        .rev()
        .map(|text| JobStatus::from(*text))
        .collect();
    assert!(sorted.iter().map(JobStatus::as_str).eq(texts));
    let twice = texts
        .iter()
        .chain(&texts)
        .map(|text| JobStatus::from(*text));
    assert_eq!(twice.collect::<HashSet<_>>().len(), texts.len());
}
