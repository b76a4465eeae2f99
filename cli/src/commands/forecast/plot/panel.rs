//! One run in a plot: the states of things, and below them the rate.

mod chart;
mod marks;
mod states;

use std::error::Error;

use plotters::{
    chart::{ChartBuilder, LabelAreaPosition},
    element::{PathElement, Rectangle, Text},
    style::{Color, FontTransform, text_anchor::HPos},
};

use self::{
    chart::Chart,
    marks::{draw_marks, labels_height},
    states::{draw_rate, draw_states},
};
use super::{
    area::Area,
    colors::{GRID, TEXT, WINDOW},
    text::{SMALL, excerpt, text_style, title_style},
};
use crate::commands::forecast::{
    picture::{Picture, Scales},
    sampled::sampled,
    times::{Clock, count},
    wrap::lines,
};

/// The width of the labels of the vertical axes.
const LEFT: u32 = 84;
/// The space at the right, for the end of the last label.
const RIGHT: u32 = 34;
/// The space for the title with one line below it, for each line more, and the height of the states.
const TITLE_HEIGHT: u32 = 60;
const LINE_HEIGHT: u32 = 17;
const STATES_HEIGHT: u32 = 230;
/// The space above the rate, and its height.
const RATE_GAP: u32 = 12;
const RATE_HEIGHT: u32 = 92;
/// The space below the rate, for the times.
const TIMES_HEIGHT: u32 = 62;
/// The number of characters in a line below the title, and the maximum number of these lines.
const LINE_LENGTH: usize = 130;
const MAX_LINES: usize = 4;
/// The maximum number of samples that are drawn, about one for each second pixel.
const MAX_SAMPLES: usize = 600;
/// The maximum number of labels of times.
const MAX_TICKS: u32 = 9;

/// The height of a run.
pub(super) fn height(picture: &Picture) -> u32 {
    title_height(picture)
        + labels_height(picture)
        + STATES_HEIGHT
        + RATE_GAP
        + RATE_HEIGHT
        + TIMES_HEIGHT
}

fn title_height(picture: &Picture) -> u32 {
    let more = subtitle(picture).len().saturating_sub(1);
    TITLE_HEIGHT + LINE_HEIGHT * u32::try_from(more).unwrap_or_default()
}

/// The lines below the title.
fn subtitle(picture: &Picture) -> Vec<String> {
    let mut lines = lines(&picture.subtitle, LINE_LENGTH);
    if lines.len() > MAX_LINES {
        lines.truncate(MAX_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// Draws a run.
pub(super) fn draw_picture(
    area: &Area<'_>,
    picture: &Picture,
    scales: &Scales,
) -> Result<(), Box<dyn Error>> {
    let left = i32::try_from(LEFT)?;
    area.draw(&Text::new(
        excerpt(&picture.title, 80),
        (left, 22),
        title_style(TEXT),
    ))?;
    for (y, line) in (44..).step_by(LINE_HEIGHT as usize).zip(subtitle(picture)) {
        let style = text_style(SMALL, TEXT, HPos::Left);
        area.draw(&Text::new(line, (left, y), style))?;
    }
    let (_, area_below) = area.split_vertically(title_height(picture) + labels_height(picture));
    let (top, bottom) = area_below.split_vertically(STATES_HEIGHT);
    let picture = &Picture {
        samples: sampled(&picture.samples, MAX_SAMPLES),
        ..picture.clone()
    };
    let (_, bottom) = bottom.split_vertically(RATE_GAP);
    let (bottom, _) = bottom.split_vertically(RATE_HEIGHT);
    let mut states = chart(&top, scales, scales.things.into())?;
    draw_windows(&states, picture, scales.things.into())?;
    draw_mesh(area, &mut states, "things")?;
    draw_states(&states, picture)?;
    let most = f64::from(scales.rate) * 1.08;
    let mut rate = chart(&bottom, scales, most)?;
    draw_windows(&rate, picture, most)?;
    draw_mesh(area, &mut rate, "things notified per minute")?;
    draw_rate(&rate, picture)?;
    draw_times(area, &rate, picture.clock, scales.minutes)?;
    draw_marks(area, &[&states, &rate], picture)
}

fn chart<'a, 'b>(
    area: &'a Area<'b>,
    scales: &Scales,
    most: f64,
) -> Result<Chart<'a, 'b>, Box<dyn Error>> {
    let chart = ChartBuilder::on(area)
        .set_label_area_size(LabelAreaPosition::Left, LEFT)
        .margin_right(RIGHT)
        .build_cartesian_2d(0.0..scales.minutes, 0.0..most)?;
    Ok(chart)
}

fn draw_mesh(area: &Area<'_>, chart: &mut Chart<'_, '_>, unit: &str) -> Result<(), Box<dyn Error>> {
    chart
        .configure_mesh()
        .disable_x_mesh()
        .x_labels(0)
        .max_light_lines(0)
        .bold_line_style(GRID)
        .axis_style(TEXT)
        .y_labels(5)
        .label_style(text_style(SMALL, TEXT, HPos::Center))
        .y_label_formatter(&|number| count_of(*number))
        .draw()?;
    let (_, rows) = chart.plotting_area().get_pixel_range();
    let (_, area_top) = area.get_base_pixel();
    let middle = i32::midpoint(rows.start, rows.end) - area_top;
    let style = text_style(SMALL, TEXT, HPos::Center).transform(FontTransform::Rotate270);
    area.draw(&Text::new(unit.to_owned(), (14, middle), style))?;
    Ok(())
}

/// The labels of the horizontal axis.
fn draw_times(
    area: &Area<'_>,
    chart: &Chart<'_, '_>,
    clock: Clock,
    minutes: f64,
) -> Result<(), Box<dyn Error>> {
    let (_, area_top) = area.get_base_pixel();
    let (columns, rows) = chart.plotting_area().get_pixel_range();
    let bottom = rows.end - area_top;
    let style = text_style(SMALL, TEXT, HPos::Center);
    for tick in clock.ticks(minutes, MAX_TICKS) {
        let minute = f64::from(tick);
        let (x, _) = chart.backend_coord(&(minute, 0.0));
        area.draw(&PathElement::new(
            [(x, bottom), (x, bottom + 5)],
            TEXT.stroke_width(1),
        ))?;
        area.draw(&Text::new(
            clock.tick(minute),
            (x, bottom + 15),
            style.clone(),
        ))?;
    }
    let center = i32::midpoint(columns.start, columns.end);
    area.draw(&Text::new(clock.axis(), (center, bottom + 34), style))?;
    Ok(())
}

fn draw_windows(chart: &Chart<'_, '_>, picture: &Picture, most: f64) -> Result<(), Box<dyn Error>> {
    let area = chart.plotting_area();
    let end = picture.minutes();
    for &(opens, closes) in picture.windows.iter().filter(|(opens, _)| *opens < end) {
        area.draw(&Rectangle::new(
            [(opens, 0.0), (closes.min(end), most)],
            WINDOW.filled(),
        ))?;
    }
    Ok(())
}

/// The label of a whole number; none for others.
fn count_of(number: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of things"
    )]
    let whole = number as u64;
    if number.fract().abs() < 1e-9 {
        count(whole)
    } else {
        String::new()
    }
}
