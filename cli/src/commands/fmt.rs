//! `iot-jobs fmt`: the canonical text of payloads.

use std::io::{self, Write};

use iot_jobs::{catalog::ShapeEntry, codec};

use crate::{
    checking::{decode_error, unknown_members},
    counts::{InputCounts, Outcome},
    reading::ReadOptions,
    report::write_findings,
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
            let all_known = value.as_ref().is_ok_and(|value| value.unknown().is_empty());
            let canonical = value.and_then(|value| value.to_json());
            let error = canonical.as_ref().err();
            let error = error.map(|error| decode_error::finding(error, input));
            let unknown = if all_known {
                Vec::new()
            } else {
                unknown_members(input, options.shape.structure())
            };
            write_findings(input, error.iter().chain(&unknown));
            let Ok(canonical) = canonical else {
                return Ok(Outcome::Errors);
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
