//! Shuffled and repeated histories.
//!
//! Two properties. The first holds for any messages, even contradictory ones: the queue is a function
//! of the *set* of messages that it received. Each message adds observations that depend on that
//! message alone, and the queue keeps the largest ones, which depends on neither order nor repetition.
//!
//! The second is that the function is correct: once all messages of a service have been received, in
//! any order and any number of times, the queue has exactly the executions that are pending at the
//! service. This requires that no two changes happen in the same second. Otherwise the queue may have
//! executions that are no longer pending, but it never lacks one that is.

mod any;
mod service;

use std::collections::HashMap;

use iot_jobs::{
    device::{
        message::{
            ErrorCode, ErrorResponse, GetPendingJobExecutionsResponse, JobExecutionsChanged,
            NextJobExecutionChanged, StartNextPendingJobExecutionResponse,
            UpdateJobExecutionRequest, UpdateJobExecutionResponse,
        },
        queue::{ExecutionId, Queue},
        types::{JobExecution, JobExecutionStatus, JobExecutionSummary},
    },
    primitives::DateTime,
};
use proptest::{prelude::*, sample::subsequence};

use self::{
    any::{id, message},
    service::{Service, change},
};

#[derive(Clone, Debug)]
enum Received {
    Notify(JobExecutionsChanged),
    NotifyNext(NextJobExecutionChanged),
    Pending(GetPendingJobExecutionsResponse),
    Started(StartNextPendingJobExecutionResponse),
    Updated(
        ExecutionId,
        UpdateJobExecutionRequest,
        UpdateJobExecutionResponse,
    ),
    Rejected(ExecutionId, ErrorResponse),
}

fn receive<'a>(messages: impl IntoIterator<Item = &'a Received>) -> Queue {
    let mut queue = Queue::default();
    for message in messages {
        match message {
            Received::Notify(changed) => queue.on_jobs_changed(changed),
            Received::NotifyNext(changed) => queue.on_next_changed(changed),
            Received::Pending(answer) => queue.on_listed(answer),
            Received::Started(answer) => queue.on_started(answer),
            Received::Updated(id, request, answer) => queue.on_updated(id, request, answer),
            Received::Rejected(id, error) => queue.on_rejected(id, error),
        }
    }
    queue
}

/// The messages, and the same messages in another order, some of them twice.
fn shuffled(messages: Vec<Received>) -> impl Strategy<Value = (Vec<Received>, Vec<Received>)> {
    let again = subsequence(messages.clone(), 0..=messages.len());
    let whole = messages.clone();
    let repeated = again.prop_map(move |again| [whole.clone(), again].concat());
    (Just(messages), repeated.prop_shuffle())
}

fn summary(execution: &JobExecution) -> JobExecutionSummary {
    JobExecutionSummary::builder()
        .set_job_id(execution.job_id.clone())
        .set_execution_number(execution.execution_number)
        .set_version_number(execution.version_number)
        .set_queued_at(execution.queued_at)
        .build()
}

fn notify(at: Option<DateTime>, executions: &[JobExecution]) -> Received {
    let mut changed = JobExecutionsChanged::builder().set_timestamp(at);
    let mut jobs = HashMap::<_, Vec<_>>::new();
    for execution in executions {
        if let Some(status) = execution.status.clone() {
            jobs.entry(status).or_default().push(summary(execution));
        }
    }
    changed = changed.set_jobs(Some(jobs));
    Received::Notify(changed.build())
}

fn pending(queue: &Queue) -> Vec<(ExecutionId, JobExecutionStatus)> {
    let executions = queue.pending().into_iter();
    let mut pending: Vec<_> = executions
        .map(|execution| (execution.id().clone(), execution.status().unwrap().clone()))
        .collect();
    pending.sort();
    pending
}

/// A history whose changes are this many seconds apart, with its messages shuffled and repeated.
fn history(
    apart: std::ops::Range<i64>,
) -> impl Strategy<Value = (Vec<(ExecutionId, JobExecutionStatus)>, Vec<Received>)> {
    prop::collection::vec((apart, change()), 0..30).prop_flat_map(|changes| {
        let service = Service::run(&changes);
        let known = service.known();
        shuffled(service.sent).prop_map(move |(_, messages)| (known.clone(), messages))
    })
}

proptest! {
    #[test]
    fn the_order_of_messages_does_not_matter(
        (messages, shuffled) in prop::collection::vec(message(), 0..12).prop_flat_map(shuffled),
    ) {
        prop_assert_eq!(receive(&messages), receive(&shuffled));
    }

    #[test]
    fn the_queue_has_the_pending_executions_of_the_service((known, messages) in history(1..4)) {
        prop_assert_eq!(pending(&receive(&messages)), known);
    }

    #[test]
    fn no_execution_is_lost_within_a_second((known, messages) in history(0..2)) {
        let pending = pending(&receive(&messages));
        for execution in known {
            prop_assert!(pending.contains(&execution), "{:?} not in {:?}", execution, pending);
        }
    }

    #[test]
    fn a_terminal_execution_never_becomes_pending(
        before in prop::collection::vec(message(), 0..8),
        id in id(),
        after in prop::collection::vec(message(), 0..8),
    ) {
        let over = ErrorResponse::builder().code(ErrorCode::TerminalStateReached).build();
        let over = Received::Rejected(id.clone(), over);
        let queue = receive(before.iter().chain([&over]).chain(&after));
        prop_assert!(queue.get(&id).unwrap().is_over());
        prop_assert!(queue.pending().iter().all(|execution| *execution.id() != id));
    }
}
