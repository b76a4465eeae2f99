//! CloudFormation templates.

use std::borrow::Cow;

use iot_jobs::{Error, check::Checks, cloudformation, codec, validate::Violation};

use super::{decode_error, violations::findings};
use crate::{
    check_result::{CheckResult, Decoded},
    input::Input,
};

/// The name of templates, also for `--as`.
pub const TEMPLATE: &str = "CloudFormationTemplate";

/// Checks the resources of a template that configure jobs.
pub(super) fn check_template<'a>(
    input: &Input<'a>,
    checks: Checks,
    max_findings: usize,
) -> CheckResult<'a> {
    let (decoded, violations) = match check(input.text, checks) {
        Ok((text, violations)) => {
            let decoded = Decoded::new(codec::compact(&text), Vec::new(), max_findings);
            (Ok(decoded), violations)
        }
        Err(error) => (Err(decode_error::finding(&error, input)), Vec::new()),
    };
    let (violations, omitted) = findings(input, violations, max_findings);
    CheckResult {
        input: *input,
        looks_like: None,
        shape: TEMPLATE.to_owned(),
        detected_by: None,
        decoded,
        violations,
        omitted,
        violations_have_error: false,
    }
}

fn check(text: &[u8], checks: Checks) -> Result<(Cow<'_, str>, Vec<Violation>), Error> {
    let text = decode_error::text(text)?;
    let violations = cloudformation::check(&text, &checks)?;
    Ok((text, violations))
}
