//! Payloads, whose shape is given.

use iot_jobs::{Error, catalog::DynShape};

use super::{decode_error, violations::findings};
use crate::{
    check_result::{CheckResult, Decoded},
    input::Input,
};

/// Checks a payload that was decoded as this shape.
pub fn check_payload<'a>(
    input: &Input<'a>,
    shape: &str,
    value: Result<Box<dyn DynShape>, Error>,
) -> CheckResult<'a> {
    let checked = value.and_then(|value| {
        let decoded = Decoded {
            canonical: value.to_json()?,
            unknown: value.unknown(),
        };
        Ok((decoded, value.violations()))
    });
    let (decoded, violations) = match checked {
        Ok((decoded, violations)) => (Ok(decoded), findings(input, violations)),
        Err(error) => (Err(decode_error::finding(&error)), Vec::new()),
    };
    CheckResult {
        input: *input,
        shape: shape.to_owned(),
        detected_by: None,
        decoded,
        violations,
    }
}
