//! The rate of a rollout.

use iot_jobs_macros::shape;

#[cfg(feature = "proptest")]
use crate::facts::draft::Members;
use crate::{
    path::PathRef,
    report::{Finding, Report, Rule},
};

/// How fast a job reaches its targets.
#[shape(sdk(try_from, try_into))]
pub struct JobExecutionsRolloutConfig {
    /// The maximum number of things notified per minute, 1 to 1000.
    #[shape(MAX_JOB_EXECUTIONS_PER_MIN)]
    pub maximum_per_minute: Option<i32>,
    /// A rate that increases during the rollout.
    pub exponential_rate: Option<ExponentialRolloutRate>,
}

/// A rollout rate that increases by a factor.
#[shape]
pub struct ExponentialRolloutRate {
    /// The number of things notified per minute at the start of the rollout, 1 to 1000.
    #[shape(ROLLOUT_RATE_PER_MINUTE)]
    pub base_rate_per_minute: i32,
    /// The factor of each increase, 1.1 to 5 with one decimal.
    #[shape(INCREMENT_FACTOR)]
    pub increment_factor: f64,
    /// The number of things after which the rate increases.
    #[shape(optional_in_sdk)]
    pub rate_increase_criteria: RateIncreaseCriteria,
}

/// The number of notified or of succeeded things after which a rollout rate increases.
#[shape(rule = one_threshold, consistency = keep_one_threshold)]
pub struct RateIncreaseCriteria {
    /// The number of notified things after which the rate increases, at least 1.
    #[shape(NUMBER_OF_THINGS)]
    pub number_of_notified_things: Option<i32>,
    /// The number of succeeded things after which the rate increases, at least 1.
    #[shape(NUMBER_OF_THINGS)]
    pub number_of_succeeded_things: Option<i32>,
}

/// Both counts are only a warning, since published samples have both.
fn one_threshold(criteria: &RateIncreaseCriteria, at: &PathRef<'_>, report: &mut Report) {
    let names = "numberOfNotifiedThings or numberOfSucceededThings";
    let finding = match (
        criteria.number_of_notified_things,
        criteria.number_of_succeeded_things,
    ) {
        (Some(_), Some(_)) => Finding::warning(
            Rule::RateIncreaseOneThreshold,
            format!("both counts are set: keep {names}"),
        ),
        (None, None) => Finding::error(
            Rule::RateIncreaseOneThreshold,
            format!("neither count is set: set {names}"),
        ),
        _ => return,
    };
    report.add(at, finding.limit("exactly one of two"));
}

#[cfg(feature = "proptest")]
fn keep_one_threshold(members: &mut Members<'_>) {
    let notified = members.has(RateIncreaseCriteria::NUMBER_OF_NOTIFIED_THINGS);
    members.set_present(RateIncreaseCriteria::NUMBER_OF_SUCCEEDED_THINGS, !notified);
}
