//! The places of an adversarial value in payloads, and the operations on these payloads.

use iot_jobs::{
    Error,
    check::Checks,
    cloudformation, codec,
    device::{self, message::Message, topic::Topic},
    document::Document,
    operation::{create_job::CreateJobInput, list_jobs::ListJobsOutput},
    shape::Shape,
    types::{Job, JobExecution, JobSummary},
};

/// A place in a payload.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    /// The ways in which the payload is passed.
    pub(crate) ways: &'static [Way],
    /// Reads the payload and returns the outcome.
    pub(crate) run: fn(&[u8], Way) -> &'static str,
}

/// `Document::check`, which also replaces values that do not decode.
pub(crate) const CHECK: &str = "document check";
/// A list of structures.
pub(crate) const STRUCTURES: &str = "structures";
/// A check with a violation for each element.
pub(crate) const REPORT: &str = "report";
/// A check of a CloudFormation template, with a violation for each element.
pub(crate) const TEMPLATE: &str = "template";

/// The way of the places that take slices only.
const ONE: &[Way] = &[Way::Slice];

/// How a payload is passed.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Slice,
    Str,
    Reader,
}

impl Way {
    const ALL: &[Self] = &[Self::Slice, Self::Str, Self::Reader];

    fn read<T: Shape>(self, payload: &[u8]) -> Result<T, Error> {
        match self {
            Self::Slice => codec::from_slice(payload),
            Self::Str => codec::from_str(std::str::from_utf8(payload).expect("UTF-8")),
            Self::Reader => codec::from_reader(payload),
        }
    }
}

pub(crate) const PLACES: &[Place] = &[
    Place {
        name: "whole",
        before: "",
        after: "",
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "unknown member",
        before: r#"{"new":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "string member",
        before: r#"{"jobId":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "object member",
        before: r#"{"timeoutConfig":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "number member",
        before: r#"{"executionNumber":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<JobExecution>,
    },
    Place {
        name: "timestamp",
        before: r#"{"createdAt":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "map key",
        before: r#"{"documentParameters":{"#,
        after: r#":"v"}}"#,
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "list",
        before: r#"{"targets":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "list item",
        before: r#"{"targets":["#,
        after: "]}",
        ways: Way::ALL,
        run: value::<Job>,
    },
    Place {
        name: "status details",
        before: r#"{"statusDetails":{"detailsMap":"#,
        after: "}}",
        ways: Way::ALL,
        run: value::<JobExecution>,
    },
    Place {
        name: "status detail",
        before: r#"{"statusDetails":{"detailsMap":{"step":"#,
        after: "}}}",
        ways: Way::ALL,
        run: value::<JobExecution>,
    },
    Place {
        name: "document member",
        before: r#"{"jobDocument":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<device::types::JobExecution>,
    },
    Place {
        name: "document",
        before: "",
        after: "",
        ways: ONE,
        run: |payload, _| {
            let text = std::str::from_utf8(payload).expect("UTF-8");
            outcome(text.parse::<Document>().map(drop))
        },
    },
    Place {
        name: CHECK,
        before: r#"{"steps":[{"action":"#,
        after: "}]}",
        ways: ONE,
        run: |payload, _| {
            let text = std::str::from_utf8(payload).expect("UTF-8");
            outcome(Document::check(text).map(drop))
        },
    },
    Place {
        name: "input",
        before: r#"{"document":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<CreateJobInput>,
    },
    Place {
        name: "NDJSON line",
        before: r#"{"jobId":"#,
        after: "}\n{}",
        ways: ONE,
        run: |payload, _| {
            let mut lines = codec::lines::<JobSummary, _>(payload).max_line_bytes(usize::MAX);
            let first = lines.next().expect("a line").map(drop);
            assert!(lines.next().is_some_and(|line| line.is_ok()));
            outcome(first)
        },
    },
    Place {
        name: "NDJSON cap",
        before: r#"{"jobId":"#,
        after: "}\n{}",
        ways: ONE,
        run: |payload, _| {
            let mut lines = codec::lines::<JobSummary, _>(payload).max_line_bytes(1000);
            let first = lines.next().expect("a line").map(drop);
            assert!(lines.next().is_some_and(|line| line.is_ok()));
            outcome(first)
        },
    },
    Place {
        name: "MQTT document",
        before: r#"{"execution":{"jobDocument":"#,
        after: "}}",
        ways: ONE,
        run: |payload, _| message("$aws/things/t/jobs/$next/get/accepted", payload),
    },
    Place {
        name: "MQTT list item",
        before: r#"{"jobs":{"QUEUED":["#,
        after: "]}}",
        ways: ONE,
        run: |payload, _| message("$aws/things/t/jobs/notify", payload),
    },
    Place {
        name: STRUCTURES,
        before: r#"{"jobs":"#,
        after: "}",
        ways: Way::ALL,
        run: value::<ListJobsOutput>,
    },
    Place {
        name: REPORT,
        before: r#"{"targets":"#,
        after: "}",
        ways: ONE,
        run: |payload, _| {
            let text = std::str::from_utf8(payload).expect("UTF-8");
            outcome(
                Checks::new()
                    .check::<CreateJobInput>(text)
                    .error
                    .map_or(Ok(()), Err),
            )
        },
    },
    Place {
        name: TEMPLATE,
        before: r#"{"Resources":{"A":{"Type":"AWS::IoT::Job","Properties":{"Targets":"#,
        after: "}}}}",
        ways: ONE,
        run: |payload, _| {
            let text = std::str::from_utf8(payload).expect("UTF-8");
            outcome(cloudformation::check(text, &Checks::new()).map(drop))
        },
    },
    #[cfg(feature = "http")]
    Place {
        name: "HTTP request",
        before: r#"{"document":"#,
        after: "}",
        ways: ONE,
        run: |payload, _| {
            use iot_jobs::{http::Binding, operation::create_job::CreateJob};
            let request = ::http::Request::put("/jobs/j").body(payload);
            outcome(CreateJob::from_request(&request.expect("a request")).map(drop))
        },
    },
    #[cfg(feature = "http")]
    Place {
        name: "HTTP response",
        before: r#"{"job":{"new":"#,
        after: "}}",
        ways: ONE,
        run: |payload, _| {
            use iot_jobs::{
                http::{Binding, ResponseError},
                operation::describe_job::DescribeJob,
            };
            match DescribeJob::from_response(&::http::Response::new(payload)) {
                Ok(_) => "ok",
                Err(ResponseError::Unreadable(unreadable)) => outcome(Err(unreadable.error)),
                Err(other) => panic!("{other}"),
            }
        },
    },
];

/// Decodes, and encodes the decoded value.
fn value<T: Shape>(payload: &[u8], way: Way) -> &'static str {
    outcome(way.read::<T>(payload).map(|value| {
        let text = codec::to_vec(&value).expect("a decoded value encodes");
        assert!(text.len() <= payload.len(), "canonical text is no longer");
    }))
}

fn message(topic: &str, payload: &[u8]) -> &'static str {
    let topic = Topic::parse(topic).expect("a topic");
    outcome(Message::decode(&topic, payload).map(drop))
}

/// The outcome in one word; errors must be short and have a line.
fn outcome(result: Result<(), Error>) -> &'static str {
    let Err(error) = result else { return "ok" };
    assert!(error.to_string().len() < 500, "{error}");
    assert!(format!("{error:?}").len() < 500);
    assert_eq!(error.line(), Some(1));
    [
        (error.is_syntax(), "syntax"),
        (error.is_incomplete(), "incomplete"),
        (error.is_data(), "data"),
        (error.is_limit(), "limit"),
    ]
    .into_iter()
    .find_map(|(is, word)| is.then_some(word))
    .expect("a kind of error")
}
