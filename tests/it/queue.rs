//! The queue of a device: its next action, whatever the order of the messages.

mod histories;
mod known;

use iot_jobs::{
    codec,
    device::{
        message::{Message, UpdateJobExecutionRequest},
        queue::{ExecutionId, Next, Queue},
        topic::Topic,
        types::JobExecutionStatus,
    },
};

/// A message: its kind, and its JSON.
type Received = (&'static str, &'static str);

/// Applies messages; responses and error responses are about execution 1 of job `j`.
fn queue(messages: &[Received]) -> Queue {
    let mut queue = Queue::default();
    let j1 = ExecutionId::new("j", Some(1));
    for (kind, json) in messages {
        match *kind {
            "notify" => queue.on_jobs_changed(&codec::from_str(json).unwrap()),
            "notify-next" => queue.on_next_changed(&codec::from_str(json).unwrap()),
            "pending" => queue.on_listed(&codec::from_str(json).unwrap()),
            "started" => queue.on_started(&codec::from_str(json).unwrap()),
            "next" => queue.on_next_described(&codec::from_str(json).unwrap()),
            "described" => queue.on_described(&codec::from_str(json).unwrap()),
            "rejected" => queue.on_rejected(&j1, &codec::from_str(json).unwrap()),
            // `STATUS [EXPECTED_VERSION]`
            update => {
                let (status, expected) = update.split_once(' ').unwrap_or((update, ""));
                let request = UpdateJobExecutionRequest::builder()
                    .status(JobExecutionStatus::try_parse(status).unwrap())
                    .set_expected_version(expected.parse().ok())
                    .build()
                    .unwrap();
                queue.on_updated(&j1, &request, &codec::from_str(json).unwrap());
            }
        }
    }
    queue
}

/// The next action, as `start j/1@2`: job, number and version.
fn next(queue: &Queue) -> String {
    let (word, execution) = match queue.next() {
        Next::Request => return "ask".to_owned(),
        Next::Wait => return "wait".to_owned(),
        Next::Start(execution) => ("start", execution),
        Next::Resume(execution) => ("resume", execution),
        other => panic!("{other:?}"),
    };
    let number = |number: Option<i64>| number.map_or("-".to_owned(), |number| number.to_string());
    let id = execution.id();
    let (job, execution_number) = (id.job_id(), number(id.execution_number()));
    format!(
        "{word} {job}/{execution_number}@{}",
        number(execution.version_number())
    )
}

const QUEUED: Received = (
    "notify",
    r#"{"timestamp":10,"jobs":{"QUEUED":[{"jobId":"j","executionNumber":1,"versionNumber":1,"queuedAt":10}]}}"#,
);
const STARTED: Received = (
    "started",
    r#"{"timestamp":11,"execution":{"jobId":"j","executionNumber":1,"versionNumber":2,"status":"IN_PROGRESS","queuedAt":10}}"#,
);
const EMPTY: Received = ("notify", r#"{"timestamp":20,"jobs":{}}"#);

/// The received messages, and the next action.
const NEXT: &[(&[Received], &str)] = &[
    (&[], "ask"),
    (&[QUEUED], "start j/1@1"),
    (&[QUEUED, QUEUED], "start j/1@1"),
    (&[QUEUED, STARTED], "resume j/1@2"),
    // A response that arrives before the notification.
    (&[STARTED, QUEUED], "resume j/1@2"),
    (&[EMPTY], "wait"),
    // Canceled before the device started it.
    (&[QUEUED, EMPTY], "wait"),
    (&[EMPTY, QUEUED], "wait"),
    (&[STARTED, EMPTY], "wait"),
    // In the same second the execution may be newer than the list.
    (
        &[QUEUED, ("notify", r#"{"timestamp":10,"jobs":{}}"#)],
        "start j/1@1",
    ),
    // Nothing is pending, in the other messages.
    (&[QUEUED, ("notify-next", r#"{"timestamp":11}"#)], "wait"),
    (&[QUEUED, ("described", r#"{"timestamp":11}"#)], "wait"),
    (&[QUEUED, ("started", r#"{"timestamp":11}"#)], "wait"),
    (
        &[
            QUEUED,
            (
                "pending",
                r#"{"timestamp":11,"inProgressJobs":[],"queuedJobs":[]}"#,
            ),
        ],
        "wait",
    ),
    (
        &[
            QUEUED,
            ("pending", r#"{"timestamp":11,"inProgressJobs":[]}"#),
        ],
        "wait",
    ),
    // No list at all.
    (&[QUEUED, ("pending", r#"{"timestamp":11}"#)], "start j/1@1"),
    (&[QUEUED, ("notify", r#"{"timestamp":11}"#)], "start j/1@1"),
    (&[("notify", r#"{"timestamp":11}"#)], "ask"),
    (&[("notify-next", "{}")], "wait"),
    // Outside a maintenance window there is no state, or an empty list.
    (
        &[(
            "notify-next",
            r#"{"timestamp":11,"execution":{"jobId":"j","executionNumber":1,"versionNumber":0}}"#,
        )],
        "ask",
    ),
    (
        &[
            QUEUED,
            ("notify", r#"{"timestamp":11,"jobs":{"QUEUED":[]}}"#),
        ],
        "wait",
    ),
    // The window opens again.
    (
        &[
            QUEUED,
            EMPTY,
            (
                "notify",
                r#"{"timestamp":30,"jobs":{"QUEUED":[{"jobId":"j","executionNumber":1,"versionNumber":1}]}}"#,
            ),
        ],
        "start j/1@1",
    ),
    // In progress first, then the one that was queued first.
    (
        &[(
            "notify",
            r#"{"timestamp":9,"jobs":{"QUEUED":[{"jobId":"a","queuedAt":2},{"jobId":"b","queuedAt":1}],"IN_PROGRESS":[{"jobId":"z","queuedAt":3}]}}"#,
        )],
        "resume z/-@-",
    ),
    (
        &[(
            "notify",
            r#"{"timestamp":9,"jobs":{"QUEUED":[{"jobId":"a","queuedAt":2},{"jobId":"b","queuedAt":1},{"jobId":"0"}]}}"#,
        )],
        "start b/-@-",
    ),
    // An execution in an unknown state is not started.
    (
        &[(
            "notify",
            r#"{"timestamp":9,"jobs":{"SOMEDAY":[{"jobId":"a"}]}}"#,
        )],
        "wait",
    ),
    // The higher of two versions counts, whichever is later.
    (
        &[
            (
                "described",
                r#"{"timestamp":12,"execution":{"jobId":"j","executionNumber":1,"versionNumber":3,"status":"QUEUED"}}"#,
            ),
            (
                "described",
                r#"{"timestamp":13,"execution":{"jobId":"j","executionNumber":1,"versionNumber":2,"status":"IN_PROGRESS"}}"#,
            ),
        ],
        "start j/1@3",
    ),
    // An execution without a number is ignored if its job has one with a number.
    (
        &[
            QUEUED,
            (
                "notify",
                r#"{"timestamp":10,"jobs":{"QUEUED":[{"jobId":"j","queuedAt":1}]}}"#,
            ),
        ],
        "start j/1@1",
    ),
    // A full list may be truncated: executions that are not in it may be pending.
    (&[QUEUED, TEN], "start j/1@1"),
    (&[QUEUED, NINE], "start a/-@-"),
    (
        &[(
            "notify",
            r#"{"timestamp":9,"jobs":{"SUCCEEDED":[{},{},{},{},{},{},{},{},{},{}]}}"#,
        )],
        "ask",
    ),
    // A message without a time is older than any with a time.
    (
        &[("notify", r#"{"jobs":{"QUEUED":[{"jobId":"j"}]}}"#)],
        "start j/-@-",
    ),
    (
        &[("notify", r#"{"jobs":{"QUEUED":[{"jobId":"j"}]}}"#), EMPTY],
        "wait",
    ),
    // A message without a time has the time of its execution.
    (
        &[
            EMPTY,
            (
                "notify-next",
                r#"{"execution":{"jobId":"j","status":"QUEUED","lastUpdatedAt":21}}"#,
            ),
        ],
        "start j/-@-",
    ),
];

#[test]
fn next_action() {
    for (messages, expected) in NEXT {
        assert_eq!(&next(&queue(messages)), expected, "{messages:?}");
    }
}

const NINE: Received = (
    "notify",
    r#"{"timestamp":30,"jobs":{"QUEUED":[{"jobId":"a"},{"jobId":"b"},{"jobId":"c"},{"jobId":"d"},{"jobId":"e"},{"jobId":"f"},{"jobId":"g"},{"jobId":"h"},{"jobId":"k"}]}}"#,
);

const TEN: Received = (
    "notify",
    r#"{"timestamp":30,"jobs":{"QUEUED":[{"jobId":"a"},{"jobId":"b"},{"jobId":"c"},{"jobId":"d"},{"jobId":"e"},{"jobId":"f"},{"jobId":"g"},{"jobId":"h"},{"jobId":"k"},{"jobId":"l"}]}}"#,
);

/// A message after the start of `j`, and the next action.
#[test]
fn updates_and_error_responses() {
    let table: &[(Received, &str)] = &[
        (("SUCCEEDED 2", r#"{"timestamp":12}"#), "ask"),
        (("REJECTED", r#"{"timestamp":12}"#), "ask"),
        // The version follows from the one expected.
        (("IN_PROGRESS 2", r#"{"timestamp":12}"#), "resume j/1@3"),
        // The state in the response replaces the one in the request.
        (
            (
                "IN_PROGRESS 2",
                r#"{"executionState":{"status":"CANCELED","versionNumber":4},"timestamp":12}"#,
            ),
            "ask",
        ),
        (
            (
                "IN_PROGRESS",
                r#"{"executionState":{"status":"IN_PROGRESS","versionNumber":7},"timestamp":12}"#,
            ),
            "resume j/1@7",
        ),
        // Without any version the state is known, but not its version.
        (("IN_PROGRESS", r#"{"timestamp":12}"#), "resume j/1@-"),
        (
            (
                "rejected",
                r#"{"code":"VersionMismatch","timestamp":12,"executionState":{"status":"IN_PROGRESS","versionNumber":9}}"#,
            ),
            "resume j/1@9",
        ),
        (
            (
                "rejected",
                r#"{"code":"InvalidStateTransition","timestamp":12,"executionState":{"status":"TIMED_OUT","versionNumber":3}}"#,
            ),
            "ask",
        ),
        (
            ("rejected", r#"{"code":"ResourceNotFound","timestamp":12}"#),
            "ask",
        ),
        (
            (
                "rejected",
                r#"{"code":"TerminalStateReached","timestamp":12}"#,
            ),
            "ask",
        ),
        // These do not state anything about the execution.
        (
            ("rejected", r#"{"code":"RequestThrottled","timestamp":12}"#),
            "resume j/1@2",
        ),
        (
            ("rejected", r#"{"code":"InvalidRequest","timestamp":12}"#),
            "resume j/1@2",
        ),
    ];
    for (message, expected) in table {
        let orders = [[STARTED, *message], [*message, STARTED]];
        for messages in orders {
            assert_eq!(&next(&queue(&messages)), expected, "{messages:?}");
        }
    }
}

#[test]
fn a_start_without_a_version_counts_over_a_late_notification() {
    let late = (
        "notify",
        r#"{"timestamp":13,"jobs":{"QUEUED":[{"jobId":"j","executionNumber":1,"versionNumber":1}]}}"#,
    );
    let messages = [QUEUED, ("IN_PROGRESS", r#"{"timestamp":12}"#), late];
    assert_eq!(next(&queue(&messages)), "resume j/1@-");
}

#[test]
fn a_terminal_execution_stays_terminal_and_a_retry_is_another_execution() {
    let over = ("FAILED 2", r#"{"timestamp":12}"#);
    let stale = (
        "notify",
        r#"{"timestamp":40,"jobs":{"IN_PROGRESS":[{"jobId":"j","executionNumber":1,"versionNumber":9}]}}"#,
    );
    assert_eq!(next(&queue(&[STARTED, over, stale])), "wait");
    let retry = (
        "notify",
        r#"{"timestamp":41,"jobs":{"QUEUED":[{"jobId":"j","executionNumber":2,"versionNumber":1}]}}"#,
    );
    let queue = queue(&[STARTED, over, stale, retry]);
    assert_eq!(next(&queue), "start j/2@1");
    assert_eq!(queue.pending().len(), 1);

    let first = queue.get(&ExecutionId::new("j", Some(1))).unwrap();
    assert!(first.is_over());
    assert_eq!(first.status(), Some(&JobExecutionStatus::Failed));
    assert_eq!(first.version_number(), Some(3));
    assert_eq!(first.queued_at().map(|at| at.secs()), Some(10));
    assert_eq!(queue.get(&ExecutionId::new("j", Some(3))), None);
}

#[test]
fn an_update_expects_the_known_version() {
    let queue = queue(&[QUEUED]);
    let Next::Start(execution) = queue.next() else {
        panic!("{:?}", queue.next())
    };
    let update = execution.update(JobExecutionStatus::InProgress).build();
    assert_eq!(
        codec::to_string(&update.unwrap()).unwrap(),
        r#"{"status":"IN_PROGRESS","expectedVersion":1,"executionNumber":1}"#
    );
}

#[test]
fn a_deleted_execution_has_no_state() {
    let queue = queue(&[("rejected", r#"{"code":"ResourceNotFound"}"#)]);
    let deleted = queue.get(&ExecutionId::new("j", Some(1))).unwrap();
    assert!(deleted.is_over());
    assert_eq!(deleted.status(), None);
}

#[test]
fn pending_executions_are_sorted() {
    let queue = queue(&[(
        "pending",
        r#"{"timestamp":9,"queuedJobs":[{"jobId":"late","queuedAt":8},{"jobId":"early","queuedAt":2.5}],
            "inProgressJobs":[{"jobId":"running","queuedAt":7}]}"#,
    )]);
    let jobs: Vec<_> = queue
        .pending()
        .iter()
        .map(|execution| execution.id().job_id())
        .collect();
    assert_eq!(jobs, ["running", "early", "late"]);
}

#[test]
fn messages_that_need_no_request_are_applied() {
    let payload = br#"{"timestamp":9,"status":"QUEUED","jobs":{},"queuedJobs":[]}"#;
    let table = [
        ("notify", true),
        ("notify-next", true),
        ("get/accepted", true),
        ("start-next/accepted", true),
        ("$next/get/accepted", true),
        ("j/update/accepted", false),
        ("j/update/rejected", false),
        ("get", false),
        ("j/update", false),
    ];
    for (topic, applied) in table {
        let topic = format!("$aws/things/t/jobs/{topic}");
        let message = Message::decode(&Topic::parse(&topic).unwrap(), payload).unwrap();
        let mut queue = Queue::default();
        assert_eq!(queue.apply(&message), applied, "{topic}");
        let expected = if applied { Next::Wait } else { Next::Request };
        assert_eq!(queue.next(), expected, "{topic}");
    }
}
