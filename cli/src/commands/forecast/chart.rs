//! A chart of a forecast for a terminal.

mod glyphs;

use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};

use self::glyphs::Glyphs;
use super::{
    picture::{Picture, STATES, Sample, Scales},
    times::{Clock, count},
};

const HEADING: Style = AnsiColor::Green.on_default().bold();

/// The colors of the states, as near to those of plots as a terminal has them.
const STYLES: [Style; STATES.len()] = [
    AnsiColor::Green.on_default(),
    AnsiColor::Red.on_default(),
    AnsiColor::Magenta.on_default(),
    AnsiColor::Yellow.on_default(),
    AnsiColor::BrightBlack.on_default(),
    AnsiColor::Blue.on_default(),
    AnsiColor::Cyan.on_default(),
];

/// The number of lines of the states.
const HEIGHT: u32 = 10;
/// The width of a line, unless the terminal is narrower.
const WIDTH: usize = 80;
/// The narrowest chart.
const MIN_WIDTH: usize = 40;

/// Writes the states over time, and the rate in one line; `of` is the end of the heading.
pub(super) fn write_chart(
    out: &mut impl Write,
    picture: &Picture,
    scales: &Scales,
    of: &str,
) -> io::Result<()> {
    let glyphs = Glyphs::of_environment();
    let most = count(scales.things.into());
    let margin = most.chars().count().max("rate".len());
    let columns = terminal_width() - margin - 3;
    let samples = columns_of(picture, scales.minutes, columns);
    writeln!(out, "\n{HEADING}Things by state{of}{HEADING:#}")?;
    for line in (0..HEIGHT).rev() {
        let label = match line {
            line if line + 1 == HEIGHT => most.as_str(),
            0 => "0",
            _ => "",
        };
        write!(out, "  {label:>margin$}")?;
        write_line(out, scales.things, &samples, line, &glyphs)?;
    }
    let max_rate = picture.max_rate();
    let rates = samples
        .iter()
        .map(|sample| glyphs.level(sample.rate, scales.rate));
    let rates: String = rates.collect();
    writeln!(out, "  {:>margin$} {}", "rate", rates.trim_end())?;
    write_times(out, picture.clock, scales.minutes, margin, columns)?;
    let states = STATES.iter().zip(STYLES).zip(glyphs.states()).enumerate();
    let states = states.filter(|(state, _)| picture.has(*state));
    let states =
        states.map(|(_, ((name, style), glyph))| format!("{style}{glyph}{style:#} {name}"));
    writeln!(
        out,
        "  {:>margin$} {}",
        "",
        states.collect::<Vec<_>>().join("  ")
    )?;
    writeln!(
        out,
        "  {:>margin$} rate: up to {} things a minute",
        "",
        count(max_rate.into())
    )
}

/// The last sample that each column has, of columns over so many minutes; none after the last sample.
fn columns_of(picture: &Picture, minutes: f64, columns: usize) -> Vec<&Sample> {
    let last = u32::try_from(columns.saturating_sub(1).max(1)).unwrap_or(u32::MAX);
    let times = (0..=last).map(|column| minutes * f64::from(column) / f64::from(last));
    // A run in the first column of a longer one is visible, too.
    let step = minutes / f64::from(last);
    let times = times.take_while(|time| *time < picture.minutes() + step);
    times
        .filter_map(|time| {
            let samples = &picture.samples;
            // The division can round the last time down.
            let until = samples.partition_point(|sample| sample.minute <= time + 1e-6);
            samples.get(until.saturating_sub(1))
        })
        .collect()
}

/// Writes one line of the states, from below: a character is the state in the middle of its height.
fn write_line(
    out: &mut impl Write,
    max_things: u32,
    samples: &[&Sample],
    line: u32,
    glyphs: &Glyphs,
) -> io::Result<()> {
    let height = (f64::from(line) + 0.5) / f64::from(HEIGHT) * f64::from(max_things);
    let mut cells: Vec<_> = samples
        .iter()
        .map(|sample| state_at(sample, height))
        .collect();
    while let Some(None) = cells.last() {
        cells.pop();
    }
    if !cells.is_empty() {
        write!(out, " ")?;
    }
    // Each run of the same state is colored once.
    for run in cells.chunk_by(|one, other| one == other) {
        let state = run.first().copied().flatten();
        let glyph = state.and_then(|state| glyphs.states().get(state).copied());
        let style = state
            .and_then(|state| STYLES.get(state).copied())
            .unwrap_or_default();
        let text: String = std::iter::repeat_n(glyph.unwrap_or(' '), run.len()).collect();
        write!(out, "{style}{text}{style:#}")?;
    }
    writeln!(out)
}

/// The state of the thing at a height of the stack.
fn state_at(sample: &Sample, height: f64) -> Option<usize> {
    let mut top = 0;
    sample.counts.iter().position(|count| {
        top += count;
        height < f64::from(top)
    })
}

/// Writes the time of the start and that of the end under the columns.
fn write_times(
    out: &mut impl Write,
    clock: Clock,
    minutes: f64,
    margin: usize,
    columns: usize,
) -> io::Result<()> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time within two years"
    )]
    let end = clock.time((minutes * 60.0) as u64);
    let start = clock.time(0);
    let width = columns.saturating_sub(start.chars().count());
    writeln!(out, "  {:>margin$} {start}{end:>width$}", "")
}

/// The width of the terminal as shells set it, at most 80.
pub(super) fn terminal_width() -> usize {
    columns().unwrap_or(WIDTH).clamp(MIN_WIDTH, WIDTH)
}

/// The width of the terminal as shells set it, if it is set and standard output is a terminal.
pub(super) fn known_terminal_width() -> Option<usize> {
    let columns = columns().filter(|_| io::stdout().is_terminal())?;
    Some(columns.max(MIN_WIDTH))
}

fn columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}
