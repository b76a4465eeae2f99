//! A chart of a plot.

use plotters::{
    backend::SVGBackend,
    chart::ChartContext,
    coord::{cartesian::Cartesian2d, types::RangedCoordf64},
};

/// A chart over time in minutes.
pub(super) type Chart<'a, 'b> =
    ChartContext<'a, SVGBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
