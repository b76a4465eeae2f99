//! A forecast: a run for each reading of the open points.

mod deciding;
mod range;
mod readings;

use std::time::Duration;

use iot_jobs::primitives::DateTime;

pub use self::{range::Range, readings::Readings};
use crate::{
    Advice, Error, Fleet, OpenPoint, Reading, Rollout, Run, advice, simulation::Simulation,
};

/// What a rollout does, in every reading of the open points.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Forecast {
    /// When the job starts: at its creation, or at its start time if that is later.
    pub start: DateTime,
    /// The open points that matter for this rollout and fleet, and so have more than one value in the runs.
    pub open_points: Vec<&'static OpenPoint>,
    /// A run for each reading, the default reading first.
    pub runs: Vec<Run>,
    /// What should be known before the job is created.
    pub advice: Vec<Advice>,
}

impl Forecast {
    /// The least and the greatest of a number in the runs; of a forecast without runs, nothing.
    ///
    /// ```
    /// # use iot_jobs_forecast::Forecast;
    /// # fn of(forecast: &Forecast) -> Option<()> {
    /// let touched = forecast.range(|run| run.touched)?;
    /// println!("{} to {} things", touched.least, touched.most);
    /// println!("the most if {}", forecast.runs.get(touched.most_run)?.reading);
    /// # Some(())
    /// # }
    /// ```
    pub fn range<T: Ord + Copy>(&self, of: impl Fn(&Run) -> T) -> Option<Range<T>> {
        Range::over(self.runs.iter().map(of), |value| value)
    }

    /// The earliest and the latest of a time in the runs; `None`, which is never, is the latest.
    ///
    /// ```
    /// # use iot_jobs_forecast::Forecast;
    /// # fn of(forecast: &Forecast) -> Option<()> {
    /// let end = forecast.range_of_times(|run| run.ended_at)?;
    /// println!("{:?} to {:?}", end.least, end.most);
    /// # Some(())
    /// # }
    /// ```
    pub fn range_of_times(
        &self,
        of: impl Fn(&Run) -> Option<Duration>,
    ) -> Option<Range<Option<Duration>>> {
        Range::over(self.runs.iter().map(of), |time| (time.is_none(), time))
    }
}

/// Forecasts a rollout that is created at a time, in every reading of the open points that matter.
///
/// # Errors
///
/// Fails if an assumption about the fleet is not possible, and if the end time of the job is not after its start.
pub fn forecast(rollout: &Rollout, fleet: &Fleet, at: DateTime) -> Result<Forecast, Error> {
    forecast_with(rollout, fleet, at, &Readings::all())
}

/// Forecasts a rollout in these readings of the open points that matter.
///
/// # Errors
///
/// As [`forecast`].
pub fn forecast_with(
    rollout: &Rollout,
    fleet: &Fleet,
    at: DateTime,
    readings: &Readings,
) -> Result<Forecast, Error> {
    fleet.check()?;
    rollout.check_end(at)?;
    let open_points = readings.that_matter(rollout, fleet);
    let runs: Vec<_> = readings
        .expand(&open_points)
        .into_iter()
        .map(|reading| Simulation::new(rollout, fleet, at, reading).run())
        .collect();
    let unused: Vec<_> = readings.without_effect(rollout, fleet).collect();
    Ok(Forecast {
        start: rollout.start(at),
        advice: advice::advise(rollout, fleet, &unused, &runs),
        open_points,
        runs,
    })
}

/// Forecasts a rollout in one reading of the open points.
///
/// # Errors
///
/// As [`forecast`].
pub fn forecast_reading(
    rollout: &Rollout,
    fleet: &Fleet,
    at: DateTime,
    reading: Reading,
) -> Result<Run, Error> {
    fleet.check()?;
    rollout.check_end(at)?;
    Ok(Simulation::new(rollout, fleet, at, reading).run())
}
