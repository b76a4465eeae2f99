//! How far strategies reach: to both ends of what is allowed, and hostile ones past them.

use std::collections::BTreeSet;

use iot_jobs::{
    control::operation::list_jobs::ListJobsInput,
    device::{message::UpdateJobExecutionRequest, types::JobExecutionState},
    event::JobEvent,
    operation::create_job::CreateJobInput,
    strategy::Hostile,
    types::{ExponentialRolloutRate, Job, JobStatus, JobSummary, RetryCriteria, Tag},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

/// What a look at each of many values sees, over all of them.
fn seen<T, S: Ord>(
    cases: usize,
    strategy: impl Strategy<Value = T>,
    look: impl Fn(&T) -> Option<S>,
) -> BTreeSet<S> {
    let mut runner = TestRunner::deterministic();
    let values = (0..cases).map(|_| strategy.new_tree(&mut runner).unwrap().current());
    values.filter_map(|value| look(&value)).collect()
}

fn ends<S: Ord + Copy>(seen: &BTreeSet<S>) -> (S, S) {
    (*seen.first().unwrap(), *seen.last().unwrap())
}

fn characters(text: Option<&str>) -> Option<usize> {
    text.map(|text| text.chars().count())
}

#[test]
fn valid_values_reach_both_ends_of_their_limits() {
    let job_ids = seen(600, any::<JobSummary>(), |job| characters(job.job_id()));
    assert_eq!(ends(&job_ids), (1, 64));
    let keys = seen(600, any::<Tag>(), |tag| characters(Some(tag.key())));
    assert_eq!(ends(&keys), (1, 128));
    let values = seen(600, any::<Tag>(), |tag| characters(tag.value()));
    assert_eq!(ends(&values), (0, 256));

    let rates = seen(600, any::<ExponentialRolloutRate>(), |rate| {
        Some(rate.base_rate_per_minute())
    });
    assert_eq!(ends(&rates), (1, 1_000));
    // In tenths, since floating-point numbers have no order.
    let tenths = |rate: &ExponentialRolloutRate| Some(format!("{:.2}", rate.increment_factor()));
    let factors = seen(600, any::<ExponentialRolloutRate>(), tenths);
    assert_eq!(factors.first().unwrap(), "1.10");
    assert_eq!(factors.last().unwrap(), "5.00");
    assert_eq!(factors.len(), 40);

    let retries = seen(600, any::<RetryCriteria>(), |criteria| {
        Some(criteria.number_of_retries())
    });
    assert_eq!(retries, (0..=10).collect());
    let pages = seen(600, any::<ListJobsInput>(), ListJobsInput::max_results);
    assert_eq!(ends(&pages), (1, 250));
    let timers = seen(600, any::<UpdateJobExecutionRequest>(), |request| {
        request.step_timeout_in_minutes()
    });
    assert_eq!(ends(&timers), (-1, 10_080));
    assert!(!timers.contains(&0));
    let details = seen(600, any::<JobExecutionState>(), |state| {
        Some(state.status_details()?.len())
    });
    assert_eq!(ends(&details), (0, 10));
    let known = seen(600, any::<JobStatus>(), |status| {
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
fn valid_times_lie_in_all_years() {
    let seconds = seen(600, any::<JobSummary>(), |job| {
        Some(job.created_at()?.secs())
    });
    assert_eq!(ends(&seconds), (-62_135_596_800, 253_402_300_799));
}

#[test]
fn hostile_values_go_past_the_limits() {
    let job_ids = seen(600, JobSummary::hostile(), |job| characters(job.job_id()));
    assert!(
        job_ids.is_superset(&BTreeSet::from([0, 1, 64, 65])),
        "{job_ids:?}"
    );
    let rates = seen(600, ExponentialRolloutRate::hostile(), |rate| {
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
    let pages = seen(600, ListJobsInput::hostile(), ListJobsInput::max_results);
    assert!(pages.is_superset(&BTreeSet::from([0, 250, 251])));
    let targets = seen(600, JobEvent::hostile(), |event| {
        Some(event.targets().len())
    });
    assert!(
        targets.is_superset(&BTreeSet::from([0, 1, 100, 101])),
        "{targets:?}"
    );
    let details = seen(600, JobExecutionState::hostile(), |state| {
        Some(state.status_details()?.len())
    });
    assert!(details.is_superset(&BTreeSet::from([0, 11])), "{details:?}");
    let unknown = seen(600, JobStatus::hostile(), |status| {
        JobStatus::try_parse(status.as_str()).is_err().then_some(())
    });
    assert!(!unknown.is_empty());
    let members = seen(60, Job::hostile(), |job| Some(job.unknown_members().len()));
    assert!(
        members.is_superset(&BTreeSet::from([0, 1, 2])),
        "{members:?}"
    );
}

#[test]
fn valid_jobs_use_what_the_rules_tie_together() {
    let kinds = seen(250, any::<CreateJobInput>(), |job| {
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
    for wanted in [
        (true, false, true, true),
        (false, true, true, true),
        (false, false, false, false),
    ] {
        assert!(kinds.contains(&wanted), "{wanted:?} in {kinds:?}");
    }
    let retried = seen(250, any::<CreateJobInput>(), |job| {
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
    for wanted in all {
        assert!(
            retried.iter().any(|found| *found == wanted),
            "{wanted:?} in {retried:?}"
        );
    }
}
