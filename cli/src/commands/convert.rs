//! `iot-jobs convert`: exports as Parquet, Arrow and CSV.

#[cfg(feature = "convert")]
mod conversion;
mod format;
mod options;

use std::io;

pub use self::{
    format::ConvertFormat,
    options::{ConvertOptions, MAX_THREADS},
};
use crate::counts::InputCounts;

/// Writes the output and the file of errors, and the number of rows to standard error.
#[cfg(feature = "convert")]
pub fn run(options: &ConvertOptions, counts: &mut InputCounts) -> io::Result<()> {
    counts.add(conversion::run(options));
    Ok(())
}

/// A build without the feature refuses the arguments.
#[cfg(not(feature = "convert"))]
pub fn run(_: &ConvertOptions, _: &mut InputCounts) -> io::Result<()> {
    Err(io::Error::other("this build converts nothing"))
}
