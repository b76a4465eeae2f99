//! The marks of a run: vertical lines, with labels above the states.

use std::error::Error;

use plotters::{
    element::{PathElement, Text},
    style::{Color, RGBColor, text_anchor::HPos},
};

use super::chart::Chart;
use crate::commands::forecast::{
    picture::{Mark, MarkKind, Picture},
    plot::{
        area::Area,
        colors::{STOP, TEXT},
        labels::{Label, ROWS, places},
        text::{SMALL, text_style, width},
    },
};

/// The height of a row of labels.
const ROW_HEIGHT: i32 = 17;

/// The height of the labels: several need more than one row.
pub(super) fn labels_height(picture: &Picture) -> u32 {
    let rows = if picture.marks.len() > 1 { ROWS } else { 1 };
    u32::try_from(rows * ROW_HEIGHT).unwrap_or_default()
}

/// Draws the marks across the charts; increases whose labels have no place have only their lines.
pub(super) fn draw_marks(
    area: &Area<'_>,
    charts: &[&Chart<'_, '_>; 2],
    picture: &Picture,
) -> Result<(), Box<dyn Error>> {
    // The end of the job has the first choice of a place; then the last of the increases, to whose left is more space.
    let mut marks: Vec<_> = picture.marks.iter().rev().collect();
    marks.sort_by_key(|mark| mark.kind == MarkKind::Increase);
    let has_increases = marks.iter().any(|mark| mark.kind == MarkKind::Increase);
    let [states, _] = charts;
    let (columns, rows) = states.plotting_area().get_pixel_range();
    let labels = marks.iter().map(|mark| Label {
        x: column(states, mark),
        width: width(&mark.label),
        high: has_increases && mark.kind != MarkKind::Increase,
    });
    let labels: Vec<_> = labels.collect();
    let places = places(&labels, columns.start, columns.end + 30);
    let (_, area_top) = area.get_base_pixel();
    for ((mark, label), place) in marks.iter().zip(&labels).zip(places) {
        let color = if mark.kind == MarkKind::Stop {
            STOP
        } else {
            TEXT
        };
        for chart in charts {
            let (_, rows) = chart.plotting_area().get_pixel_range();
            line(
                area,
                label.x,
                rows.start - area_top,
                rows.end - area_top,
                color,
            )?;
        }
        let Some(place) = place else { continue };
        let row = rows.start - area_top - ROW_HEIGHT / 2 - 2 - place.row * ROW_HEIGHT;
        line(
            area,
            label.x,
            row - ROW_HEIGHT / 2 + 2,
            rows.start - area_top,
            color,
        )?;
        let (x, side) = if place.left {
            (label.x - 4, HPos::Right)
        } else {
            (label.x + 4, HPos::Left)
        };
        area.draw(&Text::new(
            mark.label.clone(),
            (x, row),
            text_style(SMALL, color, side),
        ))?;
    }
    Ok(())
}

/// The column of a mark in pixels.
fn column(chart: &Chart<'_, '_>, mark: &Mark) -> i32 {
    chart.backend_coord(&(mark.minute, 0.0)).0
}

fn line(
    area: &Area<'_>,
    x: i32,
    top: i32,
    bottom: i32,
    color: RGBColor,
) -> Result<(), Box<dyn Error>> {
    area.draw(&PathElement::new(
        [(x, top), (x, bottom)],
        color.mix(0.8).stroke_width(1),
    ))?;
    Ok(())
}
