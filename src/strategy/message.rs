//! Topics, and messages as they arrive on them.

use proptest::{prelude::*, strategy::Union};

use super::{Hostile, Wanted, arbitrary, text, text_of};
use crate::{
    constraint::{Constraint, JOB_ID, NAMESPACE_ID, THING_NAME},
    device::{
        message::{
            DescribeJobExecutionRequest, DescribeJobExecutionResponse, ErrorResponse,
            GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse, JobExecutionsChanged,
            Message, NextJobExecutionChanged, StartNextPendingJobExecutionRequest,
            StartNextPendingJobExecutionResponse, UpdateJobExecutionRequest,
            UpdateJobExecutionResponse,
        },
        topic::{
            Call, JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, ThingName,
            Topic,
        },
    },
    event::{Event, EventType, JobEvent, JobExecutionEvent},
    shape::{Shape, Structure},
};

/// Names of a constraint, all of whose texts are names.
fn name<T: std::fmt::Debug + 'static, E: 'static>(
    constraint: &'static Constraint,
    of: fn(String) -> Result<T, E>,
) -> BoxedStrategy<T> {
    text::of(Some(constraint), Wanted::Valid)
        .prop_filter_map("it is a name", move |name| of(name).ok())
        .boxed()
}

arbitrary!(ThingName<'static>, name(&THING_NAME, ThingName::new));
arbitrary!(JobId<'static>, name(&JOB_ID, JobId::new));
arbitrary!(NamespaceId<'static>, name(&NAMESPACE_ID, NamespaceId::new));
arbitrary!(
    JobOrNext<'static>,
    prop_oneof![1 => Just(JobOrNext::Next), 2 => any::<JobId<'static>>().prop_map(JobOrNext::Job)]
        .boxed()
);
arbitrary!(Call<'static>, call());
arbitrary!(Topic<'static>, topic());

type Namespace = Option<NamespaceId<'static>>;

fn call() -> BoxedStrategy<Call<'static>> {
    let thing = any::<ThingName<'static>>;
    let describe = (thing(), any::<JobOrNext<'static>>(), any::<Namespace>());
    let update = (thing(), any::<JobId<'static>>(), any::<Namespace>());
    prop_oneof![
        thing().prop_map(|thing| Call::GetPending { thing }),
        thing().prop_map(|thing| Call::StartNext { thing }),
        describe.prop_map(|(thing, job, namespace)| Call::Describe {
            thing,
            job,
            namespace
        }),
        update.prop_map(|(thing, job, namespace)| Call::Update {
            thing,
            job,
            namespace
        }),
    ]
    .boxed()
}

fn topic() -> BoxedStrategy<Topic<'static>> {
    let (job, notified) = (
        any::<JobId<'static>>,
        (any::<ThingName<'static>>(), any::<Namespace>()),
    );
    let of_job = (
        any::<ThingName<'static>>(),
        job(),
        any::<NamespaceId<'static>>(),
    );
    let job_event = (job(), prop::sample::select(JobEventKind::all()));
    let execution_event = (job(), prop::sample::select(JobExecutionEventKind::all()));
    prop_oneof![
        2 => call().prop_map(Topic::Request),
        2 => call().prop_map(Topic::Accepted),
        1 => call().prop_map(Topic::Rejected),
        1 => notified.clone().prop_map(|(thing, namespace)| Topic::Notify { thing, namespace }),
        1 => notified.prop_map(|(thing, namespace)| Topic::NotifyNext { thing, namespace }),
        1 => of_job.prop_map(|(thing, job, namespace)| Topic::NotifyOfJob { thing, job, namespace }),
        1 => job_event.prop_map(|(job, kind)| Topic::JobEvent { job, kind }),
        1 => execution_event.prop_map(|(job, kind)| Topic::JobExecutionEvent { job, kind }),
    ]
    .boxed()
}

/// Topics with valid payloads, as a broker hands them over; [`Message::decode`] reads them.
pub fn publish() -> BoxedStrategy<(Topic<'static>, Vec<u8>)> {
    published(Wanted::Valid)
}

/// The same with hostile payloads, all of which decode.
pub fn hostile_publish() -> BoxedStrategy<(Topic<'static>, Vec<u8>)> {
    published(Wanted::Hostile)
}

fn published(wanted: Wanted) -> BoxedStrategy<(Topic<'static>, Vec<u8>)> {
    topic()
        .prop_flat_map(move |topic| {
            let payload = text_of(payload_of(&topic), wanted);
            (Just(topic), payload.prop_map(String::into_bytes))
        })
        .boxed()
}

/// What is published on a topic.
fn payload_of(topic: &Topic<'_>) -> &'static Structure {
    match topic {
        Topic::Request(call) => match call {
            Call::GetPending { .. } => &GetPendingJobExecutionsRequest::STRUCTURE,
            Call::StartNext { .. } => &StartNextPendingJobExecutionRequest::STRUCTURE,
            Call::Describe { .. } => &DescribeJobExecutionRequest::STRUCTURE,
            Call::Update { .. } => &UpdateJobExecutionRequest::STRUCTURE,
        },
        Topic::Accepted(call) => match call {
            Call::GetPending { .. } => &GetPendingJobExecutionsResponse::STRUCTURE,
            Call::StartNext { .. } => &StartNextPendingJobExecutionResponse::STRUCTURE,
            Call::Describe { .. } => &DescribeJobExecutionResponse::STRUCTURE,
            Call::Update { .. } => &UpdateJobExecutionResponse::STRUCTURE,
        },
        Topic::Rejected(_) => &ErrorResponse::STRUCTURE,
        Topic::Notify { .. } | Topic::NotifyOfJob { .. } => &JobExecutionsChanged::STRUCTURE,
        Topic::NotifyNext { .. } => &NextJobExecutionChanged::STRUCTURE,
        Topic::JobEvent { .. } => &JobEvent::STRUCTURE,
        Topic::JobExecutionEvent { .. } => &JobExecutionEvent::STRUCTURE,
    }
}

fn message(published: BoxedStrategy<(Topic<'static>, Vec<u8>)>) -> BoxedStrategy<Message> {
    published
        .prop_filter_map("it decodes", |(topic, payload)| {
            Message::decode(&topic, &payload).ok()
        })
        .boxed()
}

arbitrary!(Message, message(publish()));

impl Hostile for Message {
    fn hostile() -> BoxedStrategy<Self> {
        message(hostile_publish())
    }
}

fn event(
    job: BoxedStrategy<JobEvent>,
    execution: BoxedStrategy<JobExecutionEvent>,
) -> BoxedStrategy<Event> {
    let job = job.prop_map(|mut event| {
        event.event_type = Some(EventType::Job);
        Event::Job(event)
    });
    let execution = execution.prop_map(|mut event| {
        event.event_type = Some(EventType::JobExecution);
        Event::JobExecution(event)
    });
    Union::new([job.boxed(), execution.boxed()]).boxed()
}

arbitrary!(Event, event(super::valid(), super::valid()));

impl Hostile for Event {
    fn hostile() -> BoxedStrategy<Self> {
        event(JobEvent::hostile(), JobExecutionEvent::hostile())
    }
}
