//! The argument of `--partition`.

use clap::{Error, error::ErrorKind};
use iot_jobs::{catalog::ShapeEntry, columns::Partition};

/// The partition of a shape; an error as clap has it, which cannot know the shape when it parses a value.
pub(super) fn partition(shape: ShapeEntry, text: &str) -> Result<Partition, Error> {
    Partition::new(shape.structure(), text).map_err(|error| {
        let message = format!(
            "invalid value '{text}' for '--partition <COLUMN>': {error}\n\nFor more information, try '--help'.\n"
        );
        Error::raw(ErrorKind::ValueValidation, message)
    })
}
