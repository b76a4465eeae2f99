//! Scripted cases: what the agent publishes and does after given messages.

use std::collections::HashMap;

use iot_jobs::{
    codec,
    device::agent::{Config, ReportError, State, Style},
};
use serde_json::json;

use crate::script::{Script, config, execution, j1, pending};

const ASK: &str = "$next/get";

fn details<const N: usize>(pairs: [(&str, &str); N]) -> HashMap<String, String> {
    HashMap::from(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

fn topics(script: &Script) -> Vec<&str> {
    script
        .published
        .iter()
        .map(|(topic, _)| topic.as_str())
        .collect()
}

#[test]
fn an_execution_from_the_ask_to_its_end() {
    let mut script = Script::connected(config(), None);
    assert_eq!(script.published, [(ASK.to_owned(), json!({}))]);
    script.accept(&json!({"execution": execution("QUEUED", 1)}));
    let (topic, mut start) = script.published.pop().unwrap();
    let claim = start["statusDetails"]["claimedBy"].take();
    assert!(claim.as_str().unwrap().starts_with("a "), "{claim}");
    assert_eq!(topic, "j/update");
    assert_eq!(
        start,
        json!({
            "status": "IN_PROGRESS", "statusDetails": {"claimedBy": null}, "expectedVersion": 1,
            "executionNumber": 1, "includeJobExecutionState": true, "includeJobDocument": true,
        })
    );
    script.published.push((topic, start));
    assert!(
        script.done.is_empty(),
        "begun before it was accepted: {:?}",
        script.done
    );

    script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 2}}));
    assert_eq!(script.done, ["begin j"]);
    assert_eq!(
        codec::to_string(script.stored.as_ref().unwrap()).unwrap(),
        r#"{"starts":1,"executions":[{"jobId":"j","executionNumber":1,"queuedAt":100,"versionNumber":2}]}"#
    );
    script
        .agent
        .succeeded(script.at(), &j1(), Some(details([("took", "1 s")])))
        .unwrap();
    script.poll();
    assert_eq!(
        script.published.last().unwrap(),
        &(
            "j/update".to_owned(),
            json!({
                "status": "SUCCEEDED", "statusDetails": {"took": "1 s"}, "expectedVersion": 2,
                "executionNumber": 1, "includeJobExecutionState": true,
            })
        )
    );
    script.accept(&json!({}));
    assert_eq!(script.done, ["begin j", "reported j SUCCEEDED"]);
    let state = codec::to_string(script.stored.as_ref().unwrap()).unwrap();
    assert_eq!(state, r#"{"starts":1,"executions":[]}"#);
}

#[test]
fn an_ask_is_repeated_after_throttling_and_without_a_response() {
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
fn a_storm_of_notifications_is_no_storm_of_requests() {
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
fn a_job_that_is_created_again_begins_again() {
    let mut script = Script::running(config());
    script.agent.failed(script.at(), &j1(), None).unwrap();
    script.poll();
    script.accept(&json!({}));
    script.clear();
    let mut again = execution("QUEUED", 1);
    again["queuedAt"] = json!(300);
    script.message("notify-next", &json!({"execution": again}));
    script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 2}}));
    assert_eq!(script.done, ["begin j"]);

    // While the first one runs.
    let mut script = Script::running(config());
    script.message("notify-next", &json!({"execution": again}));
    script.pass(1_000);
    assert_eq!(topics(&script), ["j/get"]);
    script.accept(&json!({"execution": again}));
    script.pass(1_000);
    script.accept(&json!({"execution": again}));
    script.accept(&json!({}));
    assert_eq!(script.done, ["stop j Deleted", "begin j"]);
}

#[test]
fn an_execution_that_another_one_follows_is_stopped() {
    let mut script = Script::running(config());
    let mut next = execution("QUEUED", 1);
    next["jobId"] = json!("k");
    script.message("notify-next", &json!({"execution": next}));
    script.pass(1_000);
    assert_eq!(topics(&script), ["j/get"]);
    script.reject("TerminalStateReached", None);
    assert_eq!(script.done, ["stop j Ended"]);
    script.pass(1_000);
    assert_eq!(topics(&script), ["j/get", ASK]);
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

#[test]
fn the_loser_of_a_race_does_not_begin() {
    let mut script = Script::connected(config(), None);
    script.accept(&json!({"execution": execution("QUEUED", 1)}));
    let state = json!({
        "status": "IN_PROGRESS", "versionNumber": 2, "statusDetails": {"claimedBy": "b 0123"},
    });
    script.reject("VersionMismatch", Some(state.clone()));
    let mut running = execution("IN_PROGRESS", 2);
    running["statusDetails"] = state["statusDetails"].clone();
    script.message("notify-next", &json!({"execution": running}));
    script.pass(20_000);
    assert_eq!(topics(&script)[2], ASK);
    script.accept(&json!({"execution": running}));
    script.pass(60_000);
    assert!(script.done.is_empty(), "{:?}", script.done);
}

#[test]
fn a_start_whose_response_was_lost_begins_once() {
    let mut script = Script::connected(config(), None);
    script.accept(&json!({"execution": execution("QUEUED", 1)}));
    let claim = script.published.last().unwrap().1["statusDetails"].clone();
    script.wait(60_000);
    let [.., first, second] = &script.published[..] else {
        panic!()
    };
    assert_eq!(first, second);
    let state = json!({"status": "IN_PROGRESS", "versionNumber": 2, "statusDetails": claim});
    script.reject("VersionMismatch", Some(state));
    assert!(script.done.is_empty(), "{:?}", script.done);
    let mut running = execution("IN_PROGRESS", 2);
    running["statusDetails"] = claim;
    script.accept(&json!({"execution": running}));
    assert_eq!(script.done, ["begin j"]);
}

#[test]
fn reports_that_the_service_would_reject_are_refused() {
    let mut script = Script::running(config());
    let many = |count: usize| {
        (0..count)
            .map(|at| (format!("d{at}"), at.to_string()))
            .collect::<HashMap<_, _>>()
    };
    let long = |length| HashMap::from([("d".to_owned(), "x".repeat(length))]);
    let table = [
        (many(10), true),
        (many(11), false),
        (long(1024), true),
        (long(1025), false),
        (long(0), false),
        (details([("a b", "x")]), false),
        (details([("", "x")]), false),
    ];
    for (details, valid) in table {
        let taken = script.agent.progress(script.at(), &j1(), details.clone());
        assert_eq!(taken.is_ok(), valid, "{details:?} {taken:?}");
    }
    let refused = script.agent.failed(script.at(), &j1(), Some(many(11)));
    assert!(
        matches!(refused, Err(ReportError::Invalid(_))),
        "{refused:?}"
    );
    assert!(matches!(
        script.agent.extend(script.at(), &j1(), 0),
        Err(ReportError::Invalid(_))
    ));
    assert_eq!(script.agent.running().count(), 1);
    let k = iot_jobs::device::queue::ExecutionId::new("k", Some(1));
    let unknown = script.agent.succeeded(script.at(), &k, None).unwrap_err();
    assert_eq!(unknown.to_string(), "no execution of the job k is running");
}

#[test]
fn the_step_timer_is_set_again_after_half_of_its_time() {
    let mut script = Script::running(config().step_timeout(4));
    script.pass(119_000);
    assert!(script.published.is_empty(), "{:?}", script.published);
    script.pass(1_000);
    let renewal = json!({
        "status": "IN_PROGRESS", "expectedVersion": 2, "executionNumber": 1,
        "includeJobExecutionState": true, "stepTimeoutInMinutes": 4,
    });
    assert_eq!(script.published, [("j/update".to_owned(), renewal)]);
    script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 3}}));
    script.clear();
    script.agent.extend(script.at(), &j1(), 60).unwrap();
    script.poll();
    assert_eq!(script.published[0].1["stepTimeoutInMinutes"], 60);
}

#[test]
fn reports_without_a_connection_are_merged_and_sent_after_the_check() {
    let mut script = Script::running(config());
    script.agent.disconnected(script.at());
    for step in ["1", "2", "3"] {
        script
            .agent
            .progress(script.at(), &j1(), details([("step", step)]))
            .unwrap();
    }
    script.agent.succeeded(script.at(), &j1(), None).unwrap();
    script.poll();
    assert!(script.published.is_empty() && script.agent.next_timeout().is_none());
    // The device restarts.
    let state = codec::to_string(&script.stored.unwrap()).unwrap();
    let state: State = codec::from_str(&state).unwrap();
    let mut script = Script::connected(config().seed(2), Some(state));
    assert_eq!(
        script.published,
        [("j/get".to_owned(), json!({"executionNumber": 1}))]
    );
    script.accept(&json!({"execution": execution("IN_PROGRESS", 5)}));
    assert_eq!(
        script.published[1],
        (
            "j/update".to_owned(),
            json!({
                "status": "SUCCEEDED", "statusDetails": {"step": "3"}, "expectedVersion": 5,
                "executionNumber": 1, "includeJobExecutionState": true,
            })
        )
    );
    // It is not resumed, since its work is over.
    assert!(script.done.is_empty(), "{:?}", script.done);
    script.accept(&json!({}));
    assert_eq!(script.done, ["reported j SUCCEEDED"]);
}

#[test]
fn a_restart_resumes_or_stops() {
    let state = || -> State {
        let text = r#"{"starts":1,"executions":[{"jobId":"j","executionNumber":1,"queuedAt":100,"checkpoint":"reboot"}]}"#;
        codec::from_str(text).unwrap()
    };
    let table = [
        (Ok(execution("IN_PROGRESS", 3)), "resume j"),
        (Ok(execution("TIMED_OUT", 3)), "stop j TimedOut"),
        (Ok(execution("CANCELED", 3)), "stop j Canceled"),
        (Ok(execution("REMOVED", 3)), "stop j Removed"),
        (Ok(execution("QUEUED", 1)), "stop j Deleted"),
        (Err("TerminalStateReached"), "stop j Ended"),
        (Err("ResourceNotFound"), "stop j Deleted"),
    ];
    for (answer, expected) in table {
        let mut script = Script::connected(config(), Some(state()));
        match answer {
            Ok(execution) => script.accept(&json!({"execution": execution})),
            Err(code) => script.reject(code, None),
        }
        assert_eq!(script.done, [expected]);
    }
}

/// An execution in progress that is not in the state: what the agent does with it.
#[test]
fn an_unknown_execution_in_progress_is_run_only_if_it_is_of_this_agent() {
    let empty = || codec::from_str::<State>(r#"{"starts":4,"executions":[]}"#).unwrap();
    let own = Some("a 0123456789abcdef");
    let table = [
        // The claim, whether there is a state, `resume_unknown`, what is done.
        (own, true, false, Some("begin j")),
        (own, false, false, Some("resume j")),
        (Some("b 0123456789abcdef"), true, false, None),
        (Some("b 0123456789abcdef"), true, true, Some("resume j")),
        (None, true, false, None),
        (None, false, false, None),
        (None, true, true, Some("resume j")),
    ];
    for (claim, has_state, resume_unknown, expected) in table {
        let state = has_state.then(empty);
        let mut script = Script::connected(config().resume_unknown(resume_unknown), state);
        let mut found = execution("IN_PROGRESS", 2);
        if let Some(claim) = claim {
            found["statusDetails"] = json!({"claimedBy": claim});
        }
        script.accept(&json!({"execution": found}));
        let done: Vec<_> = script.done.iter().map(String::as_str).collect();
        assert_eq!(
            done,
            expected.as_slice(),
            "{claim:?} {has_state} {resume_unknown}"
        );
    }
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
        ("Unheard", "j/update", true, "j/update", true),
    ];
    for (code, after_start, start_problem, after_end, end_problem) in table {
        let mut script = Script::connected(config(), None);
        script.accept(&json!({"execution": execution("QUEUED", 1)}));
        script.reject(code, None);
        script.published.clear();
        script.wait(300_000);
        assert_eq!(topics(&script), [after_start], "{code}");
        let problems = script
            .done
            .iter()
            .filter(|done| done.starts_with("problem"))
            .count();
        assert_eq!(
            problems,
            usize::from(start_problem),
            "{code}: {:?}",
            script.done
        );

        let mut script = Script::running(config());
        let end = Some(details([("why", "x")]));
        script.agent.failed(script.at(), &j1(), end).unwrap();
        script.poll();
        script.reject(code, None);
        script.published.clear();
        script.wait(300_000);
        assert_eq!(topics(&script), [after_end], "{code}");
        let has_details = script.published[0].1.get("statusDetails").is_some();
        let again = after_end == "j/update" && !code.starts_with("Invalid");
        assert_eq!(has_details, again, "{code}");
        let problems = script
            .done
            .iter()
            .filter(|done| done.starts_with("problem"))
            .count();
        assert_eq!(
            problems,
            usize::from(end_problem),
            "{code}: {:?}",
            script.done
        );
    }
}

#[test]
fn messages_that_cannot_be_used_change_nothing() {
    let invalid = [
        (
            "$aws/things/other/jobs/notify-next",
            "{}",
            "a message is for the thing other",
        ),
        (
            "$aws/events/job/j/completed",
            "{}",
            "a message is for no thing",
        ),
        ("nothing", "{}", "the topic of a message is invalid: "),
        (
            "$aws/things/lamp/jobs/notify-next",
            "[",
            "the payload of a message on the topic ",
        ),
        (
            "$aws/things/lamp/jobs/notify-next",
            r#"{"execution":{"jobId":"j","executionNumber":1,"status":"PAUSED"}}"#,
            "an execution is in the unknown state PAUSED",
        ),
        (
            "$aws/things/lamp/jobs/notify-next",
            r#"{"execution":{"jobId":"a/b","executionNumber":1,"status":"QUEUED"}}"#,
            "an execution has no valid job name, version or state",
        ),
        (
            "$aws/things/lamp/jobs/j/update",
            r#"{"status":"FAILED"}"#,
            "unexpected message on ",
        ),
        (
            "$aws/things/lamp/jobs/j/update/rejected",
            r#"{"code":"New"}"#,
            "unknown code New in an error response",
        ),
        (
            "$aws/things/lamp/jobs/j/update/rejected",
            "{}",
            "no code in an error response",
        ),
    ];
    let mut script = Script::running(config());
    script
        .agent
        .progress(script.at(), &j1(), details([("step", "1")]))
        .unwrap();
    script.poll();
    let before = format!("{:?}", script.agent);
    for (topic, payload, problem) in invalid {
        script.agent.message(script.at(), topic, payload.as_bytes());
        script.poll();
        let [done] = &script.done[..] else {
            panic!("{topic}: {:?}", script.done)
        };
        assert!(done.starts_with(&format!("problem: {problem}")), "{done}");
        assert_eq!(format!("{:?}", script.agent), before, "{topic} {payload}");
        script.done.clear();
    }
}

#[test]
fn subscriptions_follow_the_style() {
    let namespace = iot_jobs::device::topic::NamespaceId::new("ns").unwrap();
    let table: [(Config, usize, &str); 4] = [
        (config(), 3, ASK),
        (config().style(Style::StartNext), 5, "start-next"),
        (pending(), 5, "get"),
        (config().namespace(namespace), 4, "$next/namespace-ns/get"),
    ];
    for (config, filters, ask) in table {
        let mut script = Script::new(config, None);
        script.agent.connected(script.at());
        script.poll();
        assert_eq!(
            script.done[0].matches("Filter(").count(),
            filters,
            "{:?}",
            script.done
        );
        // Without a confirmation the subscriptions are repeated.
        script.wait(20_000);
        assert_eq!(script.done.len(), 2);
        script.agent.subscribed(script.at());
        script.poll();
        assert_eq!(topics(&script), [ask]);
    }
}

#[test]
fn several_executions_run_at_a_time() {
    let mut script = Script::connected(pending().concurrent(2), None);
    let summary =
        |job| json!({"jobId": job, "executionNumber": 1, "versionNumber": 1, "queuedAt": 100});
    script.accept(&json!({
        "inProgressJobs": [], "queuedJobs": [summary("j"), summary("k"), summary("l")],
    }));
    for job in ["j", "k"] {
        let mut described = execution("QUEUED", 1);
        described["jobId"] = json!(job);
        // The other execution may have requests of its own in between.
        let get = format!("{job}/get");
        assert_eq!(script.published.last().unwrap().0, get);
        script.accept(&json!({"execution": described}));
        let start = script
            .published
            .iter()
            .rposition(|(topic, _)| *topic == format!("{job}/update"));
        let start = start.unwrap();
        let topic = format!("{job}/update/accepted");
        let token = script.tokens[start].clone();
        script.message(&topic, &json!({"clientToken": token}));
    }
    assert_eq!(script.done, ["begin j", "begin k"]);
    assert!(!topics(&script).contains(&"l/get"));
}
