//! Which state may follow which, over all pairs.

use iot_jobs::types::{JobExecutionStatus, JobStatus};

/// A row a state, a column a next state, in the order of `values()`.
const EXECUTION: [(&str, [u8; 8]); 8] = [
    ("QUEUED", [0, 1, 1, 1, 0, 1, 1, 1]),
    ("IN_PROGRESS", [0, 1, 1, 1, 1, 1, 1, 1]),
    ("SUCCEEDED", [0; 8]),
    ("FAILED", [0; 8]),
    ("TIMED_OUT", [0; 8]),
    ("REJECTED", [0; 8]),
    ("REMOVED", [0; 8]),
    ("CANCELED", [0; 8]),
];

const JOB: [(&str, [u8; 5]); 5] = [
    ("IN_PROGRESS", [0, 1, 1, 1, 1]),
    ("CANCELED", [0, 0, 0, 1, 0]),
    ("COMPLETED", [0, 0, 0, 1, 0]),
    ("DELETION_IN_PROGRESS", [0; 5]),
    ("SCHEDULED", [1, 1, 0, 1, 0]),
];

#[test]
fn executions_go_from_state_to_state() {
    assert_eq!(
        EXECUTION.map(|(state, _)| state),
        JobExecutionStatus::values()
    );
    for (from, row) in EXECUTION {
        for (to, allowed) in JobExecutionStatus::values().iter().zip(row) {
            let answer =
                JobExecutionStatus::from(from).can_transition_to(&JobExecutionStatus::from(*to));
            assert_eq!(answer, Some(allowed == 1), "{from} to {to}");
        }
    }
}

#[test]
fn jobs_go_from_state_to_state() {
    assert_eq!(JOB.map(|(state, _)| state), JobStatus::values());
    for (from, row) in JOB {
        for (to, allowed) in JobStatus::values().iter().zip(row) {
            let answer = JobStatus::from(from).can_transition_to(&JobStatus::from(*to));
            assert_eq!(answer, Some(allowed == 1), "{from} to {to}");
        }
    }
}

#[test]
fn what_is_unknown_is_not_guessed() {
    for state in JobExecutionStatus::values() {
        let (known, unknown) = ((*state).into(), JobExecutionStatus::from("SOMEDAY"));
        assert_eq!(unknown.can_transition_to(&known), None);
        assert_eq!(known.can_transition_to(&unknown), None);
        assert!(!unknown.is_terminal());
        assert!(!unknown.is_device_settable());
    }
    for state in JobStatus::values() {
        let (known, unknown) = ((*state).into(), JobStatus::from("SUCCEEDED"));
        assert_eq!(unknown.can_transition_to(&known), None);
        assert_eq!(known.can_transition_to(&unknown), None);
        assert!(!unknown.is_terminal());
    }
}

/// The state, whether it is terminal, and whether a device may set it.
#[test]
fn executions_end_and_devices_end_them() {
    let table = [
        ("QUEUED", false, false),
        ("IN_PROGRESS", false, true),
        ("SUCCEEDED", true, true),
        ("FAILED", true, true),
        ("TIMED_OUT", true, false),
        ("REJECTED", true, true),
        ("REMOVED", true, false),
        ("CANCELED", true, false),
    ];
    assert_eq!(table.map(|row| row.0), JobExecutionStatus::values());
    for (state, terminal, settable) in table {
        let status = JobExecutionStatus::from(state);
        assert_eq!(status.is_terminal(), terminal, "{state}");
        assert_eq!(status.is_device_settable(), settable, "{state}");
    }
}

#[test]
fn jobs_end() {
    let table = [
        ("IN_PROGRESS", false),
        ("CANCELED", true),
        ("COMPLETED", true),
        ("DELETION_IN_PROGRESS", true),
        ("SCHEDULED", false),
    ];
    assert_eq!(table.map(|row| row.0), JobStatus::values());
    for (state, terminal) in table {
        assert_eq!(JobStatus::from(state).is_terminal(), terminal, "{state}");
    }
}
