//! `iot-jobs schema`: the schema of a shape.

use std::io::{self, Write};

use iot_jobs::{
    catalog::ShapeEntry,
    cloudformation::ResourceType,
    columns::{
        Partition, arrow_json,
        athena::{self, StoredAs, TableName},
        spark,
    },
};

/// The options of `iot-jobs schema`: the format, and what the schema is of.
pub enum SchemaOptions {
    /// A JSON Schema.
    JsonSchema {
        /// What the schema is of.
        subject: SchemaSubject,
        /// Whether unknown members, unknown values of enums and `null` are rejected.
        strict: bool,
    },
    /// The schema in Arrow, as JSON.
    ArrowJson(ShapeEntry),
    /// The statements that create a table in Athena.
    Athena {
        /// The shape of its rows.
        shape: ShapeEntry,
        /// Its name.
        table: TableName,
        /// The format of its files.
        stored_as: StoredAs,
        /// What its files are partitioned by, if they are Parquet.
        partition: Option<Partition>,
    },
    /// The schema in Spark, as JSON.
    Spark(ShapeEntry),
}

/// The format of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaFormat {
    /// A JSON Schema, draft 2020-12.
    JsonSchema,
    /// The schema in Arrow, as JSON.
    ArrowJson,
    /// The statements that create a table in Athena.
    Athena,
    /// The schema in Spark, as JSON.
    Spark,
}

/// What a JSON Schema is of.
#[derive(Clone, Copy, Debug)]
pub enum SchemaSubject {
    /// A shape.
    Shape(ShapeEntry),
    /// The properties of a CloudFormation resource, whose schema is always strict.
    Resource(ResourceType),
}

/// Writes the schema; JSON is indented.
pub fn run(options: &SchemaOptions) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match options {
        SchemaOptions::JsonSchema { subject, strict } => {
            let schema = match subject {
                SchemaSubject::Shape(shape) if *strict => shape.strict_schema(),
                SchemaSubject::Shape(shape) => shape.schema(),
                SchemaSubject::Resource(resource) => resource.schema(),
            };
            serde_json::to_writer_pretty(&mut out, &schema)?;
            writeln!(out)?;
        }
        SchemaOptions::ArrowJson(shape) => {
            writeln!(out, "{}", arrow_json::schema(shape.structure()))?;
        }
        SchemaOptions::Athena {
            shape,
            table,
            stored_as,
            partition,
        } => {
            let structure = shape.structure();
            let sql = match partition {
                Some(partition) => athena::create_partitioned_table(structure, table, partition),
                None => athena::create_table(structure, table, *stored_as),
            };
            out.write_all(sql.as_bytes())?;
        }
        SchemaOptions::Spark(shape) => writeln!(out, "{}", spark::schema(shape.structure()))?,
    }
    out.flush()
}
