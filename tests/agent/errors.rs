//! Error responses, and responses that are lost.

use iot_jobs::device::agent::Style;
use serde_json::json;

use crate::script::{ASK, P, Script, config, details, execution, j1, pending, topics};

#[test]
fn a_request_is_repeated_after_throttling_and_without_a_response() {
    for code in [
        Some("RequestThrottled"),
        Some("InternalError"),
        Some("SomethingNew"),
        None,
    ] {
        let mut script = Script::connected(config(), None);
        let token = script.tokens[0].clone();
        script.reconnect();
        if let Some(code) = code {
            script.reject(code, None);
        }
        script.clear();
        let waited = script.wait(60_000);
        assert!((4_000..=20_000).contains(&waited), "{code:?}: {waited}");
        assert_eq!(topics(&script), [ASK], "{code:?}");
        assert_ne!(
            script.tokens.last().unwrap(),
            &token,
            "{code:?}: of the first connection"
        );
    }
}

#[test]
fn throttling_is_no_reason_to_publish_more() {
    let mut script = Script::connected(config(), None);
    while script.now < 14_000 {
        script.reject("RequestThrottled", None);
        script.wait(14_000 - script.now);
    }
    assert!(
        (1..=3).contains(&script.published.len()),
        "{:?}",
        script.published
    );
    // The pause ends.
    script.accept(&json!({}));
    script.clear();
    script.message("notify-next", &json!({"execution": execution("QUEUED", 1)}));
    script.wait(300_000);
    assert_eq!(topics(&script), ["j/update"]);
}

#[test]
fn many_notifications_cause_few_requests() {
    for config in [config(), config().style(Style::StartNext), pending()] {
        let mut script = Script::connected(config.clone(), None);
        script.accept(&json!({}));
        script.clear();
        for round in 0..10_000_u64 {
            script.now += 6;
            let job = format!("k{round}");
            let next =
                json!({"jobId": job, "executionNumber": 1, "versionNumber": 1, "status": "QUEUED"});
            script.message("notify-next", &json!({"execution": next}));
            script.message("notify", &json!({"jobs": {"QUEUED": [next]}}));
            if script.published.len() as u64 > round / 20 {
                script.reject("ResourceNotFound", None);
            }
        }
        let most = 20 + 121;
        assert!(
            script.published.len() <= most,
            "{config:?}: {}",
            script.published.len()
        );
    }
}

#[test]
fn an_error_response_without_a_state_is_no_reason_to_repeat_the_report_at_once() {
    let mut script = Script::running(config());
    script.agent.succeeded(script.at(), &j1(), None).unwrap();
    script.poll();
    while script.now < 600_000 {
        match script.published.last().unwrap().0.as_str() {
            "j/update" => script.reject("InvalidStateTransition", None),
            "j/get" => script.accept(&json!({"execution": execution("IN_PROGRESS", 2)})),
            other => panic!("{other}"),
        }
        script.wait(600_000 - script.now);
    }
    let reports = topics(&script)
        .iter()
        .filter(|topic| **topic == "j/update")
        .count();
    assert!((4..=16).contains(&reports), "{reports}");
}

/// The reaction to each code, for a start and for a report.
#[test]
fn each_code_has_a_reaction() {
    let table = [
        // Code, next request and what is done after a rejected start, then after a rejected end.
        ("InvalidTopic", ASK, true, "j/update", true),
        ("InvalidJson", ASK, true, "j/update", true),
        ("InvalidRequest", ASK, true, "j/update", true),
        ("InvalidStateTransition", ASK, false, "j/get", false),
        ("VersionMismatch", ASK, false, "j/get", false),
        ("ResourceNotFound", ASK, false, ASK, false),
        ("TerminalStateReached", ASK, false, ASK, false),
        ("InternalError", "j/update", false, "j/update", false),
        ("RequestThrottled", "j/update", false, "j/update", false),
        ("SomethingNew", "j/update", true, "j/update", true),
    ];
    for (code, after_start, start_problem, after_end, end_problem) in table {
        let mut script = Script::connected(config(), None);
        script.accept(&json!({"execution": execution("QUEUED", 1)}));
        assert_reaction(&mut script, code, after_start, start_problem);

        let mut script = Script::running(config());
        let end = Some(details([("why", "x")]));
        script.agent.failed(script.at(), &j1(), end).unwrap();
        script.poll();
        assert_reaction(&mut script, code, after_end, end_problem);
        let has_details = script.published[0].1.get("statusDetails").is_some();
        let again = after_end == "j/update" && !code.starts_with("Invalid");
        assert_eq!(has_details, again, "{code}");
    }
}

/// Rejects the last request, and compares the topic of the next one and whether there was a problem.
fn assert_reaction(script: &mut Script, code: &str, next: &str, is_problem: bool) {
    script.reject(code, None);
    script.published.clear();
    script.wait(300_000);
    assert_eq!(topics(script), [next], "{code}");
    let problem = |done: &&String| done.starts_with("problem");
    let problems = script.done.iter().filter(problem).count();
    assert_eq!(
        problems,
        usize::from(is_problem),
        "{code}: {:?}",
        script.done
    );
}

/// The milliseconds until the next executions are requested again, after each kind of error response.
#[test]
fn a_rejected_request_for_executions_is_sent_again_later() {
    for style in [Style::Next, Style::StartNext, Style::Pending] {
        for (code, expected) in [
            // Nothing is pending: the poll interval of 10 minutes.
            ("ResourceNotFound", 300_000..=600_000),
            // The longest delay.
            ("InvalidRequest", 300_000..=300_000),
            ("TerminalStateReached", 5_000..=10_000),
        ] {
            let mut script = Script::connected(config().style(style), None);
            script.reject(code, None);
            script.clear();
            let waited = script.wait(3_600_000);
            assert!(expected.contains(&waited), "{style:?} {code}: {waited}");
            assert_eq!(script.published.len(), 1, "{style:?} {code}");
        }
    }
}

/// The milliseconds until the state of a started execution is requested again.
#[test]
fn a_rejected_request_for_a_state_is_sent_again_later() {
    for (code, expected) in [
        ("InvalidRequest", 300_000..=300_000),
        ("InvalidStateTransition", 5_000..=10_000),
    ] {
        let mut script = Script::running(config());
        script.reconnect();
        assert_eq!(topics(&script), ["j/get"], "{code}");
        script.reject(code, None);
        script.clear();
        let waited = script.wait(3_600_000);
        assert!(expected.contains(&waited), "{code}: {waited}");
        assert_eq!(topics(&script), ["j/get"], "{code}");
    }
}

#[test]
fn only_what_is_to_be_published_is_dropped_with_the_connection() {
    let mut script = Script::new(config(), None);
    script.agent.connected(script.at());
    script.agent.disconnected(script.at());
    script.poll();
    assert_eq!(script.done, [""; 0]);
    assert_eq!(topics(&script), [""; 0]);

    let mut script = Script::connected(config(), None);
    script.accept(&json!({"execution": execution("QUEUED", 1)}));
    assert_eq!(topics(&script), [ASK, "j/update"]);
    let started = json!({
        "executionState": {"status": "IN_PROGRESS", "versionNumber": 2},
        "clientToken": script.tokens.last(), "timestamp": 200,
    });
    let topic = format!("{P}j/update/accepted");
    let payload = started.to_string();
    script
        .agent
        .message(script.at(), &topic, payload.as_bytes());
    script.agent.disconnected(script.at());
    script.poll();
    assert_eq!(script.done.last().unwrap(), "begin j");
}

/// After a report with a version that is not the service's.
#[test]
fn a_report_is_sent_again_once_with_a_higher_version() {
    let state = |version: u64| Some(json!({"status": "IN_PROGRESS", "versionNumber": version}));
    // The version of the service, and the next request.
    for (version, next) in [(3, "j/update"), (2, "j/get"), (1, "j/get")] {
        let mut script = Script::running(config());
        script.agent.succeeded(script.at(), &j1(), None).unwrap();
        script.poll();
        assert_eq!(script.published[0].1["expectedVersion"], 2);
        script.reject("VersionMismatch", state(version));
        if next == "j/update" {
            // At once, and then not again.
            let (_, report) = script.published.last().unwrap();
            assert_eq!(report["expectedVersion"], version);
            script.reject("VersionMismatch", state(version + 1));
            script.wait(60_000);
            assert_eq!(topics(&script), ["j/update", "j/update", "j/get"]);
        } else {
            script.wait(60_000);
            assert_eq!(topics(&script), ["j/update", "j/get"]);
        }
    }
}

#[test]
fn an_end_without_details_that_is_invalid_is_sent_again_after_the_longest_delay() {
    let mut script = Script::running(config());
    script.agent.succeeded(script.at(), &j1(), None).unwrap();
    script.poll();
    script.reject("InvalidRequest", None);
    assert_eq!(script.wait(3_600_000), 300_000);
    assert_eq!(topics(&script), ["j/update", "j/get"]);
}

#[test]
fn the_end_of_an_execution_that_is_over_is_reported() {
    let mut script = Script::running(config());
    script.agent.succeeded(script.at(), &j1(), None).unwrap();
    script.reconnect();
    script.clear();
    script.reconnect();
    assert_eq!(topics(&script), ["j/get"]);
    script.reject("TerminalStateReached", None);
    assert_eq!(topics(&script), ["j/get", "j/update"]);
    assert_eq!(script.done, [""; 0]);
}

#[test]
fn publishes_are_limited_after_twenty() {
    let mut script = Script::running(config().publishes_per_minute(60));
    for step in 0..30 {
        let step = step.to_string();
        let progress = details([("step", step.as_str())]);
        let at = script.at();
        script.agent.progress(at, &j1(), progress).unwrap();
        let before = script.published.len();
        script.poll();
        if script.published.len() > before {
            script.accept(&json!({}));
        }
    }
    // The request for the next execution and the start were before them.
    assert_eq!(script.published.len(), 18);
    assert_eq!(script.wait(60_000), 1_000);
    assert_eq!(script.published.len(), 19);
}

/// Numbers 3 and 6 of the generator `SplitMix64` for this seed, name and number of the start.
#[test]
fn tokens_follow_from_the_seed() {
    let mut script = Script::connected(config(), None);
    script.accept(&json!({"execution": execution("QUEUED", 1)}));
    assert_eq!(script.tokens, ["edba3f1696531f48", "7405eeae26445543"]);
}

/// The delays double with each error response of a kind.
#[test]
fn throttling_has_longer_delays_than_a_failure_of_the_service() {
    for (code, delays) in [
        ("RequestThrottled", [10_000..=20_000, 20_000..=40_000]),
        ("InternalError", [5_000..=10_000, 10_000..=20_000]),
    ] {
        let mut script = Script::connected(config(), None);
        for delay in delays {
            script.reject(code, None);
            let waited = script.wait(3_600_000);
            assert!(delay.contains(&waited), "{code}: {waited}");
        }
    }
}

/// A notification shortens the pause after a failure, but to no less than the pause since the last request.
#[test]
fn a_notification_after_a_failure_is_followed_soon() {
    for seed in 0..20 {
        let mut script = Script::connected(config().seed(seed), None);
        script.accept(&json!({"execution": execution("QUEUED", 1)}));
        script.now = 4_900;
        script.reject("InvalidStateTransition", None);
        script.message("notify", &json!({"jobs": {"QUEUED": [{"jobId": "k"}]}}));
        script.clear();
        script.wait(3_600_000);
        assert_eq!(topics(&script), [ASK]);
        assert!((5_000..=10_000).contains(&script.now), "{}", script.now);
    }
}
