//! Explanations as text for people.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::explanation::{Examples, Explanation, ExplanationKind};

const NAME: Style = Style::new().bold();
const HEADING: Style = AnsiColor::Green.on_default().bold();
const WRONG: Style = AnsiColor::Red.on_default().bold();
const RIGHT: Style = AnsiColor::Green.on_default().bold();

/// The maximum number of characters of a line of prose.
const WIDTH: usize = 80;

/// Writes every name with its summary, kind by kind.
pub(super) fn write_list(explanations: &[Explanation]) -> io::Result<()> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let mut separator = "";
    for kind in ExplanationKind::ALL {
        let heading = without_code_marks(kind.heading());
        writeln!(out, "{separator}{HEADING}{heading}{HEADING:#}")?;
        separator = "\n";
        let of_kind = || explanations.iter().filter(|it| it.kind == kind);
        let width = of_kind().map(|it| it.name.len()).max().unwrap_or_default();
        for Explanation { name, summary, .. } in of_kind() {
            let summary = without_code_marks(summary);
            writeln!(out, "  {NAME}{name:width$}{NAME:#}  {summary}")?;
        }
    }
    out.flush()
}

/// Writes each explanation.
pub(super) fn write_explanations(explanations: &[Explanation]) -> io::Result<()> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    for (index, explanation) in explanations.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        write_explanation(&mut out, explanation)?;
    }
    out.flush()
}

fn write_explanation(out: &mut impl Write, explanation: &Explanation) -> io::Result<()> {
    let (name, kind) = (&explanation.name, explanation.kind.noun());
    writeln!(out, "{NAME}{name}{NAME:#} ({kind})")?;
    write_wrapped(out, "", &explanation.summary)?;
    for detail in &explanation.details {
        writeln!(out)?;
        let label = detail.label.map(|label| format!("{label}: "));
        write_wrapped(out, &label.unwrap_or_default(), &detail.text)?;
    }
    if let Some(Examples {
        shape,
        wrong,
        right,
    }) = explanation.examples
    {
        let of = shape.unwrap_or("job document");
        writeln!(out, "\n{WRONG}Wrong{WRONG:#} ({of}):")?;
        write_indented(out, wrong)?;
        writeln!(out, "\n{RIGHT}Right{RIGHT:#}:")?;
        write_indented(out, right)?;
    }
    Ok(())
}

/// Writes a paragraph in lines of at most [`WIDTH`] characters, its label in bold.
fn write_wrapped(out: &mut impl Write, label: &str, text: &str) -> io::Result<()> {
    write!(out, "{NAME}{label}{NAME:#}")?;
    let mut column = label.chars().count();
    let mut separator = "";
    for word in text.split(' ') {
        let length = word.chars().count();
        if column + separator.len() + length > WIDTH && !separator.is_empty() {
            writeln!(out)?;
            (column, separator) = (0, "");
        }
        write!(out, "{separator}{word}")?;
        column += separator.len() + length;
        separator = " ";
    }
    writeln!(out)
}

fn write_indented(out: &mut impl Write, text: &str) -> io::Result<()> {
    for line in text.lines() {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// The text without the marks around code, which are noise in a table.
fn without_code_marks(text: &str) -> String {
    text.replace('`', "")
}
