//! Strategies of topics with their payloads, and of messages.
//!
//! ```
//! use iot_jobs::device::message::{Message, strategy};
//! use proptest::{prelude::*, test_runner::{Config, TestRunner}};
//!
//! # let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
//! # let mut runner = TestRunner::new(config);
//! runner.run(&strategy::publish(), |(topic, payload)| {
//!     prop_assert!(Message::decode(&topic, &payload).is_ok());
//!     Ok(())
//! })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use proptest::prelude::*;

use super::Message;
use crate::{
    device::topic::Topic,
    strategy::{Adversarial, Profile, arbitrary, text_of},
};

/// Topics with valid payloads, as a broker delivers them; [`Message::decode`] decodes them.
pub fn publish() -> BoxedStrategy<(Topic<'static>, Vec<u8>)> {
    published(Profile::Valid)
}

/// The same with adversarial payloads, which also decode.
pub fn adversarial_publish() -> BoxedStrategy<(Topic<'static>, Vec<u8>)> {
    published(Profile::Adversarial)
}

fn published(profile: Profile) -> BoxedStrategy<(Topic<'static>, Vec<u8>)> {
    any::<Topic<'static>>()
        .prop_flat_map(move |topic| {
            let payload = text_of(topic.payload_type().structure, profile);
            (Just(topic), payload.prop_map(String::into_bytes))
        })
        .boxed()
}

fn message(published: BoxedStrategy<(Topic<'static>, Vec<u8>)>) -> BoxedStrategy<Message> {
    published
        .prop_filter_map("it decodes", |(topic, payload)| {
            Message::decode(&topic, &payload).ok()
        })
        .boxed()
}

arbitrary!(Message, message(publish()));

impl Adversarial for Message {
    fn adversarial() -> BoxedStrategy<Self> {
        message(adversarial_publish())
    }
}
