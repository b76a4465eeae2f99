//! Placeholders.

/// How every placeholder starts.
pub const START: &str = "${aws:iot:";
