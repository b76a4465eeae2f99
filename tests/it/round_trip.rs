//! Nothing is lost: adversarial payloads of every shape, in any spelling, leave as canonical text.

mod spelling;

use iot_jobs::{
    catalog, codec,
    facts::Structure,
    operation::{
        create_job::CreateJobInput, describe_job::DescribeJobOutput,
        describe_job_execution::DescribeJobExecutionOutput, list_jobs::ListJobsOutput,
    },
    shape::Shape,
    strategy,
    types::{AbortConfig, Job, JobExecution, Tag},
};
use proptest::{
    prelude::*,
    test_runner::{TestCaseError, TestRng, TestRunner},
};

/// JSON as it may come, and the canonical text of the same.
#[derive(Clone, Debug)]
struct Payload {
    input: String,
    canonical: String,
}

/// A number below another.
fn choice(rng: &mut TestRng, below: usize) -> usize {
    usize::try_from(rng.next_u32()).unwrap() % below
}

/// Adversarial payloads of a shape.
fn payloads(facts: &'static Structure) -> impl Strategy<Value = Payload> {
    strategy::adversarial_json(facts).prop_perturb(move |canonical, mut rng| Payload {
        input: spelling::respelled(facts, &canonical, &mut rng),
        canonical,
    })
}

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
    let tried = TestRunner::new(config).run(&payloads(facts), |payload| property(&payload));
    tried.unwrap_or_else(|failure| panic!("{}: {failure}", facts.name));
}

#[test]
fn every_shape_leaves_as_it_should() {
    for entry in catalog::shapes() {
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
    each(&T::STRUCTURE, 24, |Payload { input, canonical }| {
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
