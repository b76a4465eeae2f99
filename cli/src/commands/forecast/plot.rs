//! A forecast as a picture, in SVG.

mod area;
mod colors;
mod labels;
mod legend;
mod panel;
mod text;

use plotters::{backend::SVGBackend, drawing::IntoDrawingArea};

use self::{
    colors::{BACKGROUND, STYLE},
    legend::draw_legend,
    panel::{draw_picture, height},
};
use super::picture::{Picture, Scales};

/// The width of a picture.
const WIDTH: u32 = 960;
/// The height of the legend.
const LEGEND_HEIGHT: u32 = 40;

/// Draws runs one above the other.
pub(super) fn svg(pictures: &[Picture]) -> Result<String, String> {
    let mut text = String::new();
    draw(pictures, &mut text).map_err(|error| error.to_string())?;
    // After the opening tag, whose line is the first.
    let start = text.find('\n').map_or(0, |end| end + 1);
    text.insert_str(start, STYLE);
    Ok(text)
}

fn draw(pictures: &[Picture], text: &mut String) -> Result<(), Box<dyn std::error::Error>> {
    let total: u32 = pictures.iter().map(height).sum();
    let size = (WIDTH, total + LEGEND_HEIGHT);
    let root = SVGBackend::with_string(text, size).into_drawing_area();
    root.fill(&BACKGROUND)?;
    let mut rest = root.clone();
    let scales = Scales::of(pictures);
    for picture in pictures {
        let (area, below) = rest.split_vertically(height(picture));
        draw_picture(&area, picture, &scales)?;
        rest = below;
    }
    draw_legend(&rest, pictures)?;
    root.present()?;
    Ok(())
}
