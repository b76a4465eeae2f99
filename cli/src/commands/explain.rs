//! `iot-jobs explain`: what a rule, a code, an exception or a state means.

use std::io::{self, Write};

use crate::explanation::{Explanation, all, find, reference, section};

mod row;
mod text;

use self::row::ExplanationRow;

/// The options of `iot-jobs explain`.
pub struct ExplainOptions {
    /// The names to explain; none for all of them.
    pub names: Vec<String>,
    /// The format of the explanations.
    pub format: ExplainFormat,
}

/// The format of explanations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplainFormat {
    /// Text.
    Human,
    /// JSON, an object on each line.
    Json,
    /// Markdown, a section for each.
    Markdown,
}

/// Explains each name, or lists all of them.
pub fn run(options: &ExplainOptions) -> io::Result<()> {
    let explanations: Vec<_> = options.names.iter().flat_map(|name| find(name)).collect();
    let every = options.names.is_empty();
    match options.format {
        ExplainFormat::Human if every => text::write_list(&all()),
        ExplainFormat::Human => text::write_explanations(&explanations),
        ExplainFormat::Json if every => write_rows(&all()),
        ExplainFormat::Json => write_rows(&explanations),
        ExplainFormat::Markdown if every => write_text(&reference(&all())),
        ExplainFormat::Markdown => {
            let sections: Vec<_> = explanations.iter().map(section).collect();
            write_text(&sections.join("\n"))
        }
    }
}

fn write_rows(explanations: &[Explanation]) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for explanation in explanations {
        serde_json::to_writer(&mut out, &ExplanationRow::new(explanation))?;
        writeln!(out)?;
    }
    out.flush()
}

fn write_text(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
