//! Finds the ends of JSON values in a text that is read piece by piece.

use std::io::{self, BufRead};

/// A reader of JSON text that knows its position.
pub(super) struct Scanner<R> {
    reader: R,
    line: usize,
    column: usize,
    recording: Option<Recording>,
}

/// The text from where the recording started.
pub(super) struct Recording {
    pub(super) text: Vec<u8>,
    /// Whether the text has no more bytes than allowed; otherwise this is its start.
    pub(super) complete: bool,
    max: usize,
}

/// The position of a byte, in lines and characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// How far into a value the scanner is.
#[derive(Default)]
struct State {
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// A number, a literal or something that is not JSON, which ends before the next separator.
    in_word: bool,
}

impl<R: BufRead> Scanner<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader,
            line: 1,
            column: 1,
            recording: None,
        }
    }

    /// Keeps at most so many bytes of what is consumed from here.
    pub(super) fn record(&mut self, max: usize) {
        self.recording = Some(Recording {
            text: Vec::new(),
            complete: true,
            max,
        });
    }

    /// Ends the recording and returns it, if there is one.
    pub(super) fn end_recording(&mut self) -> Option<Recording> {
        self.recording.take()
    }

    pub(super) fn position(&self) -> Position {
        Position {
            line: self.line,
            column: self.column,
        }
    }

    /// An error at the current position.
    pub(super) fn error(&self, message: &str) -> io::Error {
        let (line, column) = (self.line, self.column);
        io::Error::other(format!("line {line}, column {column}: {message}"))
    }

    /// The next byte that is not white space, which is not consumed.
    pub(super) fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            let Some(filled) = self.fill()? else {
                return Ok(None);
            };
            let blank = filled.iter().take_while(|byte| byte.is_ascii_whitespace());
            let blank = blank.count();
            let next = filled.get(blank).copied();
            self.consume(blank);
            if next.is_some() {
                return Ok(next);
            }
        }
    }

    /// Consumes the byte that `peek` returned.
    pub(super) fn bump(&mut self) {
        self.consume(1);
    }

    /// Appends the next value to a text, at most so many bytes; returns whether it has no more.
    pub(super) fn value(&mut self, text: &mut Vec<u8>, max: usize) -> io::Result<bool> {
        self.peek()?;
        let start = text.len();
        let mut complete = true;
        let mut state = State::default();
        loop {
            let Some(filled) = self.fill()? else {
                return if state.in_word && state.depth == 0 {
                    Ok(complete)
                } else {
                    Err(self.error("the input ends inside a value"))
                };
            };
            let end = state.end(filled);
            let part = filled.get(..end.unwrap_or(filled.len())).unwrap_or(filled);
            let allowed = max.saturating_sub(text.len() - start);
            text.extend_from_slice(part.get(..allowed).unwrap_or(part));
            complete &= part.len() <= allowed;
            let read = part.len();
            self.consume(read);
            if end.is_some() {
                return Ok(complete);
            }
        }
    }

    /// What the reader has; `None` at its end.
    fn fill(&mut self) -> io::Result<Option<&[u8]>> {
        loop {
            match self.reader.fill_buf() {
                Ok(_) => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        // The buffer is filled: this does not read.
        let filled = self.reader.fill_buf()?;
        Ok((!filled.is_empty()).then_some(filled))
    }

    fn consume(&mut self, bytes: usize) {
        let filled = self.reader.fill_buf().unwrap_or_default();
        let consumed = filled.get(..bytes).unwrap_or(filled);
        if let Some(recording) = &mut self.recording {
            recording.add(consumed);
        }
        let line = match memchr::memrchr(b'\n', consumed) {
            Some(end) => {
                self.line += memchr::memchr_iter(b'\n', consumed).count();
                self.column = 1;
                consumed.get(end + 1..).unwrap_or_default()
            }
            None => consumed,
        };
        // All bytes of a character but the first have the form 0b10xxxxxx.
        self.column += line.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        self.reader.consume(bytes);
    }
}

impl Recording {
    fn add(&mut self, bytes: &[u8]) {
        let allowed = self.max.saturating_sub(self.text.len());
        self.text
            .extend_from_slice(bytes.get(..allowed).unwrap_or(bytes));
        self.complete &= bytes.len() <= allowed;
    }
}

impl State {
    /// The end of the value, if it is in these bytes.
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => {
                        self.in_string = false;
                        if self.depth == 0 {
                            return Some(at + 1);
                        }
                    }
                    _ => {}
                }
                continue;
            }
            match byte {
                b',' | b'}' | b']' | b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'{' | b'['
                    if self.in_word && self.depth == 0 =>
                {
                    return Some(at);
                }
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                _ => self.in_word |= self.depth == 0,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::Scanner;

    #[test]
    fn values_end_where_their_brackets_do() {
        for (text, expected) in [
            ("{\"a\": [1, \"]}\\\"\"]} 2", "{\"a\": [1, \"]}\\\"\"]}"),
            ("[[],[]],", "[[],[]]"),
            ("\"a\\\\\"x", "\"a\\\\\""),
            (" \n 12,", "12"),
            ("true]", "true"),
            ("null", "null"),
            ("-1.5e3\n", "-1.5e3"),
            ("nonsense{}", "nonsense"),
        ] {
            for capacity in [1, 2, 5, 64] {
                let reader = BufReader::with_capacity(capacity, text.as_bytes());
                let mut value = Vec::new();
                let complete = Scanner::new(reader).value(&mut value, 64).unwrap();
                assert!(complete);
                assert_eq!(String::from_utf8(value).unwrap(), expected);
            }
        }
    }

    #[test]
    fn a_value_that_is_too_long_is_read_to_its_end() {
        let mut scanner = Scanner::new(BufReader::with_capacity(3, &b"[\"12345678\"] 7"[..]));
        let mut value = Vec::new();
        assert!(!scanner.value(&mut value, 4).unwrap());
        assert_eq!(value, b"[\"12");
        value.clear();
        assert!(scanner.value(&mut value, 4).unwrap());
        assert_eq!(value, b"7");
    }

    #[test]
    fn positions_are_lines_and_characters() {
        let mut scanner = Scanner::new(BufReader::with_capacity(2, "\"é\"\n \"名\" x".as_bytes()));
        let mut value = Vec::new();
        for (line, column) in [(1, 1), (2, 2), (2, 6)] {
            scanner.peek().unwrap();
            let position = scanner.position();
            assert_eq!((position.line, position.column), (line, column));
            scanner.value(&mut value, 64).unwrap();
        }
    }

    #[test]
    fn the_end_inside_a_value_is_an_error() {
        for (text, message) in [
            (
                "{\"a\": ",
                "line 1, column 7: the input ends inside a value",
            ),
            ("[\n\"", "line 2, column 2: the input ends inside a value"),
        ] {
            let error = Scanner::new(text.as_bytes()).value(&mut Vec::new(), 64);
            assert_eq!(error.unwrap_err().to_string(), message);
        }
    }
}
