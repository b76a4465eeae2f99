//! A filter for each family of topics. Where a name is `None`, any matches.

use super::Filter;
use crate::device::topic::{
    JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, ThingName,
};

/// Which topics of a call a filter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Where devices call; for who plays the service.
    Request,
    /// Where the service accepts.
    Accepted,
    /// Where the service refuses.
    Rejected,
    /// Both answers, with one `+`.
    ///
    /// Behind `jobs/get` and `jobs/start-next` this also matches requests about a job that is named
    /// `get` or `start-next`.
    Answer,
}

impl Stage {
    const fn suffix(self) -> &'static str {
        match self {
            Stage::Request => "",
            Stage::Accepted => "/accepted",
            Stage::Rejected => "/rejected",
            Stage::Answer => "/+",
        }
    }
}

impl Filter {
    /// The topics of `GetPendingJobExecutions`; `None` is any thing.
    pub fn get_pending(thing: Option<&ThingName<'_>>, stage: Stage) -> Self {
        Self::below(thing, format_args!("get{}", stage.suffix()))
    }

    /// The topics of `StartNextPendingJobExecution`; `None` is any thing.
    pub fn start_next(thing: Option<&ThingName<'_>>, stage: Stage) -> Self {
        Self::below(thing, format_args!("start-next{}", stage.suffix()))
    }

    /// The topics of `DescribeJobExecution`; `None` is any thing, and any job and `$next`.
    pub fn describe(
        thing: Option<&ThingName<'_>>,
        job: Option<&JobOrNext<'_>>,
        stage: Stage,
    ) -> Self {
        let job = job.map_or("+", JobOrNext::as_str);
        Self::below(thing, format_args!("{job}/get{}", stage.suffix()))
    }

    /// The topics of `UpdateJobExecution`; `None` is any thing and any job.
    pub fn update(thing: Option<&ThingName<'_>>, job: Option<&JobId<'_>>, stage: Stage) -> Self {
        let job = job.map_or("+", JobId::as_str);
        Self::below(thing, format_args!("{job}/update{}", stage.suffix()))
    }

    /// Where things hear that their lists changed; `None` is any thing.
    pub fn notify(thing: Option<&ThingName<'_>>) -> Self {
        Self::below(thing, format_args!("notify"))
    }

    /// Where things hear that what they have to do next changed; `None` is any thing.
    pub fn notify_next(thing: Option<&ThingName<'_>>) -> Self {
        Self::below(thing, format_args!("notify-next"))
    }

    /// The events of jobs; `None` is any job and any event.
    pub fn job_events(job: Option<&JobId<'_>>, kind: Option<JobEventKind>) -> Self {
        let job = job.map_or("+", JobId::as_str);
        let kind = kind.map_or("+", JobEventKind::as_str);
        Self(format!("$aws/events/job/{job}/{kind}").into())
    }

    /// The events of executions; `None` is any job and any event.
    pub fn job_execution_events(
        job: Option<&JobId<'_>>,
        kind: Option<JobExecutionEventKind>,
    ) -> Self {
        let job = job.map_or("+", JobId::as_str);
        let kind = kind.map_or("+", JobExecutionEventKind::as_str);
        Self(format!("$aws/events/jobExecution/{job}/{kind}").into())
    }

    /// Everything that things are told about jobs in a namespace, in both spellings; `None` is any
    /// thing.
    pub fn namespace(thing: Option<&ThingName<'_>>, namespace: &NamespaceId<'_>) -> [Self; 4] {
        [
            Self::below(thing, format_args!("notify-namespace-{namespace}")),
            Self::below(thing, format_args!("notify-next-namespace-{namespace}")),
            Self::below(thing, format_args!("+/notify-namespace-{namespace}")),
            Self::below(thing, format_args!("+/namespace-{namespace}/+/+")),
        ]
    }

    pub(super) fn below(thing: Option<&ThingName<'_>>, levels: std::fmt::Arguments<'_>) -> Self {
        let thing = thing.map_or("+", ThingName::as_str);
        Self(format!("$aws/things/{thing}/jobs/{levels}").into())
    }
}
