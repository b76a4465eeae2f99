//! The agent over HTTPS.

use std::time::Duration;

use http::Response;
use iot_jobs::device::{
    agent::{Agent, Output, Style, https},
    message::Publish,
};
use serde_json::{Value, json};

use crate::script::{P, config, execution, j1};

/// The next message that the agent publishes.
fn publish(agent: &mut Agent) -> Publish {
    let mut outputs = std::iter::from_fn(|| agent.poll_output());
    let publish = outputs.find_map(|output| match output {
        Output::Publish(publish) => Some(publish),
        _ => None,
    });
    publish.expect("a publish")
}

/// The request as method, path with query, and body.
fn request(publish: &Publish) -> (String, Value) {
    let request = https::request(publish).unwrap();
    let line = format!("{} {}", request.method(), request.uri());
    let body = request.body();
    let body = if body.is_empty() {
        json!(null)
    } else {
        serde_json::from_slice(body).unwrap()
    };
    (line, body)
}

fn answer(agent: &mut Agent, publish: &Publish, status: u16, body: &str) {
    let mut response = Response::new(body.to_owned());
    *response.status_mut() = status.try_into().unwrap();
    let (topic, payload) = https::response(publish, &response).unwrap();
    agent.message(Duration::ZERO, &topic, &payload);
}

fn polling(style: Style) -> Agent {
    let mut agent = Agent::new(config().style(style), None);
    agent.connected(Duration::ZERO);
    agent.subscribed(Duration::ZERO);
    agent
}

#[test]
fn an_execution_from_the_ask_to_its_end() {
    let mut agent = polling(Style::Next);
    let ask = publish(&mut agent);
    assert_eq!(
        request(&ask),
        ("GET /things/lamp/jobs/%24next".to_owned(), json!(null))
    );
    let mut found = execution("QUEUED", 1);
    found["jobDocument"] = json!(r#"{"do": "it"}"#);
    answer(
        &mut agent,
        &ask,
        200,
        &json!({"execution": found}).to_string(),
    );

    let start = publish(&mut agent);
    let (line, mut body) = request(&start);
    assert_eq!(line, "POST /things/lamp/jobs/j");
    body["statusDetails"]["claimedBy"].take();
    assert_eq!(
        body,
        json!({
            "status": "IN_PROGRESS", "statusDetails": {"claimedBy": null}, "expectedVersion": 1,
            "executionNumber": 1, "includeJobExecutionState": true, "includeJobDocument": true,
        })
    );
    let state = json!({"status": "IN_PROGRESS", "versionNumber": 2});
    let body = json!({"executionState": state, "jobDocument": r#"{"do": "it"}"#});
    answer(&mut agent, &start, 200, &body.to_string());
    let mut outputs = std::iter::from_fn(|| agent.poll_output());
    let work = outputs.find_map(|output| match output {
        Output::Begin(work) => Some(work),
        _ => None,
    });
    assert_eq!(work.unwrap().document.unwrap().as_str(), r#"{"do": "it"}"#);

    agent.succeeded(Duration::ZERO, &j1(), None).unwrap();
    let end = publish(&mut agent);
    answer(&mut agent, &end, 200, "{}");
    assert_eq!(agent.running().count(), 0);
}

#[test]
fn requests_of_the_other_styles() {
    let mut agent = polling(Style::Pending);
    let ask = publish(&mut agent);
    assert_eq!(
        request(&ask),
        ("GET /things/lamp/jobs".to_owned(), json!(null))
    );
    let listed = json!({"jobId": "j", "executionNumber": 1, "versionNumber": 1});
    answer(
        &mut agent,
        &ask,
        200,
        &json!({"queuedJobs": [listed]}).to_string(),
    );
    let (line, _) = request(&publish(&mut agent));
    assert_eq!(line, "GET /things/lamp/jobs/j?executionNumber=1");

    let (line, body) = request(&publish(&mut polling(Style::StartNext)));
    assert_eq!(line, "PUT /things/lamp/jobs/$next");
    assert!(body["statusDetails"]["claimedBy"].is_string(), "{body}");
}

#[test]
fn errors_are_error_responses() {
    let table = [
        (429, "ThrottlingException", "RequestThrottled"),
        (404, "ResourceNotFoundException", "ResourceNotFound"),
        (
            409,
            "InvalidStateTransitionException",
            "InvalidStateTransition",
        ),
        (410, "TerminalStateException", "TerminalStateReached"),
        (409, "VersionConflictException", "VersionMismatch"),
        (503, "ServiceUnavailableException", "InternalError"),
        (500, "InternalServerException", "InternalError"),
        (400, "InvalidRequestException", "InvalidRequest"),
        (403, "CertificateValidationException", "InvalidRequest"),
    ];
    let ask = publish(&mut polling(Style::Next));
    let token: Value = serde_json::from_slice(&ask.payload).unwrap();
    for (status, exception, code) in table {
        let body = json!({"__type": exception, "message": "m"}).to_string();
        let mut response = Response::new(body);
        *response.status_mut() = status.try_into().unwrap();
        let (topic, payload) = https::response(&ask, &response).unwrap();
        assert_eq!(topic, "$aws/things/lamp/jobs/$next/get/rejected");
        let payload: Value = serde_json::from_slice(&payload).unwrap();
        let expected = json!({"code": code, "message": "m", "clientToken": token["clientToken"]});
        assert_eq!(payload, expected);
    }
}

#[test]
fn answers_are_accepted_responses() {
    let start = {
        let mut agent = polling(Style::Next);
        let ask = publish(&mut agent);
        let found = json!({"execution": execution("QUEUED", 1)});
        answer(&mut agent, &ask, 200, &found.to_string());
        publish(&mut agent)
    };
    let execution = r#"{"execution":{"jobId":"j","queuedAt":1.50,"jobDocument":"{\"a\": 1}"}}"#;
    let described = r#""execution":{"jobId":"j","queuedAt":1.5,"jobDocument":"{\"a\": 1}"}"#;
    for (publish, topic, body, expected) in [
        (
            publish(&mut polling(Style::Next)),
            "$next/get",
            execution,
            described,
        ),
        (
            publish(&mut polling(Style::StartNext)),
            "start-next",
            execution,
            described,
        ),
        (
            publish(&mut polling(Style::Pending)),
            "get",
            r#"{"queuedJobs":[{"jobId":"j","queuedAt":1.50}]}"#,
            r#""queuedJobs":[{"jobId":"j","queuedAt":1.5}]"#,
        ),
        (
            start,
            "j/update",
            r#"{"executionState":{"versionNumber":2.0}}"#,
            r#""executionState":{"versionNumber":2}"#,
        ),
    ] {
        let token: Value = serde_json::from_slice(&publish.payload).unwrap();
        let token = format!(r#""clientToken":{}"#, token["clientToken"]);
        let payload = |body: &str| {
            let response = Response::new(body.to_owned());
            let (found, payload) = https::response(&publish, &response).unwrap();
            assert_eq!(found, format!("{P}{topic}/accepted"));
            String::from_utf8(payload).unwrap()
        };
        let orders = [
            format!("{{{token},{expected}}}"),
            format!("{{{expected},{token}}}"),
        ];
        let found = payload(body);
        assert!(orders.contains(&found), "{topic}: {found}");
        for empty in ["", " \r\n", "{}"] {
            assert_eq!(payload(empty), format!("{{{token}}}"), "{topic} {empty:?}");
        }
    }
}
