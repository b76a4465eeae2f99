//! The arguments of `iot-jobs man`.

use std::path::PathBuf;

use clap::{Args, Command};

use crate::commands::man::ManOptions;

const AFTER_HELP: &str = "\
Examples:
  The page of `iot-jobs`, without installing it:
    iot-jobs man | man -l -
  All pages, for `man iot-jobs-check`:
    iot-jobs man ~/.local/share/man/man1";

/// Write the man pages
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct ManArguments {
    /// The directory for the pages of all commands; without it, the page of `iot-jobs` goes to standard output
    #[arg(value_name = "DIR")]
    directory: Option<PathBuf>,
}

impl ManArguments {
    /// The options for this command line.
    pub(super) fn options(self, command_line: Command) -> ManOptions {
        ManOptions {
            directory: self.directory,
            command_line,
        }
    }
}
