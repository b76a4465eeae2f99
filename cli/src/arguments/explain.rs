//! The arguments of `iot-jobs explain`.

use std::ffi::OsStr;

use clap::{
    Arg, Args, Command, Error, ValueEnum,
    builder::{PossibleValue, TypedValueParser},
};

use super::unknown_name::unknown_name;
use crate::{
    commands::explain::{ExplainFormat, ExplainOptions},
    explanation,
};

const AFTER_HELP: &str = r#"Examples:
  The list of all names:
    iot-jobs explain
  A rule that `check` reported, the code of a rejected MQTT request, an exception, and a state:
    iot-jobs explain retry-needs-timeout
    iot-jobs explain VersionMismatch
    iot-jobs explain ConflictException
    iot-jobs explain TIMED_OUT
  The rules whose examples are job documents, with jq:
    iot-jobs explain --format json | jq -r 'select(.examples and .examples.shape == null).name'

Output:
  What the name means; for a rule, why the service or a device requires it, a wrong and a right example;
  for a code or an exception, what to do; for a state, who sets it and which states follow.
  Upper case, lower case, `-` and `_` in a name make no difference.

With --format json one line for each explanation:
  {"name":…,"kind":…,"summary":…,"details":[{"label":…,"text":…}],"examples":{"shape":…,"wrong":…,"right":…}}
  where `kind` is "rule", "rejection-code", "exception", "execution-state" or "job-state", rules have
  "examples", whose `shape` is null for job documents, and `…` in an example stands for 40 000 characters.
With --format markdown and no name, the text of docs/RULES.md.

Exit codes:
  0  success
  2  an unknown name"#;

/// Explain a rule, a rejection code, an exception or a state
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct ExplainArguments {
    /// The names to explain; without one, all of them are listed
    #[arg(value_name = "NAME", value_parser = ExplainedNameParser)]
    names: Vec<String>,

    /// The format of the explanations
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ExplainFormat,
}

impl From<ExplainArguments> for ExplainOptions {
    fn from(arguments: ExplainArguments) -> Self {
        Self {
            names: arguments.names,
            format: arguments.format,
        }
    }
}

impl ValueEnum for ExplainFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Human, Self::Json, Self::Markdown]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Human => ("human", "Text, in colors on a terminal"),
            Self::Json => ("json", "JSON, an object on each line"),
            Self::Markdown => ("markdown", "Markdown, a section for each"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

/// Accepts the names that have an explanation.
#[derive(Clone, Debug)]
struct ExplainedNameParser;

impl TypedValueParser for ExplainedNameParser {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, Error> {
        let name = value.to_string_lossy();
        if !explanation::find(&name).is_empty() {
            return Ok(name.into_owned());
        }
        let names: Vec<_> = explanation::all().into_iter().map(|it| it.name).collect();
        let tip = "`iot-jobs explain` lists all names";
        Err(unknown_name(
            command,
            argument,
            &name,
            &names,
            tip.to_owned(),
        ))
    }
}
