//! Generated values through binary formats: they give back what a tree of JSON values gives back.

use iot_jobs::{
    device::message::{DescribeJobExecutionResponse, UpdateJobExecutionRequest},
    event::JobEvent,
    operation::{create_job::CreateJobInput, describe_job::DescribeJobOutput},
    shape::Shape,
    strategy::Adversarial,
};
use proptest::{
    prelude::any,
    prop_assert, prop_assert_eq,
    strategy::Strategy,
    test_runner::{Config, TestCaseResult, TestRunner},
};

/// CBOR and `MessagePack` lose no more than the tree does: digits that a 64-bit float does not have, the order of
/// names inside of unknown members. What the tree cannot hold, no format encodes.
fn same_as_tree<T: Shape>(value: &T) -> TestCaseResult {
    let mut cbor = Vec::new();
    let cbor_written = ciborium::into_writer(value, &mut cbor);
    let message_pack = rmp_serde::to_vec(value);
    let Ok(tree) = serde_json::to_value(value) else {
        prop_assert!(cbor_written.is_err() && message_pack.is_err());
        prop_assert!(postcard::to_stdvec(value).is_err());
        return Ok(());
    };
    let expected: T = serde_json::from_value(tree).unwrap();
    prop_assert_eq!(&ciborium::from_reader::<T, _>(&*cbor).unwrap(), &expected);
    prop_assert_eq!(
        &rmp_serde::from_slice::<T>(&message_pack.unwrap()).unwrap(),
        &expected
    );
    prop_assert!(postcard::to_stdvec(value).is_ok());
    Ok(())
}

fn run<T: Shape>(strategy: impl Strategy<Value = T>) {
    let config = Config {
        cases: 32,
        failure_persistence: None,
        ..Config::default()
    };
    let result = TestRunner::new(config).run(&strategy, |value| same_as_tree(&value));
    result.unwrap();
}

#[test]
fn valid_values() {
    run(any::<CreateJobInput>());
    run(any::<DescribeJobOutput>());
    run(any::<DescribeJobExecutionResponse>());
    run(any::<UpdateJobExecutionRequest>());
    run(any::<JobEvent>());
}

#[test]
fn adversarial_values() {
    run(CreateJobInput::adversarial());
    run(DescribeJobOutput::adversarial());
    run(DescribeJobExecutionResponse::adversarial());
    run(JobEvent::adversarial());
}
