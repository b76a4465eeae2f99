//! What an agent received and could not use.

use std::fmt;

use crate::device::{
    message::ErrorCode,
    topic::{ThingName, TopicError},
    types::JobExecutionStatus,
};

/// What an agent received and could not use, or a request that the service rejected as invalid.
///
/// A message that is a problem does not change the state of the agent; if it responds to a request, the request
/// is sent again later.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// The topic is not one of AWS IoT Jobs.
    Topic(TopicError),
    /// The topic is of another thing, or of none.
    OtherThing(Option<ThingName<'static>>),
    /// The topic is not one that the agent subscribed to.
    UnexpectedTopic(String),
    /// The payload is not valid for its topic.
    Payload {
        /// The topic.
        topic: String,
        /// What is wrong, with its path.
        message: String,
    },
    /// The error response has a code that this version does not know, or none.
    UnknownCode(Option<ErrorCode>),
    /// The execution has a state that this version does not know.
    UnknownStatus(JobExecutionStatus),
    /// The execution is not complete: the job's name, its version or its state is missing or invalid.
    IncompleteExecution,
    /// The service rejected a request as invalid.
    InvalidRequest {
        /// The code of the error response.
        code: ErrorCode,
        /// The message of the error response.
        message: Option<String>,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Topic(error) => write!(f, "the topic of a message is invalid: {error}"),
            Self::OtherThing(Some(thing)) => write!(f, "a message is for the thing {thing}"),
            Self::OtherThing(None) => f.write_str("a message is for no thing"),
            Self::UnexpectedTopic(topic) => write!(f, "unexpected message on the topic {topic}"),
            Self::Payload { topic, message } => {
                write!(
                    f,
                    "the payload of a message on the topic {topic} is invalid: {message}"
                )
            }
            Self::UnknownCode(Some(code)) => write!(f, "unknown code {code} in an error response"),
            Self::UnknownCode(None) => f.write_str("no code in an error response"),
            Self::UnknownStatus(status) => {
                write!(f, "an execution is in the unknown state {status}")
            }
            Self::IncompleteExecution => {
                f.write_str("an execution has no valid job name, version or state")
            }
            Self::InvalidRequest { code, message } => {
                let message = message.as_deref().unwrap_or("no message");
                write!(f, "the service rejected a request: {code}, {message}")
            }
        }
    }
}
