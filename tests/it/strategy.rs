//! The feature `proptest`: valid values are valid, shrunk or not, and hostile ones decode.

mod reach;

use std::fmt::Debug;

use iot_jobs::{
    Validate, codec,
    device::{
        message::Message,
        topic::{JobId, Topic},
        types::{CommandParameterValue, JobDocument, JobExecution},
    },
    document::{AfrOta, Document, StepsDocument},
    event::Event,
    operation::{create_job::CreateJobInput, create_job_template::CreateJobTemplateInput},
    shape::{self, Shape},
    strategy::{self, Hostile},
    types::{Job, JobExecutionsRetryConfig, JobStatus, RateIncreaseCriteria, SchedulingConfig},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{TestCaseError, TestError, TestRunner},
};

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 10_000,
        // A strategy that has to throw values away is not one of facts.
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
fn valid_values_of_every_shape_violate_nothing_and_are_known_to_the_last_member() {
    for entry in shape::all() {
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
fn hostile_values_of_every_shape_come_back_and_what_is_wrong_with_them_is_said() {
    for entry in shape::all() {
        let texts = strategy::hostile_json(entry.structure());
        each(&entry.name(), 16, &texts, |text| {
            let value = entry.decode(&text)?;
            prop_assert_eq!(value.to_json()?, text);
            for violation in value.violations() {
                prop_assert!(!violation.path.is_empty() && !violation.message.is_empty());
            }
            for unknown in value.unknown() {
                prop_assert!(!unknown.path.is_empty());
            }
            Ok(())
        });
    }
}

/// Values of both kinds come back from their text, and the valid ones pass.
fn typed<T: Shape + Arbitrary + Hostile>() {
    let back = |value: &T| {
        let again: T = codec::from_str(&codec::to_string(value)?)?;
        prop_assert_eq!(&again, value);
        Ok(())
    };
    each(T::STRUCTURE.name, 48, &any::<T>(), |value| {
        prop_assert!(value.validate().is_ok());
        back(&value)
    });
    each(T::STRUCTURE.name, 48, &T::hostile(), |value| back(&value));
}

#[test]
fn values_of_both_kinds_come_back() {
    typed::<Job>();
    typed::<CreateJobInput>();
    typed::<JobExecution>();
    typed::<CommandParameterValue>();
    typed::<StepsDocument>();
}

/// What valid values shrink to, on whatever way, is valid.
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
            let on = if runner.rng().next_u32().is_multiple_of(4) {
                tree.complicate()
            } else {
                tree.simplify()
            };
            if !on && !tree.simplify() {
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
fn a_failure_shrinks_to_the_least_that_fails() {
    let failure = runner(256).run(&any::<Job>(), |job| {
        prop_assert!(job.comment.is_none());
        Ok(())
    });
    let Err(TestError::Fail(_, job)) = failure else {
        panic!("{failure:?}");
    };
    assert_eq!(codec::to_string(&job).unwrap(), r#"{"comment":"a"}"#);
}

#[test]
fn messages_decode_on_their_topics() {
    for (valid, published) in [
        (true, strategy::publish()),
        (false, strategy::hostile_publish()),
    ] {
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
fn what_is_no_shape_has_values_too() {
    each("event", 32, &any::<Event>(), |event| {
        let text = match &event {
            Event::Job(event) => codec::to_string(event)?,
            Event::JobExecution(event) => codec::to_string(event)?,
            _ => unreachable!(),
        };
        prop_assert_eq!(Event::from_slice(text.as_bytes())?, event);
        Ok(())
    });
    each("hostile event", 32, &Event::hostile(), |event| {
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
