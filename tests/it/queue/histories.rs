//! Shuffled and repeated histories.
//!
//! Two properties. The first holds for any messages whatever, even ones that contradict each other:
//! the queue is a function of the *set* of messages it heard. It holds because each message adds
//! facts that depend on that message alone, and each part of the state is the largest of its facts;
//! taking the largest does not depend on order or repetition.
//!
//! The second says that this function is the right one: if all messages of a service came, in any
//! order and any number of times, the device knows exactly what the service holds for pending. It
//! holds where the service's clock moves between its changes. Where several changes fall into one
//! second the queue may take an execution for pending that is not, but never loses one that is.

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
enum Heard {
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

fn hear<'a>(messages: impl IntoIterator<Item = &'a Heard>) -> Queue {
    let mut queue = Queue::default();
    for message in messages {
        match message {
            Heard::Notify(changed) => queue.jobs_changed(changed),
            Heard::NotifyNext(changed) => queue.next_changed(changed),
            Heard::Pending(answer) => queue.listed(answer),
            Heard::Started(answer) => queue.started(answer),
            Heard::Updated(id, request, answer) => queue.updated(id, request, answer),
            Heard::Rejected(id, error) => queue.rejected(id, error),
        }
    }
    queue
}

/// The messages, and the same in another order, some of them twice, none left out.
fn shuffled(messages: Vec<Heard>) -> impl Strategy<Value = (Vec<Heard>, Vec<Heard>)> {
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

fn notify(at: Option<DateTime>, executions: &[JobExecution]) -> Heard {
    let mut changed = JobExecutionsChanged::builder().set_timestamp(at);
    let mut jobs = HashMap::<_, Vec<_>>::new();
    for execution in executions {
        if let Some(status) = execution.status.clone() {
            jobs.entry(status).or_default().push(summary(execution));
        }
    }
    changed = changed.set_jobs(Some(jobs));
    Heard::Notify(changed.build())
}

fn pending(queue: &Queue) -> Vec<(ExecutionId, JobExecutionStatus)> {
    let executions = queue.pending().into_iter();
    let mut pending: Vec<_> = executions
        .map(|execution| (execution.id().clone(), execution.status().unwrap().clone()))
        .collect();
    pending.sort();
    pending
}

/// A history whose steps are so many seconds apart, and its messages shuffled and repeated.
fn history(
    apart: std::ops::Range<i64>,
) -> impl Strategy<Value = (Vec<(ExecutionId, JobExecutionStatus)>, Vec<Heard>)> {
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
        prop_assert_eq!(hear(&messages), hear(&shuffled));
    }

    #[test]
    fn the_device_knows_what_the_service_knows((known, messages) in history(1..4)) {
        prop_assert_eq!(pending(&hear(&messages)), known);
    }

    #[test]
    fn nothing_is_lost_within_a_second((known, messages) in history(0..2)) {
        let pending = pending(&hear(&messages));
        for execution in known {
            prop_assert!(pending.contains(&execution), "{:?} not in {:?}", execution, pending);
        }
    }

    #[test]
    fn what_is_over_never_comes_back(
        before in prop::collection::vec(message(), 0..8),
        id in id(),
        after in prop::collection::vec(message(), 0..8),
    ) {
        let over = ErrorResponse::builder().code(ErrorCode::TerminalStateReached).build();
        let over = Heard::Rejected(id.clone(), over);
        let queue = hear(before.iter().chain([&over]).chain(&after));
        prop_assert!(queue.get(&id).unwrap().is_over());
        prop_assert!(queue.pending().iter().all(|execution| *execution.id() != id));
    }
}
