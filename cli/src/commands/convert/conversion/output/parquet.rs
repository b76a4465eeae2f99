//! Parquet: row groups are encoded by the threads that decode.

use std::io;

use arrow_array::RecordBatch;
use arrow_schema::{Schema, SchemaRef};
use parquet::{
    arrow::{
        ArrowSchemaConverter, ArrowWriter,
        arrow_writer::{
            ArrowColumnChunk, ArrowColumnWriter, ArrowRowGroupWriterFactory, compute_leaves,
        },
    },
    basic::{Compression, Encoding, LogicalType, ZstdLevel},
    errors::ParquetError,
    file::{
        properties::{EnabledStatistics, WriterProperties},
        writer::SerializedFileWriter,
    },
};

use super::{error::of_parquet, size::rows_of};
use crate::commands::convert::conversion::files::NewFile;

/// Of the levels of zstd, the fastest: a higher one takes longer and hardly makes dictionaries smaller.
const ZSTD_LEVEL: i32 = 1;

/// A row group that is being encoded.
pub(crate) struct RowGroup {
    columns: Vec<ArrowColumnWriter>,
    schema: SchemaRef,
    rows: u64,
}

/// A row group that is encoded.
pub(crate) struct EncodedRowGroup {
    columns: Vec<ArrowColumnChunk>,
    rows: u64,
}

/// The settings of files; the size of pages is the default.
///
/// Times are hardly ever equal: a dictionary of them takes long to build, and differences of successive times are
/// shorter. The minimum of all elements of lists and maps tells an engine nothing about the rows.
pub(super) fn properties(schema: &Schema) -> io::Result<WriterProperties> {
    let level = ZstdLevel::try_new(ZSTD_LEVEL).map_err(of_parquet)?;
    let mut builder = WriterProperties::builder()
        .set_compression(Compression::ZSTD(level))
        .set_created_by(concat!("iot-jobs ", env!("CARGO_PKG_VERSION")).to_owned());
    let leaves = ArrowSchemaConverter::new().convert(schema);
    for leaf in leaves.map_err(of_parquet)?.columns() {
        if let Some(LogicalType::Timestamp(_)) = leaf.logical_type_ref() {
            builder = builder
                .set_column_dictionary_enabled(leaf.path().clone(), false)
                .set_column_encoding(leaf.path().clone(), Encoding::DELTA_BINARY_PACKED);
        }
        if leaf.max_rep_level() > 0 {
            builder =
                builder.set_column_statistics_enabled(leaf.path().clone(), EnabledStatistics::None);
        }
    }
    Ok(builder.build())
}

/// Starts a file.
pub(super) fn start(
    file: NewFile,
    schema: &SchemaRef,
) -> io::Result<(SerializedFileWriter<NewFile>, ArrowRowGroupWriterFactory)> {
    ArrowWriter::try_new(file, SchemaRef::clone(schema), Some(properties(schema)?))
        .and_then(ArrowWriter::into_serialized_writer)
        .map_err(of_parquet)
}

impl RowGroup {
    pub(super) fn start(
        factory: &ArrowRowGroupWriterFactory,
        schema: &SchemaRef,
        index: usize,
    ) -> io::Result<Self> {
        Ok(Self {
            columns: factory.create_column_writers(index).map_err(of_parquet)?,
            schema: SchemaRef::clone(schema),
            rows: 0,
        })
    }

    pub(super) fn push(&mut self, batch: &RecordBatch) -> io::Result<()> {
        self.rows += rows_of(batch);
        let mut writers = self.columns.iter_mut();
        for (field, array) in self.schema.fields().iter().zip(batch.columns()) {
            // A nested column has a writer for each of its leaves.
            for leaf in compute_leaves(field, array).map_err(of_parquet)? {
                if let Some(writer) = writers.next() {
                    writer.write(&leaf).map_err(of_parquet)?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn finish(self) -> io::Result<EncodedRowGroup> {
        let columns = self.columns.into_iter().map(ArrowColumnWriter::close);
        Ok(EncodedRowGroup {
            columns: columns.collect::<Result<_, _>>().map_err(of_parquet)?,
            rows: self.rows,
        })
    }
}

/// Writes a row group; one without rows is left out.
pub(super) fn write(
    writer: &mut SerializedFileWriter<NewFile>,
    group: EncodedRowGroup,
) -> io::Result<u64> {
    let EncodedRowGroup { columns, rows } = group;
    if rows == 0 {
        return Ok(0);
    }
    let append = || -> Result<(), ParquetError> {
        let mut group = writer.next_row_group()?;
        for column in columns {
            column.append_to_row_group(&mut group)?;
        }
        group.close()?;
        Ok(())
    };
    append().map_err(of_parquet)?;
    Ok(rows)
}

/// Writes the end of the file.
pub(super) fn finish(writer: SerializedFileWriter<NewFile>) -> io::Result<NewFile> {
    writer.into_inner().map_err(of_parquet)
}
