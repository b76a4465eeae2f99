//! The calls that a device makes by publishing.

use super::{JobId, NamespaceId, ThingName, Topic};

/// A call that a device makes by publishing, and that the service answers on topics next to it.
///
/// Only the calls about one execution can be made within a namespace.
///
/// ```
/// use iot_jobs::device::topic::{Call, JobId, JobOrNext, NamespaceId, ThingName};
///
/// let thing = ThingName::new("lamp")?;
/// let update = Call::update(&thing, JobId::new("firmware-7")?);
/// assert_eq!(update.request().to_string(), "$aws/things/lamp/jobs/firmware-7/update");
///
/// let describe = Call::Describe {
///     thing,
///     job: JobOrNext::Next,
///     namespace: Some(NamespaceId::new("aws-gg-deployment")?),
/// };
/// assert_eq!(
///     describe.accepted().to_string(),
///     "$aws/things/lamp/jobs/$next/namespace-aws-gg-deployment/get/accepted"
/// );
/// # Ok::<(), iot_jobs::device::topic::TopicError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Call<'a> {
    /// `GetPendingJobExecutions`: lists what the thing has to do.
    GetPending {
        /// The thing that asks.
        thing: ThingName<'a>,
    },
    /// `StartNextPendingJobExecution`: starts the oldest execution that waits.
    StartNext {
        /// The thing that asks.
        thing: ThingName<'a>,
    },
    /// `DescribeJobExecution`: reads an execution and its job document.
    Describe {
        /// The thing that asks.
        thing: ThingName<'a>,
        /// The job to read about.
        job: JobOrNext<'a>,
        /// The namespace of the job, if the topic names it.
        namespace: Option<NamespaceId<'a>>,
    },
    /// `UpdateJobExecution`: reports how far an execution has come.
    Update {
        /// The thing that reports.
        thing: ThingName<'a>,
        /// The job that it runs.
        job: JobId<'a>,
        /// The namespace of the job, if the topic names it.
        namespace: Option<NamespaceId<'a>>,
    },
}

/// A job by its name, or the one that is next in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum JobOrNext<'a> {
    /// This job.
    Job(JobId<'a>),
    /// The job that runs or else the oldest that waits; `$next` in the topic.
    Next,
}

impl<'a> Call<'a> {
    /// Lists what the thing has to do.
    pub fn get_pending(thing: impl Into<ThingName<'a>>) -> Self {
        Call::GetPending {
            thing: thing.into(),
        }
    }

    /// Starts the oldest execution that waits.
    pub fn start_next(thing: impl Into<ThingName<'a>>) -> Self {
        Call::StartNext {
            thing: thing.into(),
        }
    }

    /// Reads an execution and its job document.
    pub fn describe(thing: impl Into<ThingName<'a>>, job: impl Into<JobOrNext<'a>>) -> Self {
        Call::Describe {
            thing: thing.into(),
            job: job.into(),
            namespace: None,
        }
    }

    /// Reports how far an execution has come.
    pub fn update(thing: impl Into<ThingName<'a>>, job: impl Into<JobId<'a>>) -> Self {
        Call::Update {
            thing: thing.into(),
            job: job.into(),
            namespace: None,
        }
    }

    /// The topic that the device publishes to.
    pub fn request(self) -> Topic<'a> {
        Topic::Request(self)
    }

    /// The topic of the answer if all went well.
    pub fn accepted(self) -> Topic<'a> {
        Topic::Accepted(self)
    }

    /// The topic of the answer if the service refused.
    pub fn rejected(self) -> Topic<'a> {
        Topic::Rejected(self)
    }

    /// The thing that calls.
    pub fn thing(&self) -> &ThingName<'a> {
        match self {
            Call::GetPending { thing }
            | Call::StartNext { thing }
            | Call::Describe { thing, .. }
            | Call::Update { thing, .. } => thing,
        }
    }

    /// The job that the call names, if it names one.
    pub fn job(&self) -> Option<&JobId<'a>> {
        match self {
            Call::Describe { job, .. } => job.id(),
            Call::Update { job, .. } => Some(job),
            Call::GetPending { .. } | Call::StartNext { .. } => None,
        }
    }

    /// The namespace that the call names, if it names one.
    pub fn namespace(&self) -> Option<&NamespaceId<'a>> {
        match self {
            Call::Describe { namespace, .. } | Call::Update { namespace, .. } => namespace.as_ref(),
            Call::GetPending { .. } | Call::StartNext { .. } => None,
        }
    }
}

impl<'a> JobOrNext<'a> {
    /// The job's name; `None` for `$next`.
    pub fn id(&self) -> Option<&JobId<'a>> {
        match self {
            JobOrNext::Job(job) => Some(job),
            JobOrNext::Next => None,
        }
    }

    /// The text in the topic.
    pub fn as_str(&self) -> &str {
        self.id().map_or("$next", JobId::as_str)
    }
}

impl<'a> From<JobId<'a>> for JobOrNext<'a> {
    fn from(job: JobId<'a>) -> Self {
        JobOrNext::Job(job)
    }
}

impl<'a> From<&'a JobId<'_>> for JobOrNext<'a> {
    fn from(job: &'a JobId<'_>) -> Self {
        JobOrNext::Job(job.into())
    }
}
