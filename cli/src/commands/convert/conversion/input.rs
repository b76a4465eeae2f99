//! The input: files of lines, arrays or pages, as pieces for the threads that decode.

mod form;
mod gzip;
mod lists;
mod pages;
mod piece;
mod scanner;
mod stream;
mod values;

use std::{
    io::{self, BufRead, Read},
    ops::ControlFlow,
    sync::{Arc, atomic::AtomicU64},
};

use iot_jobs::{catalog::ShapeEntry, codec};

pub(super) use self::piece::{Piece, Row, RowState};
use self::{form::Form, pages::Pages, piece::Text, values::ValueReader};
use crate::reading::Source;

/// How much of a text is searched for its form first, and at most, if its first object is longer.
const START_BYTES: usize = 1 << 16;
const MAX_START_BYTES: usize = 16 << 20;

/// How the files are read.
pub(super) struct Input {
    pages: Pages,
    /// Whether the files are not searched for their form.
    ndjson: bool,
    max_value_bytes: usize,
}

/// A file that cannot be read to its end.
pub(super) struct Unreadable {
    pub(super) file: String,
    pub(super) reason: String,
}

/// Takes a piece, and says whether to go on.
pub(super) type PieceHandler<'h> = dyn FnMut(Piece) -> ControlFlow<()> + 'h;

impl Input {
    /// Reads values of a shape; `ndjson` if each line is one.
    pub(super) fn new(shape: &ShapeEntry, ndjson: bool, max_size: u64) -> Self {
        Self {
            pages: Pages::of(shape),
            ndjson,
            max_value_bytes: usize::try_from(max_size).unwrap_or(usize::MAX),
        }
    }

    /// Reads a file, and adds the bytes that were read from it to a number.
    pub(super) fn read(
        &self,
        source: &Source,
        count: &AtomicU64,
        handle: &mut PieceHandler<'_>,
    ) -> Result<ControlFlow<()>, Unreadable> {
        let read = stream::open(source, count).and_then(|text| self.pieces(source, text, handle));
        read.map_err(|error| Unreadable {
            file: source.to_string(),
            reason: error.to_string(),
        })
    }

    /// Reads the start of a text until it says the form.
    fn form(&self, text: &mut dyn BufRead, start: &mut Vec<u8>) -> io::Result<Form> {
        loop {
            let wanted = start.len().max(START_BYTES);
            let bytes = u64::try_from(wanted).unwrap_or(u64::MAX);
            let is_all = text.take(bytes).read_to_end(start)? < wanted;
            if let Some(form) = Form::of(start, &self.pages, is_all) {
                return Ok(form);
            }
            if start.len() >= MAX_START_BYTES {
                return Ok(Form::of_long(start));
            }
        }
    }

    fn pieces(
        &self,
        source: &Source,
        mut text: Box<dyn BufRead + '_>,
        handle: &mut PieceHandler<'_>,
    ) -> io::Result<ControlFlow<()>> {
        let file: Arc<str> = source.to_string().into();
        let mut start = Vec::new();
        let form = if self.ndjson {
            Form::Lines
        } else {
            self.form(&mut text, &mut start)?
        };
        let text = io::Cursor::new(start).chain(text);
        let mut pass = |text| {
            let file = Arc::clone(&file);
            handle(Piece { file, text })
        };
        let pages = match form {
            Form::Lines => {
                let chunks = codec::chunks(text).max_line_bytes(self.max_value_bytes);
                for chunk in chunks {
                    let chunk =
                        chunk.map_err(|error| io::Error::other(error.message().to_owned()))?;
                    let max_line_bytes = self.max_value_bytes;
                    if pass(Text::Lines {
                        chunk,
                        max_line_bytes,
                    })
                    .is_break()
                    {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                return Ok(ControlFlow::Continue(()));
            }
            Form::Values => None,
            Form::Pages => Some(&self.pages),
            Form::Empty => return Ok(ControlFlow::Continue(())),
        };
        let mut values = ValueReader::new(text, pages, self.max_value_bytes);
        while let Some(values) = values.next()? {
            if pass(Text::Values(values)).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}
