//! `iot-jobs shapes`: the list of shapes.

use std::io::{self, Write};

use anstyle::Style;
use iot_jobs::catalog;

use super::{output_format::OutputFormat, shape_doc::shape_doc};

mod row;

use self::row::ShapeRow;

/// The options of `iot-jobs shapes`.
pub struct ShapesOptions {
    /// The format of the list.
    pub format: OutputFormat,
}

/// Lists every shape.
pub fn run(options: &ShapesOptions) -> io::Result<()> {
    match options.format {
        OutputFormat::Human => write_text(),
        OutputFormat::Json => write_rows(),
    }
}

fn write_text() -> io::Result<()> {
    const NAME: Style = Style::new().bold();
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let width = catalog::shapes().map(|entry| entry.name().len()).max();
    let width = width.unwrap_or_default();
    for entry in catalog::shapes() {
        let (name, doc) = (entry.name(), shape_doc(entry));
        writeln!(out, "{NAME}{name:width$}{NAME:#}  {doc}")?;
    }
    out.flush()
}

fn write_rows() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for entry in catalog::shapes() {
        serde_json::to_writer(&mut out, &ShapeRow::new(entry))?;
        writeln!(out)?;
    }
    out.flush()
}
