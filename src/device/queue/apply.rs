//! Applies messages to the queue.

use super::{
    ExecutionId, Queue,
    observation::{Observation, Source},
};
use crate::device::{
    message::{
        self, ErrorResponse, Message, Named, UpdateJobExecutionRequest, UpdateJobExecutionResponse,
    },
    table::with_messages,
};

macro_rules! apply {
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
        impl Queue {
            /// Applies a message that does not depend on a request, and returns whether it was one.
            ///
            /// Requests and events do not change the queue. For the responses that depend on their
            /// request use [`on_updated`](Queue::on_updated) and [`on_rejected`](Queue::on_rejected).
            pub fn apply(&mut self, message: &Message) -> bool {
                match message {
                    $( Message::$ThingResponse(payload) => apply_payload!(self.$thing_handler(payload)), )+
                    $( Message::$JobResponse(payload) => apply_payload!(self.$job_handler(payload)), )+
                    $( Message::$Payload(payload) => apply_payload!(self.$handler(payload)), )+
                    $( Message::$ThingRequest(_) )|+
                    | $( Message::$JobRequest(_) )|+
                    | $( Message::$EventPayload(_) )|+
                    | Message::ErrorResponse(_) => false,
                }
            }

            $( apply_method!(
                $thing_handler, $ThingResponse,
                concat!("Applies the response to `", stringify!($ThingOperation), "`.")
            ); )+
            $( apply_method!(
                $job_handler, $JobResponse,
                concat!("Applies the response to `", stringify!($JobOperation), "`.")
            ); )+
            $( apply_method!(
                $handler, $Payload,
                concat!("Applies the notification of the topic `", $word, "`.")
            ); )+
        }
    };
}

macro_rules! apply_method {
    (not_applied, $Payload:ident, $doc:expr) => {};
    ($handler:ident, $Payload:ident, $doc:expr) => {
        #[doc = $doc]
        pub fn $handler(&mut self, payload: &message::$Payload) {
            self.merge_payload(payload);
        }
    };
}

macro_rules! apply_payload {
    ($queue:ident.not_applied($payload:ident)) => {{
        let _ = $payload;
        false
    }};
    ($queue:ident.$handler:ident($payload:ident)) => {{
        $queue.$handler($payload);
        true
    }};
}

with_messages!(apply);

impl Queue {
    /// Applies the response to `DescribeJobExecution` for `$next`.
    ///
    /// Unlike the response for a job, it states that no other execution comes before the one in it.
    pub fn on_next_described(&mut self, payload: &message::DescribeJobExecutionResponse) {
        self.merge_next(Named {
            sent_at: payload.timestamp,
            execution: payload.execution.as_ref(),
        });
        self.forget();
    }

    /// Applies the response to `UpdateJobExecution` for an execution.
    ///
    /// What the response leaves out is derived from the request: the state is the requested one, and
    /// the version is one more than the expected one.
    pub fn on_updated(
        &mut self,
        id: &ExecutionId,
        request: &UpdateJobExecutionRequest,
        response: &UpdateJobExecutionResponse,
    ) {
        let state = response.execution_state.as_ref();
        let status = state.and_then(|state| state.status.as_ref());
        let version = state.and_then(|state| state.version_number);
        let raised = || request.expected_version?.checked_add(1);
        self.merge(
            id,
            None,
            Observation {
                version: version.or_else(raised),
                at: response.timestamp,
                source: Source::Accepted,
                ..Observation::of(status.unwrap_or(&request.status))
            },
        );
        self.forget();
    }

    /// Applies the error response to a request about an execution, which may have its state.
    ///
    /// If it has the execution in progress, and this queue knows it neither as started by this device nor
    /// in progress at a lower version, then another client has started it: [`next`](Queue::next) does
    /// not return it.
    pub fn on_rejected(&mut self, id: &ExecutionId, error: &ErrorResponse) {
        let state = error.execution_state.as_ref();
        let status = state.and_then(|state| state.status.as_ref());
        let observation = match status {
            Some(status) => Observation::of(status),
            None if error.is_over() => Observation::over(),
            None => return,
        };
        self.merge(
            id,
            None,
            Observation {
                version: state.and_then(|state| state.version_number),
                at: error.timestamp,
                source: Source::Rejected,
                ..observation
            },
        );
        self.forget();
    }
}
