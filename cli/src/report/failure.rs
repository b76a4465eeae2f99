//! The errors of inputs of `fmt` and `request`.

use std::io::{self, Write};

use super::snippet;
use crate::{check_result::Finding, input::Input};

/// Writes a finding under its line, without its rule: rules belong to `check`.
pub fn write_failure(out: &mut impl Write, input: &Input<'_>, finding: &Finding) -> io::Result<()> {
    writeln!(out, "{}\n", snippet::without_rule(input, finding))
}
