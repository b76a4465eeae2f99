//! Valid values reach both ends of what is allowed, and adversarial ones go past them.

use std::collections::BTreeSet;

use iot_jobs::{
    control::operation::list_jobs::ListJobsInput,
    device::{
        message::UpdateJobExecutionRequest,
        types::{JobDocument, JobExecution, JobExecutionState},
    },
    document::Document,
    event::JobEvent,
    operation::{
        associate_targets_with_job::AssociateTargetsWithJobInput, create_job::CreateJobInput,
    },
    strategy::Adversarial,
    types::{ExponentialRolloutRate, Job, JobStatus, JobSummary, RetryCriteria, Tag},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

/// What `find` returns for in many values.
fn found<T, S: Ord>(
    cases: usize,
    strategy: impl Strategy<Value = T>,
    find: impl Fn(&T) -> Option<S>,
) -> BTreeSet<S> {
    let mut runner = TestRunner::deterministic();
    let values = (0..cases).map(|_| strategy.new_tree(&mut runner).unwrap().current());
    values.filter_map(|value| find(&value)).collect()
}

fn ends<S: Ord + Copy>(found: &BTreeSet<S>) -> (S, S) {
    (*found.first().unwrap(), *found.last().unwrap())
}

fn characters(text: Option<&str>) -> Option<usize> {
    text.map(|text| text.chars().count())
}

#[test]
fn valid_values_reach_both_ends_of_their_limits() {
    let job_ids = found(600, any::<JobSummary>(), |job| characters(job.job_id()));
    assert_eq!(ends(&job_ids), (1, 64));
    let keys = found(600, any::<Tag>(), |tag| characters(Some(tag.key())));
    assert_eq!(ends(&keys), (1, 128));
    let values = found(600, any::<Tag>(), |tag| characters(tag.value()));
    assert_eq!(ends(&values), (0, 256));

    let rates = found(600, any::<ExponentialRolloutRate>(), |rate| {
        Some(rate.base_rate_per_minute())
    });
    assert_eq!(ends(&rates), (1, 1_000));
    // In tenths, since floating-point numbers have no order.
    let tenths = |rate: &ExponentialRolloutRate| Some(format!("{:.2}", rate.increment_factor()));
    let factors = found(600, any::<ExponentialRolloutRate>(), tenths);
    assert_eq!(factors.first().unwrap(), "1.10");
    assert_eq!(factors.last().unwrap(), "5.00");
    assert_eq!(factors.len(), 40);

    let retries = found(600, any::<RetryCriteria>(), |criteria| {
        Some(criteria.number_of_retries())
    });
    assert_eq!(retries, (0..=10).collect());
    let pages = found(600, any::<ListJobsInput>(), ListJobsInput::max_results);
    assert_eq!(ends(&pages), (1, 250));
    let names = found(300, any::<AssociateTargetsWithJobInput>(), |input| {
        let name = input.targets().first()?.rsplit('/').next();
        characters(name)
    });
    assert_eq!(ends(&names), (1, 128));
    let timers = found(600, any::<UpdateJobExecutionRequest>(), |request| {
        request.step_timeout_in_minutes()
    });
    assert_eq!(ends(&timers), (-1, 10_080));
    assert!(!timers.contains(&0));
    let details = found(600, any::<JobExecutionState>(), |state| {
        Some(state.status_details()?.len())
    });
    assert_eq!(ends(&details), (0, 10));
    let known = found(600, any::<JobStatus>(), |status| {
        Some(status.as_str().to_owned())
    });
    assert_eq!(
        known,
        JobStatus::values()
            .iter()
            .map(|&value| value.to_owned())
            .collect()
    );
}

#[test]
fn valid_times_reach_the_first_and_the_last_year() {
    let seconds = found(600, any::<JobSummary>(), |job| {
        Some(job.created_at()?.secs())
    });
    assert_eq!(ends(&seconds), (-62_135_596_800, 253_402_300_799));
}

#[test]
fn adversarial_values_go_past_the_limits() {
    let job_ids = found(600, JobSummary::adversarial(), |job| {
        characters(job.job_id())
    });
    assert!(
        job_ids.is_superset(&BTreeSet::from([0, 1, 64, 65])),
        "{job_ids:?}"
    );
    let rates = found(600, ExponentialRolloutRate::adversarial(), |rate| {
        Some(rate.base_rate_per_minute())
    });
    assert!(rates.is_superset(&BTreeSet::from([
        i32::MIN,
        -1,
        0,
        1,
        1_000,
        1_001,
        i32::MAX
    ])));
    let pages = found(
        600,
        ListJobsInput::adversarial(),
        ListJobsInput::max_results,
    );
    assert!(pages.is_superset(&BTreeSet::from([0, 250, 251])));
    let targets = found(600, JobEvent::adversarial(), |event| {
        Some(event.targets().len())
    });
    assert!(
        targets.is_superset(&BTreeSet::from([0, 1, 100, 101])),
        "{targets:?}"
    );
    let details = found(600, JobExecutionState::adversarial(), |state| {
        Some(state.status_details()?.len())
    });
    assert!(details.is_superset(&BTreeSet::from([0, 11])), "{details:?}");
    let unknown = found(600, JobStatus::adversarial(), |status| {
        JobStatus::try_parse(status.as_str()).is_err().then_some(())
    });
    assert!(!unknown.is_empty());
    let members = found(60, Job::adversarial(), |job| {
        Some(job.unknown_members().len())
    });
    assert!(
        members.is_superset(&BTreeSet::from([0, 1, 2])),
        "{members:?}"
    );
}

#[test]
fn valid_jobs_use_members_that_rules_relate() {
    let kinds = found(250, any::<CreateJobInput>(), |job| {
        let schedule = job.scheduling_config();
        Some((
            job.document().is_some(),
            job.document_source().is_some(),
            schedule.is_some_and(|schedule| !schedule.maintenance_windows().is_empty()),
            schedule.is_some_and(|schedule| {
                schedule.start_time().is_some() && schedule.end_time().is_some()
            }),
        ))
    });
    for expected in [
        (true, false, true, true),
        (false, true, true, true),
        (false, false, false, false),
    ] {
        assert!(kinds.contains(&expected), "{expected:?} in {kinds:?}");
    }
    let retried = found(250, any::<CreateJobInput>(), |job| {
        let criteria = job.job_executions_retry_config()?.criteria_list();
        Some(
            criteria
                .iter()
                .map(|criteria| criteria.failure_type().as_str().to_owned())
                .collect::<Vec<_>>(),
        )
    });
    let all = [
        vec!["FAILED"],
        vec!["TIMED_OUT"],
        vec!["ALL"],
        vec!["FAILED", "TIMED_OUT"],
    ];
    for expected in all {
        assert!(
            retried.iter().any(|found| *found == expected),
            "{expected:?} in {retried:?}"
        );
    }
}

#[test]
fn job_documents_of_devices_follow_every_schema() {
    let schema = |document: &JobDocument| {
        let detected = Document::detect(document.as_str()).ok()?;
        Some(detected.schema.to_string())
    };
    let documents = found(100, any::<JobDocument>(), schema);
    let members = found(300, any::<JobExecution>(), |execution| {
        schema(execution.job_document()?)
    });
    let decoded = found(100, any::<Document>(), |document| {
        Some(document.schema().to_string())
    });
    for schemas in [documents, members, decoded] {
        assert_eq!(schemas.len(), 4, "{schemas:?}");
    }
}
