//! `iot-jobs completions`: the completion script of a shell.

use std::io::{self, Write};

use clap_complete::{Shell, generate};

/// The options of `iot-jobs completions`.
pub struct CompletionsOptions {
    /// The shell.
    pub shell: Shell,
    /// The command line that is completed.
    pub command_line: clap::Command,
}

/// Writes the script.
pub fn run(options: &CompletionsOptions) -> io::Result<()> {
    let mut command_line = options.command_line.clone();
    let name = command_line.get_name().to_owned();
    // In one piece, since the generators panic if writing fails.
    let mut script = Vec::new();
    generate(options.shell, &mut command_line, name, &mut script);
    if options.shell == Shell::Bash {
        // The script of clap_complete 4.6 has two names for a program with a dash, so that nothing is completed.
        let text = String::from_utf8_lossy(&script);
        script = text.replace("iot__jobs", "iot__subcmd__jobs").into_bytes();
    }
    io::stdout().lock().write_all(&script)
}
