//! The output: what threads encode, and what is written in order.

mod arrow;
mod cell;
mod csv;
mod error;
mod limit;
mod parquet;
mod partition_key;
mod partitions;
mod size;
mod split;

use std::io;

use ::parquet::{
    arrow::arrow_writer::ArrowRowGroupWriterFactory, file::writer::SerializedFileWriter,
};
use arrow_array::RecordBatch;
use arrow_ipc::writer::FileWriter;
use arrow_schema::SchemaRef;

use self::{
    parquet::RowGroup,
    size::{ROW_GROUP, SMALL_GROUP, rows_of},
    split::Split,
};
pub(super) use self::{partition_key::PartitionKey, partitions::PartitionWriters, size::GroupSize};
use super::files::{NewDirectory, NewFile};

/// Encodes the rows of groups.
pub(super) enum Encoders {
    Parquet {
        factory: ArrowRowGroupWriterFactory,
        schema: SchemaRef,
    },
    Arrow,
    Csv,
    Partitions(PartitionKey),
}

/// Encodes the rows of a group.
pub(super) enum Encoder<'e> {
    Parquet(RowGroup),
    Arrow(Vec<RecordBatch>),
    Csv { text: String, rows: u64 },
    Partitions(Split<'e>),
}

/// The encoded rows of a group.
pub(super) enum Encoded {
    Parquet(parquet::EncodedRowGroup),
    Arrow(Vec<RecordBatch>),
    Csv { text: String, rows: u64 },
    Partitions(Vec<(String, RecordBatch)>),
}

/// Writes encoded groups in their order.
pub(super) enum Writer {
    Parquet(Box<SerializedFileWriter<NewFile>>),
    Arrow(Box<FileWriter<NewFile>>),
    Csv(NewFile),
    Partitions(Box<PartitionWriters>),
}

/// The start of a Parquet file.
pub(super) fn parquet(file: NewFile, schema: &SchemaRef) -> io::Result<(Writer, Encoders)> {
    let (writer, factory) = parquet::start(file, schema)?;
    let schema = SchemaRef::clone(schema);
    let encoders = Encoders::Parquet { factory, schema };
    Ok((Writer::Parquet(Box::new(writer)), encoders))
}

/// The start of an Arrow IPC file.
pub(super) fn arrow(file: NewFile, schema: &SchemaRef) -> io::Result<(Writer, Encoders)> {
    let writer = arrow::start(file, schema)?;
    Ok((Writer::Arrow(Box::new(writer)), Encoders::Arrow))
}

/// The start of a CSV file.
pub(super) fn csv(mut file: NewFile, schema: &SchemaRef) -> io::Result<(Writer, Encoders)> {
    csv::start(&mut file, schema)?;
    Ok((Writer::Csv(file), Encoders::Csv))
}

impl Encoders {
    /// How much is encoded together.
    pub(super) fn group_size(&self) -> GroupSize {
        match self {
            Self::Parquet { .. } => ROW_GROUP,
            Self::Arrow | Self::Csv | Self::Partitions(_) => SMALL_GROUP,
        }
    }

    /// Starts a group.
    pub(super) fn start(&self, index: usize) -> io::Result<Encoder<'_>> {
        Ok(match self {
            Self::Parquet { factory, schema } => {
                Encoder::Parquet(RowGroup::start(factory, schema, index)?)
            }
            Self::Arrow => Encoder::Arrow(Vec::new()),
            Self::Csv => Encoder::Csv {
                text: String::new(),
                rows: 0,
            },
            Self::Partitions(key) => Encoder::Partitions(Split::by(key)),
        })
    }
}

impl Encoder<'_> {
    /// Encodes rows.
    pub(super) fn push(&mut self, batch: RecordBatch) -> io::Result<()> {
        match self {
            Self::Parquet(group) => group.push(&batch),
            Self::Arrow(batches) => {
                batches.push(batch);
                Ok(())
            }
            Self::Csv { text, rows } => {
                *rows += rows_of(&batch);
                csv::append(text, &batch)
            }
            Self::Partitions(split) => split.push(&batch),
        }
    }

    /// Ends the group.
    pub(super) fn finish(self) -> io::Result<Encoded> {
        Ok(match self {
            Self::Parquet(group) => Encoded::Parquet(group.finish()?),
            Self::Arrow(batches) => Encoded::Arrow(batches),
            Self::Csv { text, rows } => Encoded::Csv { text, rows },
            Self::Partitions(split) => Encoded::Partitions(split.finish()),
        })
    }
}

impl Writer {
    /// Writes a group; returns the number of its rows.
    pub(super) fn write(&mut self, encoded: Encoded) -> io::Result<u64> {
        match (self, encoded) {
            (Self::Parquet(writer), Encoded::Parquet(group)) => parquet::write(writer, group),
            (Self::Arrow(writer), Encoded::Arrow(batches)) => arrow::write(writer, &batches),
            (Self::Csv(file), Encoded::Csv { text, rows }) => {
                io::Write::write_all(file, text.as_bytes())?;
                Ok(rows)
            }
            (Self::Partitions(writers), Encoded::Partitions(batches)) => writers.write(batches),
            _ => Err(io::Error::other("a group has the format of another output")),
        }
    }

    /// The number of partitions, if the output has some.
    pub(super) fn partitions(&self) -> Option<usize> {
        match self {
            Self::Partitions(writers) => Some(writers.len()),
            _ => None,
        }
    }

    /// Writes the end of the output, to the disk.
    pub(super) fn finish(self) -> io::Result<Finished> {
        let mut file = match self {
            Self::Parquet(writer) => parquet::finish(*writer)?,
            Self::Arrow(writer) => arrow::finish(*writer)?,
            Self::Csv(file) => file,
            Self::Partitions(writers) => return Ok(Finished::Directory(writers.finish()?)),
        };
        file.sync()?;
        Ok(Finished::File(file))
    }
}

/// A complete output that does not have its name yet.
pub(super) enum Finished {
    File(NewFile),
    Directory(NewDirectory),
}

impl Finished {
    /// Gives the output its name.
    pub(super) fn commit(self) -> io::Result<()> {
        match self {
            Self::File(file) => file.commit(),
            Self::Directory(directory) => directory.commit(),
        }
    }
}
