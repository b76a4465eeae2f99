//! The command `iot-jobs`.

mod arguments;
mod check;
mod format;
mod input;
mod report;
mod request;
mod shape_name;
mod shapes;
mod tally;
mod topic;

use std::{io::ErrorKind, process::ExitCode};

use clap::Parser;

use arguments::{Arguments, Command};
use tally::Tally;

fn main() -> ExitCode {
    let mut tally = Tally::default();
    let written = match Arguments::parse().command {
        Command::Check(check) => check.run(&mut tally),
        Command::Fmt(format) => format.run(&mut tally),
        Command::Request(request) => request.run(&mut tally),
        Command::Shapes(shapes) => shapes.run(),
        Command::Topic(topic) => topic.run(&mut tally),
    };
    match written {
        // Whoever reads the output may stop reading when it has seen enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            report::cannot_write(&error);
            ExitCode::from(2)
        }
        _ => tally.exit_code(),
    }
}
