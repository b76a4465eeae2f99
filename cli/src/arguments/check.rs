//! The arguments of `iot-jobs check`.

use clap::{Args, Error, ValueEnum};
use iot_jobs::{document::placeholder::Values, primitives::DateTime};

use self::now::parse_now;
use super::{inputs::InputArguments, parameter::Parameter, payload_shape::PayloadShapeArguments};
use crate::{
    commands::check::{AdviceOption, CheckOptions, ReportFormat},
    reading::{Extensions, ReadOptions},
};

mod help;
mod now;

/// Check payloads, job documents and CloudFormation templates, and find their unknown members
///
/// Without --as and --topic the input is a CloudFormation template if it has `Resources`, and otherwise a job
/// document, whose schema is detected. Job documents inside payloads and templates are checked, too.
#[derive(Args, Debug)]
#[command(after_long_help = help::AFTER_HELP)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    shape: PayloadShapeArguments,

    /// Substitute a value for `${aws:iot:parameter:KEY}` before checking; may be repeated, and every
    /// such placeholder then needs a value
    #[arg(long = "param", value_name = "KEY=VALUE", conflicts_with = "shape")]
    parameters: Vec<Parameter>,

    #[command(flatten)]
    inputs: InputArguments,

    /// Report these findings as errors; may be repeated
    #[arg(long, value_name = "FINDINGS", value_delimiter = ',')]
    deny: Vec<Deny>,

    /// Do not report operational advice, such as on a job without a timeout
    #[arg(long)]
    no_advice: bool,

    /// Check that schedules are possible now, or at a time such as 2027-03-01T08:00:00Z
    #[arg(long, value_name = "TIME", num_args = 0..=1, require_equals = true, default_missing_value = "now", value_parser = parse_now)]
    now: Option<DateTime>,

    /// The format of the report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ReportFormat,

    /// Show at most N findings of each input, errors rather than warnings, and the number of the others
    #[arg(long, value_name = "N", default_value_t = 1000)]
    max_findings: usize,

    /// Report only inputs with an error or a warning, without a summary
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Every warning
    Warnings,
    /// Members that the shape does not have, in every payload
    Unknown,
    /// Operational advice
    Advice,
}

impl TryFrom<CheckArguments> for CheckOptions {
    type Error = Error;

    fn try_from(arguments: CheckArguments) -> Result<Self, Error> {
        let mut read = ReadOptions::try_from(arguments.inputs)?;
        if !read.ndjson {
            read.extensions = Extensions::JsonAndYaml;
        }
        Ok(Self {
            kind: arguments.shape.kind(),
            values: values(arguments.parameters),
            read,
            deny_warnings: arguments.deny.contains(&Deny::Warnings),
            deny_unknown: arguments.deny.contains(&Deny::Unknown),
            advice: if arguments.no_advice {
                AdviceOption::Omit
            } else if arguments.deny.contains(&Deny::Advice) {
                AdviceOption::Deny
            } else {
                AdviceOption::Report
            },
            now: arguments.now,
            format: arguments.format,
            max_findings: arguments.max_findings,
            quiet: arguments.quiet,
        })
    }
}

fn values(parameters: Vec<Parameter>) -> Option<Values> {
    if parameters.is_empty() {
        return None;
    }
    let parameters = parameters.into_iter();
    let parameters = parameters.map(|Parameter { key, value }| (key, value));
    Some(Values::new().parameters(parameters))
}
