//! The areas of the states, and the line of the rate.

use std::error::Error;

use plotters::{
    element::{PathElement, Polygon},
    style::Color,
};

use super::chart::Chart;
use crate::commands::forecast::{
    picture::{Picture, STATES, Sample},
    plot::colors::{BACKGROUND, RATE, STATE_COLORS},
};

/// The maximum number of samples that are drawn as steps: of more, the steps are narrower than their lines.
const MAX_STEPS: usize = 60;

/// A point in minutes and things.
type Point = (f64, f64);

/// Draws the states one on top of the other.
pub(super) fn draw_states(chart: &Chart<'_, '_>, picture: &Picture) -> Result<(), Box<dyn Error>> {
    let area = chart.plotting_area();
    for (state, color) in STATE_COLORS.iter().enumerate() {
        if !picture.has(state) {
            continue;
        }
        let mut outline = boundary(&picture.samples, state);
        let above = boundary(&picture.samples, state + 1);
        outline.extend(above.iter().rev());
        area.draw(&Polygon::new(outline, color.filled()))?;
        // The line between two similar colors separates them.
        area.draw(&PathElement::new(above, BACKGROUND.stroke_width(1)))?;
    }
    Ok(())
}

/// Draws the rate.
pub(super) fn draw_rate(chart: &Chart<'_, '_>, picture: &Picture) -> Result<(), Box<dyn Error>> {
    let line = rate_line(&picture.samples);
    let mut outline = line.clone();
    outline.extend([(picture.minutes(), 0.0), (0.0, 0.0)]);
    let area = chart.plotting_area();
    area.draw(&Polygon::new(outline, RATE.mix(0.25)))?;
    area.draw(&PathElement::new(line, RATE.stroke_width(2)))?;
    Ok(())
}

/// The number of things in the states below one, over time.
fn boundary(samples: &[Sample], state: usize) -> Vec<Point> {
    let total = |sample: &Sample| -> f64 {
        let below = sample.counts.iter().take(state.min(STATES.len()));
        below.map(|count| f64::from(*count)).sum()
    };
    let mut points: Vec<Point> = Vec::new();
    for sample in samples {
        // In a short run, a slope would show results before the first one.
        if samples.len() <= MAX_STEPS
            && let Some((_, before)) = points.last()
        {
            points.push((sample.minute, *before));
        }
        points.push((sample.minute, total(sample)));
    }
    without_flat(&points)
}

/// The rate as a line with steps: that of a sample applied since the sample before.
fn rate_line(samples: &[Sample]) -> Vec<Point> {
    let pairs = samples.windows(2).filter_map(|pair| match pair {
        [sample, next] => {
            Some([sample.minute, next.minute].map(|minute| (minute, f64::from(sample.rate))))
        }
        _ => None,
    });
    without_flat(&pairs.flatten().collect::<Vec<_>>())
}

/// The points without those in the middle of a horizontal line.
fn without_flat(points: &[Point]) -> Vec<Point> {
    let is_flat = |index: usize| {
        let height = |index: usize| {
            points
                .get(index)
                .map(|(_, height): &Point| height.to_bits())
        };
        let before = index.checked_sub(1).and_then(height);
        before == height(index) && height(index + 1) == before
    };
    let kept = points
        .iter()
        .enumerate()
        .filter(|(index, _)| !is_flat(*index));
    kept.map(|(_, point)| *point).collect()
}
