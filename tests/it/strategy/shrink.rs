//! Failing values shrink to the simplest ones that fail, in few steps.

use iot_jobs::{
    catalog, codec,
    device::{
        message::JobExecutionsChanged,
        types::{CommandParameterValue, JobDocument},
    },
    document::{AfrOta, StepsDocument},
    operation::create_job::CreateJobInput,
    shape::Shape,
    strategy::{self, Adversarial},
    types::{AbortConfig, Job, JobStatus, SchedulingConfig},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use serde_json::Value;

/// The most steps that a failing value may take. Proptest stops after 1024 by default.
const MAX_STEPS: u32 = 256;

/// A runner whose values depend on the seed alone.
fn seeded(seed: u16) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..2].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    TestRunner::new_with_rng(ProptestConfig::default(), rng)
}

/// The value that the first failing one shrinks to, as `TestRunner` does it, and the number of steps.
/// `None` if no value fails.
fn shrink<T>(
    seed: u16,
    strategy: &impl Strategy<Value = T>,
    fails: impl Fn(&T) -> bool,
) -> Option<(T, u32)> {
    let mut runner = seeded(seed);
    let mut trees = (0..1_000).map(|_| strategy.new_tree(&mut runner).unwrap());
    let mut tree = trees.find(|tree| fails(&tree.current()))?;
    let (mut simplest, mut steps) = (tree.current(), 0);
    let mut changed = tree.simplify();
    while changed {
        steps += 1;
        assert!(steps <= 10_000, "shrinking does not end");
        let value = tree.current();
        changed = if fails(&value) {
            simplest = value;
            tree.simplify()
        } else {
            tree.complicate()
        };
    }
    Some((simplest, steps))
}

/// Failing values of many seeds all shrink to the same simplest one.
fn shrinks_to<T: Shape>(
    seeds: u16,
    strategy: &impl Strategy<Value = T>,
    fails: impl Fn(&T) -> bool,
    simplest: &str,
) {
    for seed in 0..seeds {
        let (value, steps) = shrink(seed, strategy, &fails).expect("some value fails");
        assert_eq!(codec::to_string(&value).unwrap(), simplest, "seed {seed}");
        assert!(steps <= MAX_STEPS, "seed {seed}: {steps} steps");
    }
}

#[test]
fn a_job_with_a_comment_shrinks_to_its_comment() {
    shrinks_to(
        1_000,
        &any::<Job>(),
        |job| job.comment().is_some(),
        r#"{"comment":"a"}"#,
    );
}

#[test]
fn lists_and_texts_shrink_to_the_least_length_that_fails() {
    let of_length = |length| format!(r#"{{"description":"{}"}}"#, "a".repeat(length));
    shrinks_to(
        20,
        &any::<Job>(),
        |job| {
            job.description()
                .is_some_and(|text| text.chars().count() > 40)
        },
        &of_length(41),
    );
    shrinks_to(
        20,
        &any::<Job>(),
        |job| job.comment().is_some_and(|text| text.contains('-')),
        r#"{"comment":"-"}"#,
    );
    let target = "arn:aws:iot:eu-west-1:123456789012:thing/a";
    shrinks_to(
        20,
        &any::<Job>(),
        |job| job.targets().len() > 2,
        &format!(r#"{{"targets":["{target}","{target}","{target}"]}}"#),
    );
}

#[test]
fn numbers_and_times_shrink_to_the_least_that_fails() {
    shrinks_to(
        40,
        &any::<Job>(),
        |job| {
            job.created_at()
                .is_some_and(|time| time.secs() > 1_500_000_000)
        },
        r#"{"createdAt":1500000001}"#,
    );
    shrinks_to(
        40,
        &any::<Job>(),
        |job| {
            let config = job.abort_config();
            let criteria = config.map(AbortConfig::criteria_list).unwrap_or_default();
            criteria
                .iter()
                .any(|criteria| criteria.threshold_percentage() >= 51.0)
        },
        concat!(
            r#"{"abortConfig":{"criteriaList":[{"failureType":"FAILED","action":"CANCEL","#,
            r#""thresholdPercentage":51,"minNumberOfExecutedThings":1}]}}"#
        ),
    );
}

#[test]
fn values_shrink_under_rules_between_members() {
    let longer = |job: &CreateJobInput| {
        let schedule = job.scheduling_config();
        let windows = schedule.map(SchedulingConfig::maintenance_windows);
        let mut windows = windows.unwrap_or_default().iter();
        windows.any(|window| window.duration_in_minutes() > 100)
    };
    shrinks_to(
        40,
        &any::<CreateJobInput>(),
        longer,
        concat!(
            r#"{"jobId":"a","targets":["arn:aws:iot:eu-west-1:123456789012:thing/a"],"document":"0","#,
            r#""targetSelection":"CONTINUOUS","schedulingConfig":{"maintenanceWindows":["#,
            r#"{"startTime":"cron(* * * * ? *)","durationInMinutes":101}]}}"#
        ),
    );
    shrinks_to(
        40,
        &any::<StepsDocument>(),
        |document| document.steps().len() > 1,
        concat!(
            r#"{"version":"1.0","steps":["#,
            r#"{"action":{"name":"a","type":"runHandler","input":{"handler":"a"}}},"#,
            r#"{"action":{"name":"a","type":"runHandler","input":{"handler":"a"}}}]}"#
        ),
    );
    shrinks_to(
        40,
        &any::<AfrOta>(),
        |update| update.protocols().len() > 1,
        concat!(
            r#"{"protocols":["MQTT","HTTP"],"streamname":"","files":[{"filepath":"","filesize":0,"#,
            r#""fileid":0,"certfile":"","sig-sha256-ecdsa":"","update_data_url":"","auth_scheme":""}]}"#
        ),
    );
    shrinks_to(
        40,
        &any::<JobExecutionsChanged>(),
        |changed| changed.jobs().is_some_and(|jobs| jobs.len() > 1),
        r#"{"jobs":{"IN_PROGRESS":[],"QUEUED":[]}}"#,
    );
}

#[test]
fn adversarial_values_shrink_to_the_unknown_part_that_fails() {
    shrinks_to(
        20,
        &Job::adversarial(),
        |job| !job.unknown_members().is_empty(),
        r#"{"":0}"#,
    );
    shrinks_to(
        20,
        &Job::adversarial(),
        |job| job.job_id().is_some_and(|id| id.chars().count() > 64),
        &format!(r#"{{"jobId":"{}"}}"#, "a".repeat(65)),
    );
    shrinks_to(
        20,
        &CommandParameterValue::adversarial(),
        |value| value.bin().is_some_and(|bytes| bytes.as_ref().len() > 2),
        r#"{"BIN":"AAAA"}"#,
    );
}

#[test]
fn types_that_are_not_shapes_shrink() {
    for seed in 0..100 {
        let unknown = |status: &JobStatus| JobStatus::try_parse(status.as_str()).is_err();
        let (status, steps) = shrink(seed, &JobStatus::adversarial(), unknown).unwrap();
        assert_eq!(
            (status.as_str(), steps <= MAX_STEPS),
            ("", true),
            "seed {seed}"
        );
        let array = |document: &JobDocument| document.as_str().starts_with('[');
        let (document, steps) = shrink(seed, &any::<JobDocument>(), array).unwrap();
        assert_eq!(
            (document.as_str(), steps <= MAX_STEPS),
            ("[]", true),
            "seed {seed}"
        );
    }
}

#[test]
fn members_of_every_shape_shrink_in_few_steps() {
    for entry in catalog::shapes() {
        let texts = [
            strategy::valid_json(entry.structure()),
            strategy::adversarial_json(entry.structure()),
        ];
        for (seed, member) in (0..).zip(entry.structure().members) {
            for texts in &texts {
                let fails = |text: &String| {
                    let value: Value = serde_json::from_str(text).unwrap_or_default();
                    value.get(member.wire_name).is_some()
                };
                let Some((text, steps)) = shrink(seed, texts, fails) else {
                    continue;
                };
                assert!(
                    steps <= MAX_STEPS,
                    "{} {}: {steps} steps to {text}",
                    entry.name(),
                    member.name
                );
            }
        }
    }
}
