//! Why nothing is written.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::checked_output::Refused;
use crate::{counts::Outcome, stderr};

/// Why nothing is written.
pub(super) enum Failure {
    /// An option that does not fit the shape.
    Invalid(String),
    /// A file that cannot be read to its end.
    Unreadable { file: String, reason: String },
    /// An output that cannot be written.
    CannotWrite { file: PathBuf, error: io::Error },
    /// A thread that cannot be started.
    CannotStartThread(io::Error),
    /// A value that does not decode, with `--strict`.
    BadRow(String),
}

impl Failure {
    pub(super) fn cannot_write(file: &Path, error: io::Error) -> Self {
        Self::CannotWrite {
            file: file.to_owned(),
            error,
        }
    }

    /// A thread has panicked, and has printed why.
    pub(super) fn panicked() -> Self {
        Self::Invalid("a thread has panicked; this is a defect of iot-jobs".to_owned())
    }

    /// Prints it.
    pub(super) fn print(&self) -> Outcome {
        match self {
            Self::Invalid(message) => stderr::invalid(message),
            Self::Unreadable { file, reason } => stderr::cannot_read(file, reason),
            // A reader of standard output may close it early, as `head` does.
            Self::CannotWrite { file, error }
                if error.kind() == io::ErrorKind::BrokenPipe && file.as_os_str() == "-" =>
            {
                return Outcome::Ok;
            }
            Self::CannotWrite { file, error } if file.as_os_str() == "-" => {
                stderr::cannot_write_output(error);
            }
            Self::CannotWrite { file, error } => {
                stderr::cannot_write(&file.display().to_string(), error);
            }
            Self::CannotStartThread(error) => stderr::cannot_start_thread(error),
            Self::BadRow(message) => {
                stderr::invalid(message);
                return Outcome::Errors;
            }
        }
        Outcome::Unreadable
    }
}

impl From<Refused> for Failure {
    fn from(Refused { path, reason }: Refused) -> Self {
        Self::cannot_write(&path, reason)
    }
}
