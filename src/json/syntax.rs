//! Why a text is not JSON, and where.

use super::{
    MAX_DEPTH, Reader,
    number::{NumberError, number_length},
    string::{EscapeError, plain_length, unescape},
};
use crate::{
    error::{Category, Error},
    path::{Path, PathRef},
    text::{self, Position},
};

/// The message of a text with more open arrays and objects than any decoder of this crate accepts.
pub(crate) const TOO_DEEP: &str = "nested deeper than 127 levels";

/// Rejects a text that is not one JSON value.
pub(crate) fn check(text: &str) -> Result<(), Error> {
    let mut reader = Reader::new(text);
    if reader.raw().is_ok() && reader.end().is_ok() {
        return Ok(());
    }
    explain(text)
}

/// The first error of a text, with the path of the value that it is in.
pub(crate) fn explain(text: &str) -> Result<(), Error> {
    if text.starts_with('\u{feff}') {
        let message = "found a byte order mark, expected a JSON value";
        return Err(Error::new(Category::Syntax, Path::root(), message).at(Position::of(text, 0)));
    }
    let mut parser = Parser { text, offset: 0 };
    parser.document().map_err(|fault| {
        let (category, message) = match fault.message {
            Message::Syntax(message) => (Category::Syntax, message.to_owned()),
            Message::End(_) if Reader::new(text).peek().is_none() => {
                let message = "the text is empty, expected a JSON value";
                (Category::Incomplete, message.to_owned())
            }
            Message::End(inside) => {
                let message = format!("the input ends while parsing {inside}");
                (Category::Incomplete, message)
            }
        };
        Error::new(category, fault.path, message).at(Position::of(text, fault.offset))
    })
}

/// The offset of the first error of a text, if it has one.
pub(crate) fn error_offset(text: &str) -> Option<usize> {
    check(text).err()?;
    let fault = Parser { text, offset: 0 }.document().err();
    // A byte order mark is an error at the start, as for any character that no value starts with.
    Some(fault.map_or(0, |fault| fault.offset))
}

/// The error of a text that did not decode into a type of the caller's.
pub(crate) fn foreign_error(text: &str, cause: &serde_json::Error) -> Error {
    if let Err(error) = check(text) {
        return error;
    }
    let mut message = cause.to_string();
    let position = format!(" at line {} column {}", cause.line(), cause.column());
    if let Some(bare) = message.strip_suffix(&position) {
        message.truncate(bare.len());
    }
    Error::new(Category::Data, Path::root(), without_values(&message))
        .at(Position::of_error(text, cause))
}

/// A message of serde's with what it quotes shortened: a string, or the name of a member or variant.
fn without_values(message: &str) -> String {
    for what in ["unknown field", "unknown variant"] {
        let rest = message.strip_prefix(what);
        let Some(rest) = rest.and_then(|rest| rest.strip_prefix(" `")) else {
            continue;
        };
        // The known names, which are the program's own, follow.
        let end = rest
            .rfind("`, expected ")
            .or_else(|| rest.rfind("`, there are no "));
        let (name, known) = rest
            .split_at_checked(end.unwrap_or(rest.len()))
            .unwrap_or_default();
        return format!(
            "{what} {}{}",
            text::quoted(name),
            known.trim_start_matches('`')
        );
    }
    let Some((before, rest)) = message.split_once('"') else {
        return text::service_message(message);
    };
    let (value, after) = rest.rsplit_once('"').unwrap_or((rest, ""));
    let (before, after) = (text::service_message(before), text::service_message(after));
    format!("{before}{}{after}", text::quoted(value))
}

/// What is wrong, and at which byte.
struct Fault {
    path: Path,
    offset: usize,
    message: Message,
}

enum Message {
    Syntax(&'static str),
    /// The text ends inside of this.
    End(&'static str),
}

/// A parser that keeps nothing and explains everything; it recurses as deep as [`MAX_DEPTH`].
struct Parser<'t> {
    text: &'t str,
    offset: usize,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<(), Fault> {
        let root = PathRef::root();
        self.value(&root)?;
        self.skip_space();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.fault(&root, "found more text after the JSON value")),
        }
    }

    fn value(&mut self, at: &PathRef<'_>) -> Result<(), Fault> {
        self.skip_space();
        match self.peek() {
            None => Err(self.end(at, "a value")),
            Some(b'{') => self.object(at),
            Some(b'[') => self.array(at),
            Some(b'"') => self.string(at),
            Some(b't') => self.word(at, b"true"),
            Some(b'f') => self.word(at, b"false"),
            Some(b'n') => self.word(at, b"null"),
            Some(b'-' | b'0'..=b'9') => self.number(at),
            Some(_) => Err(self.fault(at, "expected a JSON value")),
        }
    }

    fn object(&mut self, at: &PathRef<'_>) -> Result<(), Fault> {
        const INSIDE: &str = "an object";
        self.open(at)?;
        if self.peek() == Some(b'}') {
            self.offset += 1;
            return Ok(());
        }
        loop {
            match self.peek() {
                Some(b'"') => {}
                Some(_) => return Err(self.fault(at, "key must be a string")),
                None => return Err(self.end(at, INSIDE)),
            }
            let start = self.offset;
            self.string(at)?;
            let name = self.text.get(start..self.offset).unwrap_or_default();
            let name = Reader::new(name).string().unwrap_or_default();
            let member = at.key(&name);
            self.skip_space();
            match self.peek() {
                Some(b':') => self.offset += 1,
                Some(_) => return Err(self.fault(&member, "expected `:`")),
                None => return Err(self.end(&member, INSIDE)),
            }
            self.value(&member)?;
            self.skip_space();
            match self.peek() {
                Some(b'}') => {
                    self.offset += 1;
                    return Ok(());
                }
                Some(b',') => self.offset += 1,
                Some(_) => return Err(self.fault(at, "expected `,` or `}`")),
                None => return Err(self.end(at, INSIDE)),
            }
            self.skip_space();
            if self.peek() == Some(b'}') {
                return Err(self.fault(at, "trailing comma"));
            }
        }
    }

    fn array(&mut self, at: &PathRef<'_>) -> Result<(), Fault> {
        const INSIDE: &str = "an array";
        self.open(at)?;
        match self.peek() {
            Some(b']') => {
                self.offset += 1;
                return Ok(());
            }
            Some(_) => {}
            None => return Err(self.end(at, INSIDE)),
        }
        for index in 0.. {
            self.value(&at.index(index))?;
            let next = at.index(index + 1);
            self.skip_space();
            match self.peek() {
                Some(b']') => {
                    self.offset += 1;
                    break;
                }
                Some(b',') => self.offset += 1,
                Some(_) => return Err(self.fault(&next, "expected `,` or `]`")),
                None => return Err(self.end(&next, INSIDE)),
            }
            self.skip_space();
            if self.peek() == Some(b']') {
                return Err(self.fault(&next, "trailing comma"));
            }
        }
        Ok(())
    }

    fn open(&mut self, at: &PathRef<'_>) -> Result<(), Fault> {
        if at.depth() >= MAX_DEPTH {
            return Err(self.fault(at, TOO_DEEP));
        }
        self.offset += 1;
        self.skip_space();
        Ok(())
    }

    fn string(&mut self, at: &PathRef<'_>) -> Result<(), Fault> {
        const INSIDE: &str = "a string";
        self.offset += 1;
        loop {
            self.offset += plain_length(self.rest());
            match self.peek() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(());
                }
                Some(b'\\') => match unescape(self.rest()) {
                    Ok((_, length)) => self.offset += length,
                    Err(EscapeError::Incomplete) => return Err(self.end(at, INSIDE)),
                    Err(EscapeError::LoneSurrogate) => {
                        return Err(self.fault(at, "a string with half of a surrogate pair"));
                    }
                    Err(EscapeError::Invalid(byte)) => {
                        self.offset += byte;
                        return Err(self.fault(at, "invalid escape"));
                    }
                },
                Some(_) => {
                    let message = "a control character (U+0000 to U+001F) in a string; escape it";
                    return Err(self.fault(at, message));
                }
                None => return Err(self.end(at, INSIDE)),
            }
        }
    }

    fn number(&mut self, at: &PathRef<'_>) -> Result<(), Fault> {
        match number_length(self.rest()) {
            Ok(length) => self.offset += length,
            Err(NumberError::Invalid(byte)) => {
                self.offset += byte;
                return Err(self.fault(at, "invalid number"));
            }
            Err(NumberError::Incomplete) => return Err(self.end(at, "a number")),
        }
        Ok(())
    }

    fn word(&mut self, at: &PathRef<'_>, word: &[u8]) -> Result<(), Fault> {
        for byte in word {
            match self.peek() {
                Some(found) if found == *byte => self.offset += 1,
                Some(_) => return Err(self.fault(at, "expected null, true or false")),
                None => return Err(self.end(at, "a value")),
            }
        }
        Ok(())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    fn rest(&self) -> &[u8] {
        self.text.as_bytes().get(self.offset..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.offset += 1;
        }
    }

    fn fault(&self, at: &PathRef<'_>, message: &'static str) -> Fault {
        Fault {
            path: at.to_path(),
            offset: self.offset,
            message: Message::Syntax(message),
        }
    }

    fn end(&self, at: &PathRef<'_>, inside: &'static str) -> Fault {
        Fault {
            path: at.to_path(),
            offset: self.text.len(),
            message: Message::End(inside),
        }
    }
}
