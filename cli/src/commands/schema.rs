//! `iot-jobs schema`: the JSON Schema of a shape.

use std::io::{self, Write};

use iot_jobs::{catalog::ShapeEntry, cloudformation::ResourceType};

/// The options of `iot-jobs schema`.
pub struct SchemaOptions {
    /// What the schema is of.
    pub subject: SchemaSubject,
    /// Whether unknown members, unknown values of enums and `null` are rejected.
    pub strict: bool,
}

/// What a schema is of.
#[derive(Clone, Copy, Debug)]
pub enum SchemaSubject {
    /// A shape.
    Shape(ShapeEntry),
    /// The properties of a CloudFormation resource, whose schema is always strict.
    Resource(ResourceType),
}

/// Writes the schema, indented.
pub fn run(options: &SchemaOptions) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let schema = match options.subject {
        SchemaSubject::Shape(shape) if options.strict => shape.strict_schema(),
        SchemaSubject::Shape(shape) => shape.schema(),
        SchemaSubject::Resource(resource) => resource.schema(),
    };
    serde_json::to_writer_pretty(&mut out, &schema)?;
    writeln!(out)?;
    out.flush()
}
