//! Questions about an export of job executions, answered by SQL engines: see README.md.

mod count;
mod export_line;
mod fleet;
mod generate;
mod random;
mod share;
mod totals;

use std::{error::Error, io::BufWriter, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use self::generate::Generate;

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
        /// The export, a line each
        file: PathBuf,
    },
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
        Command::Count { file } => {
            let mut errors = BufWriter::new(std::io::stderr().lock());
            println!("{}", count::count(&file, &mut errors)?);
        }
    }
    Ok(())
}
