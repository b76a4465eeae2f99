//! A part of a plot.

use plotters::{backend::SVGBackend, coord::Shift, drawing::DrawingArea};

/// An area of the picture, in pixels.
pub(super) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
