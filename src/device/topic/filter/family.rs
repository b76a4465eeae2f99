//! A filter for each family of topics.

use std::fmt;

use super::Filter;
use crate::device::{
    table::with_messages,
    topic::{JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, ThingName},
};

/// Which topics of a call a filter matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// The requests of devices, for programs that act as the service.
    Request,
    /// The responses to accepted requests.
    Accepted,
    /// The error responses to rejected requests.
    Rejected,
    /// Responses and error responses, with one `+`.
    ///
    /// After `jobs/get` and `jobs/start-next` this also matches requests about a job that is named
    /// `get` or `start-next`.
    Response,
}

impl Stage {
    /// What follows the last level of the request.
    pub(in crate::device::topic) const fn suffix(self) -> &'static str {
        match self {
            Stage::Request => "",
            Stage::Accepted => "/accepted",
            Stage::Rejected => "/rejected",
            Stage::Response => "/+",
        }
    }
}

macro_rules! filters {
    (
        thing_calls { $(
            $(#[$thing_doc:meta])+
            $Thing:ident, $thing_new:ident, $thing_word:literal, $ThingOperation:ident, $thing_purpose:literal: $ThingRequest:ident, $ThingResponse:ident => $thing_handler:ident;
        )+ }
        job_calls { $(
            $(#[$job_doc:meta])+
            $Job:ident($Level:ident), $job_new:ident, $job_word:literal, $JobOperation:ident, $job_purpose:literal: $JobRequest:ident, $JobResponse:ident => $job_handler:ident;
        )+ }
        notifications { $(
            $(#[$doc:meta])+
            $Notify:ident, $new:ident, $word:literal, $when:literal: $Payload:ident => $handler:ident;
        )+ }
        events { $(
            $(#[$event_doc:meta])+
            $Event:ident($Kind:ident), $filter:ident, $family:literal, $subject:literal: $EventPayload:ident;
        )+ }
    ) => {
        impl Filter {
            $(
                #[doc = concat!("The topics of `", stringify!($ThingOperation), "`; `None` matches any thing.")]
                pub fn $thing_new(thing: Option<&ThingName<'_>>, stage: Stage) -> Self {
                    Self::below(thing, format_args!("{}{}", $thing_word, stage.suffix()))
                }
            )+

            $(
                #[doc = concat!("The topics of `", stringify!($JobOperation), "`; `None` matches any thing or any job.")]
                pub fn $job_new(
                    thing: Option<&ThingName<'_>>,
                    job: Option<&$Level<'_>>,
                    stage: Stage,
                ) -> Self {
                    let job = job.map_or("+", $Level::as_str);
                    Self::below(thing, format_args!("{job}/{}{}", $job_word, stage.suffix()))
                }
            )+

            $(
                #[doc = concat!("The notifications `", stringify!($Payload), "`; `None` matches any thing.")]
                pub fn $new(thing: Option<&ThingName<'_>>) -> Self {
                    Self::below(thing, format_args!($word))
                }
            )+

            /// Every notification of a thing outside namespaces.
            pub(super) fn notifications(thing: Option<&ThingName<'_>>) -> Vec<Self> {
                vec![$( Self::$new(thing) ),+]
            }

            /// Every notification of a thing in a namespace.
            pub(super) fn notifications_in(
                thing: Option<&ThingName<'_>>,
                namespace: &NamespaceId<'_>,
            ) -> Vec<Self> {
                vec![$( Self::below(thing, format_args!(concat!($word, "-namespace-{}"), namespace)) ),+]
            }

            $(
                #[doc = concat!("The events `", stringify!($EventPayload), "`; `None` matches any job or any kind.")]
                pub fn $filter(job: Option<&JobId<'_>>, kind: Option<$Kind>) -> Self {
                    let job = job.map_or("+", JobId::as_str);
                    let kind = kind.map_or("+", $Kind::as_str);
                    Self(format!(concat!("$aws/events/", $family, "/{}/{}"), job, kind).into())
                }
            )+
        }
    };
}

with_messages!(filters);

impl Filter {
    pub(super) fn below(thing: Option<&ThingName<'_>>, levels: fmt::Arguments<'_>) -> Self {
        let thing = thing.map_or("+", ThingName::as_str);
        Self(format!("$aws/things/{thing}/jobs/{levels}").into())
    }
}
