//! `iot-jobs schema`: the JSON Schema of a shape.

use std::io::{self, Write};

use iot_jobs::catalog::ShapeEntry;

/// The options of `iot-jobs schema`.
pub struct SchemaOptions {
    /// The shape.
    pub shape: ShapeEntry,
    /// Whether unknown members, unknown values of enums and `null` are rejected.
    pub strict: bool,
}

/// Writes the schema, indented.
pub fn run(options: &SchemaOptions) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let schema = if options.strict {
        options.shape.strict_schema()
    } else {
        options.shape.schema()
    };
    serde_json::to_writer_pretty(&mut out, &schema)?;
    writeln!(out)?;
    out.flush()
}
