//! `Debug`: the same in every run, and without values that may hold presigned URLs.

use iot_jobs::{
    codec, control,
    device::{
        message::NextJobExecutionChanged,
        types::{JobDocument, JobExecution},
    },
    document::{Document, OperationDocument},
    event::JobExecutionEvent,
    shape::Shape,
    types::{JobExecutionsRetryConfig, Tag},
};

fn debug<T: Shape>(text: &str) -> String {
    format!("{:?}", codec::from_str::<T>(text).unwrap())
}

#[test]
fn unknown_members_are_left_out_when_there_are_none() {
    let known = r#"{"Key": "k", "Value": "v"}"#;
    assert_eq!(debug::<Tag>(known), r#"Tag { key: "k", value: Some("v") }"#);
    let unknown = r#"{"Key": "k", "b": [1, 2.50], "a": null, "c": "é"}"#;
    assert_eq!(
        debug::<Tag>(unknown),
        r#"Tag { key: "k", value: None, unknown_members: {"a": "4 bytes", "b": "8 bytes", "c": "4 bytes"} }"#
    );
    let mut tag: Tag = codec::from_str(unknown).unwrap();
    tag.unknown_members_mut().clear();
    assert_eq!(format!("{tag:?}"), r#"Tag { key: "k", value: None }"#);
    assert_eq!(
        format!("{:#?}", tag.to_builder()),
        format!("{:#?}", Tag::builder().key("k"))
    );
}

#[test]
fn members_of_inner_structures_and_lists_are_shown() {
    assert_eq!(
        debug::<JobExecutionsRetryConfig>(
            r#"{"criteriaList": [{"failureType": "NEW", "numberOfRetries": 3, "x": {}}], "y": 1}"#
        ),
        "JobExecutionsRetryConfig { criteria_list: [RetryCriteria { \
         failure_type: Unknown(UnknownVariantValue(\"NEW\")), number_of_retries: 3, \
         unknown_members: {\"x\": \"2 bytes\"} }], unknown_members: {\"y\": \"1 bytes\"} }"
    );
}

#[test]
fn maps_are_sorted() {
    // Two maps with the same entries have their own order each.
    let entries: Vec<_> = (0..40).map(|n| format!(r#""k{n:02}": "{n}""#)).collect();
    let sorted: Vec<_> = (0..40).map(|n| format!(r#""k{n:02}": "{n}""#)).collect();
    for rotation in 0..4 {
        let mut entries = entries.clone();
        entries.rotate_left(rotation * 10);
        let text = format!(r#"{{"statusDetails": {{{}}}}}"#, entries.join(","));
        assert_eq!(
            debug::<JobExecutionEvent>(&text),
            format!(
                "JobExecutionEvent {{ event_type: None, event_id: None, timestamp: None, operation: None, \
                 job_id: None, thing_arn: None, status: None, status_details: Some({{{}}}) }}",
                sorted.join(", ")
            )
        );
    }
    assert_eq!(
        debug::<control::types::JobExecutionStatusDetails>(
            r#"{"detailsMap": {"b": "\n", "a": "é"}}"#
        ),
        r#"JobExecutionStatusDetails { details_map: Some({"a": "é", "b": "\n"}) }"#
    );
}

#[test]
fn documents_and_unknown_members_show_their_size_alone() {
    const URL: &str = "https://bucket.s3.amazonaws.com/f?X-Amz-Signature=5ec4e7";
    let document = format!(r#"{{"operation":"install","url":"{URL}"}}"#);
    let size = document.len();
    assert_eq!(
        format!("{:?}", JobDocument::new(&*document)),
        format!("JobDocument({size} bytes)")
    );
    let parsed: Document = document.parse().unwrap();
    assert_eq!(
        format!("{parsed:?}"),
        format!("Document(operation, {size} bytes)")
    );
    assert_eq!(
        debug::<OperationDocument>(&document),
        format!(
            "OperationDocument {{ operation: \"install\", args: None, path: None, include_std_out: None, \
             allow_std_err: None, unknown_members: {{\"url\": \"{} bytes\"}} }}",
            URL.len() + 2
        )
    );

    let switches = r#"{"operation":"install","includeStdOut":"true","allowStdErr":3}"#;
    assert_eq!(
        debug::<OperationDocument>(switches),
        "OperationDocument { operation: \"install\", args: None, path: None, include_std_out: Some(\"true\"), \
         allow_std_err: Some(3) }"
    );
    let execution = debug::<JobExecution>(r#"{"jobId": "j", "jobDocument": "{}"}"#);
    assert!(
        execution.ends_with(", job_document: Some(JobDocument(2 bytes)) }"),
        "{execution}"
    );

    let as_value = format!(
        r#"{{"execution": {{"jobDocument": {document}, "url": "{URL}"}}, "url": ["{URL}"]}}"#
    );
    let as_text = serde_json::json!({"jobDocument": document, "url": URL}).to_string();
    let shown = [
        debug::<NextJobExecutionChanged>(&as_value),
        debug::<JobExecution>(&as_text),
        format!(
            "{:?}",
            codec::from_str::<JobExecution>(&as_text)
                .unwrap()
                .unknown_members()
        ),
        format!(
            "{:?}",
            codec::from_str::<JobExecution>(&as_text)
                .unwrap()
                .to_builder()
        ),
    ];
    for shown in shown {
        assert!(
            shown.contains(r#""url": ""#) && shown.contains(" bytes"),
            "{shown}"
        );
        assert!(
            !shown.contains("https") && !shown.contains("5ec4e7"),
            "{shown}"
        );
    }
}

#[test]
fn chunks_show_how_much_was_read() {
    let mut chunks = codec::chunks(&b"{}\n{}\n{}\n"[..])
        .chunk_bytes(4)
        .max_line_bytes(100);
    let first = chunks.next().unwrap().unwrap();
    assert_eq!(
        format!("{first:?}"),
        "Chunk { lines_before: 0, bytes: 3, .. }"
    );
    assert_eq!(
        format!("{chunks:?}"),
        "Chunks { lines: 1, chunk_bytes: 4, max_line_bytes: 100, .. }"
    );
}
