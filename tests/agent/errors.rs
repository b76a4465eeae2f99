//! Error responses, and responses that are lost.

use iot_jobs::device::agent::Style;
use serde_json::json;

use crate::script::{ASK, Script, config, details, execution, j1, pending, topics};

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
