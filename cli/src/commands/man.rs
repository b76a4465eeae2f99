//! `iot-jobs man`: the man pages.

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

use clap_mangen::Man;

/// The options of `iot-jobs man`.
pub struct ManOptions {
    /// The directory for all pages; `None` writes the page of the program to standard output.
    pub directory: Option<PathBuf>,
    /// The command line that the pages are about.
    pub command_line: clap::Command,
}

/// Writes one page or all.
pub fn run(options: &ManOptions) -> io::Result<()> {
    let mut program = options.command_line.clone().disable_help_subcommand(true);
    // Gives the commands their full names.
    program.build();
    let Some(directory) = &options.directory else {
        return io::stdout().lock().write_all(page(&program)?.1.as_bytes());
    };
    fs::create_dir_all(directory)?;
    for command in std::iter::once(&program).chain(program.get_subcommands()) {
        let (file, text) = page(command)?;
        fs::write(directory.join(file), text)?;
    }
    Ok(())
}

/// The file name and the text of a command's page.
fn page(command: &clap::Command) -> io::Result<(String, String)> {
    let page = Man::new(command.clone());
    let mut text = Vec::new();
    page.render(&mut text)?;
    let text = String::from_utf8(text).map_err(io::Error::other)?;
    // Examples keep their lines and indentation.
    let text = match text.split_once(".SH EXTRA\n") {
        None => text,
        Some((before, extra)) => {
            let (extra, after) = extra.split_once(".SH").unwrap_or((extra, ""));
            let after = if after.is_empty() {
                String::new()
            } else {
                format!(".SH{after}")
            };
            format!("{before}.SH NOTES\n.nf\n{extra}.fi\n{after}")
        }
    };
    Ok((page.get_filename(), text))
}
