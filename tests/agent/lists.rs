//! Lists of pending executions: which of them the agent requests.

use iot_jobs::device::{
    agent::{Config, Style},
    queue::ExecutionId,
};
use serde_json::{Value, json};

use crate::script::{Script, config, details, execution, j1, pending, topics};

fn named(job: &str) -> Value {
    json!({"jobId": job, "executionNumber": 1, "versionNumber": 1, "queuedAt": 100})
}

/// A list of the executions in progress and of those that are queued.
fn list(in_progress: &[&str], queued: &[&str]) -> Value {
    let all = |jobs: &[&str]| jobs.iter().map(|job| named(job)).collect::<Vec<_>>();
    json!({"inProgressJobs": all(in_progress), "queuedJobs": all(queued)})
}

/// An execution of a job as the service describes it.
fn described(job: &str, status: &str) -> Value {
    let mut described = execution(status, 1);
    described["jobId"] = json!(job);
    json!({"execution": described})
}

fn in_progress_of(job: &str, agent: &str) -> Value {
    let mut described = described(job, "IN_PROGRESS");
    described["execution"]["statusDetails"] = json!({"claimedBy": format!("{agent} 0123")});
    described
}

/// What is requested after a list, which a notification caused, until nothing is left to request.
fn requested(script: &mut Script, list: &Value) -> Vec<String> {
    script.now += 2_000;
    script.message("notify", &json!({"jobs": {"QUEUED": [named("new")]}}));
    assert_eq!(topics(script).last(), Some(&"get"));
    script.accept(list);
    let mut all = Vec::new();
    loop {
        let (topic, _) = script.published.last().unwrap();
        if all.last() == Some(topic) || topic == "get" {
            return all;
        }
        all.push(topic.clone());
        script.reject("ResourceNotFound", None);
    }
}

fn connected(config: Config) -> Script {
    Script::connected(config, None)
}

#[test]
fn each_execution_in_a_list_is_requested_in_turn() {
    let mut script = connected(pending());
    script.accept(&json!({}));
    let list = list(&["a"], &["b", "c"]);
    let found = requested(&mut script, &list);
    assert_eq!(found, ["a/get", "b/get", "c/get"]);
}

#[test]
fn executions_of_another_agent_are_not_requested_again() {
    let mut script = connected(pending());
    script.accept(&list(&["a", "b"], &[]));
    for job in ["a", "b"] {
        assert_eq!(topics(&script).last(), Some(&&*format!("{job}/get")));
        script.accept(&in_progress_of(job, "other"));
    }
    let list = list(&["a", "b"], &["c"]);
    assert_eq!(requested(&mut script, &list), ["c/get"]);
}

#[test]
fn executions_of_this_agent_are_not_requested_again() {
    let mut script = connected(pending().concurrent(4));
    script.accept(&list(&[], &["a", "b"]));
    // `a` runs, and the start of `b` has no response yet.
    script.accept(&described("a", "QUEUED"));
    script.accept_of(
        "a/update",
        &json!({"executionState": {"status": "IN_PROGRESS"}}),
    );
    assert_eq!(script.done, ["begin a"]);
    script.accept_of("b/get", &described("b", "QUEUED"));
    assert!(topics(&script).contains(&"b/update"));
    script.accept_of("get", &list(&["a"], &["b", "c"]));
    assert_eq!(topics(&script).last(), Some(&"c/get"));
}

#[test]
fn the_end_of_one_execution_leaves_the_reports_about_others() {
    let mut script = connected(pending().concurrent(2));
    script.accept(&list(&[], &["j", "b"]));
    for job in ["j", "b"] {
        script.accept_of(&format!("{job}/get"), &described(job, "QUEUED"));
        script.accept_of(&format!("{job}/update"), &json!({}));
    }
    assert_eq!(script.done, ["begin j", "begin b"]);
    let b = ExecutionId::new("b", Some(1));
    let at = script.at();
    let progress = details([("step", "1")]);
    script.agent.progress(at, &b, progress).unwrap();
    script.agent.succeeded(at, &j1(), None).unwrap();
    script.poll();
    script.accept_of("j/update", &json!({}));
    // Its start and the report.
    let sent = topics(&script);
    assert_eq!(sent.iter().filter(|topic| **topic == "b/update").count(), 2);
    script.accept_of("b/update", &json!({}));
    assert_eq!(
        script.done[2..],
        ["reported j SUCCEEDED", "reported b IN_PROGRESS"]
    );
}

#[test]
fn a_notification_of_an_execution_that_is_not_listed_is_followed_once() {
    for config in [pending(), config().style(Style::StartNext)] {
        let mut script = connected(config);
        script.accept(&json!({}));
        script.now += 2_000;
        script.message("notify", &json!({"jobs": {"QUEUED": [named("a")]}}));
        assert_eq!(script.published.len(), 2);
        script.accept(&json!({}));
        assert!(script.wait(3_600_000) >= 300_000);
    }
}
