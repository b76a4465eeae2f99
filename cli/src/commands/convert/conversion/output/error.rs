//! Errors of Arrow and Parquet as errors of writing.

use std::{error::Error, io};

use arrow_schema::ArrowError;
use parquet::errors::ParquetError;

/// The error of the file, if it is one.
pub(super) fn of_parquet(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => of_other(error),
        error => io::Error::other(error),
    }
}

/// The error of the file, if it is one.
pub(super) fn of_arrow(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        ArrowError::ExternalError(error) => of_other(error),
        error => io::Error::other(error),
    }
}

fn of_other(error: Box<dyn Error + Send + Sync>) -> io::Error {
    match error.downcast::<io::Error>() {
        Ok(error) => *error,
        Err(error) => io::Error::other(error),
    }
}
