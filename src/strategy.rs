//! Strategies of the `proptest` crate: values of every shape, for the property tests of programs that
//! handle them.
//!
//! Needs the feature `proptest`. Two kinds of values are generated from the declared facts (members,
//! kinds, limits, patterns, values of enums):
//!
//! - *valid* ones, by proptest's own `any`: they and the values that they shrink to have no violation
//!   that [`Validate`](crate::Validate) checks, including the rules between members. Lengths and numbers
//!   include the minimum and the maximum;
//! - *adversarial* ones, by [`Adversarial::adversarial`]: unusual values that decode. Values at
//!   and just outside of limits, unusual strings, enum values and members that this version does not
//!   know, the largest numbers, the first and last timestamps, empty lists and maps.
//!
//! ```
//! use iot_jobs::{codec, operation::create_job::CreateJobInput, strategy::Adversarial, types::Job, Validate};
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
//! runner.run(&Job::adversarial(), |job| {
//!     let text = codec::to_string(&job)?;
//!     prop_assert_eq!(codec::from_str::<Job>(&text)?, job);
//!     Ok(())
//! })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The service may reject valid values: times of a schedule may be in the past, since this crate does not
//! read the clock, and the resources that a value names need not exist.
//!
//! Some of the job documents that devices receive follow the schemas of [`document`](crate::document); those
//! in requests and responses of the control plane are any JSON. Topics with payloads are in
//! [`device::message::strategy`](crate::device::message::strategy).
//!
//! A failing value shrinks to one without optional members, with the shortest lists and texts and the
//! smallest numbers that still fail. This takes about a hundred steps; proptest stops after 1024 by
//! default.
//!
//! Values are decoded from generated JSON instead of being built member by member. The facts describe
//! JSON, so the same code is used for every shape, including shapes selected at run time, and only decoding creates
//! values with unknown members.

mod document;
mod generate;
mod generated;
mod json;
mod number;
mod schedule;
mod shrink;
mod structure;
mod text;
mod unusual;
mod value;

use std::fmt::Debug;

use proptest::strategy::{BoxedStrategy, Strategy};

use self::shrink::{shrinking, strings};
pub(crate) use self::{document::documents, text::valid_strings};
pub use self::{number::date_time, value::blob};
use crate::{codec, facts::Structure, shape::Shape};

/// Which values to generate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Valid,
    Adversarial,
}

/// Types with adversarial values: each shape, each enum, and the other types that are encoded.
pub trait Adversarial: Debug + Sized {
    /// Values that decode, but are at a limit, outside of it, or unusual in another way.
    fn adversarial() -> BoxedStrategy<Self>;
}

impl<T: Shape> Adversarial for T {
    fn adversarial() -> BoxedStrategy<Self> {
        decoded(adversarial_json(&T::STRUCTURE))
    }
}

/// Valid values of a shape, the same as proptest's `any`.
pub fn valid<T: Shape>() -> BoxedStrategy<T> {
    decoded(valid_json(&T::STRUCTURE))
}

/// The canonical JSON of valid values, for a shape named at run time.
pub fn valid_json(facts: &'static Structure) -> BoxedStrategy<String> {
    text_of(facts, Profile::Valid)
}

/// The canonical JSON of adversarial values, for a shape named at run time.
pub fn adversarial_json(facts: &'static Structure) -> BoxedStrategy<String> {
    text_of(facts, Profile::Adversarial)
}

/// The canonical JSON of values of a structure.
pub(crate) fn text_of(facts: &'static Structure, profile: Profile) -> BoxedStrategy<String> {
    shrinking(structure::of(facts, profile))
        .prop_map(|object| object.to_string())
        .boxed()
}

/// The values of generated JSON. All of it decodes, as a test verifies: nothing is filtered out.
fn decoded<T: Shape>(json: BoxedStrategy<String>) -> BoxedStrategy<T> {
    json.prop_filter_map("it decodes", |json| codec::from_str(&json).ok())
        .boxed()
}

/// Implements `Arbitrary` for a type.
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

/// Implements both strategies for an enum.
macro_rules! string_enum {
    ($name:ident) => {
        $crate::strategy::arbitrary!(
            $name,
            $crate::strategy::known($name::values(), |value| $name::from(value))
        );

        impl $crate::strategy::Adversarial for $name {
            fn adversarial() -> proptest::strategy::BoxedStrategy<Self> {
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
    enum_values(values, from, Profile::Valid)
}

/// The values of an enum, known or not.
pub(crate) fn any_text<T: Debug + 'static>(
    values: &'static [&'static str],
    from: fn(&str) -> T,
) -> BoxedStrategy<T> {
    enum_values(values, from, Profile::Adversarial)
}

fn enum_values<T: Debug + 'static>(
    values: &'static [&'static str],
    from: fn(&str) -> T,
    profile: Profile,
) -> BoxedStrategy<T> {
    strings(value::enum_value(values, profile))
        .prop_map(move |value| from(&value))
        .boxed()
}
