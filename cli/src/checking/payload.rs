//! Payloads, whose shape is given.

use iot_jobs::{
    Error,
    catalog::{DynShape, ShapeEntry},
    check::Checks,
};

use super::{decode_error, violations::findings};
use crate::{
    check_result::{CheckResult, Decoded},
    input::Input,
};

/// Checks a payload that was decoded as this shape; findings beyond the maximum are counted.
pub fn check_payload<'a>(
    input: &Input<'a>,
    shape: ShapeEntry,
    value: Result<Box<dyn DynShape>, Error>,
    checks: Checks,
    max_findings: usize,
) -> CheckResult<'a> {
    let checked = value.and_then(|value| {
        let decoded = Decoded::new(value.to_json()?, value.unknown(), max_findings);
        Ok((decoded, value.violations_by(&checks)))
    });
    let structure = shape.structure();
    // Text that is not UTF-8 does not decode, and has no other findings.
    let text = str::from_utf8(input.text).unwrap_or_default();
    let (decoded, violations) = match checked {
        Ok((decoded, of_value)) => (Ok(decoded), checks.complete(structure, text, of_value)),
        Err(error) => {
            let decode = |text: &str| Ok(shape.decode(text)?.violations_by(&checks));
            let violations = checks.beside_error(structure, text, &error, &decode);
            (Err(decode_error::finding(&error, input)), violations)
        }
    };
    let (violations, omitted) = findings(input, violations, max_findings);
    CheckResult {
        input: *input,
        looks_like: None,
        shape: shape.name(),
        detected_by: None,
        decoded,
        violations,
        omitted,
        violations_have_error: false,
    }
}
