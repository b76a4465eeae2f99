//! The picture of one rollout.

use std::error::Error;

use iot_jobs::primitives::{DateTime, DateTimeFormat};
use plotters::{
    backend::SVGBackend,
    chart::{ChartBuilder, LabelAreaPosition},
    coord::Shift,
    drawing::DrawingArea,
    element::{PathElement, Polygon, Text},
    style::Color,
};

use super::{
    colors::{BACKGROUND, GRID, STATES, TEXT},
    rollouts::{Hour, Rollout},
    text_style,
};

/// A point in hours since 1970 and executions.
type Point = (f64, f64);

/// Draws the states one on top of the other.
pub(super) fn draw_panel(
    area: &DrawingArea<SVGBackend<'_>, Shift>,
    rollout: &Rollout,
) -> Result<(), Box<dyn Error>> {
    let (Some(first), Some(last)) = (rollout.hours.first(), rollout.hours.last()) else {
        return Ok(());
    };
    let total = |hour: &Hour| hour.states.iter().sum::<i64>();
    let most = rollout.hours.iter().map(total).max().unwrap_or_default();
    let title = format!("{}, {} executions", rollout.job, total(last));
    area.draw(&Text::new(title, (84, 4), text_style(14.0, TEXT)))?;
    let mut chart = ChartBuilder::on(area)
        .margin_top(28)
        .margin_right(40)
        .set_label_area_size(LabelAreaPosition::Left, 84)
        .set_label_area_size(LabelAreaPosition::Bottom, 34)
        .build_cartesian_2d(
            number(first.hour)..number(last.hour + 1),
            0.0..number(most) * 1.02,
        )?;
    for (state, (_, color)) in STATES.iter().enumerate() {
        let above = boundary(&rollout.hours, state + 1);
        let mut outline = boundary(&rollout.hours, state);
        outline.extend(above.iter().rev());
        chart
            .plotting_area()
            .draw(&Polygon::new(outline, color.filled()))?;
        // The line between two similar colors separates them.
        chart
            .plotting_area()
            .draw(&PathElement::new(above, BACKGROUND.stroke_width(1)))?;
    }
    chart
        .configure_mesh()
        .disable_x_mesh()
        .max_light_lines(0)
        .bold_line_style(GRID)
        .axis_style(TEXT)
        .x_labels(9)
        .y_labels(4)
        .label_style(text_style(12.0, TEXT))
        .x_label_formatter(&|hour| day_and_time(*hour))
        .y_label_formatter(&|executions| format!("{executions:.0}"))
        .draw()?;
    Ok(())
}

/// The number of executions in the states below one, over time; nothing changes in hours without rows.
fn boundary(hours: &[Hour], state: usize) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::with_capacity(2 * hours.len() + 1);
    if let Some(first) = hours.first() {
        points.push((number(first.hour), 0.0));
    }
    for hour in hours {
        let start = number(hour.hour);
        if let Some(&(end, height)) = points.last()
            && end < start
        {
            points.push((start, height));
        }
        let below = hour.states.iter().take(state).sum();
        points.push((start + 1.0, number(below)));
    }
    points
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of executions and hours"
)]
fn number(integer: i64) -> f64 {
    integer as f64
}

/// The label of an hour, in UTC.
fn day_and_time(hour: f64) -> String {
    let time = DateTime::from_secs_f64((hour * 60.0).round() * 60.0);
    let text = time.fmt(DateTimeFormat::DateTime).unwrap_or_default();
    let part = |range| text.get(range).unwrap_or_default();
    format!("{} {}", part(5..10), part(11..16))
}
