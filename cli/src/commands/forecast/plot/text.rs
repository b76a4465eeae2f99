//! Text in plots.

use plotters::style::{
    Color, FontStyle, IntoFont, RGBColor, TextStyle,
    text_anchor::{HPos, Pos, VPos},
};

/// The size of small text in pixels.
pub(super) const SMALL: f64 = 12.0;
/// The size of titles in pixels.
pub(super) const LARGE: f64 = 16.0;

/// Text of a size and color, left of its point (`Right`), right of it (`Left`) or around it.
pub(super) fn text_style(size: f64, color: RGBColor, position: HPos) -> TextStyle<'static> {
    // The backend divides by this number.
    const SCALE: f64 = 1.24;
    let font = ("sans-serif", size * SCALE).into_font();
    let mut style = TextStyle::from(font).pos(Pos::new(position, VPos::Center));
    style.color = color.to_backend_color();
    style
}

/// Bold text.
pub(super) fn title_style(color: RGBColor) -> TextStyle<'static> {
    let mut style = text_style(LARGE, color, HPos::Left);
    style.font = style.font.style(FontStyle::Bold);
    style
}

/// The estimated width of small text in pixels; fonts differ.
pub(super) fn width(text: &str) -> i32 {
    let characters = i32::try_from(text.chars().count()).unwrap_or(i32::MAX / 8);
    characters.saturating_mul(7)
}

/// The start of a text that is longer than so many characters.
pub(super) fn excerpt(text: &str, max: usize) -> String {
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
