//! The colors of the pictures, for light and dark backgrounds.

use plotters::style::RGBColor;

pub(super) const BACKGROUND: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// Texts and axes.
pub(super) const TEXT: RGBColor = RGBColor(0x1f, 0x23, 0x28);
/// Lines of the grid.
pub(super) const GRID: RGBColor = RGBColor(0xd8, 0xde, 0xe4);

/// The states from bottom to top, in colors of Okabe and Ito, which people with any color vision can distinguish.
pub(super) const STATES: [(&str, RGBColor); 4] = [
    ("succeeded", RGBColor(0x00, 0x9e, 0x73)),
    ("ended otherwise", RGBColor(0xd5, 0x5e, 0x00)),
    ("in progress", RGBColor(0x00, 0x72, 0xb2)),
    ("queued", RGBColor(0x56, 0xb4, 0xe9)),
];

/// What a viewer with a dark color scheme replaces.
pub(super) const STYLE: &str = "<style>@media (prefers-color-scheme:dark){\
    [fill=\"#FFFFFF\"]{fill:#0D1117}\
    [stroke=\"#FFFFFF\"]{stroke:#0D1117}\
    [fill=\"#1F2328\"]{fill:#E6EDF3}\
    [stroke=\"#1F2328\"]{stroke:#E6EDF3}\
    [stroke=\"#D8DEE4\"]{stroke:#30363D}\
    }</style>\n";
