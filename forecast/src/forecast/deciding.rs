//! Which open points decide a result.

use crate::{Forecast, OpenPoint, Reading, Run};

impl Forecast {
    /// The open points that decide a result of a run: every run with the same values of these has the same result.
    ///
    /// They are a smallest such set, of several the one whose points come first; none if all runs have the result, or
    /// if there is no such run.
    ///
    /// ```
    /// # use iot_jobs_forecast::Forecast;
    /// # fn of(forecast: &Forecast) -> Option<()> {
    /// let end = forecast.range_of_times(|run| run.ended_at)?;
    /// let reading = forecast.runs.get(end.least_run)?.reading;
    /// for point in forecast.deciding_points(end.least_run, |run| run.ended_at) {
    ///     println!("the earliest if {}={}", point.name, reading.get(point.name)?);
    /// }
    /// # Some(())
    /// # }
    /// ```
    pub fn deciding_points<T: PartialEq>(
        &self,
        run: usize,
        of: impl Fn(&Run) -> T,
    ) -> Vec<&'static OpenPoint> {
        let Some(run) = self.runs.get(run) else {
            return Vec::new();
        };
        let result = of(run);
        let others = self.runs.iter().filter(|other| of(other) != result);
        let mut others: Vec<_> = others
            .map(|other| differences(&self.open_points, &run.reading, &other.reading))
            .collect();
        others.sort_unstable();
        others.dedup();
        let points = smallest(self.open_points.len(), &others);
        let all = self.open_points.iter().enumerate();
        all.filter(|(index, _)| points & bit(*index) != 0)
            .map(|(_, point)| *point)
            .collect()
    }
}

/// A set of open points, a bit for each.
type Points = u32;

fn bit(index: usize) -> Points {
    u32::try_from(index)
        .ok()
        .and_then(|index| 1_u32.checked_shl(index))
        .unwrap_or(0)
}

/// The open points with different values in two readings.
fn differences(points: &[&OpenPoint], one: &Reading, other: &Reading) -> Points {
    let points = points.iter().enumerate();
    points
        .filter(|(_, point)| one.get(point.name) != other.get(point.name))
        .fold(0, |set, (index, _)| set | bit(index))
}

/// The smallest set of so many points that has a point of each of these sets.
fn smallest(points: usize, sets: &[Points]) -> Points {
    let all = bit(points).wrapping_sub(1);
    let suffices = |candidate: &Points| sets.iter().all(|set| set & candidate != 0);
    // Of sets of the same size, the one with the first points: compared from the lowest bit.
    (0..=all)
        .filter(suffices)
        .min_by_key(|candidate| (candidate.count_ones(), u32::MAX - candidate.reverse_bits()))
        .unwrap_or(all)
}
