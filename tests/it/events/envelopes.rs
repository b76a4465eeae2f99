//! Events inside the messages of SQS and SNS.

use iot_jobs::event::{Event, envelope};
use serde_json::{Value, json};

use super::{COMPLETED, TIMED_OUT};

/// A notification as SNS delivers it to a queue or an HTTPS endpoint.
fn notification(message: &str) -> String {
    let message = Value::from(message);
    format!(
        r#"{{
  "Type" : "Notification",
  "MessageId" : "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
  "TopicArn" : "arn:aws:sns:us-east-1:123456789012:jobs",
  "Message" : {message},
  "Timestamp" : "2026-05-02T00:54:06.655Z",
  "SignatureVersion" : "1",
  "Signature" : "EXAMPLEw6JRN",
  "SigningCertURL" : "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-f3ecfb72.pem",
  "UnsubscribeURL" : "https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe",
  "MessageAttributes" : {{"eventType" : {{"Type" : "String", "Value" : "x"}}}}
}}"#
    )
}

/// A record of SQS as AWS Lambda passes it to a function.
fn sqs(body: &str) -> Value {
    json!({
        "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d",
        "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
        "body": body,
        "attributes": {
            "ApproximateReceiveCount": "1",
            "SentTimestamp": "1545082649183",
            "SenderId": "AIDAIENQZJOLO23YVJ4VO",
            "ApproximateFirstReceiveTimestamp": "1545082649185"
        },
        "messageAttributes": {},
        "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:jobs",
        "awsRegion": "us-east-1"
    })
}

/// A record of SNS as AWS Lambda passes it to a function.
fn sns(message: &str) -> Value {
    json!({
        "EventSource": "aws:sns",
        "EventVersion": "1.0",
        "EventSubscriptionArn": "arn:aws:sns:us-east-1:123456789012:jobs:2bcfbf39",
        "Sns": {
            "Type": "Notification",
            "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
            "TopicArn": "arn:aws:sns:us-east-1:123456789012:jobs",
            "Subject": null,
            "Message": message,
            "Timestamp": "2026-01-02T12:45:07.000Z",
            "SignatureVersion": "1",
            "Signature": "EXAMPLE",
            "SigningCertUrl": "https://sns.us-east-1.amazonaws.com/cert.pem",
            "UnsubscribeUrl": "https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe",
            "MessageAttributes": {}
        }
    })
}

fn records(records: &[Value]) -> String {
    json!({ "Records": records }).to_string()
}

#[test]
fn bodies() {
    for event in [COMPLETED, TIMED_OUT] {
        let expected = Event::from_slice(event.as_bytes()).unwrap();
        for body in [event.to_owned(), notification(event)] {
            assert_eq!(envelope::from_body(body.as_bytes()).unwrap(), expected);
        }
    }
    // An event may have unknown members with the names of an envelope.
    let event = r#"{"Type": "x", "Message": "y", "eventType": "JOB"}"#;
    let expected = Event::from_slice(event.as_bytes()).unwrap();
    assert_eq!(envelope::from_body(event.as_bytes()).unwrap(), expected);
    let in_record = envelope::from_records(records(&[sqs(event)]).as_bytes()).unwrap();
    assert_eq!(in_record[0].as_ref().ok(), Some(&expected));
    // Neither an envelope nor an event.
    for (body, message) in [
        (
            "[]",
            "expected an object, found an array at line 1 column 1",
        ),
        ("7", "expected an object, found number 7 at line 1 column 1"),
    ] {
        let error = envelope::from_body(body.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn lambda_inputs() {
    let [completed, timed_out] =
        [COMPLETED, TIMED_OUT].map(|event| Event::from_slice(event.as_bytes()).unwrap());
    let input = records(&[
        sqs(COMPLETED),
        sqs(&notification(TIMED_OUT)),
        sns(COMPLETED),
        sqs("poison"),
        sns(TIMED_OUT),
    ]);
    let events = envelope::from_records(input.as_bytes()).unwrap();
    let events: Vec<_> = events.iter().map(|event| event.as_ref().ok()).collect();
    let expected = [
        Some(&completed),
        Some(&timed_out),
        Some(&completed),
        None,
        Some(&timed_out),
    ];
    assert_eq!(events, expected);
    assert_eq!(
        envelope::from_records(br#"{"Records":[]}"#).unwrap().len(),
        0
    );
}

#[test]
fn errors_of_bodies() {
    let invalid = r#"{"eventType":"JOB","jobId":7}"#;
    let table = [
        (
            invalid.to_owned(),
            "jobId: expected a string, found number 7 at line 1 column 28",
        ),
        (
            notification(invalid),
            "Message.jobId: expected a string, found number 7 (line 1 column 28 of the JSON in `Message`)",
        ),
        (
            notification("{}"),
            "Message.eventType: this member is required to determine the type of event",
        ),
        (
            notification("[]"),
            "Message: expected an object, found an array (line 1 column 1 of the JSON in `Message`)",
        ),
        (
            notification(""),
            "Message: the text is empty, expected a JSON value (line 1 column 1 of the JSON in `Message`)",
        ),
        // Only one notification deep.
        (
            notification(&notification(COMPLETED)),
            "Message.eventType: this member is required to determine the type of event",
        ),
        (
            r#"{"Type": "SubscriptionConfirmation", "Message": "You have chosen to subscribe"}"#
                .to_owned(),
            r#"Type: expected "Notification", found string "SubscriptionConfirmation" at line 1 column 10"#,
        ),
        (
            r#"{"Type": "Notification"}"#.to_owned(),
            "Message: this required member is missing",
        ),
        (
            r#"{"Type": "Notification", "Message": {"eventType": "JOB"}}"#.to_owned(),
            "Message: expected a string, found an object at line 1 column 37",
        ),
        (
            r#"{"Type": 1, "Message": ""}"#.to_owned(),
            "Type: expected a string, found number 1 at line 1 column 10",
        ),
        (
            r#"{"Message": "{}"}"#.to_owned(),
            "eventType: this member is required to determine the type of event",
        ),
        (
            "poison".to_owned(),
            "expected a JSON value at line 1 column 1",
        ),
    ];
    for (body, message) in table {
        let error = envelope::from_body(body.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), message, "{body}");
    }
    let error = envelope::from_body(b"{\"Type\":\"\xff\"}").unwrap_err();
    assert!(error.is_syntax(), "{error}");
    let error = envelope::from_body(notification("").as_bytes()).unwrap_err();
    assert!(error.is_incomplete(), "{error}");
}

#[test]
fn errors_of_records() {
    let invalid = r#"{"eventType":"JOB","targets":[7]}"#;
    let table = [
        (
            sqs(invalid),
            "Records[0].body.targets[0]: expected a string, found number 7 (line 1 column 31 of the JSON in `body`)",
        ),
        (
            sqs(&notification(invalid)),
            "Records[0].body.Message.targets[0]: expected a string, found number 7 (line 1 column 31 of the JSON in `Message`)",
        ),
        (
            sns(invalid),
            "Records[0].Sns.Message.targets[0]: expected a string, found number 7 (line 1 column 31 of the JSON in `Message`)",
        ),
        (
            sqs(&records(&[sqs(COMPLETED)])),
            "Records[0].body.eventType: this member is required to determine the type of event",
        ),
        (
            json!({"body": {"eventType": "JOB"}}),
            "Records[0].body: expected a string, found an object",
        ),
        (
            json!({"Sns": "x"}),
            r#"Records[0].Sns: expected an object, found string "x""#,
        ),
        (
            json!({"Sns": {"Message": "{}"}}),
            "Records[0].Sns.Type: this required member is missing",
        ),
        (
            json!({"eventSource": "aws:s3", "s3": {}}),
            "Records[0]: expected a record of SQS (with `body`) or SNS (with `Sns`)",
        ),
        (json!(7), "Records[0]: expected an object, found number 7"),
    ];
    for (record, message) in table {
        let events = envelope::from_records(records(&[record]).as_bytes()).unwrap();
        let [Err(error)] = &events[..] else {
            panic!("{events:?}")
        };
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn errors_of_lambda_inputs() {
    let table: [(&[u8], &str); 6] = [
        (b"{}", "Records: this required member is missing"),
        (
            br#"{"Records": {}}"#,
            "Records: expected an array, found an object at line 1 column 13",
        ),
        (
            br#"{"Records": [], "Records": []}"#,
            "Records: this member appears twice at line 1 column 28",
        ),
        (
            b"[]",
            "expected an object, found an array at line 1 column 1",
        ),
        (
            br#"{"Records": [}"#,
            "Records[0]: expected a JSON value at line 1 column 14",
        ),
        (b"\xff", "invalid UTF-8"),
    ];
    let found = table.map(|(input, _)| envelope::from_records(input).unwrap_err().to_string());
    assert_eq!(found, table.map(|(_, message)| message));
}
