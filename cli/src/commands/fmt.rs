//! `iot-jobs fmt`: the canonical text of payloads.

use std::io::{self, Write};

use iot_jobs::{catalog::ShapeEntry, codec};

use crate::{
    checking::decode_error,
    counts::{InputCounts, Outcome},
    reading::ReadOptions,
    report::write_failure,
};

/// The options of `iot-jobs fmt`.
pub struct FmtOptions {
    /// The shape of the inputs.
    pub shape: ShapeEntry,
    /// What to read.
    pub read: ReadOptions,
    /// Whether each text is written on one line.
    pub compact: bool,
}

/// Writes the text of each input that decodes.
pub fn run(options: &FmtOptions, counts: &mut InputCounts) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    options
        .read
        .for_each_value(options.shape, counts, &mut |input, value| {
            let canonical = match value.and_then(|value| value.to_json()) {
                Ok(canonical) => canonical,
                Err(error) => {
                    let finding = decode_error::finding(&error);
                    // If standard error is closed, the exit code still shows the failure.
                    let _ = write_failure(&mut anstream::stderr().lock(), input, &finding);
                    return Ok(Outcome::Errors);
                }
            };
            if options.compact {
                writeln!(out, "{canonical}")?;
            } else {
                writeln!(out, "{}", codec::indent(&canonical))?;
            }
            out.flush()?;
            Ok(Outcome::Ok)
        })
}
