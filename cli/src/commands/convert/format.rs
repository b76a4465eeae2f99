//! The formats of `iot-jobs convert`.

use std::path::Path;

/// The format of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConvertFormat {
    /// Parquet.
    Parquet,
    /// An Arrow IPC file.
    Arrow,
    /// Comma-separated values.
    Csv,
}

impl ConvertFormat {
    /// All formats.
    pub const ALL: &'static [Self] = &[Self::Parquet, Self::Arrow, Self::Csv];

    /// The name, which is also the extension of file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Arrow => "arrow",
            Self::Csv => "csv",
        }
    }

    /// The format that the extension of a file's name says.
    pub fn of_name(path: &Path) -> Option<Self> {
        let extension = path.extension()?;
        let formats = Self::ALL.iter().copied();
        let mut named = formats.filter(|format| extension.eq_ignore_ascii_case(format.name()));
        named.next()
    }
}
