//! Which readings of the open points are run.

use std::time::Duration;

use crate::{Error, Fleet, OpenPoint, Reading, Rollout, rollout::Failures};

/// The readings of the open points that a forecast runs.
///
/// ```
/// use iot_jobs_forecast::Readings;
///
/// let readings = Readings::all().only("pacing", "even")?.only("abort-base", "notified")?;
/// # let _ = readings;
/// # Ok::<(), iot_jobs_forecast::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// The open points with one value, by name.
    fixed: Vec<(&'static str, &'static str)>,
    /// Whether the others have their default values only.
    defaults: bool,
}

impl Readings {
    /// Every reading of every open point.
    pub fn all() -> Self {
        Self::default()
    }

    /// Only the default value of each open point.
    pub fn default_only() -> Self {
        Self {
            fixed: Vec::new(),
            defaults: true,
        }
    }

    /// Only this value of an open point, both by name.
    ///
    /// # Errors
    ///
    /// Fails if there is no such open point or value.
    pub fn only(mut self, point: &str, value: &str) -> Result<Self, Error> {
        Reading::default().with(point, value)?;
        self.fixed.retain(|(fixed, _)| *fixed != point);
        let known = Reading::POINTS.iter().filter(|known| known.name == point);
        self.fixed.extend(known.flat_map(|point| {
            let values = point.values.iter().filter(|known| known.name == value);
            values.map(|value| (point.name, value.name))
        }));
        Ok(self)
    }

    /// The open points with more than one value that can change the run of a rollout.
    pub(super) fn that_matter(&self, rollout: &Rollout, fleet: &Fleet) -> Vec<&'static OpenPoint> {
        let fixed = |point: &OpenPoint| {
            self.defaults || self.fixed.iter().any(|(name, _)| *name == point.name)
        };
        let points = Reading::POINTS.iter();
        points
            .filter(|point| !fixed(point) && matters(point.name, rollout, fleet))
            .collect()
    }

    /// The values that were selected of open points that cannot change the run of a rollout.
    pub(super) fn without_effect<'a>(
        &'a self,
        rollout: &'a Rollout,
        fleet: &'a Fleet,
    ) -> impl Iterator<Item = (&'static str, &'static str)> {
        let fixed = self.fixed.iter().copied();
        fixed.filter(|(point, _)| !matters(point, rollout, fleet))
    }

    /// Every reading of these open points, the others as fixed or by default; the default first.
    pub(super) fn expand(&self, points: &[&OpenPoint]) -> Vec<Reading> {
        let mut first = Reading::default();
        for (point, value) in &self.fixed {
            first = first.with(point, value).unwrap_or(first);
        }
        let mut readings = vec![first];
        for point in points {
            readings = readings
                .iter()
                .flat_map(|reading| {
                    let values = point.values.iter();
                    values.filter_map(|value| reading.with(point.name, value.name).ok())
                })
                .collect();
        }
        readings
    }
}

/// Whether an open point can change the run of a rollout.
fn matters(point: &str, rollout: &Rollout, fleet: &Fleet) -> bool {
    let outcomes = [fleet.outcomes, fleet.outcomes_of_retries()];
    let any = |share: fn(&crate::Outcomes) -> f64| outcomes.iter().any(|all| share(all) > 0.0);
    let in_progress = rollout.in_progress_timeout_in_minutes;
    let has_timer = in_progress.is_some() || fleet.step_timeout_in_minutes.is_some();
    let works_too_long = in_progress.is_some_and(|minutes| {
        let timeout = Duration::from_secs(60 * u64::from(minutes));
        fleet.work.longest().is_none_or(|longest| longest > timeout)
    });
    let times_out = works_too_long || has_timer && any(|all| all.timed_out);
    let retries = rollout.retries;
    let has_retries =
        retries.failed > 0 && any(|all| all.failed) || retries.timed_out > 0 && times_out;
    let fails = times_out || any(|all| all.failed) || any(|all| all.rejected);
    // A threshold of 0 is met without a failure.
    let aborts = rollout.abort.iter().any(|one| fails || one.threshold == 0);
    match point {
        "rounding" => rollout.rates.has_fractions(),
        "both-thresholds" => rollout.rates.has_both_thresholds(),
        "abort-base" => aborts,
        "failures-of-all" => {
            let mut criteria = rollout.abort.iter();
            any(|all| all.rejected) && criteria.any(|one| one.failures == Failures::All)
        }
        "retries-in-rate" => has_retries,
        "retries-in-abort" => has_retries && aborts,
        "timeout-delay" => times_out,
        "queued-outside-windows" => rollout.schedule.has_windows(),
        // Pacing, which changes the time of every notification.
        _ => true,
    }
}
