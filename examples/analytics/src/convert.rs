//! Writes the executions of an export as Parquet.

use std::{
    error::Error,
    fs::File,
    io::{BufReader, Write},
    path::Path,
};

use iot_jobs::types::JobExecution;
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    file::properties::WriterProperties,
};

use crate::count::reason;

/// Small enough that several threads have groups to read, and that a group fits in memory.
const ROW_GROUP_ROWS: usize = 1 << 17;

/// Converts a file, and writes its bad lines with reasons.
pub fn convert(input: &Path, output: &Path, errors: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let reader = BufReader::with_capacity(1 << 18, File::open(input)?);
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_max_row_group_row_count(Some(ROW_GROUP_ROWS))
        .build();
    let schema = iot_jobs_arrow::schema::<JobExecution>();
    let mut writer = ArrowWriter::try_new(File::create(output)?, schema, Some(properties))?;
    for batch in iot_jobs_arrow::batches::<JobExecution, _>(reader) {
        match batch {
            Ok(batch) => writer.write(&batch)?,
            Err(error) if error.is_io() => return Err(error.into()),
            Err(error) => writeln!(errors, "{}", reason(&error))?,
        }
    }
    writer.close()?;
    Ok(())
}
