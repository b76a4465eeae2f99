//! Generated values of a shape.

use std::fmt::Debug;

use iot_jobs::{
    Error, codec,
    shape::Shape,
    strategy::{self, Adversarial},
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError, TestCaseResult, TestRunner},
};

use crate::losses::{ALL, Changes, Plane};

/// How many values of each shape and direction.
fn cases() -> u32 {
    std::env::var("SDK_CASES").map_or(64, |cases| cases.parse().expect("a number of cases"))
}

/// Calls a property with valid and with adversarial values.
pub(crate) fn each<T: Shape>(property: impl Fn(T) -> TestCaseResult) {
    let config = Config {
        cases: cases(),
        failure_persistence: None,
        ..Config::default()
    };
    let values = prop_oneof![strategy::valid::<T>(), T::adversarial()];
    let tried = TestRunner::new(config).run(&values, property);
    tried.unwrap_or_else(|failure| panic!("{}: {failure}", T::STRUCTURE.name));
}

/// Tries conversion with generated values.
pub(crate) fn check<Ours, Sdk>(plane: Plane)
where
    Ours: Shape + TryFrom<Sdk, Error: Into<Error>>,
    Sdk: TryFrom<Ours, Error: Into<Error>> + Clone + Debug + PartialEq,
{
    each::<Ours>(|value| {
        let text = codec::to_string(&value)?;
        converted::<Ours, Sdk>(plane, value, &text).map(|_| ())
    });
}

/// The SDK's value of a value with this text, which converts back into the same but for the losses.
pub(crate) fn converted<Ours, Sdk>(
    plane: Plane,
    value: Ours,
    text: &str,
) -> Result<Sdk, TestCaseError>
where
    Ours: Shape + TryFrom<Sdk, Error: Into<Error>>,
    Sdk: TryFrom<Ours, Error: Into<Error>> + Clone + Debug + PartialEq,
{
    let losses = Changes {
        plane,
        strip: true,
        losses: ALL,
        times_as_f64: false,
    };
    let expected: Ours = codec::from_str(&losses.apply(&Ours::STRUCTURE, text))?;
    let there = Sdk::try_from(value).map_err(Into::into)?;
    let back = Ours::try_from(there.clone()).map_err(Into::into)?;
    prop_assert_eq!(&back, &expected);
    let again = Sdk::try_from(back).map_err(Into::into)?;
    prop_assert_eq!(&again, &there);
    Ok(there)
}
