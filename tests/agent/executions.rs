//! Executions from their start to their end.

use std::time::Duration;

use iot_jobs::codec;
use serde_json::json;

use crate::script::{ASK, Script, config, details, execution, j1, pending, topics};

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
fn a_job_that_is_created_again_begins_again() {
    let mut script = Script::running(config());
    script.agent.failed(script.at(), &j1(), None).unwrap();
    script.poll();
    script.accept(&json!({}));
    script.accept(&json!({}));
    script.clear();
    let mut again = execution("QUEUED", 1);
    again["queuedAt"] = json!(300);
    script.message("notify-next", &json!({"execution": again}));
    let mut started = again.clone();
    started["status"] = json!("IN_PROGRESS");
    started["statusDetails"] = script.published.last().unwrap().1["statusDetails"].clone();
    script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 2}}));
    script.pass(2_000);
    script.accept(&json!({"execution": started}));
    assert_eq!(script.done, ["begin j"]);

    // While the first one runs.
    let mut script = Script::running(config());
    script.message("notify-next", &json!({"execution": again}));
    script.pass(1_000);
    assert_eq!(topics(&script), ["j/get"]);
    script.accept(&json!({"execution": again}));
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
fn a_start_that_is_accepted_late_is_checked_before_it_begins() {
    for (wait, then) in [(0, "begin j"), (999, "begin j"), (1_000, "")] {
        let mut script = Script::connected(config(), None);
        script.accept(&json!({"execution": execution("QUEUED", 1)}));
        script.now += wait;
        script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 2}}));
        assert_eq!(script.done.join(" "), then, "{wait}");
        let next = topics(&script);
        assert_eq!(
            next.last(),
            Some(if wait < 1_000 { &"j/update" } else { &ASK })
        );
    }
    // The service may have accepted the first of two attempts.
    let mut script = Script::connected(config().response_timeout(Duration::from_millis(200)), None);
    script.accept(&json!({"execution": execution("QUEUED", 1)}));
    script.wait(200);
    assert_eq!(topics(&script), [ASK, "j/update", "j/update"]);
    script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 2}}));
    assert_eq!(script.done, [""; 0]);
    assert_eq!(topics(&script).last(), Some(&ASK));
}

#[test]
fn an_execution_that_is_not_the_agents_any_more_stops() {
    let mut later = execution("IN_PROGRESS", 3);
    later["queuedAt"] = json!(300);
    let mut claimed = execution("IN_PROGRESS", 3);
    claimed["statusDetails"] = json!({"claimedBy": "b 0123"});
    let mut other = execution("IN_PROGRESS", 3);
    other["executionNumber"] = json!(2);
    for (found, done) in [
        (execution("IN_PROGRESS", 3), ""),
        (later, "stop j Deleted"),
        (claimed, "stop j Deleted"),
        (other, "stop j Deleted"),
    ] {
        let mut script = Script::running(config());
        script.reconnect();
        assert_eq!(topics(&script), ["j/get"]);
        script.accept(&json!({"execution": found}));
        assert_eq!(script.done.join(" "), done, "{found}");
    }
}

#[test]
fn only_an_execution_that_runs_has_progress() {
    let mut script = Script::running(config());
    let step = || details([("step", "1")]);
    script.agent.succeeded(script.at(), &j1(), None).unwrap();
    script.poll();
    assert!(script.agent.progress(script.at(), &j1(), step()).is_err());
    // After a restart it does not run before it is resumed.
    let state = Script::running(config().seed(2)).stored.unwrap();
    let mut script = Script::connected(config(), Some(state));
    assert!(script.agent.progress(script.at(), &j1(), step()).is_err());
    script.accept(&json!({"execution": execution("IN_PROGRESS", 2)}));
    assert_eq!(script.done, ["resume j"]);
    assert!(script.agent.progress(script.at(), &j1(), step()).is_ok());
}

#[test]
fn progress_during_a_report_is_reported_after_it() {
    let mut script = Script::running(config());
    for step in ["1", "2"] {
        let at = script.at();
        let progress = details([("step", step)]);
        script.agent.progress(at, &j1(), progress).unwrap();
        script.poll();
    }
    let steps = |script: &Script| -> Vec<_> {
        let sent = script.published.iter();
        sent.map(|(_, update)| update["statusDetails"]["step"].clone())
            .collect()
    };
    assert_eq!(steps(&script), ["1"]);
    script.accept(&json!({}));
    assert_eq!(steps(&script), ["1", "2"]);
    // The end does not wait for the response.
    script.agent.succeeded(script.at(), &j1(), None).unwrap();
    script.poll();
    assert_eq!(script.published.len(), 3);
    assert_eq!(script.published[2].1["status"], "SUCCEEDED");
}

#[test]
fn a_running_execution_is_checked_before_its_step_timer_ends() {
    let mut script = Script::running(config().step_timeout(60));
    let waited = script.wait(3_600_000);
    assert!((300_000..=600_000).contains(&waited), "{waited}");
    assert_eq!(topics(&script), ["j/get"]);
    // After a restart, the timer is set again.
    let state = script.stored.take().unwrap();
    let mut script = Script::connected(config(), Some(state));
    let mut found = execution("IN_PROGRESS", 2);
    found.as_object_mut().unwrap().remove("versionNumber");
    script.accept(&json!({"execution": found}));
    let (topic, report) = script.published.last().unwrap();
    assert_eq!(topic, "j/update");
    assert_eq!(report["expectedVersion"], 2);
    assert_eq!(report["stepTimeoutInMinutes"], 60);
}
