//! A pull reader of JSON text.
//!
//! Between calls the reader is at the first byte of a value or of a name, or after a value; white space before
//! a value has been skipped.

use std::borrow::Cow;

use super::string::{plain_length, short_plain_length, unescape};

/// The deepest nesting of arrays and objects that is read.
pub(crate) const MAX_DEPTH: usize = 127;

/// The text is not what the caller expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Invalid;

/// A position in JSON text.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    offset: usize,
    depth: usize,
    /// Whether white space has been skipped.
    spaced: bool,
}

/// Where a reader was.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    offset: usize,
    depth: usize,
}

/// The text of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw<'t> {
    pub(crate) text: &'t str,
    /// Whether it has white space between its tokens.
    pub(crate) spaced: bool,
}

impl<'t> Reader<'t> {
    /// A reader at the first value of a text.
    #[inline]
    pub(crate) fn new(text: &'t str) -> Self {
        Self::at_depth(text, 0)
    }

    /// The same with this many arrays and objects open around the text.
    #[inline]
    pub(crate) fn at_depth(text: &'t str, depth: usize) -> Self {
        let mut reader = Self {
            text,
            offset: 0,
            depth,
            spaced: false,
        };
        reader.skip_space();
        reader
    }

    /// The offset in the text.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// Where the reader is, for [`reset`](Self::reset).
    #[inline]
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            offset: self.offset,
            depth: self.depth,
        }
    }

    /// Goes back to where the reader was.
    pub(crate) fn reset(&mut self, mark: Mark) {
        (self.offset, self.depth) = (mark.offset, mark.depth);
    }

    /// The next byte.
    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    /// The bytes after the offset.
    #[inline]
    pub(crate) fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.offset..).unwrap_or_default()
    }

    /// Skips bytes that have been checked already.
    #[inline]
    pub(crate) fn skip(&mut self, length: usize) {
        self.offset += length;
    }

    /// Reads bytes that have been checked already.
    #[inline]
    pub(super) fn take(&mut self, length: usize) -> Result<&'t str, Invalid> {
        let start = self.offset;
        self.offset += length;
        self.text.get(start..self.offset).ok_or(Invalid)
    }

    /// Skips white space.
    #[inline]
    pub(crate) fn skip_space(&mut self) {
        // The usual text has none.
        if self.peek().is_some_and(|byte| byte <= b' ') {
            self.skip_some_space();
        }
    }

    fn skip_some_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.offset += 1;
            self.spaced = true;
        }
    }

    /// Rejects anything but white space up to the end.
    pub(crate) fn end(&mut self) -> Result<(), Invalid> {
        self.skip_space();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(Invalid),
        }
    }

    /// Reads an opening bracket, and the closing one of an empty array or object; returns whether it has
    /// content.
    #[inline]
    pub(crate) fn open(&mut self, open: u8, close: u8) -> Result<bool, Invalid> {
        if self.peek() != Some(open) || self.depth >= MAX_DEPTH {
            return Err(Invalid);
        }
        self.offset += 1;
        self.skip_space();
        if self.peek() == Some(close) {
            self.offset += 1;
            return Ok(false);
        }
        self.depth += 1;
        Ok(true)
    }

    /// Reads a comma or a closing bracket; returns whether it was a comma.
    #[inline]
    pub(crate) fn more(&mut self, close: u8) -> Result<bool, Invalid> {
        self.skip_space();
        match self.peek() {
            Some(b',') => {
                self.offset += 1;
                self.skip_space();
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.offset += 1;
                self.depth -= 1;
                Ok(false)
            }
            _ => Err(Invalid),
        }
    }

    /// Reads a name and its colon.
    pub(crate) fn name(&mut self) -> Result<Cow<'t, str>, Invalid> {
        let name = match self.short_plain_string() {
            Some(name) => Cow::Borrowed(name),
            None => self.escaped_string().map(Cow::Owned)?,
        };
        self.colon()?;
        Ok(name)
    }

    /// Reads a colon.
    #[inline]
    fn colon(&mut self) -> Result<(), Invalid> {
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(Invalid);
        }
        self.offset += 1;
        self.skip_space();
        Ok(())
    }

    /// Reads a string, borrowed where it has no escapes.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'t, str>, Invalid> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// The same, never borrowed.
    #[inline]
    pub(crate) fn owned_string(&mut self) -> Result<String, Invalid> {
        match self.plain_string() {
            Some(text) => Ok(text.to_owned()),
            None => self.escaped_string(),
        }
    }

    /// Reads a string without escapes; of anything else nothing is read.
    fn plain_string(&mut self) -> Option<&'t str> {
        self.string_of_length(plain_length)
    }

    /// The same, faster for few characters.
    pub(crate) fn short_plain_string(&mut self) -> Option<&'t str> {
        self.string_of_length(short_plain_length)
    }

    #[inline]
    fn string_of_length(&mut self, plain_length: impl Fn(&[u8]) -> usize) -> Option<&'t str> {
        let [b'"', content @ ..] = self.rest() else {
            return None;
        };
        let length = plain_length(content);
        if content.get(length) != Some(&b'"') {
            return None;
        }
        let start = self.offset + 1;
        let text = self.text.get(start..start + length)?;
        self.offset = start + length + 1;
        Some(text)
    }

    /// Reads a string that may have escapes.
    #[cold]
    fn escaped_string(&mut self) -> Result<String, Invalid> {
        let mut end = self.clone();
        end.skip_string()?;
        // The content is never longer than what it is written with.
        let mut content = String::with_capacity(end.offset - self.offset - 2);
        self.offset += 1;
        loop {
            content.push_str(self.take(plain_length(self.rest()))?);
            if self.peek() != Some(b'\\') {
                self.offset = end.offset;
                return Ok(content);
            }
            let (character, length) = unescape(self.rest()).map_err(|_| Invalid)?;
            content.push(character);
            self.offset += length;
        }
    }

    /// Skips a string.
    fn skip_string(&mut self) -> Result<(), Invalid> {
        if self.peek() != Some(b'"') {
            return Err(Invalid);
        }
        self.offset += 1;
        loop {
            self.offset += plain_length(self.rest());
            match self.peek() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.offset += unescape(self.rest()).map_err(|_| Invalid)?.1;
                }
                _ => return Err(Invalid),
            }
        }
    }

    /// Reads `true` or `false`.
    #[inline]
    pub(crate) fn boolean(&mut self) -> Result<bool, Invalid> {
        match self.peek() {
            Some(b't') => self.word(b"true").map(|()| true),
            _ => self.word(b"false").map(|()| false),
        }
    }

    /// Reads `null`.
    pub(crate) fn null(&mut self) -> Result<(), Invalid> {
        self.word(b"null")
    }

    #[inline]
    fn word<const N: usize>(&mut self, word: &[u8; N]) -> Result<(), Invalid> {
        if self.rest().first_chunk() != Some(word) {
            return Err(Invalid);
        }
        self.offset += N;
        Ok(())
    }

    /// Reads a value of any kind as its text.
    pub(crate) fn raw(&mut self) -> Result<Raw<'t>, Invalid> {
        let (start, spaced) = (self.offset, self.spaced);
        self.spaced = false;
        self.skip_value()?;
        let text = self.text.get(start..self.offset).ok_or(Invalid)?;
        let raw = Raw {
            text,
            spaced: self.spaced,
        };
        self.spaced = spaced;
        Ok(raw)
    }

    /// Skips a value of any kind, without recursion.
    fn skip_value(&mut self) -> Result<(), Invalid> {
        let outer = self.depth;
        // A bit for each open level, the innermost as the lowest: whether it is an object.
        let mut objects = 0_u128;
        loop {
            match self.peek() {
                Some(b'"') => self.skip_string()?,
                Some(b'{') => {
                    if self.open(b'{', b'}')? {
                        objects = objects << 1 | 1;
                        self.skip_name()?;
                        continue;
                    }
                }
                Some(b'[') => {
                    if self.open(b'[', b']')? {
                        objects <<= 1;
                        continue;
                    }
                }
                Some(b't' | b'f') => self.boolean().map(|_| ())?,
                Some(b'n') => self.null()?,
                _ => self.number().map(|_| ())?,
            }
            loop {
                if self.depth == outer {
                    return Ok(());
                }
                let object = objects & 1 == 1;
                if self.more(if object { b'}' } else { b']' })? {
                    if object {
                        self.skip_name()?;
                    }
                    break;
                }
                objects >>= 1;
            }
        }
    }

    fn skip_name(&mut self) -> Result<(), Invalid> {
        self.skip_string()?;
        self.colon()
    }
}
