//! The calls that a device makes by publishing.

use super::{
    JobId, JobOrNext, NamespaceId, ThingName, Topic, TopicError, job_or_next::JobLevel,
    level::Level,
};
use crate::device::table::with_messages;

macro_rules! calls {
    (
        thing_calls { $(
            $(#[$thing_doc:meta])+
            $Thing:ident, $thing_new:ident, $thing_word:literal, $ThingOperation:ident, $thing_purpose:literal: $ThingRequest:ident, $ThingResponse:ident => $thing_handler:ident;
        )+ }
        job_calls { $(
            $(#[$job_doc:meta])+
            $Job:ident($Level:ident), $job_new:ident, $job_word:literal, $JobOperation:ident, $job_purpose:literal: $JobRequest:ident, $JobResponse:ident => $job_handler:ident;
        )+ }
        notifications $notifications:tt
        events $events:tt
    ) => {
        /// A call that a device makes by publishing, and that the service responds to on topics below it.
        ///
        /// Only the calls about one execution can name a namespace.
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
            $(
                $(#[$thing_doc])+
                $Thing {
                    /// The thing that sends the request.
                    thing: ThingName<'a>,
                },
            )+
            $(
                $(#[$job_doc])+
                $Job {
                    /// The thing that sends the request.
                    thing: ThingName<'a>,
                    /// The job of the execution.
                    job: $Level<'a>,
                    /// The namespace of the job, if the topic names it.
                    namespace: Option<NamespaceId<'a>>,
                },
            )+
        }

        impl<'a> Call<'a> {
            /// The last levels of the requests that name no job.
            pub(super) const THING_WORDS: &'static [&'static str] = &[$($thing_word),+];
            /// The last levels of the requests that name a job.
            pub(super) const JOB_WORDS: &'static [&'static str] = &[$($job_word),+];

            $(
                $(#[$thing_doc])+
                pub fn $thing_new(thing: impl Into<ThingName<'a>>) -> Self {
                    Call::$Thing { thing: thing.into() }
                }
            )+

            $(
                $(#[$job_doc])+
                pub fn $job_new(thing: impl Into<ThingName<'a>>, job: impl Into<$Level<'a>>) -> Self {
                    Call::$Job { thing: thing.into(), job: job.into(), namespace: None }
                }
            )+

            /// The call with this last level, where the topic names no job.
            pub(super) fn of_thing(word: &str, thing: &ThingName<'a>) -> Option<Self> {
                match word {
                    $( $thing_word => Some(Call::$Thing { thing: thing.clone() }), )+
                    _ => None,
                }
            }

            /// The call with this last level, where the topic names a job at the level that is given.
            pub(super) fn of_job(
                word: &str,
                thing: &ThingName<'a>,
                (job, level): (JobOrNext<'a>, Level<'a>),
                namespace: Option<NamespaceId<'a>>,
            ) -> Option<Result<Self, TopicError>> {
                let thing = thing.clone();
                match word {
                    $(
                        $job_word => Some(
                            JobLevel::from_level(job, level)
                                .map(|job| Call::$Job { thing, job, namespace }),
                        ),
                    )+
                    _ => None,
                }
            }

            /// The name of the operation in the API, such as `DescribeJobExecution`.
            pub const fn operation(&self) -> &'static str {
                match self {
                    $( Call::$Thing { .. } => stringify!($ThingOperation), )+
                    $( Call::$Job { .. } => stringify!($JobOperation), )+
                }
            }

            /// The last level of the request's topic.
            pub(super) const fn word(&self) -> &'static str {
                match self {
                    $( Call::$Thing { .. } => $thing_word, )+
                    $( Call::$Job { .. } => $job_word, )+
                }
            }

            /// The thing that sends the request.
            pub const fn thing(&self) -> &ThingName<'a> {
                match self {
                    $( Call::$Thing { thing } )|+ | $( Call::$Job { thing, .. } )|+ => thing,
                }
            }

            /// The job that the call names; `$next` is none.
            pub fn job(&self) -> Option<&JobId<'a>> {
                match self {
                    $( Call::$Thing { .. } )|+ => None,
                    $( Call::$Job { job, .. } => job.job_id(), )+
                }
            }

            /// The text of the job level, a job's name or `$next`; `None` if the topic has no such level.
            pub fn job_level(&self) -> Option<&str> {
                match self {
                    $( Call::$Thing { .. } )|+ => None,
                    $( Call::$Job { job, .. } => Some(job.as_str()), )+
                }
            }

            /// The namespace that the call names, if it names one.
            pub const fn namespace(&self) -> Option<&NamespaceId<'a>> {
                match self {
                    $( Call::$Thing { .. } )|+ => None,
                    $( Call::$Job { namespace, .. } )|+ => namespace.as_ref(),
                }
            }

            /// The call with owned names.
            pub fn into_owned(self) -> Call<'static> {
                match self {
                    $( Call::$Thing { thing } => Call::$Thing { thing: thing.into_owned() }, )+
                    $(
                        Call::$Job { thing, job, namespace } => Call::$Job {
                            thing: thing.into_owned(),
                            job: job.into_owned(),
                            namespace: namespace.map(NamespaceId::into_owned),
                        },
                    )+
                }
            }
        }
    };
}

with_messages!(calls);

impl<'a> Call<'a> {
    /// The topic that the device publishes the request to.
    pub fn request(self) -> Topic<'a> {
        Topic::Request(self)
    }

    /// The topic of the response.
    pub fn accepted(self) -> Topic<'a> {
        Topic::Accepted(self)
    }

    /// The topic of the error response.
    pub fn rejected(self) -> Topic<'a> {
        Topic::Rejected(self)
    }
}
