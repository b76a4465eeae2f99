//! Messages by topic, and the topics of requests.

use iot_jobs::device::{
    message::{
        DescribeJobExecutionRequest, GetPendingJobExecutionsRequest, Message,
        StartNextPendingJobExecutionRequest, UpdateJobExecutionRequest,
    },
    topic::{JobId, JobOrNext, ThingName, Topic},
    types::JobExecutionStatus,
};

/// A topic, the shape of its payloads, and whether it is a response.
const TOPICS: [(&str, &str, bool); 17] = [
    (
        "$aws/things/t/jobs/get",
        "GetPendingJobExecutionsRequest",
        false,
    ),
    (
        "$aws/things/t/jobs/get/accepted",
        "GetPendingJobExecutionsResponse",
        true,
    ),
    ("$aws/things/t/jobs/get/rejected", "ErrorResponse", true),
    (
        "$aws/things/t/jobs/start-next",
        "StartNextPendingJobExecutionRequest",
        false,
    ),
    (
        "$aws/things/t/jobs/start-next/accepted",
        "StartNextPendingJobExecutionResponse",
        true,
    ),
    (
        "$aws/things/t/jobs/start-next/rejected",
        "ErrorResponse",
        true,
    ),
    (
        "$aws/things/t/jobs/$next/get",
        "DescribeJobExecutionRequest",
        false,
    ),
    (
        "$aws/things/t/jobs/get/get/accepted",
        "DescribeJobExecutionResponse",
        true,
    ),
    ("$aws/things/t/jobs/j/get/rejected", "ErrorResponse", true),
    (
        "$aws/things/t/jobs/j/update",
        "UpdateJobExecutionRequest",
        false,
    ),
    (
        "$aws/things/t/jobs/j/namespace-n/update/accepted",
        "UpdateJobExecutionResponse",
        true,
    ),
    (
        "$aws/things/t/jobs/j/update/rejected",
        "ErrorResponse",
        true,
    ),
    ("$aws/things/t/jobs/notify", "JobExecutionsChanged", false),
    (
        "$aws/things/t/jobs/j/notify-namespace-n",
        "JobExecutionsChanged",
        false,
    ),
    (
        "$aws/things/t/jobs/notify-next-namespace-n",
        "NextJobExecutionChanged",
        false,
    ),
    ("$aws/events/job/j/completed", "JobEvent", false),
    (
        "$aws/events/jobExecution/j/timed_out",
        "JobExecutionEvent",
        false,
    ),
];

#[test]
fn the_topic_determines_the_type_of_its_payload() {
    // Every message and event accepts this payload; some have no member `clientToken`.
    let payload = br#"{"status":"IN_PROGRESS","clientToken":"t"}"#;
    for (text, shape, answers) in TOPICS {
        let topic = Topic::parse(text).unwrap();
        let message = Message::decode(&topic, payload).unwrap();
        assert!(
            format!("{message:?}").starts_with(&format!("{shape}({shape} {{")),
            "{text}"
        );
        assert!(topic.shape_name().ends_with(&format!(".{shape}")), "{text}");
        let has_token = shape.ends_with("Request") || answers;
        assert_eq!(message.client_token(), has_token.then_some("t"), "{text}");
        assert_eq!(message.is_response_to("t"), answers, "{text}");
        assert!(!message.is_response_to("u"), "{text}");
        Message::decode(&topic, b"[]").unwrap_err();
    }
}

#[test]
fn requests_are_published_to_topics_that_decode_them() {
    let thing = ThingName::new("t").unwrap();
    let job = JobId::new("j").unwrap();
    let pending = GetPendingJobExecutionsRequest::builder()
        .client_token("a")
        .build();
    let start = StartNextPendingJobExecutionRequest::builder()
        .client_token("b")
        .build();
    let describe = DescribeJobExecutionRequest::builder()
        .client_token("c")
        .build();
    let update = UpdateJobExecutionRequest::builder().status(JobExecutionStatus::Failed);
    let update = update.build().unwrap();
    let published = [
        (
            pending.publish(&thing),
            "$aws/things/t/jobs/get",
            r#"{"clientToken":"a"}"#,
        ),
        (
            start.publish(&thing),
            "$aws/things/t/jobs/start-next",
            r#"{"clientToken":"b"}"#,
        ),
        (
            describe.publish(&thing, &job),
            "$aws/things/t/jobs/j/get",
            r#"{"clientToken":"c"}"#,
        ),
        (
            describe.publish(&thing, JobOrNext::Next),
            "$aws/things/t/jobs/$next/get",
            r#"{"clientToken":"c"}"#,
        ),
        (
            update.publish(&thing, &job),
            "$aws/things/t/jobs/j/update",
            r#"{"status":"FAILED"}"#,
        ),
    ];
    for (publish, topic, payload) in published {
        let publish = publish.unwrap();
        assert_eq!(publish.topic, topic);
        assert_eq!(publish.payload, payload.as_bytes());
        let topic = Topic::parse(&publish.topic).unwrap();
        Message::decode(&topic, &publish.payload).unwrap();
    }
}
