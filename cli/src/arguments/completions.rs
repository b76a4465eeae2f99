//! The arguments of `iot-jobs completions`.

use clap::{Args, Command};
use clap_complete::Shell;

use crate::commands::completions::CompletionsOptions;

const AFTER_HELP: &str = "\
Examples:
  bash, for this and every later session of a user:
    mkdir -p ~/.local/share/bash-completion/completions
    iot-jobs completions bash > ~/.local/share/bash-completion/completions/iot-jobs
  zsh, with a directory of $fpath:
    iot-jobs completions zsh > ~/.zfunc/_iot-jobs
  fish:
    iot-jobs completions fish > ~/.config/fish/completions/iot-jobs.fish";

/// Write the completion script of a shell
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl CompletionsArguments {
    /// The options for this command line.
    pub(super) fn options(self, command_line: Command) -> CompletionsOptions {
        CompletionsOptions {
            shell: self.shell,
            command_line,
        }
    }
}
