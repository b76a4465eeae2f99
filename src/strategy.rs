//! Strategies of the `proptest` crate: values of every shape, for the property tests of programs that
//! handle them.
//!
//! Needs the feature `proptest`. Two kinds of values come from the declared facts (members, kinds,
//! limits, patterns, values of enums):
//!
//! - *valid* ones, by proptest's own `any`: they violate nothing that
//!   [`Validate`](crate::Validate) checks, rules across members included, and so do the values that
//!   they shrink to. Lengths and numbers reach both ends of what is allowed;
//! - *hostile* ones, by [`Hostile::hostile`]: what decodes all the same. Values at limits and just
//!   past them, strings that are odd in some other way, values of enums and members that this version
//!   does not know, the largest numbers, the first and last moments, lists and maps with nothing in
//!   them.
//!
//! ```
//! use iot_jobs::{codec, operation::create_job::CreateJobInput, strategy::Hostile, types::Job, Validate};
//! use proptest::{prelude::*, test_runner::{Config, TestRunner}};
//!
//! # let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
//! # let mut runner = TestRunner::new(config);
//! // Or in a `proptest!` block: `fn accepts(input in any::<CreateJobInput>()) { … }`.
//! runner.run(&any::<CreateJobInput>(), |input| {
//!     prop_assert!(input.validate().is_ok());
//!     Ok(())
//! })?;
//!
//! runner.run(&Job::hostile(), |job| {
//!     let text = codec::to_string(&job)?;
//!     prop_assert_eq!(codec::from_str::<Job>(&text)?, job);
//!     Ok(())
//! })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What a valid value does not promise: that times of a schedule lie ahead (this crate reads no
//! clock), and that what it names exists.
//!
//! Values are decoded from generated JSON rather than put together member by member. Facts describe
//! JSON, so one function of them serves every shape, and payloads of a shape that is only named at run
//! time; and JSON is the one way to a value that holds what this version does not know.

mod document;
mod json;
mod message;
mod number;
mod odd;
mod schedule;
mod structure;
mod text;
mod ties;
mod value;

use std::fmt::Debug;

use proptest::strategy::{BoxedStrategy, Strategy};

pub use self::{
    message::{hostile_publish, publish},
    number::date_time,
    value::blob,
};
use crate::{
    codec,
    shape::{Shape, Structure},
};

/// Which values are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Valid,
    Hostile,
}

/// What has hostile values: each shape, each enum, and the other types that travel.
pub trait Hostile: Debug + Sized {
    /// Values that decode, but are at the limits of what is allowed, past them, or odd otherwise.
    fn hostile() -> BoxedStrategy<Self>;
}

impl<T: Shape> Hostile for T {
    fn hostile() -> BoxedStrategy<Self> {
        decoded(hostile_json(&T::STRUCTURE))
    }
}

/// Values of a shape that violate nothing, as proptest's `any` gives them.
pub fn valid<T: Shape>() -> BoxedStrategy<T> {
    decoded(valid_json(&T::STRUCTURE))
}

/// The canonical JSON of values that violate nothing, for a shape that is named at run time.
pub fn valid_json(facts: &'static Structure) -> BoxedStrategy<String> {
    text_of(facts, Wanted::Valid)
}

/// The canonical JSON of hostile values, for a shape that is named at run time.
pub fn hostile_json(facts: &'static Structure) -> BoxedStrategy<String> {
    text_of(facts, Wanted::Hostile)
}

fn text_of(facts: &'static Structure, wanted: Wanted) -> BoxedStrategy<String> {
    let object = structure::of(facts, wanted);
    object.prop_map(|object| object.to_string()).boxed()
}

/// The values of JSON, all of which decodes: a test holds the strategies to that.
fn decoded<T: Shape>(json: BoxedStrategy<String>) -> BoxedStrategy<T> {
    json.prop_filter_map("it decodes", |json| codec::from_str(&json).ok())
        .boxed()
}

/// Gives a type its `Arbitrary`.
macro_rules! arbitrary {
    ($name:ty, $strategy:expr) => {
        impl proptest::arbitrary::Arbitrary for $name {
            type Parameters = ();
            type Strategy = proptest::strategy::BoxedStrategy<Self>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                $strategy
            }
        }
    };
}

/// Gives an enum its two strategies.
macro_rules! string_enum {
    ($name:ident) => {
        $crate::strategy::arbitrary!(
            $name,
            $crate::strategy::known($name::values(), |value| $name::from(value))
        );

        impl $crate::strategy::Hostile for $name {
            fn hostile() -> proptest::strategy::BoxedStrategy<Self> {
                $crate::strategy::any_text($name::values(), |value| $name::from(value))
            }
        }
    };
}

pub(crate) use {arbitrary, string_enum};

/// The values of an enum that this version knows.
pub(crate) fn known<T: Debug + 'static>(
    values: &'static [&'static str],
    from: fn(&str) -> T,
) -> BoxedStrategy<T> {
    value::one_of(values, Wanted::Valid)
        .prop_map(move |value| from(&value))
        .boxed()
}

/// The values of an enum, known or not.
pub(crate) fn any_text<T: Debug + 'static>(
    values: &'static [&'static str],
    from: fn(&str) -> T,
) -> BoxedStrategy<T> {
    value::one_of(values, Wanted::Hostile)
        .prop_map(move |value| from(&value))
        .boxed()
}
