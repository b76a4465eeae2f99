//! What should be known before a job is created.

mod assumptions;
mod criteria;
mod outcomes;

use std::fmt;

use iot_jobs::Path;

use crate::{Fleet, Rollout, Run};

/// Something that should be known before a job is created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Advice {
    /// What it is about.
    pub kind: AdviceKind,
    /// The setting that it is about.
    pub path: Path,
    /// What happens, and what would change it.
    pub message: String,
    /// The number of runs in which it happens; all of them if it does not depend on the reading.
    pub runs: usize,
}

/// What an advice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AdviceKind {
    /// An abort criterion that can never be met.
    CriterionNeverMet,
    /// A single failure meets an abort criterion.
    SingleFailureAborts,
    /// Every target is notified before the first execution ends, so that no criterion can stop their notification.
    NotifiedBeforeFirstResult,
    /// The typical work takes longer than the in-progress timer.
    WorkOutlastsTimeout,
    /// The end time comes before every target is notified.
    RolloutOutlastsEnd,
    /// The end time comes before the retries are used.
    RetriesOutlastEnd,
    /// The end time cancels executions.
    EndTimeCancels,
    /// Executions remain that nothing ends.
    NeverEnds,
    /// No maintenance window opens within two years.
    NoWindow,
    /// The settings of the job's template are not included.
    TemplateNotIncluded,
    /// An assumption that has no effect with these settings.
    AssumptionUnused,
}

impl AdviceKind {
    /// The name, such as `criterion-never-met`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CriterionNeverMet => "criterion-never-met",
            Self::SingleFailureAborts => "single-failure-aborts",
            Self::NotifiedBeforeFirstResult => "notified-before-first-result",
            Self::WorkOutlastsTimeout => "work-outlasts-timeout",
            Self::RolloutOutlastsEnd => "rollout-outlasts-end",
            Self::RetriesOutlastEnd => "retries-outlast-end",
            Self::EndTimeCancels => "end-time-cancels",
            Self::NeverEnds => "never-ends",
            Self::NoWindow => "no-window",
            Self::TemplateNotIncluded => "template-not-included",
            Self::AssumptionUnused => "assumption-unused",
        }
    }
}

impl fmt::Display for AdviceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What should be known about a rollout with these runs.
pub(crate) fn advise(
    rollout: &Rollout,
    fleet: &Fleet,
    unused_readings: &[(&'static str, &'static str)],
    runs: &[Run],
) -> Vec<Advice> {
    let mut advice = criteria::advise(rollout, fleet, runs);
    advice.extend(rollout.lacks_template.then(|| Advice {
        kind: AdviceKind::TemplateNotIncluded,
        path: Path::root().member("jobTemplateArn"),
        message: "the settings of the template are not included: add the response of DescribeJobTemplate"
            .to_owned(),
        runs: runs.len(),
    }));
    advice.extend(assumptions::advise(rollout, fleet, runs.len()));
    advice.extend(assumptions::advise_readings(
        rollout,
        unused_readings,
        runs.len(),
    ));
    advice.extend(outcomes::advise(rollout, fleet, runs));
    advice
}
