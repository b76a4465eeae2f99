//! Strategies of topics and their parts.

use std::fmt::Debug;

use proptest::prelude::*;

use super::{
    Call, JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, ThingName, Topic,
};
use crate::{
    constraint::{Constraint, JOB_ID, NAMESPACE_ID, THING_NAME},
    device::table::with_messages,
    strategy::{arbitrary, valid_strings},
};

/// Names that satisfy a constraint.
fn name<T: Debug + 'static, E: 'static>(
    constraint: &'static Constraint,
    of: fn(String) -> Result<T, E>,
) -> BoxedStrategy<T> {
    valid_strings(constraint)
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

macro_rules! topic_strategies {
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
        fn call() -> BoxedStrategy<Call<'static>> {
            prop_oneof![
                $( any::<ThingName<'static>>().prop_map(|thing| Call::$Thing { thing }), )+
                $(
                    (any::<ThingName<'static>>(), any::<$Level<'static>>(), any::<Namespace>())
                        .prop_map(|(thing, job, namespace)| Call::$Job { thing, job, namespace }),
                )+
            ]
            .boxed()
        }

        fn topic() -> BoxedStrategy<Topic<'static>> {
            let of_job = (
                any::<ThingName<'static>>(),
                any::<JobId<'static>>(),
                any::<NamespaceId<'static>>(),
            );
            prop_oneof![
                2 => call().prop_map(Topic::Request),
                2 => call().prop_map(Topic::Accepted),
                1 => call().prop_map(Topic::Rejected),
                1 => of_job.prop_map(|(thing, job, namespace)| {
                    Topic::NotifyOfJob { thing, job, namespace }
                }),
                $(
                    1 => (any::<ThingName<'static>>(), any::<Namespace>())
                        .prop_map(|(thing, namespace)| Topic::$Notify { thing, namespace }),
                )+
                $(
                    1 => (any::<JobId<'static>>(), prop::sample::select($Kind::all()))
                        .prop_map(|(job, kind)| Topic::$Event { job, kind }),
                )+
            ]
            .boxed()
        }
    };
}

with_messages!(topic_strategies);
