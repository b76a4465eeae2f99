//! The errors of inputs of `fmt` and `request`, and the warnings about their unknown members.

use std::io::Write;

use super::snippet;
use crate::{check_result::Finding, input::Input};

/// Writes findings under their lines on standard error, without their rules: rules belong to `check`.
pub fn write_findings<'f>(input: &Input<'_>, findings: impl Iterator<Item = &'f Finding>) {
    let mut out = anstream::stderr().lock();
    for finding in findings {
        // If standard error is closed, the exit code still shows the failure.
        let _ = writeln!(out, "{}\n", snippet::without_rule(input, finding));
    }
}
