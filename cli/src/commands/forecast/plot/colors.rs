//! The colors of plots, for light and dark backgrounds.

use plotters::style::RGBColor;

use crate::commands::forecast::picture::STATES;

/// The background.
pub(super) const BACKGROUND: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// Texts and axes.
pub(super) const TEXT: RGBColor = RGBColor(0x1f, 0x23, 0x28);
/// Lines of the grid.
pub(super) const GRID: RGBColor = RGBColor(0xd8, 0xde, 0xe4);
/// Maintenance windows.
pub(super) const WINDOW: RGBColor = RGBColor(0xe4, 0xea, 0xf0);
/// Marks that stop the job.
pub(super) const STOP: RGBColor = RGBColor(0xc4, 0x2b, 0x00);

/// The rate.
pub(super) const RATE: RGBColor = RGBColor(0x6e, 0x77, 0x81);

/// The colors of Okabe and Ito, which people with any color vision can distinguish; and gray for canceled executions.
pub(super) const STATE_COLORS: [RGBColor; STATES.len()] = [
    RGBColor(0x00, 0x9e, 0x73),
    RGBColor(0xd5, 0x5e, 0x00),
    RGBColor(0xcc, 0x79, 0xa7),
    RGBColor(0xe6, 0x9f, 0x00),
    RGBColor(0x8b, 0x94, 0x9e),
    RGBColor(0x00, 0x72, 0xb2),
    RGBColor(0x56, 0xb4, 0xe9),
];

/// What a viewer with a dark color scheme replaces.
pub(super) const STYLE: &str = "<style>@media (prefers-color-scheme:dark){\
    [fill=\"#FFFFFF\"]{fill:#0D1117}\
    [stroke=\"#FFFFFF\"]{stroke:#0D1117}\
    [fill=\"#1F2328\"]{fill:#E6EDF3}\
    [stroke=\"#1F2328\"]{stroke:#E6EDF3}\
    [stroke=\"#D8DEE4\"]{stroke:#30363D}\
    [fill=\"#E4EAF0\"]{fill:#232D3A}\
    [fill=\"#C42B00\"]{fill:#FF7B5A}\
    [stroke=\"#C42B00\"]{stroke:#FF7B5A}\
    }</style>\n";
