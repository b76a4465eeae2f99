//! Jobs that are deleted and created again while messages about them are on their way.

use iot_jobs::{codec, device::agent::Style};
use serde_json::{Value, json};

use crate::script::{ASK, Script, config, details, execution, j1, topics};

/// The execution of the job that was created again.
fn again(status: &str, version: u64) -> Value {
    let mut again = execution(status, version);
    again["queuedAt"] = json!(300);
    again
}

/// The simulation's seed 62123.
#[test]
fn a_late_response_to_an_older_ask_does_not_begin_the_deleted_execution() {
    let mut script = Script::connected(config(), None);
    script.accept(&json!({"execution": execution("QUEUED", 1)}));
    let claim = script.published.last().unwrap().1["statusDetails"].clone();
    let state = json!({"status": "IN_PROGRESS", "versionNumber": 2, "statusDetails": claim});
    // The response to the first attempt is lost.
    script.wait(10_000);
    script.reject("VersionMismatch", Some(state.clone()));
    script.pass(1_000);
    assert_eq!(topics(&script), [ASK, "j/update", "j/update", ASK]);
    let older_ask = script.tokens.last().unwrap().clone();

    script.message("notify-next", &json!({"execution": again("QUEUED", 1)}));
    script.accept(&json!({"executionState": state}));
    assert_eq!(topics(&script)[4..], ["j/update", ASK]);
    let mut deleted = execution("IN_PROGRESS", 2);
    deleted["statusDetails"] = claim.clone();
    let late = json!({"execution": deleted, "clientToken": older_ask, "timestamp": 200});
    script.message("$next/get/accepted", &late);
    assert!(script.done.is_empty(), "{:?}", script.done);

    let mut started = again("IN_PROGRESS", 2);
    started["statusDetails"] = claim;
    script.accept(&json!({"execution": started}));
    assert_eq!(script.done, ["begin j"]);
    assert_eq!(
        codec::to_string(script.stored.as_ref().unwrap()).unwrap(),
        r#"{"starts":1,"executions":[{"jobId":"j","executionNumber":1,"queuedAt":300,"versionNumber":2}]}"#
    );
}

/// The simulation's seed 18733: the service takes a late report for one about the new execution, which replaces its
/// claim, and the response to the start is lost.
#[test]
fn a_started_execution_whose_claim_a_late_report_replaced_begins() {
    let table = [
        // The style, the details and the time of queueing of the execution in progress, what is done.
        (Style::Next, json!({"step": "1"}), 300, Some("begin j")),
        (Style::Next, json!({"step": "2"}), 300, None),
        (Style::Next, json!({"step": "1", "by": "x"}), 300, None),
        (Style::Next, json!({"claimedBy": "b 0123"}), 300, None),
        (Style::Next, json!({"step": "1"}), 100, None),
        (Style::StartNext, json!({"step": "1"}), 300, Some("begin j")),
        (Style::StartNext, json!({"step": "1"}), 100, None),
    ];
    for (style, status_details, queued_at, expected) in table {
        let row = format!("{style:?} {status_details} {queued_at}");
        let mut script = Script::connected(config().style(style), None);
        let mut first = execution("QUEUED", 1);
        if style == Style::StartNext {
            first = execution("IN_PROGRESS", 2);
            first["statusDetails"] = script.published[0].1["statusDetails"].clone();
        }
        script.accept(&json!({"execution": first}));
        if style == Style::Next {
            let state = json!({"status": "IN_PROGRESS", "versionNumber": 2});
            script.accept(&json!({"executionState": state}));
        }
        assert_eq!(script.done, ["begin j"], "{row}");
        let step = details([("step", "1")]);
        script.agent.progress(script.at(), &j1(), step).unwrap();
        script.agent.failed(script.at(), &j1(), None).unwrap();
        script.poll();
        script.reject("ResourceNotFound", None);
        script.pass(1_000);
        script.accept(&json!({}));
        script.clear();

        script.message("notify-next", &json!({"execution": again("QUEUED", 1)}));
        script.pass(1_000);
        let mut found = again("IN_PROGRESS", 3);
        found["queuedAt"] = json!(queued_at);
        found["statusDetails"] = status_details.clone();
        if style == Style::Next {
            assert_eq!(topics(&script), ["j/update"], "{row}");
            let state = json!({
                "status": "IN_PROGRESS", "versionNumber": 3, "statusDetails": status_details,
            });
            script.reject("VersionMismatch", Some(state));
            script.pass(10_000);
        }
        script.accept(&json!({"execution": found}));
        let done: Vec<_> = script.done.iter().map(String::as_str).collect();
        assert_eq!(done, expected.as_slice(), "{row}");
        if expected.is_some() {
            script.agent.succeeded(script.at(), &j1(), None).unwrap();
            script.poll();
            let end = &script.published.last().unwrap().1;
            assert_eq!(end["expectedVersion"], 3, "{row}");
        }
    }
}
