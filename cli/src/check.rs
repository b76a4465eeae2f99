//! `iot-jobs check`: whether payloads and job documents decode, and what in them is wrong or unknown.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use iot_jobs::document::placeholder::Values;

use crate::{
    arguments::{Inputs, Shape},
    input::Input,
    report::{Reporter, github, human, json, sarif},
    tally::Tally,
};
use parameter::Parameter;
use verdict::Verdict;

mod help;
mod parameter;
pub(crate) mod verdict;

/// Say what is wrong with job documents and payloads, and what in them is unknown
///
/// Without --as and --topic the input is a job document, and its schema is detected.
#[derive(Args, Debug)]
#[command(after_long_help = help::AFTER_HELP)]
pub(crate) struct Check {
    #[command(flatten)]
    shape: Shape,

    /// Put a value in the place of `${aws:iot:parameter:KEY}` first; may be repeated, and then every
    /// such placeholder of a job document needs a value
    #[arg(long = "param", value_name = "KEY=VALUE", conflicts_with = "shape")]
    parameters: Vec<Parameter>,

    #[command(flatten)]
    inputs: Inputs,

    /// Take findings that are not errors for errors
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,

    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// What is taken for an error.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Deny {
    /// Every warning
    Warnings,
}

/// Who the report is for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A person: each finding under its line, in colours on a terminal
    Human,
    /// A program: a JSON object an input
    Json,
    /// A code scanner: one SARIF 2.1.0 log
    Sarif,
    /// A workflow of GitHub Actions: a command a finding, which a pull request shows at its line
    Github,
}

impl Check {
    /// Reports on every input.
    pub(crate) fn run(&self, tally: &mut Tally) -> io::Result<()> {
        match self.format {
            Format::Human => {
                let out = io::BufWriter::new(anstream::stdout().lock());
                self.report(tally, &mut human::Report::new(out))
            }
            Format::Json => self.report(tally, &mut json::Report::new(buffered())),
            Format::Sarif => self.report(tally, &mut sarif::Report::new(buffered())),
            Format::Github => self.report(tally, &mut github::Report::new(buffered())),
        }
    }

    fn report(&self, tally: &mut Tally, reporter: &mut dyn Reporter) -> io::Result<()> {
        let mut deliver = |input: &Input<'_>, mut verdict: Verdict| {
            if let Some(Deny::Warnings) = self.deny {
                verdict.deny_warnings();
            }
            let outcome = verdict.outcome();
            reporter.input(input, &verdict).map(|()| outcome)
        };
        if let Some(entry) = self.shape.entry() {
            self.inputs.each(entry, tally, &mut |input, value| {
                deliver(input, Verdict::of_value(input, value))
            })?;
        } else {
            let values = self.values();
            self.inputs.each_document(tally, &mut |input| {
                deliver(input, Verdict::of_document(input, values.as_ref()))
            })?;
        }
        reporter.end(*tally)
    }

    /// What is put in the place of parameters, if any value is given.
    fn values(&self) -> Option<Values> {
        let given = self.parameters.iter().cloned();
        let given = given.map(|Parameter { key, value }| (key, value));
        let values = Values::new().parameters(given);
        Some(values).filter(|_| !self.parameters.is_empty())
    }
}

fn buffered() -> impl Write {
    io::BufWriter::new(io::stdout().lock())
}
