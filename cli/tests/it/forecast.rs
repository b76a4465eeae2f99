//! `forecast`: the duration of a rollout.

mod csv;
mod docs;
mod input;
mod json;
mod plot;
mod settings;
mod text;
mod usage;

use std::path::{Path, PathBuf};

use crate::run::{Run, run_with};

/// The directory of the inputs.
fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/forecast")
}

/// Runs the command in the directory of the inputs, in a terminal that shows ASCII.
fn forecast(arguments: &[&str]) -> Run {
    let variables = [("LC_ALL", "C"), ("TERM", "xterm"), ("COLUMNS", "60")];
    run_with(
        &fixtures(),
        &variables,
        &[&["forecast"], arguments].concat(),
    )
}
