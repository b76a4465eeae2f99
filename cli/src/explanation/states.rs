//! The states of executions and of jobs, from the declared facts and the library's transitions.

use iot_jobs::{
    facts::{Kind, Structure},
    shape::Shape,
    types::{Job, JobExecution, JobExecutionStatus, JobStatus},
};

use super::entry::{Detail, Explanation, ExplanationKind};

/// Every state of an execution.
pub(super) fn of_executions() -> Vec<Explanation> {
    let kind = ExplanationKind::ExecutionState;
    let states = values(&JobExecution::STRUCTURE, "status").map(|(text, doc)| {
        let state = JobExecutionStatus::from(text);
        let setter = match state {
            JobExecutionStatus::InProgress => {
                "The device, with StartNextPendingJobExecution or UpdateJobExecution."
            }
            _ if state.is_device_settable() => "The device, with UpdateJobExecution.",
            _ => "Only the service; it rejects a device's request to set it.",
        };
        let mut details = vec![Detail::labelled("Who sets it", setter)];
        details.extend(transitions(text, JobExecutionStatus::values(),
            |from, to| JobExecutionStatus::from(from).can_transition_to(&to.into()),
        ));
        if state.is_terminal() {
            details.push(Detail::text("The state is terminal: it does not change again."));
        }
        if matches!(state, JobExecutionStatus::Failed | JobExecutionStatus::TimedOut) {
            details.push(Detail::text(
                "With a retry configuration for this state, the service creates another execution, in the state QUEUED.",
            ));
        }
        explanation(kind, text, doc, details)
    });
    states.collect()
}

/// Every state of a job.
pub(super) fn of_jobs() -> Vec<Explanation> {
    let kind = ExplanationKind::JobState;
    let states = values(&Job::STRUCTURE, "status").map(|(text, doc)| {
        let state = JobStatus::from(text);
        let setter = match state {
            JobStatus::Canceled => "The service, after CancelJob or by the abort configuration.",
            JobStatus::DeletionInProgress => "The service, after DeleteJob.",
            _ => "The service.",
        };
        let mut details = vec![Detail::labelled("Who sets it", setter)];
        details.extend(transitions(text, JobStatus::values(), |from, to| {
            JobStatus::from(from).can_transition_to(&to.into())
        }));
        if state.is_terminal() {
            details.push(Detail::text(
                "The state is terminal: no more executions run.",
            ));
        }
        explanation(kind, text, doc, details)
    });
    states.collect()
}

/// The values of an enum, each with its meaning.
pub(super) fn values(
    structure: &Structure,
    member: &str,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let (values, docs) = match structure.member(member).map(|member| member.kind) {
        Some(Kind::Enum(of)) => (of.values, of.docs),
        _ => (&[][..], &[][..]),
    };
    values.iter().copied().zip(docs.iter().copied())
}

fn explanation(kind: ExplanationKind, name: &str, doc: &str, details: Vec<Detail>) -> Explanation {
    Explanation {
        name: name.to_owned(),
        kind,
        summary: doc.to_owned(),
        details,
        examples: None,
    }
}

/// The states before and after a state.
fn transitions(
    state: &str,
    states: &[&str],
    allowed: impl Fn(&str, &str) -> Option<bool>,
) -> Vec<Detail> {
    let mut details = Vec::new();
    let listed = |states: Vec<&str>| states.join(", ");
    let allowed = |from: &str, to: &str| allowed(from, to) == Some(true);
    let before: Vec<_> = states
        .iter()
        .copied()
        .filter(|from| allowed(from, state))
        .collect();
    if !before.is_empty() {
        details.push(Detail::labelled("Follows after", listed(before)));
    }
    let after: Vec<_> = states
        .iter()
        .copied()
        .filter(|to| allowed(state, to))
        .collect();
    if !after.is_empty() {
        details.push(Detail::labelled("Can change to", listed(after)));
    }
    details
}
