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

/// How inputs are checked.
#[derive(Clone, Copy)]
pub struct Checking<'v> {
    /// What the inputs are.
    pub kind: InputKind,
    /// The values that replace the placeholders of a job document.
    pub values: Option<&'v Values>,
    /// What is checked.
    pub checks: Checks,
    /// The maximum number of findings of an input; those beyond it are counted.
    pub max_findings: usize,
}

impl Checking<'_> {
    /// Checks an input.
    pub fn check<'a>(&self, input: &Input<'a>) -> CheckResult<'a> {
        if !is_yaml(input.file, input.text) {
            return self.check_json(input);
        }
        let shape = match self.kind {
            InputKind::Payload(shape) => shape.name(),
            InputKind::Template => TEMPLATE.to_owned(),
            InputKind::Detected => "document".to_owned(),
        };
        check_yaml(input, &shape, |json| self.check_json(json))
    }

    fn check_json<'a>(&self, input: &Input<'a>) -> CheckResult<'a> {
        let &Self {
            kind,
            values,
            checks,
            max_findings,
        } = self;
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
}
