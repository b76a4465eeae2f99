//! The feature `proptest`: valid values are valid, also when shrunk, and adversarial ones decode.

mod reach;
mod shrink;

use std::fmt::Debug;

use iot_jobs::{
    Validate, catalog, codec,
    device::{
        message::{
            Message,
            strategy::{adversarial_publish, publish},
        },
        topic::{JobId, Topic},
        types::{CommandParameterValue, JobDocument, JobExecution},
    },
    document::{AfrOta, Document, StepsDocument},
    event::Event,
    operation::{create_job::CreateJobInput, create_job_template::CreateJobTemplateInput},
    shape::Shape,
    strategy::{self, Adversarial},
    types::{Job, JobExecutionsRetryConfig, JobStatus, RateIncreaseCriteria, SchedulingConfig},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{TestCaseError, TestRunner},
};

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        // The strategies filter out nothing.
        max_local_rejects: 0,
        ..ProptestConfig::default()
    })
}

fn each<T: Debug>(
    name: &str,
    cases: u32,
    strategy: &impl Strategy<Value = T>,
    property: impl Fn(T) -> Result<(), TestCaseError>,
) {
    let tried = runner(cases).run(strategy, property);
    tried.unwrap_or_else(|failure| panic!("{name}: {failure}"));
}

#[test]
fn valid_values_of_every_shape_violate_nothing_and_have_no_unknown_parts() {
    for entry in catalog::shapes() {
        let texts = strategy::valid_json(entry.structure());
        each(&entry.name(), 16, &texts, |text| {
            let value = entry.decode(&text)?;
            prop_assert_eq!(value.to_json()?, text);
            prop_assert_eq!(value.violations(), []);
            prop_assert_eq!(value.unknown(), []);
            Ok(())
        });
    }
}

#[test]
fn adversarial_values_of_every_shape_round_trip_and_findings_in_them_have_a_place() {
    for entry in catalog::shapes() {
        let texts = strategy::adversarial_json(entry.structure());
        each(&entry.name(), 16, &texts, |text| {
            let value = entry.decode(&text)?;
            prop_assert_eq!(&value.to_json()?, &text);
            for violation in value.violations() {
                prop_assert!(!violation.message.is_empty());
                let place = &codec::places(&text, [&violation.path])?[0];
                prop_assert!(place.exact || violation.value.is_none(), "{}", violation);
            }
            let unknown = value.unknown();
            let places = codec::places(&text, unknown.iter().map(|unknown| &unknown.path))?;
            prop_assert!(places.iter().all(|place| place.exact));
            Ok(())
        });
    }
}

/// Values of both kinds round-trip, and the valid ones violate nothing.
fn typed<T: Shape + Arbitrary + Adversarial>() {
    let round_trip = |value: &T| {
        let again: T = codec::from_str(&codec::to_string(value)?)?;
        prop_assert_eq!(&again, value);
        Ok(())
    };
    each(T::STRUCTURE.name, 48, &any::<T>(), |value| {
        prop_assert!(value.validate().is_ok());
        round_trip(&value)
    });
    each(T::STRUCTURE.name, 48, &T::adversarial(), |value| {
        round_trip(&value)
    });
}

#[test]
fn values_of_both_kinds_round_trip() {
    typed::<Job>();
    typed::<CreateJobInput>();
    typed::<JobExecution>();
    typed::<CommandParameterValue>();
    typed::<StepsDocument>();
}

/// All values that valid ones shrink to are valid.
fn shrinks<T: Shape + Arbitrary>() {
    let mut runner = runner(1);
    for _ in 0..4 {
        let mut tree = any::<T>().new_tree(&mut runner).unwrap();
        for _ in 0..200 {
            let value = tree.current();
            assert_eq!(
                value.violations(),
                [],
                "{}",
                codec::to_string(&value).unwrap()
            );
            let changed = if runner.rng().next_u32().is_multiple_of(4) {
                tree.complicate()
            } else {
                tree.simplify()
            };
            if !changed && !tree.simplify() {
                break;
            }
        }
    }
}

#[test]
fn shrunk_values_are_valid() {
    shrinks::<CreateJobInput>();
    shrinks::<CreateJobTemplateInput>();
    shrinks::<SchedulingConfig>();
    shrinks::<RateIncreaseCriteria>();
    shrinks::<JobExecutionsRetryConfig>();
    shrinks::<StepsDocument>();
    shrinks::<AfrOta>();
}

#[test]
fn messages_decode_on_their_topics() {
    for (valid, published) in [(true, publish()), (false, adversarial_publish())] {
        each("publish", 32, &published, |(topic, payload)| {
            let printed = topic.to_string();
            prop_assert_eq!(Topic::parse(&printed)?, topic.clone());
            let message = Message::decode(&topic, &payload);
            prop_assert!(message.is_ok(), "{message:?}");
            if let (true, Message::UpdateJobExecutionRequest(request)) = (valid, message?) {
                prop_assert_eq!(request.violations(), []);
            }
            Ok(())
        });
    }
}

#[test]
fn types_that_are_not_shapes_have_values() {
    each("event", 32, &any::<Event>(), |event| {
        let text = match &event {
            Event::Job(event) => codec::to_string(event)?,
            Event::JobExecution(event) => codec::to_string(event)?,
            _ => unreachable!(),
        };
        prop_assert_eq!(Event::from_slice(text.as_bytes())?, event);
        Ok(())
    });
    each("adversarial event", 32, &Event::adversarial(), |event| {
        let known = matches!(event, Event::Job(_) | Event::JobExecution(_));
        prop_assert!(known);
        Ok(())
    });
    each("status", 32, &any::<JobStatus>(), |status| {
        prop_assert_eq!(JobStatus::try_parse(status.as_str()).ok(), Some(status));
        Ok(())
    });
    each("document", 32, &any::<JobDocument>(), |document| {
        prop_assert!(document.as_str().len() <= 32_768);
        document.as_str().parse::<Document>()?;
        Ok(())
    });
    each("document of a schema", 32, &any::<Document>(), |document| {
        let found = Document::check(document.as_str())?;
        prop_assert!(found.iter().all(|found| found.path != "$"), "{found:?}");
        Ok(())
    });
    each("job", 32, &any::<JobId<'static>>(), |job| {
        prop_assert_eq!(JobId::new(job.as_str())?, job.clone());
        Ok(())
    });
}
