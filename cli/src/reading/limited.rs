//! A reader that rejects inputs of more than a number of bytes.

use std::io::{self, BufRead, Read};

/// Fails once an input has more bytes than allowed, so that devices without an end do not fill the memory.
pub(super) struct Limited<R> {
    reader: R,
    unit: Unit,
    max: u64,
    left: u64,
}

/// What a limit applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// All that is read.
    File,
    /// Each line, without its line break.
    Line,
}

impl Unit {
    /// The length of a line break, `\r\n` at most.
    fn line_break(self) -> u64 {
        match self {
            Self::File => 0,
            Self::Line => 2,
        }
    }
}

impl<R> Limited<R> {
    /// Limits what is read from a reader.
    pub(super) fn new(reader: R, unit: Unit, max: u64) -> Self {
        Self {
            reader,
            unit,
            max,
            left: max.saturating_add(unit.line_break()),
        }
    }
}

/// The error of an input that is larger than allowed.
pub(super) fn too_large(unit: Unit, max: u64) -> io::Error {
    let what = match unit {
        Unit::File => "it",
        Unit::Line => "a line",
    };
    io::Error::other(format!(
        "{what} has more than {max} bytes; --max-size raises the limit"
    ))
}

impl<R: BufRead> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Limited<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let filled = self.reader.fill_buf()?;
        if self.left == 0 && !filled.is_empty() {
            return Err(too_large(self.unit, self.max));
        }
        let allowed = usize::try_from(self.left).unwrap_or(usize::MAX);
        Ok(filled.get(..allowed).unwrap_or(filled))
    }

    fn consume(&mut self, amount: usize) {
        let bytes = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        self.left = self.left.saturating_sub(bytes(amount));
        if self.unit == Unit::Line {
            // The buffer was filled before, so that this returns the same bytes and does not read.
            let filled = self.reader.fill_buf().unwrap_or_default();
            let consumed = filled.get(..amount).unwrap_or(filled);
            if let Some(end) = consumed.iter().rposition(|byte| *byte == b'\n') {
                let max = self.max.saturating_add(self.unit.line_break());
                self.left = max.saturating_sub(bytes(amount - end - 1));
            }
        }
        self.reader.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Read};

    use super::{Limited, Unit};

    #[test]
    fn files_or_lines_are_limited() {
        for (unit, max, text, read) in [
            (Unit::File, 4, "abcd", Ok("abcd")),
            (
                Unit::File,
                4,
                "abcde",
                Err("it has more than 4 bytes; --max-size raises the limit"),
            ),
            (Unit::File, 0, "", Ok("")),
            (
                Unit::File,
                4,
                "ab\nc\n",
                Err("it has more than 4 bytes; --max-size raises the limit"),
            ),
            (Unit::Line, 4, "abc\nabcd\r\nabcd", Ok("abc\nabcd\r\nabcd")),
            (
                Unit::Line,
                4,
                "abc\nabcdefg\n",
                Err("a line has more than 4 bytes; --max-size raises the limit"),
            ),
        ] {
            for capacity in [1, 3, 64] {
                let reader = BufReader::with_capacity(capacity, text.as_bytes());
                let mut all = String::new();
                let result = Limited::new(reader, unit, max).read_to_string(&mut all);
                let result = result
                    .map(|_| all.as_str())
                    .map_err(|error| error.to_string());
                assert_eq!(result, read.map_err(str::to_owned), "{text:?} {capacity}");
            }
        }
    }

    #[test]
    fn an_endless_reader_ends() {
        let endless = BufReader::new(std::io::repeat(b'x'));
        let mut limited = Limited::new(endless, Unit::Line, 1 << 16);
        assert!(limited.skip_until(b'\n').is_err());
    }
}
