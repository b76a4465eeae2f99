//! Inputs of any kind.

use iot_jobs::{catalog::ShapeEntry, check::Checks, cloudformation, document::placeholder::Values};

use super::{
    document::check_document,
    payload::check_payload,
    template::{TEMPLATE, check_template},
    yaml::check_yaml,
};
use crate::{check_result::CheckResult, input::Input, yaml::is_yaml};

/// What inputs are.
#[derive(Clone, Copy)]
pub enum InputKind {
    /// Payloads of a shape.
    Payload(ShapeEntry),
    /// CloudFormation templates.
    Template,
    /// Templates and job documents, which are distinguished by their members.
    Detected,
}

/// Checks an input, with the placeholders of a job document replaced by these values; findings beyond the maximum
/// are counted.
pub fn check_input<'a>(
    input: &Input<'a>,
    kind: InputKind,
    values: Option<&Values>,
    checks: Checks,
    max_findings: usize,
) -> CheckResult<'a> {
    if !is_yaml(input.file, input.text) {
        return check_json(input, kind, values, checks, max_findings);
    }
    let shape = match kind {
        InputKind::Payload(shape) => shape.name(),
        InputKind::Template => TEMPLATE.to_owned(),
        InputKind::Detected => "document".to_owned(),
    };
    check_yaml(input, &shape, |json| {
        check_json(json, kind, values, checks, max_findings)
    })
}

fn check_json<'a>(
    input: &Input<'a>,
    kind: InputKind,
    values: Option<&Values>,
    checks: Checks,
    max_findings: usize,
) -> CheckResult<'a> {
    let is_template = || {
        let text = str::from_utf8(input.text);
        values.is_none() && text.is_ok_and(cloudformation::is_template)
    };
    match kind {
        InputKind::Payload(shape) => {
            let value = shape.decode(input.text);
            check_payload(input, shape, value, checks, max_findings)
        }
        InputKind::Template => check_template(input, checks, max_findings),
        InputKind::Detected if is_template() => check_template(input, checks, max_findings),
        InputKind::Detected => check_document(input, values, checks, max_findings),
    }
}
