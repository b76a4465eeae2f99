//! The level of a topic that names a job.

use super::{JobId, TopicError, error::Expected, level::Level, name_kind::NameKind};

/// A job by its name, or the next pending one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum JobOrNext<'a> {
    /// This job.
    Job(JobId<'a>),
    /// The job in progress, or else the one that was queued first; `$next` in the topic.
    Next,
}

/// What the job level of a call may be.
pub(super) trait JobLevel<'a>: Sized {
    /// The job, or the error that `$next` is not allowed at this level.
    fn from_level(job: JobOrNext<'a>, level: Level<'a>) -> Result<Self, TopicError>;

    /// The job's name; `None` for `$next`.
    fn job_id(&self) -> Option<&JobId<'a>>;
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

    /// The job with an owned name.
    pub fn into_owned(self) -> JobOrNext<'static> {
        match self {
            JobOrNext::Job(job) => JobOrNext::Job(job.into_owned()),
            JobOrNext::Next => JobOrNext::Next,
        }
    }
}

impl<'a> JobLevel<'a> for JobOrNext<'a> {
    fn from_level(job: JobOrNext<'a>, _: Level<'a>) -> Result<Self, TopicError> {
        Ok(job)
    }

    fn job_id(&self) -> Option<&JobId<'a>> {
        self.id()
    }
}

impl<'a> JobLevel<'a> for JobId<'a> {
    fn from_level(job: JobOrNext<'a>, level: Level<'a>) -> Result<Self, TopicError> {
        match job {
            JobOrNext::Job(job) => Ok(job),
            JobOrNext::Next => Err(level.wrong(Expected::Name(NameKind::Job))),
        }
    }

    fn job_id(&self) -> Option<&JobId<'a>> {
        Some(self)
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
