//! Topics that keep their own text.

use std::str::FromStr;

use super::{Call, JobOrNext, NamespaceId, Topic, TopicError};

impl Topic<'_> {
    /// The topic with its own text, to be kept longer than what it was read from.
    pub fn into_owned(self) -> Topic<'static> {
        match self {
            Topic::Request(call) => Topic::Request(call.into_owned()),
            Topic::Accepted(call) => Topic::Accepted(call.into_owned()),
            Topic::Rejected(call) => Topic::Rejected(call.into_owned()),
            Topic::Notify { thing, namespace } => Topic::Notify {
                thing: thing.into_owned(),
                namespace: namespace.map(NamespaceId::into_owned),
            },
            Topic::NotifyNext { thing, namespace } => Topic::NotifyNext {
                thing: thing.into_owned(),
                namespace: namespace.map(NamespaceId::into_owned),
            },
            Topic::NotifyOfJob {
                thing,
                job,
                namespace,
            } => Topic::NotifyOfJob {
                thing: thing.into_owned(),
                job: job.into_owned(),
                namespace: namespace.into_owned(),
            },
            Topic::JobEvent { job, kind } => Topic::JobEvent {
                job: job.into_owned(),
                kind,
            },
            Topic::JobExecutionEvent { job, kind } => Topic::JobExecutionEvent {
                job: job.into_owned(),
                kind,
            },
        }
    }
}

impl Call<'_> {
    /// The call with its own text, to be kept longer than what it was read from.
    pub fn into_owned(self) -> Call<'static> {
        match self {
            Call::GetPending { thing } => Call::GetPending {
                thing: thing.into_owned(),
            },
            Call::StartNext { thing } => Call::StartNext {
                thing: thing.into_owned(),
            },
            Call::Describe {
                thing,
                job,
                namespace,
            } => Call::Describe {
                thing: thing.into_owned(),
                job: job.into_owned(),
                namespace: namespace.map(NamespaceId::into_owned),
            },
            Call::Update {
                thing,
                job,
                namespace,
            } => Call::Update {
                thing: thing.into_owned(),
                job: job.into_owned(),
                namespace: namespace.map(NamespaceId::into_owned),
            },
        }
    }
}

impl JobOrNext<'_> {
    /// The job with its own text, to be kept longer than what it was read from.
    pub fn into_owned(self) -> JobOrNext<'static> {
        match self {
            JobOrNext::Job(job) => JobOrNext::Job(job.into_owned()),
            JobOrNext::Next => JobOrNext::Next,
        }
    }
}

impl FromStr for Topic<'static> {
    type Err = TopicError;

    fn from_str(text: &str) -> Result<Self, TopicError> {
        Topic::parse(text).map(Topic::into_owned)
    }
}
