//! What the queue concludes beyond single messages: jobs created again, executions that come before the next
//! one, starts by other clients, and executions that it forgets.

use iot_jobs::{
    codec,
    device::{
        message::{ErrorResponse, JobExecutionsChanged},
        queue::{ExecutionId, Queue},
    },
};

use super::{EMPTY, QUEUED, Received, STARTED, next, queue};

/// Job `j` again, queued after everything that `QUEUED` and `STARTED` have.
const AGAIN: Received = (
    "notify-next",
    r#"{"timestamp":50,"execution":{"jobId":"j","executionNumber":1,"versionNumber":1,"status":"QUEUED","queuedAt":50}}"#,
);
const DELETED: Received = ("rejected", r#"{"code":"ResourceNotFound","timestamp":40}"#);
const SUCCEEDED: Received = ("SUCCEEDED 2", r#"{"timestamp":12}"#);

/// Applies the messages in every order, which must not matter.
fn assert_next(messages: &[Received], expected: &str) {
    let mut order: Vec<_> = messages.to_vec();
    permute(&mut order, 0, &mut |order| {
        assert_eq!(next(&queue(order)), expected, "{order:?}");
    });
}

fn permute(items: &mut [Received], from: usize, visit: &mut dyn FnMut(&[Received])) {
    if from == items.len() {
        return visit(items);
    }
    for at in from..items.len() {
        items.swap(from, at);
        permute(items, from + 1, visit);
        items.swap(from, at);
    }
}

#[test]
fn a_job_that_is_created_again_starts_again() {
    let table: &[(&[Received], &str)] = &[
        (&[QUEUED, DELETED, AGAIN], "start j/1@1"),
        (&[QUEUED, STARTED, SUCCEEDED, AGAIN], "start j/1@1"),
        // Started before its deletion, with a higher version.
        (&[QUEUED, STARTED, DELETED, AGAIN], "start j/1@1"),
        (&[STARTED, EMPTY, AGAIN], "start j/1@1"),
        // In the same second, the deletion is the earlier execution's.
        (
            &[
                QUEUED,
                ("rejected", r#"{"code":"ResourceNotFound","timestamp":50}"#),
                AGAIN,
            ],
            "start j/1@1",
        ),
        // A fraction of the same second is the same execution.
        (
            &[
                AGAIN,
                (
                    "notify",
                    r#"{"timestamp":50,"jobs":{"QUEUED":[{"jobId":"j","executionNumber":1,"versionNumber":1,"queuedAt":50.4}]}}"#,
                ),
                ("SUCCEEDED", r#"{"timestamp":50}"#),
            ],
            "wait",
        ),
        // A response without the time of queueing is about the later execution if it was sent later.
        (
            &[
                QUEUED,
                DELETED,
                AGAIN,
                ("IN_PROGRESS 1", r#"{"timestamp":51}"#),
            ],
            "resume j/1@2",
        ),
        (
            &[
                QUEUED,
                STARTED,
                AGAIN,
                ("SUCCEEDED 2", r#"{"timestamp":51}"#),
            ],
            "wait",
        ),
        // Of the first execution, late.
        (
            &[AGAIN, ("IN_PROGRESS 1", r#"{"timestamp":49}"#)],
            "start j/1@1",
        ),
    ];
    for (messages, expected) in table {
        assert_next(messages, expected);
    }
}

#[test]
fn an_execution_that_would_come_before_the_next_one_is_not_pending() {
    // `k` was queued after `j`.
    const K: &str = r#"{"timestamp":30,"execution":{"jobId":"k","executionNumber":1,"versionNumber":1,"status":"QUEUED","queuedAt":29}}"#;
    const K_IN_PROGRESS: &str = r#"{"timestamp":30,"execution":{"jobId":"k","executionNumber":1,"versionNumber":2,"status":"IN_PROGRESS","queuedAt":29}}"#;
    let table: &[(&[Received], &str)] = &[
        (&[STARTED, ("notify-next", K)], "start k/1@1"),
        (&[STARTED, ("next", K)], "start k/1@1"),
        (&[STARTED, ("notify-next", K_IN_PROGRESS)], "resume k/1@2"),
        (&[STARTED, ("started", K_IN_PROGRESS)], "resume k/1@2"),
        (&[QUEUED, ("notify-next", K)], "start k/1@1"),
        // The response for one job does not say which execution is the next.
        (&[STARTED, ("described", K)], "resume j/1@2"),
        // An execution in progress comes before one that is queued.
        (&[QUEUED, ("notify-next", K_IN_PROGRESS)], "resume k/1@2"),
        // `j` is in a later message, or in one of the same second.
        (
            &[("notify-next", K), ("IN_PROGRESS 1", r#"{"timestamp":31}"#)],
            "resume j/1@2",
        ),
        (
            &[("notify-next", K), ("IN_PROGRESS 1", r#"{"timestamp":30}"#)],
            "resume j/1@2",
        ),
        // Without a state, it is outside its maintenance window.
        (
            &[
                STARTED,
                (
                    "notify-next",
                    r#"{"timestamp":30,"execution":{"jobId":"k"}}"#,
                ),
            ],
            "resume j/1@2",
        ),
    ];
    for (messages, expected) in table {
        assert_next(messages, expected);
    }
    // The number of pending executions.
    let table: &[(&[Received], usize)] = &[
        (&[STARTED, ("notify-next", K)], 1),
        (&[QUEUED, ("notify-next", K)], 1),
        // In progress, although queued later.
        (
            &[
                (
                    "described",
                    r#"{"timestamp":29,"execution":{"jobId":"j","executionNumber":1,"versionNumber":2,"status":"IN_PROGRESS","queuedAt":29.5}}"#,
                ),
                ("notify-next", K),
            ],
            1,
        ),
        // Queued at the same time, or only queued: it comes after the next one.
        (
            &[
                (
                    "described",
                    r#"{"timestamp":29,"execution":{"jobId":"j","executionNumber":1,"versionNumber":1,"status":"QUEUED","queuedAt":29}}"#,
                ),
                ("notify-next", K),
            ],
            2,
        ),
        (&[QUEUED, ("notify-next", K_IN_PROGRESS)], 2),
    ];
    for (messages, expected) in table {
        assert_eq!(queue(messages).pending().len(), *expected, "{messages:?}");
    }
}

#[test]
fn an_execution_that_another_client_started_is_not_resumed() {
    const LOST: Received = (
        "rejected",
        r#"{"code":"VersionMismatch","timestamp":12,"executionState":{"status":"IN_PROGRESS","versionNumber":2}}"#,
    );
    const LISTED: Received = (
        "notify",
        r#"{"timestamp":14,"jobs":{"IN_PROGRESS":[{"jobId":"j","executionNumber":1,"versionNumber":2,"queuedAt":10}]}}"#,
    );
    let table: &[(&[Received], &str)] = &[
        (&[QUEUED, LOST], "wait"),
        (&[QUEUED, LOST, LISTED], "wait"),
        (
            &[
                QUEUED,
                (
                    "rejected",
                    r#"{"code":"InvalidStateTransition","timestamp":12,"executionState":{"status":"IN_PROGRESS","versionNumber":2}}"#,
                ),
            ],
            "wait",
        ),
        // The other client's execution ends, and is retried.
        (
            &[
                QUEUED,
                LOST,
                (
                    "notify",
                    r#"{"timestamp":15,"jobs":{"QUEUED":[{"jobId":"j","executionNumber":2,"versionNumber":1,"queuedAt":15}]}}"#,
                ),
            ],
            "start j/2@1",
        ),
        // This device started it, and an operator updated it.
        (
            &[
                QUEUED,
                ("IN_PROGRESS 1", r#"{"timestamp":11}"#),
                (
                    "rejected",
                    r#"{"code":"VersionMismatch","timestamp":12,"executionState":{"status":"IN_PROGRESS","versionNumber":3}}"#,
                ),
            ],
            "resume j/1@3",
        ),
        // The same after a restart.
        (
            &[
                LISTED,
                (
                    "rejected",
                    r#"{"code":"VersionMismatch","timestamp":15,"executionState":{"status":"IN_PROGRESS","versionNumber":3}}"#,
                ),
            ],
            "resume j/1@3",
        ),
        // Without a version, the rejection is all that is known.
        (
            &[
                QUEUED,
                (
                    "rejected",
                    r#"{"code":"InvalidStateTransition","timestamp":12,"executionState":{"status":"IN_PROGRESS"}}"#,
                ),
            ],
            "wait",
        ),
        // This device started it, whatever the version is.
        (
            &[
                QUEUED,
                ("IN_PROGRESS", r#"{"timestamp":11}"#),
                (
                    "rejected",
                    r#"{"code":"VersionMismatch","timestamp":12,"executionState":{"status":"IN_PROGRESS","versionNumber":3}}"#,
                ),
            ],
            "resume j/1@3",
        ),
        (&[QUEUED, STARTED, LOST], "resume j/1@2"),
        // An error response with the queued execution states nothing about who starts it.
        (
            &[
                (
                    "rejected",
                    r#"{"code":"VersionMismatch","timestamp":12,"executionState":{"status":"QUEUED","versionNumber":2}}"#,
                ),
                (
                    "notify",
                    r#"{"timestamp":14,"jobs":{"IN_PROGRESS":[{"jobId":"j","executionNumber":1,"versionNumber":3,"queuedAt":10}]}}"#,
                ),
            ],
            "resume j/1@3",
        ),
        // Created again, it is another execution.
        (&[QUEUED, LOST, AGAIN], "start j/1@1"),
    ];
    for (messages, expected) in table {
        assert_next(messages, expected);
    }
}

#[test]
fn executions_that_are_over_are_forgotten() {
    let over: ErrorResponse = codec::from_str(r#"{"code":"TerminalStateReached"}"#).unwrap();
    let mut queue = queue(&[QUEUED]);
    for number in 0..10_000 {
        let at = 100 + number;
        let id = ExecutionId::new(format!("job-{number}"), Some(1));
        let json = format!(
            r#"{{"timestamp":{at},"jobs":{{"QUEUED":[
                {{"jobId":"j","executionNumber":1,"versionNumber":1,"queuedAt":10}},
                {{"jobId":"job-{number}","executionNumber":1,"versionNumber":1,"queuedAt":{at}}}]}}}}"#
        );
        let changed: JobExecutionsChanged = codec::from_str(&json).unwrap();
        queue.on_jobs_changed(&changed);
        queue.on_rejected(&id, &over);
    }
    let known = |queue: &Queue, number: i64| {
        let id = ExecutionId::new(format!("job-{number}"), Some(1));
        queue.get(&id).is_some()
    };
    let kept = (0..10_000).filter(|number| known(&queue, *number)).count();
    assert!((127..=256).contains(&kept), "{kept} are kept");
    assert!(known(&queue, 9_999) && !known(&queue, 0));
    assert_eq!(next(&queue), "start j/1@1");

    // A late message about a forgotten one, sent before the last complete list.
    let late = r#"{"timestamp":100,"jobs":{"QUEUED":[{"jobId":"job-0","executionNumber":1,"versionNumber":1,"queuedAt":2}]}}"#;
    queue.on_jobs_changed(&codec::from_str(late).unwrap());
    assert_eq!(next(&queue), "start j/1@1");
}

#[test]
fn up_to_256_executions_are_kept() {
    for (count, kept) in [(255, 255), (256, 256), (257, 128)] {
        let summaries: Vec<_> = (0..count)
            .map(|number| {
                format!(r#"{{"jobId":"job-{number}","executionNumber":1,"versionNumber":1}}"#)
            })
            .collect();
        let json = format!(
            r#"{{"timestamp":100,"jobs":{{"QUEUED":[{}]}}}}"#,
            summaries.join(",")
        );
        let mut queue = Queue::default();
        queue.on_jobs_changed(&codec::from_str(&json).unwrap());
        assert_eq!(queue.pending().len(), kept, "{count}");
    }
}
