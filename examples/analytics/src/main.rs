//! Questions about an export of job executions, answered by SQL engines: see README.md.

mod bad_lines;
#[cfg(feature = "ballista")]
mod cluster;
mod convert;
mod count;
mod export_line;
mod fleet;
mod generate;
mod ndjson;
mod plot;
mod query;
mod random;
mod share;
mod source;
mod totals;

use std::{
    error::Error,
    io::{self, BufWriter},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use tokio::runtime::{Builder, Runtime};

use self::{generate::Generate, plot::Plot, query::Query};

#[derive(Parser)]
#[command(
    about = "Answers questions about an export of job executions",
    max_term_width = 100
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generates an export, and prints what is in it as JSON
    Generate(Generate),
    /// Prints the same of an export as JSON, from a plain loop; bad lines are listed on standard error
    Count {
        /// The export
        file: PathBuf,
    },
    /// Converts an export to Parquet; bad lines are listed on standard error
    Convert {
        /// The export
        file: PathBuf,
        /// The file for the executions
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
    },
    /// Prints the answer to a query; bad lines are reported on standard error
    Query(Query),
    /// Draws rollouts over time as SVG
    Plot(Plot),
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Box<dyn Error>> {
    match command {
        Command::Generate(generate) => println!("{}", generate.run()?),
        Command::Count { file } => println!("{}", count::count(&file, &mut errors())?),
        Command::Convert { file, output } => convert::convert(&file, &output, &mut errors())?,
        Command::Query(query) => runtime(query.threads())?.block_on(query.run())?,
        Command::Plot(plot) => runtime(plot.threads())?.block_on(plot.run())?,
    }
    Ok(())
}

fn errors() -> impl io::Write {
    BufWriter::new(io::stderr().lock())
}

fn runtime(threads: usize) -> io::Result<Runtime> {
    Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()
}
