//! The pace of a rollout.

use iot_jobs_macros::shape;

use crate::{
    path::Path,
    validate::{Finding, Report, Rule},
};

/// How fast a job reaches its targets.
#[shape]
pub struct JobExecutionsRolloutConfig {
    /// The most things notified of the job in a minute, 1 to 1000.
    #[shape(MAX_JOB_EXECUTIONS_PER_MIN)]
    pub maximum_per_minute: Option<i32>,
    /// A rate that grows as the rollout goes on.
    pub exponential_rate: Option<ExponentialRolloutRate>,
}

/// A rollout rate that grows by a factor.
#[shape]
pub struct ExponentialRolloutRate {
    /// The number of things notified in a minute at first, 1 to 1000.
    #[shape(ROLLOUT_RATE_PER_MINUTE)]
    pub base_rate_per_minute: i32,
    /// The factor of each increase, 1.1 to 5 with one decimal.
    #[shape(INCREMENT_FACTOR)]
    pub increment_factor: f64,
    /// How many things it takes for the next increase.
    pub rate_increase_criteria: RateIncreaseCriteria,
}

/// How many things it takes to raise a rollout rate, by one of two counts.
#[shape(rule = one_threshold)]
pub struct RateIncreaseCriteria {
    /// The rate rises whenever this many more things have been notified, at least 1.
    #[shape(NUMBER_OF_THINGS)]
    pub number_of_notified_things: Option<i32>,
    /// The rate rises whenever this many more things have succeeded, at least 1.
    #[shape(NUMBER_OF_THINGS)]
    pub number_of_succeeded_things: Option<i32>,
}

/// Both counts are only a warning, since published samples have both.
fn one_threshold(criteria: &RateIncreaseCriteria, at: &Path<'_>, report: &mut Report) {
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
