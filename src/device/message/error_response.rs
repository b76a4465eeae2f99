//! The refusal of a request.

use iot_jobs_macros::shape;

use crate::{
    device::types::{JobExecutionState, JobExecutionStatus},
    primitives::DateTime,
    string_enum,
};

/// What comes on a `rejected` topic.
#[shape(mqtt)]
pub struct ErrorResponse {
    /// The kind of error.
    pub code: Option<ErrorCode>,
    /// A sentence for people, which may be empty.
    pub message: Option<String>,
    /// The token of the request, absent if the service could not read it.
    pub client_token: Option<String>,
    /// When the service sent the refusal.
    pub timestamp: Option<DateTime>,
    /// How far the execution is, with the codes `InvalidStateTransition` and `VersionMismatch`.
    pub execution_state: Option<JobExecutionState>,
}

string_enum! {
    /// Why a request was refused.
    pub enum ErrorCode {
        /// The topic of the request is none of the service's, or does not fit the request.
        InvalidTopic = "InvalidTopic",
        /// The payload is not JSON in UTF-8.
        InvalidJson = "InvalidJson",
        /// The payload is JSON, but a value in it is not allowed.
        InvalidRequest = "InvalidRequest",
        /// The execution cannot go from its state to the one asked for.
        InvalidStateTransition = "InvalidStateTransition",
        /// There is no such execution.
        ResourceNotFound = "ResourceNotFound",
        /// The execution is not at the version that the request expects.
        VersionMismatch = "VersionMismatch",
        /// The service failed; the same request may pass later.
        InternalError = "InternalError",
        /// Too many requests came at once; the same request may pass later.
        RequestThrottled = "RequestThrottled",
        /// The execution is in a terminal state, so there is nothing to describe.
        TerminalStateReached = "TerminalStateReached",
    }
}

impl ErrorResponse {
    /// Whether the execution changed unheard; its state comes along.
    ///
    /// ```
    /// use iot_jobs::{codec, device::message::ErrorResponse};
    ///
    /// let rejected: ErrorResponse = codec::from_str(
    ///     r#"{"code": "VersionMismatch", "executionState": {"status": "QUEUED", "versionNumber": 3}}"#,
    /// )?;
    /// assert!(rejected.is_version_mismatch());
    /// let state = rejected.execution_state().expect("sent with this code");
    /// assert_eq!(state.version_number(), Some(3)); // what the next update has to expect
    /// # Ok::<(), iot_jobs::Error>(())
    /// ```
    pub fn is_version_mismatch(&self) -> bool {
        self.code == Some(ErrorCode::VersionMismatch)
    }

    /// Whether the execution's state does not allow the update; its state comes along.
    pub fn is_invalid_state_transition(&self) -> bool {
        self.code == Some(ErrorCode::InvalidStateTransition)
    }

    /// Whether the execution is over for the device: deleted, or in a terminal state.
    pub fn is_over(&self) -> bool {
        let over = [ErrorCode::ResourceNotFound, ErrorCode::TerminalStateReached];
        let state = self.execution_state.as_ref();
        self.code.as_ref().is_some_and(|code| over.contains(code))
            || state
                .and_then(|state| state.status.as_ref())
                .is_some_and(JobExecutionStatus::is_terminal)
    }

    /// Whether the same request may pass later.
    pub fn is_transient(&self) -> bool {
        let passing = [ErrorCode::InternalError, ErrorCode::RequestThrottled];
        self.code
            .as_ref()
            .is_some_and(|code| passing.contains(code))
    }
}
