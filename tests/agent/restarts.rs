//! What happens after a restart or without a connection.

use iot_jobs::{codec, device::agent::State};
use serde_json::json;

use crate::script::{Script, config, details, execution, j1};

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
