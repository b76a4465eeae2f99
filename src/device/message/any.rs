//! The payload of any topic.

use crate::{
    codec,
    device::{
        message as payload,
        table::with_messages,
        topic::{Call, Topic},
    },
    error::Error,
    event,
    facts::Structure,
    shape::Shape,
};

/// The type of a topic's payload.
pub(crate) struct PayloadType {
    shape_name: &'static str,
    #[cfg(feature = "proptest")]
    pub(crate) structure: &'static crate::facts::Structure,
}

/// What a message is in an exchange of request and response.
enum Role {
    Request,
    Response,
    /// The service sends it without a request.
    Unsolicited,
}

macro_rules! messages {
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
        /// The payload of a topic, decoded as the type that the topic has.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Message {
            $(
                #[doc = concat!("The request of `", stringify!($ThingOperation), "`.")]
                $ThingRequest(payload::$ThingRequest),
                #[doc = concat!("The response of `", stringify!($ThingOperation), "`.")]
                $ThingResponse(payload::$ThingResponse),
            )+
            $(
                #[doc = concat!("The request of `", stringify!($JobOperation), "`.")]
                $JobRequest(payload::$JobRequest),
                #[doc = concat!("The response of `", stringify!($JobOperation), "`.")]
                $JobResponse(payload::$JobResponse),
            )+
            /// The error response to a request, which the topic names.
            ErrorResponse(payload::ErrorResponse),
            $( $(#[$doc])+ $Payload(payload::$Payload), )+
            $( $(#[$event_doc])+ $EventPayload(event::$EventPayload), )+
        }

        impl Message {
            fn decode_payload(topic: &Topic<'_>, json: &[u8]) -> Result<Self, Error> {
                match topic {
                    $(
                        Topic::Request(Call::$Thing { .. }) => {
                            codec::from_slice(json).map(Self::$ThingRequest)
                        }
                        Topic::Accepted(Call::$Thing { .. }) => {
                            codec::from_slice(json).map(Self::$ThingResponse)
                        }
                    )+
                    $(
                        Topic::Request(Call::$Job { .. }) => {
                            codec::from_slice(json).map(Self::$JobRequest)
                        }
                        Topic::Accepted(Call::$Job { .. }) => {
                            codec::from_slice(json).map(Self::$JobResponse)
                        }
                    )+
                    Topic::Rejected(_) => codec::from_slice(json).map(Self::ErrorResponse),
                    $( Topic::$Notify { .. } => codec::from_slice(json).map(Self::$Payload), )+
                    Topic::NotifyOfJob { .. } => {
                        codec::from_slice(json).map(Self::JobExecutionsChanged)
                    }
                    $( Topic::$Event { .. } => codec::from_slice(json).map(Self::$EventPayload), )+
                }
            }

            fn role_and_token(&self) -> (Role, Option<&str>) {
                match self {
                    $(
                        Self::$ThingRequest(request) => (Role::Request, request.client_token()),
                        Self::$ThingResponse(response) => (Role::Response, response.client_token()),
                    )+
                    $(
                        Self::$JobRequest(request) => (Role::Request, request.client_token()),
                        Self::$JobResponse(response) => (Role::Response, response.client_token()),
                    )+
                    Self::ErrorResponse(error) => (Role::Response, error.client_token()),
                    $( Self::$Payload(_) )|+ | $( Self::$EventPayload(_) )|+ => {
                        (Role::Unsolicited, None)
                    }
                }
            }
        }

        /// The requests of devices.
        pub(crate) const REQUESTS: &[&Structure] = &[
            $( &<payload::$ThingRequest as Shape>::STRUCTURE, )+
            $( &<payload::$JobRequest as Shape>::STRUCTURE, )+
        ];

        impl Topic<'_> {
            /// The type of this topic's payload.
            pub(crate) const fn payload_type(&self) -> PayloadType {
                match self {
                    $(
                        Topic::Request(Call::$Thing { .. }) => payload_type!("mqtt.", payload::$ThingRequest),
                        Topic::Accepted(Call::$Thing { .. }) => payload_type!("mqtt.", payload::$ThingResponse),
                    )+
                    $(
                        Topic::Request(Call::$Job { .. }) => payload_type!("mqtt.", payload::$JobRequest),
                        Topic::Accepted(Call::$Job { .. }) => payload_type!("mqtt.", payload::$JobResponse),
                    )+
                    Topic::Rejected(_) => payload_type!("mqtt.", payload::ErrorResponse),
                    $( Topic::$Notify { .. } => payload_type!("mqtt.", payload::$Payload), )+
                    Topic::NotifyOfJob { .. } => payload_type!("mqtt.", payload::JobExecutionsChanged),
                    $( Topic::$Event { .. } => payload_type!("event.", event::$EventPayload), )+
                }
            }
        }
    };
}

macro_rules! payload_type {
    ($prefix:literal, $module:ident::$Shape:ident) => {
        PayloadType {
            shape_name: concat!($prefix, stringify!($Shape)),
            #[cfg(feature = "proptest")]
            structure: &<$module::$Shape as crate::shape::Shape>::STRUCTURE,
        }
    };
}

with_messages!(messages);

impl Message {
    /// Decodes the payload of a topic.
    ///
    /// ```
    /// use iot_jobs::device::{message::Message, topic::Topic};
    ///
    /// let topic = Topic::parse("$aws/things/lamp/jobs/$next/get/accepted")?;
    /// match Message::decode(&topic, br#"{"timestamp": 1787750000}"#)? {
    ///     Message::DescribeJobExecutionResponse(response) => assert_eq!(response.execution(), None),
    ///     other => panic!("{other:?}"),
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the payload is not JSON, or not valid for the type of the topic's payload.
    pub fn decode(topic: &Topic<'_>, payload: &[u8]) -> Result<Self, Error> {
        Self::decode_payload(topic, payload)
    }

    /// The client token of a request, or the one that a response or an error response repeats.
    pub fn client_token(&self) -> Option<&str> {
        let (_, token) = self.role_and_token();
        token
    }

    /// Whether this is the response, or the error response, to the request with this client token.
    ///
    /// ```
    /// use iot_jobs::device::{
    ///     message::{GetPendingJobExecutionsRequest, Message, client_token},
    ///     topic::{ThingName, Topic},
    /// };
    ///
    /// let token = client_token();
    /// let request = GetPendingJobExecutionsRequest::builder().client_token(&token).build();
    /// let publish = request.publish(ThingName::new("lamp")?)?;
    /// assert_eq!(publish.topic, "$aws/things/lamp/jobs/get");
    ///
    /// let payload = format!(r#"{{"timestamp": 1787750000, "clientToken": "{token}"}}"#);
    /// let topic = Topic::parse("$aws/things/lamp/jobs/get/accepted")?;
    /// let response = Message::decode(&topic, payload.as_bytes())?;
    /// assert!(response.is_response_to(&token));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn is_response_to(&self, client_token: &str) -> bool {
        match self.role_and_token() {
            (Role::Response, token) => token == Some(client_token),
            (Role::Request | Role::Unsolicited, _) => false,
        }
    }
}

impl Topic<'_> {
    /// The name of the shape of this topic's payload, such as `mqtt.JobExecutionsChanged`.
    ///
    /// No published source shows a payload of [`NotifyOfJob`](Topic::NotifyOfJob); this crate decodes
    /// it like that of [`Notify`](Topic::Notify).
    ///
    /// ```
    /// use iot_jobs::device::topic::Topic;
    ///
    /// let topic = Topic::parse("$aws/things/lamp/jobs/$next/get/accepted")?;
    /// assert_eq!(topic.shape_name(), "mqtt.DescribeJobExecutionResponse");
    /// # Ok::<(), iot_jobs::device::topic::TopicError>(())
    /// ```
    pub const fn shape_name(&self) -> &'static str {
        self.payload_type().shape_name
    }
}
