//! Forecasts as text for people.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::{
    chart,
    picture::Scales,
    table::{Row, assumptions, cell_width, fit, sections},
    variant::{Report, Variant},
    wrap::lines,
};
use crate::escape::escape_control;

const NAME: Style = Style::new().bold();
const HEADING: Style = AnsiColor::Green.on_default().bold();
const ADVICE: Style = AnsiColor::Cyan.on_default().bold();

/// Writes the table, the advice and a chart of each forecast.
pub(super) fn write_report(report: &Report<'_>) -> io::Result<()> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let (file, shape) = (&report.file, report.shape.name());
    writeln!(out, "{NAME}{file}:{NAME:#} {shape}")?;
    writeln!(out, "\n{HEADING}Assumptions{HEADING:#}")?;
    let rows = fit_terminal(assumptions(report.fleet, &report.variants), None, 1);
    write_rows(&mut out, &rows, &[name_width(&rows)])?;
    let mut sections = sections(&report.variants);
    let names_width = name_width(sections.iter().flat_map(|section| &section.rows));
    let columns = report.variants.len();
    for section in &mut sections {
        let rows = std::mem::take(&mut section.rows);
        section.rows = fit_terminal(rows, Some(names_width), columns);
    }
    let headings = fit_terminal(column_names(report), Some(names_width), columns);
    let rows = sections.iter().flat_map(|section| &section.rows);
    let widths = widths(rows.chain(&headings), columns);
    if !headings.is_empty() {
        writeln!(out)?;
    }
    write_rows(&mut out, &headings, &widths)?;
    for section in &sections {
        writeln!(out, "\n{HEADING}{}{HEADING:#}", section.heading)?;
        write_rows(&mut out, &section.rows, &widths)?;
    }
    writeln!(
        out,
        "\n{}",
        lines(&terms(report), chart::terminal_width()).join("\n")
    )?;
    for (variant, name) in report.variants.iter().zip(names(report)) {
        write_advice(&mut out, variant, &name)?;
    }
    let pictures = report.pictures();
    let scales = Scales::of(&pictures);
    for (picture, name) in pictures.iter().zip(names(report)) {
        chart::write_chart(&mut out, picture, &scales, &of(&name))?;
    }
    out.flush()
}

/// What the words of the table mean that the documentation of the service does not use.
fn terms(report: &Report<'_>) -> String {
    const THINGS: &str = "touched: started or rejected the job; spared: neither";
    let mut counts = report.variants.iter().map(|it| it.forecast.runs.len());
    if counts.all(|count| count == 1) {
        return THINGS.to_owned();
    }
    format!(
        "{THINGS}; a range is of all readings of what the documentation leaves open (see --help)"
    )
}

/// Rows that are not wider than the terminal, if its width is known.
fn fit_terminal(rows: Vec<Row>, names: Option<usize>, columns: usize) -> Vec<Row> {
    let Some(terminal) = chart::known_terminal_width() else {
        return rows;
    };
    let names = names.unwrap_or_else(|| name_width(&rows));
    fit(rows, cell_width(terminal, names, columns))
}

/// The names of the forecasts if there are two: their changes.
fn names(report: &Report<'_>) -> Vec<Vec<String>> {
    if let [_] = report.variants[..] {
        return vec![Vec::new()];
    }
    let name = |variant: &Variant<'_>| {
        let changes = variant.changes.iter();
        let changes = changes.filter(|(option, _)| *option == "what-if");
        let changes: Vec<_> = changes
            .map(|(_, setting)| escape_control(&setting.text))
            .collect();
        if changes.is_empty() {
            vec!["input".to_owned()]
        } else {
            changes
        }
    };
    report.variants.iter().map(name).collect()
}

fn name_width<'r>(rows: impl IntoIterator<Item = &'r Row>) -> usize {
    let widths = rows.into_iter().map(|row| row.name.chars().count());
    widths.max().unwrap_or_default()
}

/// The widths of the names and of each column but the last.
fn widths<'r>(rows: impl Iterator<Item = &'r Row>, columns: usize) -> Vec<usize> {
    let rows: Vec<_> = rows.collect();
    let column = |index: usize| {
        let cells = rows.iter().filter_map(|row| row.cells.get(index));
        let widths = cells.map(|cell| cell.chars().count());
        widths.max().unwrap_or_default()
    };
    let columns = 0..columns.saturating_sub(1);
    let rows = name_width(rows.iter().copied());
    std::iter::once(rows).chain(columns.map(column)).collect()
}

/// The names of the columns if there are two.
fn column_names(report: &Report<'_>) -> Vec<Row> {
    let names = names(report);
    let count = names.iter().map(Vec::len).max().unwrap_or_default();
    let rows = (0..count).map(|line| {
        let cells = names.iter().map(|name| name.get(line).cloned());
        Row {
            name: String::new(),
            cells: cells.map(Option::unwrap_or_default).collect(),
        }
    });
    rows.collect()
}

fn write_rows(out: &mut impl Write, rows: &[Row], widths: &[usize]) -> io::Result<()> {
    let width = |index: usize| widths.get(index).copied().unwrap_or_default();
    for Row { name, cells } in rows {
        let mut line = format!("  {NAME}{name:0$}{NAME:#}", width(0));
        for (index, cell) in cells.iter().enumerate() {
            line = format!("{line}  {cell:0$}", width(index + 1));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn write_advice(out: &mut impl Write, variant: &Variant<'_>, name: &[String]) -> io::Result<()> {
    let forecast = &variant.forecast;
    if forecast.advice.is_empty() {
        return Ok(());
    }
    let of = of(name);
    writeln!(out, "\n{HEADING}Advice{of}{HEADING:#}")?;
    let total = forecast.runs.len();
    for advice in &forecast.advice {
        let (kind, path) = (advice.kind.name(), escape_control(&advice.path.to_string()));
        writeln!(out, "  {ADVICE}{kind}{ADVICE:#}: {path}")?;
        let readings = if advice.runs < total {
            format!(" (in {} of {total} readings)", advice.runs)
        } else {
            String::new()
        };
        writeln!(out, "    {}{readings}", escape_control(&advice.message))?;
    }
    Ok(())
}

/// The changes in a heading.
fn of(name: &[String]) -> String {
    let separated = name.iter().flat_map(|change| [", ", change]);
    separated.collect()
}
