//! Reports and messages that the agent does not take, and what it subscribes to.

use std::{collections::HashMap, time::Duration};

use iot_jobs::device::agent::{Agent, Config, ReportError, Style};

use crate::script::{ASK, Script, config, details, j1, pending, topics};

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
fn the_longest_times_do_not_overflow() {
    for style in [Style::Next, Style::StartNext, Style::Pending] {
        let longest = config()
            .style(style)
            .poll_interval(Duration::MAX)
            .longest_delay(Duration::MAX)
            .response_timeout(Duration::MAX);
        let mut agent = Agent::new(longest, None);
        for now in [Duration::ZERO, Duration::from_secs(1), Duration::MAX] {
            agent.connected(now);
            agent.subscribed(now);
            agent.time(now);
            let outputs = std::iter::from_fn(|| agent.poll_output()).take(100);
            assert!(outputs.count() < 10);
        }
    }
}
