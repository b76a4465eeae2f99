//! The commands: one file for each, with its options and its `run`.

pub mod check;
pub mod completions;
pub mod convert;
pub mod explain;
pub mod fmt;
pub mod forecast;
pub mod man;
mod output_format;
pub mod policy;
pub mod request;
pub mod schema;
mod shape_doc;
pub mod shapes;
pub mod topic;

use std::io;

pub use self::output_format::OutputFormat;
use crate::counts::InputCounts;

/// A command with its options.
pub enum Command {
    /// `iot-jobs check`.
    Check(check::CheckOptions),
    /// `iot-jobs completions`.
    Completions(completions::CompletionsOptions),
    /// `iot-jobs convert`.
    Convert(convert::ConvertOptions),
    /// `iot-jobs explain`.
    Explain(explain::ExplainOptions),
    /// `iot-jobs fmt`.
    Fmt(fmt::FmtOptions),
    /// `iot-jobs forecast`.
    Forecast(forecast::ForecastOptions),
    /// `iot-jobs man`.
    Man(man::ManOptions),
    /// `iot-jobs policy`.
    Policy(policy::PolicyOptions),
    /// `iot-jobs request`.
    Request(request::RequestOptions),
    /// `iot-jobs schema`.
    Schema(schema::SchemaOptions),
    /// `iot-jobs shapes`.
    Shapes(shapes::ShapesOptions),
    /// `iot-jobs topic`.
    Topic(topic::TopicOptions),
}

impl Command {
    /// Runs the command; the only error is output that cannot be written.
    pub fn run(&self, counts: &mut InputCounts) -> io::Result<()> {
        match self {
            Self::Check(options) => check::run(options, counts),
            Self::Completions(options) => completions::run(options),
            Self::Convert(options) => convert::run(options, counts),
            Self::Explain(options) => explain::run(options),
            Self::Fmt(options) => fmt::run(options, counts),
            Self::Forecast(options) => forecast::run(options, counts),
            Self::Man(options) => man::run(options),
            Self::Policy(options) => policy::run(options),
            Self::Request(options) => request::run(options, counts),
            Self::Schema(options) => schema::run(options),
            Self::Shapes(options) => shapes::run(options),
            Self::Topic(options) => topic::run(options, counts),
        }
    }
}
