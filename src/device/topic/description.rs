//! What is published on a topic, in a sentence.

use super::{Call, Topic};
use crate::device::table::with_messages;

macro_rules! descriptions {
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
        impl Topic<'_> {
            /// Who publishes on the topic, and when, in a sentence for people.
            ///
            /// A later version may word it differently.
            ///
            /// ```
            /// use iot_jobs::device::topic::Topic;
            ///
            /// let topic = Topic::parse("$aws/things/lamp/jobs/firmware-7/update/rejected")?;
            /// assert_eq!(
            ///     topic.description(),
            ///     "The service publishes here if it rejects the request of lamp to update the status of \
            ///      its execution of the job firmware-7."
            /// );
            /// # Ok::<(), iot_jobs::device::topic::TopicError>(())
            /// ```
            pub fn description(&self) -> String {
                match self {
                    Topic::Request(call) => {
                        let (thing, purpose) = (call.thing(), call.purpose());
                        format!("The thing {thing} publishes here to {purpose}.")
                    }
                    Topic::Accepted(call) => call.response_description("accepts"),
                    Topic::Rejected(call) => call.response_description("rejects"),
                    $(
                        Topic::$Notify { thing, .. } => {
                            format!(concat!("The service publishes here when ", $when, "."), thing = thing)
                        }
                    )+
                    Topic::NotifyOfJob { thing, job, .. } => format!(
                        "The service publishes here when an execution of the job {job} is added to or \
                         removed from the list of pending job executions of {thing}. The API reference \
                         documents this topic; released device clients subscribe to the topic without \
                         the job."
                    ),
                    $(
                        Topic::$Event { job, kind } => format!(
                            concat!("The service publishes here when ", $subject, " {predicate}."),
                            job = job,
                            predicate = kind.predicate(),
                        ),
                    )+
                }
            }
        }

        impl Call<'_> {
            /// What the thing requests, as an infinitive.
            fn purpose(&self) -> String {
                match self {
                    $( Call::$Thing { .. } => $thing_purpose.to_owned(), )+
                    $( Call::$Job { .. } => format!($job_purpose, execution = self.execution()), )+
                }
            }
        }
    };
}

with_messages!(descriptions);

impl Call<'_> {
    fn response_description(&self, verb: &str) -> String {
        let (thing, purpose) = (self.thing(), self.purpose());
        format!("The service publishes here if it {verb} the request of {thing} to {purpose}.")
    }

    /// The execution that the call is about.
    fn execution(&self) -> String {
        match self.job() {
            Some(job) => format!("its execution of the job {job}"),
            None => "its next pending job execution".to_owned(),
        }
    }
}
