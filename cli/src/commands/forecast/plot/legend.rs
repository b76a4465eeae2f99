//! The legend of a plot.

use std::error::Error;

use plotters::{
    element::{Rectangle, Text},
    style::{Color, text_anchor::HPos},
};

use super::{
    area::Area,
    colors::{STATE_COLORS, TEXT, WINDOW},
    text::{SMALL, text_style, width},
};
use crate::commands::forecast::picture::{Picture, STATES};

/// The side of a square, and the row of its center.
const SIDE: i32 = 12;
const ROW: i32 = 14;

/// Draws a square and a name for each state that a picture has.
pub(super) fn draw_legend(area: &Area<'_>, pictures: &[Picture]) -> Result<(), Box<dyn Error>> {
    let mut x = 84;
    let states = STATES.iter().zip(STATE_COLORS).enumerate();
    let states = states.filter(|(index, _)| pictures.iter().any(|it| it.has(*index)));
    let mut entries: Vec<_> = states.map(|(_, (name, color))| (*name, color)).collect();
    if pictures.iter().any(|it| !it.windows.is_empty()) {
        entries.push(("maintenance window", WINDOW));
    }
    let style = text_style(SMALL, TEXT, HPos::Left);
    for (name, color) in entries {
        let square = [(x, ROW - SIDE / 2), (x + SIDE, ROW + SIDE / 2)];
        area.draw(&Rectangle::new(square, color.filled()))?;
        if color == WINDOW {
            area.draw(&Rectangle::new(square, TEXT.stroke_width(1)))?;
        }
        area.draw(&Text::new(name, (x + SIDE + 6, ROW), style.clone()))?;
        x += SIDE + 6 + width(name) + 14;
    }
    Ok(())
}
