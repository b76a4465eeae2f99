//! The command line: parsing, help and conversion to options.

use std::ffi::OsString;

use clap::{ColorChoice, CommandFactory, Error, Parser, Subcommand};

mod check;
mod completions;
mod convert;
mod explain;
mod fmt;
mod forecast;
mod formats;
mod inputs;
mod man;
mod operation_name;
mod parameter;
mod partition;
mod payload_shape;
mod policy;
mod request;
mod schema;
mod shape_name;
mod shapes;
mod size;
mod topic;
mod unknown_name;

use self::{
    check::CheckArguments, completions::CompletionsArguments, convert::ConvertArguments,
    explain::ExplainArguments, fmt::FmtArguments, forecast::ForecastArguments, man::ManArguments,
    policy::PolicyArguments, request::RequestArguments, schema::SchemaArguments,
    shapes::ShapesArguments, topic::TopicArguments,
};
use crate::commands::Command;

const AFTER_HELP: &str = "\
Examples:
  iot-jobs check job-document.json
  iot-jobs check --as DescribeJobResponse tests/fixtures/describe-job-response.json
  aws iot describe-job --job-id my-job | iot-jobs check --as DescribeJobResponse -
  iot-jobs explain retry-needs-timeout
  iot-jobs forecast create-job.json --things 5000 --fail 3% --work 5m..20m
  iot-jobs request CreateJob create-job.json
  iot-jobs shapes

Exit codes:
  0  success
  1  an input has an error, for example it does not decode as its shape, or a topic is invalid
  2  invalid usage, or a file that cannot be read or written

`iot-jobs help COMMAND` shows more examples and describes the output.";

/// Checks and formats AWS IoT Jobs payloads.
#[derive(Debug, Parser)]
#[command(name = "iot-jobs", version, after_help = AFTER_HELP)]
struct Arguments {
    /// When to use colors; `auto` means on a terminal, unless the variable `NO_COLOR` is set
    #[arg(long, global = true, display_order = 99, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,

    #[command(subcommand)]
    command: CommandArguments,
}

/// What the arguments request.
pub struct Invocation {
    /// When to use colors.
    pub color: anstream::ColorChoice,
    /// The command with its options.
    pub command: Command,
}

#[derive(Debug, Subcommand)]
enum CommandArguments {
    Check(CheckArguments),
    Completions(CompletionsArguments),
    Convert(ConvertArguments),
    Explain(ExplainArguments),
    Fmt(FmtArguments),
    Forecast(ForecastArguments),
    Man(ManArguments),
    Policy(PolicyArguments),
    Request(RequestArguments),
    Schema(SchemaArguments),
    Shapes(ShapesArguments),
    Topic(TopicArguments),
}

/// Parses arguments, the first of which is the name of the program.
///
/// # Errors
/// Invalid usage; help and version, which are printed like an error and have exit code 0.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, Error> {
    let arguments = Arguments::try_parse_from(arguments)?;
    let color = match arguments.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    let command = match arguments.command {
        CommandArguments::Check(arguments) => Command::Check(arguments.try_into()?),
        CommandArguments::Completions(arguments) => {
            Command::Completions(arguments.options(Arguments::command()))
        }
        CommandArguments::Convert(arguments) => Command::Convert(arguments.try_into()?),
        CommandArguments::Explain(arguments) => Command::Explain(arguments.into()),
        CommandArguments::Fmt(arguments) => Command::Fmt(arguments.try_into()?),
        CommandArguments::Forecast(arguments) => Command::Forecast(arguments.try_into()?),
        CommandArguments::Man(arguments) => Command::Man(arguments.options(Arguments::command())),
        CommandArguments::Policy(arguments) => Command::Policy(arguments.try_into()?),
        CommandArguments::Request(arguments) => Command::Request(arguments.into()),
        CommandArguments::Schema(arguments) => Command::Schema(arguments.try_into()?),
        CommandArguments::Shapes(arguments) => Command::Shapes(arguments.into()),
        CommandArguments::Topic(arguments) => Command::Topic(arguments.into()),
    };
    Ok(Invocation { color, command })
}

#[cfg(test)]
mod tests {
    use super::{Arguments, Command, CommandFactory, parse};
    use crate::{
        checking::InputKind,
        commands::{
            OutputFormat,
            check::{AdviceOption, ReportFormat},
            request::RequestFormat,
        },
        reading::{DEFAULT_MAX_SIZE, Extensions, ReadOptions, Source},
    };

    fn parsed(arguments: &[&str]) -> Command {
        let arguments = ["iot-jobs"].iter().chain(arguments);
        parse(arguments.map(Into::into)).unwrap().command
    }

    #[test]
    fn the_declaration_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn arguments_become_options() {
        let read = |sources: &[Source], ndjson| ReadOptions {
            sources: sources.to_vec(),
            exclude: Vec::new(),
            extensions: Extensions::Json,
            ndjson,
            max_size: DEFAULT_MAX_SIZE,
        };
        let file = Source::Path("a.json".into());

        let Command::Check(check) = parsed(&["check", "-", "a.json"]) else {
            panic!("not check")
        };
        let with_yaml = ReadOptions {
            extensions: Extensions::JsonAndYaml,
            ..read(&[Source::Stdin, file.clone()], false)
        };
        assert_eq!(check.read, with_yaml);
        assert!(matches!(check.kind, InputKind::Detected) && check.values.is_none());
        assert!(!check.deny_warnings && !check.deny_unknown);
        assert_eq!((check.advice, check.now), (AdviceOption::Report, None));
        assert_eq!(check.format, ReportFormat::Human);
        assert_eq!((check.max_findings, check.quiet), (1000, false));

        let deny = [
            "check",
            "--deny=warnings",
            "--format=sarif",
            "--param=k=v",
            "--max-findings=7",
            "--max-size=2K",
            "-q",
            "--exclude=a",
            "--exclude=b/*.json",
            "-",
        ];
        let Command::Check(check) = parsed(&deny) else {
            panic!("not check")
        };
        assert!(check.values.is_some() && check.deny_warnings && !check.deny_unknown);
        assert_eq!(check.format, ReportFormat::Sarif);
        assert_eq!((check.max_findings, check.read.max_size), (7, 2048));
        let exclude = ["a", "b/*.json"].map(|it| it.parse().unwrap());
        assert_eq!((check.quiet, check.read.exclude), (true, exclude.to_vec()));

        for (arguments, advice) in [
            (&["check", "--deny=advice", "-"][..], AdviceOption::Deny),
            (&["check", "--deny=warnings", "-"], AdviceOption::Report),
            (&["check", "--no-advice", "-"], AdviceOption::Omit),
        ] {
            let Command::Check(check) = parsed(arguments) else {
                panic!("not check")
            };
            assert_eq!(check.advice, advice);
        }

        for (arguments, earliest) in [
            (&["check", "--now", "a.json"][..], 1_700_000_000),
            (
                &["check", "--now=2027-03-01T08:00:00+01:00", "a.json"],
                1_803_884_400,
            ),
        ] {
            let Command::Check(check) = parsed(arguments) else {
                panic!("not check")
            };
            assert!(
                check.now.is_some_and(|now| now.secs() >= earliest),
                "{:?}",
                check.now
            );
            assert_eq!(check.read.sources, std::slice::from_ref(&file));
        }

        for deny in [
            &["check", "--deny=unknown,warnings", "-"][..],
            &["check", "--deny=unknown", "--deny", "warnings", "-"],
        ] {
            let Command::Check(check) = parsed(deny) else {
                panic!("not check")
            };
            assert!(check.deny_warnings && check.deny_unknown);
        }

        for (compact, ndjson, arguments) in [
            (false, false, &["fmt", "--as=Job", "a.json"][..]),
            (true, false, &["fmt", "--as=Job", "--compact", "a.json"]),
            (true, true, &["fmt", "--as=Job", "--ndjson", "a.json"]),
        ] {
            let Command::Fmt(fmt) = parsed(arguments) else {
                panic!("not fmt")
            };
            assert_eq!(fmt.shape.name(), "Job");
            assert_eq!(fmt.compact, compact);
            assert_eq!(fmt.read, read(std::slice::from_ref(&file), ndjson));
        }

        let Command::Request(request) = parsed(&["request", "ListJobs", "--format=curl", "-"])
        else {
            panic!("not request")
        };
        assert_eq!(request.operation.name(), "ListJobs");
        assert_eq!(
            (request.source, request.format),
            (Source::Stdin, RequestFormat::Curl)
        );

        let Command::Topic(topic) = parsed(&["topic", "--format=json", "a/b"]) else {
            panic!("not topic")
        };
        assert_eq!(
            (topic.topic.as_str(), topic.format),
            ("a/b", OutputFormat::Json)
        );
    }
}
