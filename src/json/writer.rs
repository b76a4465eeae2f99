//! JSON text, written without white space.

use std::io;

use super::{
    Invalid,
    string::{is_plain, plain_length},
};

/// The maximum size of the text that is buffered before it is written to an output.
const CHUNK: usize = 16 * 1024;

/// A buffer that JSON text is appended to, and possibly an output that it is written to in chunks.
pub(crate) struct Writer<'w> {
    text: &'w mut String,
    output: Option<Output<'w>>,
    /// The length from which the text goes to the output.
    limit: usize,
}

struct Output<'w> {
    writer: &'w mut dyn io::Write,
    error: Option<io::Error>,
}

impl<'w> Writer<'w> {
    /// A writer that appends to a text.
    pub(crate) fn append(text: &'w mut String) -> Self {
        Self {
            text,
            output: None,
            limit: usize::MAX,
        }
    }

    /// A writer that passes its text on, with an empty text to collect the pieces in.
    pub(crate) fn output(text: &'w mut String, writer: &'w mut dyn io::Write) -> Self {
        let error = None;
        Self {
            text,
            output: Some(Output { writer, error }),
            limit: CHUNK,
        }
    }

    /// Passes on what is left; fails if the output failed.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        // The error of the output is taken below.
        let _ = self.flush();
        self.output
            .and_then(|output| output.error)
            .map_or(Ok(()), Err)
    }

    /// The error of the output.
    pub(crate) fn into_error(self) -> Option<io::Error> {
        self.output?.error
    }

    /// Passes the text on, if there is much of it.
    #[inline]
    fn flush_if_full(&mut self) -> Result<(), Invalid> {
        if self.text.len() < self.limit {
            return Ok(());
        }
        self.flush()
    }

    #[cold]
    fn flush(&mut self) -> Result<(), Invalid> {
        let Some(output) = &mut self.output else {
            return Ok(());
        };
        let written = output.writer.write_all(self.text.as_bytes());
        self.text.clear();
        written.map_err(|error| {
            output.error = Some(error);
            Invalid
        })
    }

    /// Writes text that is JSON already.
    #[inline]
    pub(crate) fn raw(&mut self, json: &str) -> Result<(), Invalid> {
        self.text.push_str(json);
        self.flush_if_full()
    }

    /// Writes punctuation or a name.
    #[inline]
    pub(crate) fn punctuation(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// Writes an integer.
    #[inline]
    pub(crate) fn integer(&mut self, number: i64) {
        self.text.push_str(itoa::Buffer::new().format(number));
    }

    /// Writes a number of millionths as a decimal of at most six places.
    pub(crate) fn millionths(&mut self, millionths: i64) {
        const UNIT: i64 = 1_000_000;

        if millionths < 0 && millionths > -UNIT {
            self.text.push('-');
        }
        self.integer(millionths / UNIT);
        let mut fraction = (millionths % UNIT).unsigned_abs();
        if fraction.is_multiple_of(1_000) {
            return self.thousandths(fraction / 1_000);
        }
        self.text.push('.');
        let mut unit = UNIT.unsigned_abs() / 10;
        while fraction > 0 {
            self.text.push(digit(fraction / unit));
            fraction %= unit;
            unit /= 10;
        }
    }

    /// Writes the places of a decimal with less than a thousand thousandths, without zeros at the end.
    #[inline]
    fn thousandths(&mut self, thousandths: u64) {
        if thousandths == 0 {
            return;
        }
        self.text.push('.');
        self.text.push(digit(thousandths / 100));
        if !thousandths.is_multiple_of(100) {
            self.text.push(digit(thousandths / 10));
        }
        if !thousandths.is_multiple_of(10) {
            self.text.push(digit(thousandths));
        }
    }

    /// Writes a finite number as `serde_json` does.
    pub(crate) fn double(&mut self, number: f64) -> Result<(), Invalid> {
        const LONGEST: usize = 32;
        let mut digits = [0; LONGEST];
        let mut free = &mut digits[..];
        serde_json::to_writer(&mut free, &number).map_err(|_| Invalid)?;
        let length = LONGEST - free.len();
        let text = digits
            .get(..length)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        self.text.push_str(text.ok_or(Invalid)?);
        Ok(())
    }

    /// Writes a string in quotes.
    pub(crate) fn string(&mut self, value: &str) -> Result<(), Invalid> {
        if value.len() > self.limit || !is_plain(value.as_bytes()) {
            return self.escaped_string(value);
        }
        self.plain_string(value)
    }

    /// The same for a string of few characters that needs no escapes.
    #[inline]
    pub(crate) fn plain_string(&mut self, value: &str) -> Result<(), Invalid> {
        self.text.reserve(value.len() + 2);
        self.text.push('"');
        self.text.push_str(value);
        self.text.push('"');
        self.flush_if_full()
    }

    /// The same for a string that may need escapes or be long.
    #[cold]
    fn escaped_string(&mut self, value: &str) -> Result<(), Invalid> {
        self.text.push('"');
        let mut rest = value;
        loop {
            let length = plain_length(rest.as_bytes());
            let (plain, special) = rest.split_at_checked(length).ok_or(Invalid)?;
            self.plain(plain)?;
            let Some(&byte) = special.as_bytes().first() else {
                break;
            };
            self.escape(byte);
            rest = special.get(1..).ok_or(Invalid)?;
        }
        self.text.push('"');
        self.flush_if_full()
    }

    /// Writes the part of a string that needs no escapes, in pieces if it is long.
    #[inline]
    fn plain(&mut self, mut plain: &str) -> Result<(), Invalid> {
        while plain.len() > self.limit {
            let (piece, rest) = plain.split_at(plain.floor_char_boundary(CHUNK));
            self.raw(piece)?;
            plain = rest;
        }
        self.text.push_str(plain);
        Ok(())
    }

    fn escape(&mut self, byte: u8) {
        let escaped = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0c => "\\f",
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                let digit = |nibble: u8| {
                    let digit = DIGITS.get(usize::from(nibble)).copied();
                    char::from(digit.unwrap_or_default())
                };
                self.text.push_str("\\u00");
                self.text.push(digit(byte >> 4));
                self.text.push(digit(byte & 0x0f));
                return;
            }
        };
        self.text.push_str(escaped);
    }
}

/// The last digit of a number.
#[inline]
fn digit(number: u64) -> char {
    // The remainder is less than ten.
    #[allow(clippy::cast_possible_truncation)]
    let digit = (number % 10) as u8;
    char::from(b'0' + digit)
}
