//! Notifications that arrive before the response to a request that was sent before them.

use iot_jobs::device::agent::Style;
use serde_json::{Value, json};

use crate::script::{Script, config, execution, pending, topics};

fn listed(status: &str, job: &str) -> Value {
    let mut listed = execution(status, 1);
    listed["jobId"] = json!(job);
    listed
}

/// The milliseconds until the agent asks again, or describes or starts what it found, after a notification that names
/// `j` and then a response to the request before it.
fn waits(style: Style, response: &Value) -> u64 {
    let mut script = Script::connected(config().style(style), None);
    script.pass(500);
    script.message("notify-next", &json!({"execution": execution("QUEUED", 1)}));
    let notify = json!({"jobs": {"QUEUED": [execution("QUEUED", 1)]}});
    if style == Style::Pending {
        script.message("notify", &notify);
    }
    assert_eq!(
        script.published.len(),
        1,
        "{style:?}: {:?}",
        topics(&script)
    );
    script.accept(response);
    script.clear();
    script.wait(3_600_000)
}

#[test]
fn an_older_response_is_no_reason_to_wait_for_the_poll_interval() {
    let other = listed("IN_PROGRESS", "k");
    let table = [
        // The response is older than the notification.
        (Style::StartNext, json!({}), 500..=500),
        (Style::StartNext, json!({"execution": other}), 500..=500),
        (Style::Pending, json!({}), 500..=500),
        // It has what the notification named, which another agent runs.
        (
            Style::StartNext,
            json!({"execution": execution("IN_PROGRESS", 2)}),
            300_000..=600_000,
        ),
    ];
    for (style, response, expected) in table {
        let waited = waits(style, &response);
        assert!(expected.contains(&waited), "{style:?} {response}: {waited}");
    }
}

#[test]
fn a_notification_that_is_out_of_date_is_asked_for_once() {
    for style in [Style::StartNext, Style::Pending] {
        let mut script = Script::connected(config().style(style), None);
        let word = if style == Style::Pending {
            "notify"
        } else {
            "notify-next"
        };
        let notification = json!({
            "execution": execution("QUEUED", 1), "jobs": {"QUEUED": [execution("QUEUED", 1)]},
        });
        script.message(word, &notification);
        script.accept(&json!({}));
        assert_eq!(script.wait(3_600_000), 1_000, "{style:?}");
        script.accept(&json!({}));
        let waited = script.wait(3_600_000);
        assert!((300_000..=600_000).contains(&waited), "{style:?}: {waited}");
        assert_eq!(script.published.len(), 3, "{style:?}");
    }
}

/// The milliseconds until the running execution is checked after a notification.
#[test]
fn a_notification_without_the_running_execution_causes_a_check() {
    let soon = 1_000..=1_000;
    let later = 300_000..=600_000;
    let mut queued_later = execution("IN_PROGRESS", 2);
    queued_later["queuedAt"] = json!(300);
    let next = |next: &Value| ("notify-next", json!({"execution": next}));
    let others = |count: u8| {
        let others: Vec<_> = (0..count)
            .map(|number| listed("IN_PROGRESS", &format!("k{number}")))
            .collect();
        ("notify", json!({"jobs": {"IN_PROGRESS": others}}))
    };
    for ((topic, payload), concurrent, expected) in [
        (next(&execution("IN_PROGRESS", 2)), 1, &later),
        (next(&execution("QUEUED", 2)), 1, &soon),
        (next(&queued_later), 1, &soon),
        (next(&listed("IN_PROGRESS", "k")), 1, &soon),
        (("notify-next", json!({})), 1, &soon),
        (("notify-next", json!({})), 2, &later),
        (("notify", json!({"jobs": {}})), 1, &soon),
        (
            (
                "notify",
                json!({"jobs": {"IN_PROGRESS": [execution("IN_PROGRESS", 2)]}}),
            ),
            1,
            &later,
        ),
        (others(9), 1, &soon),
        (others(10), 1, &later),
    ] {
        let mut script = if concurrent == 1 {
            Script::running(config())
        } else {
            let mut script = Script::connected(pending().concurrent(concurrent), None);
            script.accept(&json!({"queuedJobs": [execution("QUEUED", 1)]}));
            script.accept(&json!({"execution": execution("QUEUED", 1)}));
            script.accept_of("j/update", &json!({}));
            assert_eq!(script.done, ["begin j"]);
            script
        };
        script.published.retain(|(topic, _)| topic != "j/get");
        script.message(topic, &payload);
        while !topics(&script).contains(&"j/get") {
            script.wait(3_600_000);
            // With room for another execution, the agent asks for it.
            if topics(&script).last() == Some(&"get") {
                script.accept(&json!({}));
            }
        }
        assert!(expected.contains(&script.now), "{payload}: {}", script.now);
    }
}
