//! Nothing is lost: payloads of every shape leave as the text that their parts spell.

use iot_jobs::{
    codec,
    operation::{
        create_job::CreateJobInput, describe_job::DescribeJobOutput,
        describe_job_execution::DescribeJobExecutionOutput, list_jobs::ListJobsOutput,
    },
    shape::{self, Shape, Structure},
    types::{AbortConfig, Job, JobExecution, Tag},
};
use proptest::{
    prelude::*,
    test_runner::{TestCaseError, TestRunner},
};

use crate::strategy::{self, Payload};

/// Tries a property on payloads of a shape.
fn each(
    facts: &'static Structure,
    cases: u32,
    property: impl Fn(&Payload) -> Result<(), TestCaseError>,
) {
    // No file remembers failures: a payload that fails belongs into a table of rows.
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 10_000,
        ..ProptestConfig::default()
    };
    let tried =
        TestRunner::new(config).run(&strategy::structure(facts), |payload| property(&payload));
    tried.unwrap_or_else(|failure| panic!("{}: {failure}", facts.name));
}

#[test]
fn every_shape_leaves_as_it_should() {
    for entry in shape::all() {
        each(entry.structure(), 32, |Payload { input, canonical }| {
            let value = entry.decode(input)?;
            prop_assert_eq!(&value.to_json()?, canonical);
            let again = entry.decode(canonical)?;
            prop_assert_eq!(&again.to_json()?, canonical);
            prop_assert_eq!(again.unknown(), value.unknown());
            Ok(())
        });
    }
}

/// The same of a shape whose values can be compared.
fn typed<T: Shape>() {
    each(&T::STRUCTURE, 64, |Payload { input, canonical }| {
        let value: T = codec::from_str(input)?;
        prop_assert_eq!(&codec::to_string(&value)?, canonical);
        prop_assert_eq!(&codec::to_string(&value.clone())?, canonical);
        prop_assert_eq!(&codec::from_str::<T>(canonical)?, &value);
        prop_assert_eq!(&codec::from_str::<T>(&codec::indent(canonical))?, &value);
        prop_assert_eq!(
            &serde_json::from_reader::<_, T>(input.as_bytes()).unwrap(),
            &value
        );
        Ok(())
    });
}

#[test]
fn values_are_equal_after_a_round_trip() {
    typed::<Job>();
    typed::<DescribeJobOutput>();
    typed::<JobExecution>();
    typed::<DescribeJobExecutionOutput>();
    typed::<ListJobsOutput>();
    typed::<CreateJobInput>();
    typed::<AbortConfig>();
    typed::<Tag>();
}
