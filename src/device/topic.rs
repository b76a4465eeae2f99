//! The MQTT topics of AWS IoT Jobs.
//!
//! [`Topic`] is one enum of every topic that the service knows; what its variants hold is checked
//! when it is made, so a `Topic` always has a text, and the text reads back as the same `Topic`.
//! Names and topics borrow what they are read from: reading a topic copies nothing.
//!
//! ```
//! use iot_jobs::device::topic::{Call, Filter, JobId, ThingName, Topic};
//!
//! let thing = ThingName::new("lamp")?;
//! for filter in Filter::agent(&thing) {
//!     // client.subscribe(filter, QoS::AtLeastOnce)
//!     assert!(filter.as_str().starts_with("$aws/things/lamp/jobs/"));
//! }
//!
//! let request = Call::start_next(&thing).request();
//! assert_eq!(request.to_string(), "$aws/things/lamp/jobs/start-next");
//!
//! match Topic::parse("$aws/things/lamp/jobs/firmware-7/update/rejected")? {
//!     Topic::Accepted(Call::Update { job, .. }) => println!("{job} is reported"),
//!     Topic::Rejected(call) => assert_eq!(call.job(), Some(&JobId::new("firmware-7")?)),
//!     Topic::NotifyNext { .. } => println!("there is something to do"),
//!     _ => {}
//! }
//! # Ok::<(), iot_jobs::device::topic::TopicError>(())
//! ```
//!
//! Two names that look like topics are told apart by their depth: `jobs/get` lists what is pending,
//! `jobs/get/get` asks about a job named `get`, `jobs/get/accepted` answers the former and
//! `jobs/get/get/accepted` the latter.

mod call;
mod display;
mod error;
mod event;
mod filter;
mod level;
mod name;
mod owned;
mod parse;
mod payload;

pub use self::{
    call::{Call, JobOrNext},
    error::TopicError,
    event::{JobEventKind, JobExecutionEventKind},
    filter::{Filter, Stage},
    name::{JobId, NamespaceId, ThingName},
};

/// A topic of AWS IoT Jobs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Topic<'a> {
    /// A device calls.
    Request(Call<'a>),
    /// The service answers that it did what the call asked for.
    Accepted(Call<'a>),
    /// The service answers that it refused.
    Rejected(Call<'a>),
    /// The list of what a thing has to do changed.
    Notify {
        /// The thing that is told.
        thing: ThingName<'a>,
        /// The namespace, if the topic names one.
        namespace: Option<NamespaceId<'a>>,
    },
    /// What a thing has to do next changed.
    NotifyNext {
        /// The thing that is told.
        thing: ThingName<'a>,
        /// The namespace, if the topic names one.
        namespace: Option<NamespaceId<'a>>,
    },
    /// The list changed, for one job in a namespace.
    ///
    /// The API reference spells namespaced notifications like this; clients that ship listen on
    /// [`Notify`](Topic::Notify) and [`NotifyNext`](Topic::NotifyNext).
    NotifyOfJob {
        /// The thing that is told.
        thing: ThingName<'a>,
        /// The job.
        job: JobId<'a>,
        /// The namespace of the job.
        namespace: NamespaceId<'a>,
    },
    /// Something happened to a job.
    JobEvent {
        /// The job.
        job: JobId<'a>,
        /// What happened.
        kind: JobEventKind,
    },
    /// Something happened to an execution of a job; which thing's stands in the payload.
    JobExecutionEvent {
        /// The job.
        job: JobId<'a>,
        /// What happened.
        kind: JobExecutionEventKind,
    },
}

impl<'a> Topic<'a> {
    /// Reads a topic; it borrows from the text.
    pub fn parse(text: &'a str) -> Result<Self, TopicError> {
        parse::topic(text)
    }

    /// Where a thing hears that the list of what it has to do changed.
    pub fn notify(thing: impl Into<ThingName<'a>>) -> Self {
        Topic::Notify {
            thing: thing.into(),
            namespace: None,
        }
    }

    /// Where a thing hears that what it has to do next changed.
    pub fn notify_next(thing: impl Into<ThingName<'a>>) -> Self {
        Topic::NotifyNext {
            thing: thing.into(),
            namespace: None,
        }
    }

    /// The call that the topic belongs to, if it is a request or an answer.
    pub fn call(&self) -> Option<&Call<'a>> {
        match self {
            Topic::Request(call) | Topic::Accepted(call) | Topic::Rejected(call) => Some(call),
            _ => None,
        }
    }

    /// The thing that the topic names; events name none.
    pub fn thing(&self) -> Option<&ThingName<'a>> {
        match self {
            Topic::Request(call) | Topic::Accepted(call) | Topic::Rejected(call) => {
                Some(call.thing())
            }
            Topic::Notify { thing, .. }
            | Topic::NotifyNext { thing, .. }
            | Topic::NotifyOfJob { thing, .. } => Some(thing),
            Topic::JobEvent { .. } | Topic::JobExecutionEvent { .. } => None,
        }
    }

    /// The job that the topic names; `$next` is none.
    pub fn job(&self) -> Option<&JobId<'a>> {
        match self {
            Topic::Request(call) | Topic::Accepted(call) | Topic::Rejected(call) => call.job(),
            Topic::NotifyOfJob { job, .. }
            | Topic::JobEvent { job, .. }
            | Topic::JobExecutionEvent { job, .. } => Some(job),
            Topic::Notify { .. } | Topic::NotifyNext { .. } => None,
        }
    }

    /// The namespace that the topic names.
    pub fn namespace(&self) -> Option<&NamespaceId<'a>> {
        match self {
            Topic::Request(call) | Topic::Accepted(call) | Topic::Rejected(call) => {
                call.namespace()
            }
            Topic::Notify { namespace, .. } | Topic::NotifyNext { namespace, .. } => {
                namespace.as_ref()
            }
            Topic::NotifyOfJob { namespace, .. } => Some(namespace),
            Topic::JobEvent { .. } | Topic::JobExecutionEvent { .. } => None,
        }
    }
}

impl<'a> TryFrom<&'a str> for Topic<'a> {
    type Error = TopicError;

    fn try_from(text: &'a str) -> Result<Self, TopicError> {
        Self::parse(text)
    }
}
