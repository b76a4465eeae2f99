//! The MQTT topics of AWS IoT Jobs.
//!
//! [`Topic`] is an enum of every topic of the service. Its parts are validated when they are
//! created, so every `Topic` has a text, and parsing that text gives the same `Topic`. Names and
//! topics borrow from the text that they are parsed from.
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
//!     Topic::Accepted(Call::Update { job, .. }) => println!("{job} was updated"),
//!     Topic::Rejected(call) => assert_eq!(call.job(), Some(&JobId::new("firmware-7")?)),
//!     Topic::NotifyNext { .. } => println!("the next job changed"),
//!     _ => {}
//! }
//! # Ok::<(), iot_jobs::device::topic::TopicError>(())
//! ```
//!
//! A job may be named like a level of a topic. The number of levels decides: `jobs/get` requests the
//! list of pending executions and `jobs/get/accepted` is its response; `jobs/get/get` requests the
//! execution of a job named `get` and `jobs/get/get/accepted` is the response to that.

mod call;
mod description;
mod display;
mod error;
mod filter;
mod job_or_next;
mod level;
mod name;
mod name_kind;
mod parse;
#[cfg(feature = "proptest")]
mod strategy;

use std::str::FromStr;

pub use self::{
    call::Call,
    error::TopicError,
    filter::{Filter, Stage},
    job_or_next::JobOrNext,
    name::{JobId, NamespaceId, ThingName},
};
use self::{error::Expected, level::Level};
use super::table::with_messages;
pub use crate::event::{JobEventKind, JobExecutionEventKind};

macro_rules! topics {
    (
        thing_calls $thing_calls:tt
        job_calls $job_calls:tt
        notifications { $(
            $(#[$doc:meta])+
            $Notify:ident, $new:ident, $word:literal, $when:literal: $Payload:ident => $handler:ident;
        )+ }
        events { $(
            $(#[$event_doc:meta])+
            $Event:ident($Kind:ident), $filter:ident, $family:literal, $subject:literal: $EventPayload:ident;
        )+ }
    ) => {
        /// A topic of AWS IoT Jobs.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Topic<'a> {
            /// A device publishes a request.
            Request(Call<'a>),
            /// The service publishes the response to a request.
            Accepted(Call<'a>),
            /// The service publishes the error response to a request.
            Rejected(Call<'a>),
            $(
                $(#[$doc])+
                $Notify {
                    /// The thing that receives the notification.
                    thing: ThingName<'a>,
                    /// The namespace, if the topic names one.
                    namespace: Option<NamespaceId<'a>>,
                },
            )+
            /// The list of a thing's pending executions changed, for one job in a namespace.
            ///
            /// The API reference documents this topic; released clients subscribe to
            /// [`Notify`](Topic::Notify) and [`NotifyNext`](Topic::NotifyNext) instead.
            NotifyOfJob {
                /// The thing that receives the notification.
                thing: ThingName<'a>,
                /// The job.
                job: JobId<'a>,
                /// The namespace of the job.
                namespace: NamespaceId<'a>,
            },
            $(
                $(#[$event_doc])+
                $Event {
                    /// The job.
                    job: JobId<'a>,
                    /// What happened.
                    kind: $Kind,
                },
            )+
        }

        impl<'a> Topic<'a> {
            /// The levels of event topics that say what the event is about.
            const EVENT_FAMILIES: &'static [&'static str] = &[$($family),+];

            $(
                $(#[$doc])+
                pub fn $new(thing: impl Into<ThingName<'a>>) -> Self {
                    Topic::$Notify { thing: thing.into(), namespace: None }
                }
            )+

            /// The notification of a level after `jobs`; `None` if the level is no notification's.
            fn notification(
                thing: &ThingName<'a>,
                level: Level<'a>,
            ) -> Option<Result<Self, TopicError>> {
                $(
                    if level.text == Some($word) {
                        return Some(Ok(Topic::$new(thing.clone())));
                    }
                    if let Some(namespace) = level.namespace(concat!($word, "-namespace-")) {
                        let thing = thing.clone();
                        return Some(namespace.map(|namespace| Topic::$Notify {
                            thing,
                            namespace: Some(namespace),
                        }));
                    }
                )+
                None
            }

            /// The event of this family whose kind is at a level; `None` if there is no such family.
            fn event(
                family: &str,
                job: JobId<'a>,
                level: Level<'a>,
            ) -> Option<Result<Self, TopicError>> {
                let kind_expected = |words| level.wrong(Expected::OneOf(words));
                match family {
                    $(
                        $family => {
                            let kind = level.text.and_then($Kind::from_word);
                            let kind = kind.ok_or_else(|| kind_expected($Kind::WORDS));
                            Some(kind.map(|kind| Topic::$Event { job, kind }))
                        }
                    )+
                    _ => None,
                }
            }

            /// The parts of the text.
            fn parts(&self) -> Parts<'_, 'a> {
                match self {
                    Topic::Request(call) => Parts::Call { call, stage: Stage::Request },
                    Topic::Accepted(call) => Parts::Call { call, stage: Stage::Accepted },
                    Topic::Rejected(call) => Parts::Call { call, stage: Stage::Rejected },
                    $(
                        Topic::$Notify { thing, namespace } => Parts::Notification {
                            thing,
                            word: $word,
                            namespace: namespace.as_ref(),
                        },
                    )+
                    Topic::NotifyOfJob { thing, job, namespace } => {
                        Parts::NotificationOfJob { thing, job, namespace }
                    }
                    $(
                        Topic::$Event { job, kind } => Parts::Event {
                            family: $family,
                            job,
                            kind: kind.as_str(),
                        },
                    )+
                }
            }

            /// The topic with owned names.
            pub fn into_owned(self) -> Topic<'static> {
                match self {
                    Topic::Request(call) => Topic::Request(call.into_owned()),
                    Topic::Accepted(call) => Topic::Accepted(call.into_owned()),
                    Topic::Rejected(call) => Topic::Rejected(call.into_owned()),
                    $(
                        Topic::$Notify { thing, namespace } => Topic::$Notify {
                            thing: thing.into_owned(),
                            namespace: namespace.map(NamespaceId::into_owned),
                        },
                    )+
                    Topic::NotifyOfJob { thing, job, namespace } => Topic::NotifyOfJob {
                        thing: thing.into_owned(),
                        job: job.into_owned(),
                        namespace: namespace.into_owned(),
                    },
                    $( Topic::$Event { job, kind } => Topic::$Event { job: job.into_owned(), kind }, )+
                }
            }
        }
    };
}

with_messages!(topics);

/// The forms of topics.
enum Parts<'t, 'a> {
    Call {
        call: &'t Call<'a>,
        stage: Stage,
    },
    Notification {
        thing: &'t ThingName<'a>,
        word: &'static str,
        namespace: Option<&'t NamespaceId<'a>>,
    },
    NotificationOfJob {
        thing: &'t ThingName<'a>,
        job: &'t JobId<'a>,
        namespace: &'t NamespaceId<'a>,
    },
    Event {
        family: &'static str,
        job: &'t JobId<'a>,
        kind: &'static str,
    },
}

impl<'a> Topic<'a> {
    /// Parses a topic, which borrows from the text.
    pub fn parse(text: &'a str) -> Result<Self, TopicError> {
        parse::topic(text)
    }

    /// The call of a request, a response or an error response.
    pub fn call(&self) -> Option<&Call<'a>> {
        match self.parts() {
            Parts::Call { call, .. } => Some(call),
            Parts::Notification { .. } | Parts::NotificationOfJob { .. } | Parts::Event { .. } => {
                None
            }
        }
    }

    /// The thing that the topic names; events name none.
    pub fn thing(&self) -> Option<&ThingName<'a>> {
        match self.parts() {
            Parts::Call { call, .. } => Some(call.thing()),
            Parts::Notification { thing, .. } | Parts::NotificationOfJob { thing, .. } => {
                Some(thing)
            }
            Parts::Event { .. } => None,
        }
    }

    /// The job that the topic names; `$next` is none.
    pub fn job(&self) -> Option<&JobId<'a>> {
        match self.parts() {
            Parts::Call { call, .. } => call.job(),
            Parts::NotificationOfJob { job, .. } | Parts::Event { job, .. } => Some(job),
            Parts::Notification { .. } => None,
        }
    }

    /// The namespace that the topic names.
    pub fn namespace(&self) -> Option<&NamespaceId<'a>> {
        match self.parts() {
            Parts::Call { call, .. } => call.namespace(),
            Parts::Notification { namespace, .. } => namespace,
            Parts::NotificationOfJob { namespace, .. } => Some(namespace),
            Parts::Event { .. } => None,
        }
    }
}

impl<'a> TryFrom<&'a str> for Topic<'a> {
    type Error = TopicError;

    fn try_from(text: &'a str) -> Result<Self, TopicError> {
        Self::parse(text)
    }
}

impl FromStr for Topic<'static> {
    type Err = TopicError;

    fn from_str(text: &str) -> Result<Self, TopicError> {
        Topic::parse(text).map(Topic::into_owned)
    }
}
