//! Everything that fails on text, with all that it may fail on.

use std::collections::HashMap;

use iot_jobs::{
    catalog,
    check::Checks,
    codec,
    device::{
        message::Message,
        topic::{Filter, JobId, NamespaceId, ThingName, Topic},
        types::{JobDocument, JobExecutionStatus},
    },
    document::{
        Command, Document,
        managed_template::check_parameters,
        placeholder::{Placeholder, Values, substitute},
    },
    event::Event,
    facts::{Kind, Structure},
    operation::create_job::CreateJobInput,
    shape::Shape,
    types::{DocumentParameter, Job, JobStatus},
    validate::Validate,
};
use serde_json::Value;

use super::{
    adversarial, adversarial_of, check, check_error, check_refusal, check_result, check_violations,
};

/// JSON that an error might show, texts as values and as names, and numbers; what is long has so many
/// characters, numbers ten times as many.
fn values_of(length: usize) -> Vec<String> {
    let digits = "9".repeat(10 * length);
    let mut values = vec![
        digits.clone(),
        format!("-{digits}"),
        format!("0.{digits}"),
        format!("1e{digits}"),
        format!("\"{digits}\""),
        format!("\"00{digits}\""),
        "1e300".to_owned(),
        "-1e300".to_owned(),
        "1e-300".to_owned(),
    ];
    for text in adversarial_of(length) {
        let quoted = Value::from(text).to_string();
        values.push(format!("{{{quoted}:1}}"));
        values.push(format!("{{{quoted}:1,{quoted}:2}}"));
        values.push(format!("{{{quoted}:{{{quoted}:\"\\ud800\"}}}}"));
        values.push(format!("[{quoted},{quoted}]"));
        values.push(format!("[{quoted},1,null]"));
        values.push(format!("{}\\x\"", &quoted[..quoted.len() - 1]));
        values.push(quoted[..quoted.len() - 1].to_owned());
        values.push(quoted);
    }
    values
}

/// A value at the place of each member of a structure, down to the members of its own.
fn payloads(facts: &'static Structure, value: &str) -> Vec<String> {
    let mut payloads = vec![value.to_owned()];
    for member in facts.members {
        let mut kind = member.kind;
        let (mut open, mut close) = (format!("{{\"{}\":", member.wire_name), "}".to_owned());
        while let Kind::List(inner) | Kind::Map(inner) = kind {
            let brackets = if matches!(kind, Kind::List(_)) {
                ("[", "]")
            } else {
                ("{\"k\":", "}")
            };
            payloads.push(format!("{open}{value}{close}"));
            open.push_str(brackets.0);
            close.insert_str(0, brackets.1);
            kind = *inner;
        }
        payloads.push(format!("{open}{value}{close}"));
    }
    payloads
}

#[test]
fn decoding_and_validating_every_shape() {
    let mut refused = 0;
    // A shape's own members are enough: those below are those of other shapes.
    for value in values_of(80) {
        for entry in catalog::shapes() {
            for payload in payloads(entry.structure(), &value) {
                let beyond = Checks::new().complete(entry.structure(), &payload, Vec::new());
                check_violations(&beyond, &payload);
                match entry.decode(&payload) {
                    Ok(value) => {
                        check_violations(&value.violations(), &payload);
                        for unknown in value.unknown() {
                            check(&format!("{unknown:?}"), &payload);
                        }
                    }
                    Err(error) => {
                        refused += 1;
                        check_error(&error, &payload);
                        check(&error.path().to_string(), &payload);
                        check(error.message(), &payload);
                    }
                }
            }
        }
    }
    assert!(refused > 10_000, "{refused}");
}

/// `serde_json` itself quotes a string that stands where an object, a list or a boolean belongs, and
/// asks no visitor about it; only the codec's errors are short whatever stands there.
#[test]
fn what_serde_says_without_our_codec() {
    for text in adversarial() {
        let quoted = Value::from(text).to_string();
        for value in [
            format!("{{{quoted}:1,{quoted}:2}}"),
            format!("{{\"documentParameters\":{{{quoted}:1,{quoted}:2}}}}"),
            format!("{{\"documentParameters\":{{{quoted}:\"a\",{quoted}:\"b\"}}}}"),
            format!("{{\"createdAt\":{quoted}}}"),
            format!("{{\"timeoutConfig\":{{\"inProgressTimeoutInMinutes\":{quoted}}}}}"),
            format!("{{\"abortConfig\":{{{quoted}:1}}}}"),
        ] {
            check_result(serde_json::from_str::<Job>(&value), &value);
            check_result(
                serde_json::from_slice::<CreateJobInput>(value.as_bytes()),
                &value,
            );
        }
    }
}

#[test]
fn the_longest_values() {
    for value in values_of(10_000) {
        for payload in payloads(&Job::STRUCTURE, &value) {
            match codec::from_str::<Job>(&payload) {
                Ok(job) => check_violations(&job.violations(), &payload),
                Err(error) => check_error(&error, &payload),
            }
        }
    }
}

#[test]
fn topics_and_names() {
    for text in adversarial() {
        let about = &text;
        let refused = [
            check_result(ThingName::new(&*text), about),
            check_result(JobId::new(&*text), about),
            check_result(NamespaceId::new(&*text), about),
            check_result(Topic::parse(&text), about),
            check_result(text.parse::<Filter>(), about),
        ];
        assert!(refused[1..4].iter().all(|refused| *refused), "{about}");
        check_result(JobStatus::try_parse(&text), about);
        check_result(JobExecutionStatus::try_parse(&text), about);
    }
}

#[test]
fn messages_events_and_lines() {
    // The codec is the same for every shape: the full lengths here, short ones there.
    let topics = [
        "$aws/things/l/jobs/j/get/accepted",
        "$aws/things/l/jobs/j/update",
        "$aws/things/l/jobs/notify",
    ];
    for value in values_of(2_000) {
        for member in [
            "execution",
            "status",
            "statusDetails",
            "jobs",
            "eventType",
            "timestamp",
        ] {
            let payload = format!("{{\"{member}\":{value}}}");
            for topic in topics {
                let topic = Topic::parse(topic).unwrap();
                check_result(Message::decode(&topic, payload.as_bytes()), &payload);
            }
            check_result(Event::from_slice(payload.as_bytes()), &payload);
            let lines = codec::lines::<Job, _>(payload.as_bytes());
            for line in lines {
                check_result(line, &payload);
            }
        }
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // Only read into.
struct Own {
    url: u8,
    how: How,
}

#[derive(serde::Deserialize)]
enum How {
    Quick,
}

#[test]
fn documents() {
    for value in values_of(1_000) {
        let texts = [
            value.clone(),
            format!("{{\"url\":{value}}}"),
            format!("{{\"how\":{value}}}"),
            format!(
                "{{\"version\":{value},\"steps\":[{{\"action\":{{\"name\":{value},\"type\":{value}}}}}]}}"
            ),
            format!(
                "{{\"steps\":[{{\"action\":{{\"type\":\"runCommand\",\"input\":{{\"command\":{value}}}}}}}]}}"
            ),
            format!("{{\"operation\":\"o\",\"includeStdOut\":{value},\"allowStdErr\":{value}}}"),
            format!(
                "{{\"afr_ota\":{{\"protocols\":[{value}],\"files\":[{{\"filesize\":{value},\"sig-sha1-rsa\":{value}}}]}}}}"
            ),
        ];
        for text in &texts {
            check_result(Document::detect(text), text);
            check_result(
                text.parse::<Document>()
                    .map(|document| check(&format!("{document:?}"), text)),
                text,
            );
            if let Ok(violations) = Document::check(text) {
                check_violations(&violations, text);
            }
            let document = JobDocument::new(text.as_str());
            check(&format!("{document:?}"), text);
            check_result(document.parse::<Own>(), text);
            check_result(document.parse::<How>(), text);
        }
    }
    for text in adversarial() {
        check_result(text.parse::<Command>(), &text);
        check_result(Placeholder::parse(&text), &text);
    }
}

#[test]
fn substitution_and_templates() {
    let described = DocumentParameter::builder();
    let described = described
        .key("k")
        .regex("[a-z]+")
        .example("¤".repeat(1_000))
        .build();
    for text in adversarial() {
        let quoted = Value::from(&*text);
        let document = format!("{{\"a\":{quoted},\"b\":\"${{aws:iot:parameter:k}}\"}}");
        for values in [
            Values::new(),
            Values::new().parameter(&text, &text),
            Values::new().parameter("k", &text),
        ] {
            if let Err(violations) = substitute(&document, &values) {
                check_violations(&violations, &document);
            }
        }
        for key in ["k", &text] {
            let given = HashMap::from([(key.to_owned(), text.clone())]);
            check_violations(
                &check_parameters(&given, std::slice::from_ref(&described)),
                &text,
            );
        }
    }
}

#[test]
fn builders_and_refusals() {
    for text in adversarial() {
        let input = CreateJobInput::builder()
            .document_parameters(&text, &text)
            .description(&text)
            .job_template_arn(&text);
        let error = input.clone().build().unwrap_err();
        check_error(&error, &text);
        let input = input.job_id(&text).targets(&text).build().unwrap();
        check_refusal(&input.validate().unwrap_err(), &text);
    }
}

#[cfg(feature = "http")]
#[test]
fn http() {
    use iot_jobs::{
        http::{Binding, ServiceError},
        operation::describe_job::DescribeJob,
        types::error::InvalidRequestException,
    };

    for text in adversarial() {
        let quoted = Value::from(&*text);
        for body in [
            format!("{{\"message\":{quoted},\"__type\":{quoted}}}"),
            text.clone(),
            quoted.to_string(),
        ] {
            for status in [200, 404] {
                let response = ::http::Response::builder()
                    .status(status)
                    .body(body.clone())
                    .unwrap();
                check_service(&ServiceError::from_response(&response), &body);
                if let Err(error) = DescribeJob::from_response(&response) {
                    // What the service says has a limit of its own.
                    assert!(!error.to_string().contains(super::SECRET), "{error}");
                    assert!(!format!("{error:?}").contains(super::SECRET), "{error:?}");
                }
            }
        }
        let exception = InvalidRequestException::builder().message(&text).build();
        let shown = exception.to_string();
        assert!(
            !shown.contains(super::SECRET) && super::filling(&shown) <= 256,
            "{shown}"
        );
        let escaped: Vec<_> = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let escaped = escaped.concat();
        for uri in [
            format!("/jobs/{escaped}"),
            format!("/jobs/j?beforeSubstitution={escaped}"),
            format!("/{escaped}?X-Amz-Signature={}", super::SECRET),
        ] {
            let Ok(request) = ::http::Request::builder().uri(uri).body("{}") else {
                continue;
            };
            check_result(DescribeJob::from_request(&request), &text);
        }
    }
}

/// What the service says in words is longer than a value may be shown, but never a URL's query.
#[cfg(feature = "http")]
fn check_service(error: &iot_jobs::http::ServiceError, about: &str) {
    for text in [error.to_string(), format!("{error:?}")] {
        assert!(!text.contains(super::SECRET), "{about}: {text}");
        assert!(super::filling(&text) <= 64 + 256, "{about}: {text}");
    }
}
