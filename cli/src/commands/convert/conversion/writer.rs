//! Writes groups in the order of the input.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, RecvTimeoutError},
    },
};

use super::{
    bad_rows_file::BadRowsFile,
    failure::Failure,
    flow::Flow,
    output::Writer,
    progress::Progress,
    summary::Summary,
    temporary,
    worker::{Done, Message},
};

/// Writes groups in the order of the input.
pub(super) struct GroupWriter<'w> {
    /// What the other threads send; dropped at an error, so that they end.
    pub(super) messages: Receiver<Message>,
    pub(super) output: Writer,
    pub(super) output_path: &'w Path,
    pub(super) bad: BadRowsFile,
    pub(super) flow: &'w Flow,
    /// The number of bytes that were read.
    pub(super) read: &'w AtomicU64,
    /// The number of rows that were decoded; the first group is written long after its first row is decoded.
    pub(super) decoded: &'w AtomicU64,
    pub(super) progress: Progress,
}

/// What is written and does not have its name yet.
pub(super) struct Written<'w> {
    output: Writer,
    output_path: &'w Path,
    bad: BadRowsFile,
    values: u64,
    rows: u64,
}

impl<'w> GroupWriter<'w> {
    /// Writes what the other threads send, until they have ended.
    pub(super) fn run(mut self) -> Result<Written<'w>, Failure> {
        let mut waiting = BTreeMap::new();
        let (mut next, mut values, mut rows) = (0, 0, 0);
        loop {
            match self.messages.recv_timeout(self.progress.interval()) {
                Ok(Message::Group(done)) => {
                    waiting.insert(done.index, done);
                }
                Ok(Message::BadRows(bad)) => self.bad.write(&bad)?,
                Ok(Message::Failed(error)) => return Err(self.failure(error)),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            while let Some(done) = waiting.remove(&next) {
                let done: Done = *done;
                self.bad.write(&done.bad)?;
                if let Some(message) = done.bad.strict {
                    return Err(Failure::BadRow(message));
                }
                values += done.values;
                let written = self.output.write(done.encoded);
                rows += written.map_err(|error| self.failure(error))?;
                next += 1;
                self.flow.written();
            }
            let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
            self.progress.update(count(self.read), count(self.decoded));
        }
        Ok(Written {
            output: self.output,
            output_path: self.output_path,
            bad: self.bad,
            values,
            rows,
        })
    }

    fn failure(&self, error: std::io::Error) -> Failure {
        Failure::cannot_write(self.output_path, error)
    }
}

impl Written<'_> {
    /// Gives the files their names, the file of errors first: without it, the output would seem to be all of the input.
    pub(super) fn commit(self) -> Result<Summary, Failure> {
        let errors = self.bad.count;
        if self.rows + errors != self.values {
            let (rows, values) = (self.rows, self.values);
            let message = format!(
                "{values} values were read, but {rows} rows and {errors} errors written; this is a defect of iot-jobs"
            );
            return Err(Failure::Invalid(message));
        }
        let partitions = self.output.partitions();
        let failure = |error| Failure::cannot_write(self.output_path, error);
        let output = self.output.finish().map_err(failure)?;
        let _until_both_have_names = temporary::uninterrupted();
        let errors_file = self.bad.commit()?;
        if let Err(error) = output.commit() {
            errors_file.undo();
            return Err(failure(error));
        }
        Ok(Summary {
            rows: self.rows,
            partitions,
            errors,
            ..Summary::default()
        })
    }
}
