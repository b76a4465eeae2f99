//! `iot-jobs schema`: the JSON Schema of a shape.

use std::io::{self, Write};

use iot_jobs::catalog::ShapeEntry;

/// The options of `iot-jobs schema`.
pub struct SchemaOptions {
    /// The shape.
    pub shape: ShapeEntry,
}

/// Writes the schema, indented.
pub fn run(options: &SchemaOptions) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &options.shape.schema())?;
    writeln!(out)?;
    out.flush()
}
