//! The error response to a request.

use iot_jobs_macros::shape;

use crate::{
    device::types::{JobExecutionState, JobExecutionStatus},
    primitives::DateTime,
    string_enum,
};

/// The payload of the `rejected` topics.
#[shape(mqtt)]
pub struct ErrorResponse {
    /// The kind of error.
    pub code: Option<ErrorCode>,
    /// A message for people, which may be empty.
    pub message: Option<String>,
    /// The token of the request, absent if the service could not parse the request.
    pub client_token: Option<String>,
    /// When the service sent the response.
    pub timestamp: Option<DateTime>,
    /// The state of the execution, with the codes `InvalidStateTransition` and `VersionMismatch`.
    pub execution_state: Option<JobExecutionState>,
}

string_enum! {
    /// Why a request was rejected.
    pub enum ErrorCode {
        /// The request was published to a topic that does not exist or does not match the request.
        InvalidTopic = "InvalidTopic",
        /// The payload is not JSON in UTF-8.
        InvalidJson = "InvalidJson",
        /// The payload is JSON with a value that is not allowed.
        InvalidRequest = "InvalidRequest",
        /// The transition from the execution's state to the requested one is not allowed.
        InvalidStateTransition = "InvalidStateTransition",
        /// The execution does not exist.
        ResourceNotFound = "ResourceNotFound",
        /// The execution does not have the version that the request expects.
        VersionMismatch = "VersionMismatch",
        /// The service failed; the same request may succeed later.
        InternalError = "InternalError",
        /// Too many requests were sent; the same request may succeed later.
        RequestThrottled = "RequestThrottled",
        /// The execution to describe is in a terminal state.
        TerminalStateReached = "TerminalStateReached",
    }
}

impl ErrorResponse {
    /// Whether the execution is not at the expected version; its state is included.
    ///
    /// ```
    /// use iot_jobs::{codec, device::message::ErrorResponse};
    ///
    /// let rejected: ErrorResponse = codec::from_str(
    ///     r#"{"code": "VersionMismatch", "executionState": {"status": "QUEUED", "versionNumber": 3}}"#,
    /// )?;
    /// assert!(rejected.is_version_mismatch());
    /// let state = rejected.execution_state().expect("sent with this code");
    /// assert_eq!(state.version_number(), Some(3)); // the version that the next update must expect
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn is_version_mismatch(&self) -> bool {
        self.code == Some(ErrorCode::VersionMismatch)
    }

    /// Whether the state of the execution does not allow the update; its state is included.
    pub fn is_invalid_state_transition(&self) -> bool {
        self.code == Some(ErrorCode::InvalidStateTransition)
    }

    /// Whether no further update of the execution is possible: it was deleted or is in a terminal state.
    pub fn is_over(&self) -> bool {
        let state = self.execution_state.as_ref();
        self.code.as_ref().is_some_and(ErrorCode::is_over)
            || state
                .and_then(|state| state.status.as_ref())
                .is_some_and(JobExecutionStatus::is_terminal)
    }

    /// Whether the same request may succeed later.
    pub fn is_transient(&self) -> bool {
        self.code.as_ref().is_some_and(ErrorCode::is_transient)
    }
}

impl ErrorCode {
    const fn is_over(&self) -> bool {
        match self {
            Self::ResourceNotFound | Self::TerminalStateReached => true,
            Self::InvalidTopic
            | Self::InvalidJson
            | Self::InvalidRequest
            | Self::InvalidStateTransition
            | Self::VersionMismatch
            | Self::InternalError
            | Self::RequestThrottled
            | Self::Unknown(_) => false,
        }
    }

    const fn is_transient(&self) -> bool {
        match self {
            Self::InternalError | Self::RequestThrottled => true,
            Self::InvalidTopic
            | Self::InvalidJson
            | Self::InvalidRequest
            | Self::InvalidStateTransition
            | Self::ResourceNotFound
            | Self::VersionMismatch
            | Self::TerminalStateReached
            | Self::Unknown(_) => false,
        }
    }
}
