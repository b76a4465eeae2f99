//! The arguments of `iot-jobs check`.

use clap::{Args, Error, ValueEnum};
use iot_jobs::document::placeholder::Values;

use super::{inputs::InputArguments, parameter::Parameter, payload_shape::PayloadShapeArguments};
use crate::commands::check::{CheckOptions, ReportFormat};

mod help;

/// Check payloads and job documents, and find their unknown members
///
/// Without --as and --topic the input is a job document, and its schema is detected. Job documents inside
/// payloads are checked, too.
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
}

impl TryFrom<CheckArguments> for CheckOptions {
    type Error = Error;

    fn try_from(arguments: CheckArguments) -> Result<Self, Error> {
        Ok(Self {
            shape: arguments.shape.entry(),
            values: values(arguments.parameters),
            read: arguments.inputs.try_into()?,
            deny_warnings: arguments.deny.contains(&Deny::Warnings),
            deny_unknown: arguments.deny.contains(&Deny::Unknown),
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
