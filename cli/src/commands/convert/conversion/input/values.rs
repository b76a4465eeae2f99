//! The values of arrays, of pages, and those one after another.

use std::{
    io::{self, BufRead},
    mem,
};

use super::{
    pages::Pages,
    piece::{RowState, Values},
    scanner::{Position, Scanner},
};

/// The size of the texts that are passed to other threads.
const PIECE_BYTES: usize = 1 << 18;

/// How much is kept of a value that is not the list that a page should have.
const NOT_LIST_BYTES: usize = 4096;

/// What the scanner is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Neither an array nor a page.
    Top,
    /// An array; `first` before its first value.
    Array { first: bool, in_page: bool },
    /// A page, after its opening brace or a member.
    Page { first: bool, has_list: bool },
}

/// Reads the values of a text.
pub(super) struct ValueReader<'p, R> {
    scanner: Scanner<R>,
    /// What the objects are, unless they are values.
    pages: Option<&'p Pages>,
    max_value_bytes: usize,
    place: Place,
    /// Where the last page starts.
    page_start: Position,
    values: Values,
}

impl<'p, R: BufRead> ValueReader<'p, R> {
    pub(super) fn new(reader: R, pages: Option<&'p Pages>, max_value_bytes: usize) -> Self {
        let scanner = Scanner::new(reader);
        Self {
            pages,
            max_value_bytes,
            place: Place::Top,
            page_start: scanner.position(),
            scanner,
            values: Values::default(),
        }
    }

    /// The next values; `None` at the end of the text.
    pub(super) fn next(&mut self) -> io::Result<Option<Values>> {
        while self.values.text.len() < PIECE_BYTES && self.values.ends.len() < PIECE_BYTES / 8 {
            let Some(next) = self.scanner.peek()? else {
                return match self.place {
                    Place::Top if self.values.ends.is_empty() => Ok(None),
                    Place::Top => Ok(Some(mem::take(&mut self.values))),
                    Place::Array { .. } => {
                        Err(self.scanner.error("the input ends inside an array"))
                    }
                    Place::Page { .. } => {
                        Err(self.scanner.error("the input ends inside an object"))
                    }
                };
            };
            self.step(next)?;
        }
        Ok(Some(mem::take(&mut self.values)))
    }

    fn step(&mut self, next: u8) -> io::Result<()> {
        match (self.place, next) {
            (Place::Top, b'[') => {
                self.scanner.bump();
                self.place = Place::Array {
                    first: true,
                    in_page: false,
                };
            }
            (Place::Top, b'{') if self.pages.is_some() => {
                self.page_start = self.scanner.position();
                self.scanner.record(self.max_value_bytes);
                self.scanner.bump();
                self.place = Place::Page {
                    first: true,
                    has_list: false,
                };
            }
            (Place::Top, b'{') => self.value()?,
            (Place::Top, _) => return Err(self.scanner.error("expected an object or an array")),
            (Place::Array { in_page, .. }, b']') => {
                self.scanner.bump();
                self.place = if in_page {
                    Place::Page {
                        first: false,
                        has_list: true,
                    }
                } else {
                    Place::Top
                };
            }
            (Place::Array { first, in_page }, _) => {
                if !first {
                    self.comma(next, "expected `,` or `]` after a value of an array")?;
                }
                self.place = Place::Array {
                    first: false,
                    in_page,
                };
                self.value()?;
            }
            (Place::Page { has_list, .. }, b'}') => {
                self.scanner.bump();
                self.place = Place::Top;
                if !has_list {
                    self.no_list();
                }
            }
            (Place::Page { first, has_list }, _) => {
                if !first {
                    self.comma(next, "expected `,` or `}` after a member")?;
                }
                self.member(has_list)?;
            }
        }
        Ok(())
    }

    /// Reads the comma before a value.
    fn comma(&mut self, next: u8, expected: &str) -> io::Result<()> {
        if next != b',' {
            return Err(self.scanner.error(expected));
        }
        self.scanner.bump();
        match self.scanner.peek()? {
            Some(b']' | b'}') => Err(self.scanner.error("expected a value after the comma")),
            _ => Ok(()),
        }
    }

    /// Reads a value that is a row.
    fn value(&mut self) -> io::Result<()> {
        let Position { line, column } = self.scanner.position();
        let complete = self
            .scanner
            .value(&mut self.values.text, self.max_value_bytes)?;
        self.values.add(line, column, RowState::of(complete));
        Ok(())
    }

    /// Reads a member of a page, of which the values are read later if it is the list.
    fn member(&mut self, has_list: bool) -> io::Result<()> {
        const MAX_NAME_BYTES: usize = 256;
        if self.scanner.peek()? != Some(b'"') {
            return Err(self.scanner.error("expected the name of a member"));
        }
        let mut name = Vec::new();
        self.scanner.value(&mut name, MAX_NAME_BYTES)?;
        if self.scanner.peek()? != Some(b':') {
            return Err(self
                .scanner
                .error("expected `:` after the name of a member"));
        }
        self.scanner.bump();
        let name = name
            .trim_ascii()
            .strip_prefix(b"\"")
            .and_then(|it| it.strip_suffix(b"\""));
        let list = name.and_then(|name| self.pages?.list(name));
        if list.is_some() {
            self.scanner.end_recording();
        }
        match (list, self.scanner.peek()?) {
            (Some(_), Some(b'[')) => {
                self.scanner.bump();
                self.place = Place::Array {
                    first: true,
                    in_page: true,
                };
                return Ok(());
            }
            (Some(list), _) => self.not_list(list)?,
            (None, _) => {
                self.scanner.value(&mut Vec::new(), 0)?;
            }
        }
        self.place = Place::Page {
            first: false,
            has_list: has_list || list.is_some(),
        };
        Ok(())
    }

    /// Adds an object in place of a page as an error, unless it is a page without values.
    fn no_list(&mut self) {
        let (Some(pages), Some(object)) = (self.pages, self.scanner.end_recording()) else {
            return;
        };
        let Position { line, column } = self.page_start;
        let state = if !object.complete {
            RowState::TooLong
        } else if pages.is_empty(&object.text) {
            return;
        } else {
            RowState::NoList(pages.lists.first().copied().unwrap_or_default())
        };
        self.values.text.extend(object.text);
        self.values.add(line, column, state);
    }

    /// Reads what a page has in place of a list: null, or an error.
    fn not_list(&mut self, list: &'static str) -> io::Result<()> {
        let Position { line, column } = self.scanner.position();
        let text = &mut self.values.text;
        let start = text.len();
        self.scanner.value(text, NOT_LIST_BYTES)?;
        if text.get(start..).is_some_and(|text| text == b"null") {
            text.truncate(start);
        } else {
            self.values.add(line, column, RowState::NotList(list));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::{Pages, RowState, ValueReader};

    /// The values with their positions, and the error at the end.
    fn read(text: &str, lists: &[&'static str]) -> (Vec<String>, Option<String>) {
        let mut read = Vec::new();
        let reader = BufReader::with_capacity(3, text.as_bytes());
        let pages = Pages {
            lists: lists.to_vec(),
            members: vec!["jobId"],
        };
        let pages = (!lists.is_empty()).then_some(&pages);
        let mut reader = ValueReader::new(reader, pages, 16);
        loop {
            match reader.next() {
                Ok(Some(values)) => values.for_each(|row| {
                    let json = String::from_utf8_lossy(row.json);
                    let cut = match row.state {
                        RowState::Complete => "",
                        RowState::TooLong => "…",
                        RowState::NotList(_) => " is not a list",
                        RowState::NoList(_) => " has no list",
                    };
                    read.push(format!("{}:{} {json}{cut}", row.line, row.column));
                }),
                Ok(None) => return (read, None),
                Err(error) => return (read, Some(error.to_string())),
            }
        }
    }

    #[test]
    fn values_are_those_of_arrays_and_pages() {
        for (text, lists, values) in [
            ("", &[][..], &[][..]),
            ("[]", &[], &[]),
            ("[{}]", &[], &["1:2 {}"]),
            (
                "[\n  {\"a\": 1},\n  2\n]\n[null]",
                &[],
                &["2:3 {\"a\": 1}", "3:3 2", "5:2 null"],
            ),
            (
                "{\n\"a\": [1]\n}\n{}",
                &[],
                &["1:1 {\n\"a\": [1]\n}", "4:1 {}"],
            ),
            (
                "[\"12345678901234567890\", 2]",
                &[],
                &["1:2 \"123456789012345…", "1:26 2"],
            ),
            ("{\"list\": []}", &["list"], &[]),
            ("{\"list\": null}", &["list"], &[]),
            (
                "{\"list\": [1], \"next\": 2}{\"list\": {\"a\": 3}}\n{\"list\": 4}",
                &["list"],
                &[
                    "1:11 1",
                    "1:34 {\"a\": 3} is not a list",
                    "2:10 4 is not a list",
                ],
            ),
            (
                "{\"o\": {\"list\": [1]}, \"list\": [2, {}], \"nextToken\": \"}\"}\n{\"list\":[3]}",
                &["list"],
                &["1:31 2", "1:34 {}", "2:10 3"],
            ),
            (
                "{\"list\":[1]}{}\n{\"next\":null}{\"nextToken\":7}{\"list\":[2]}",
                &["list"],
                &["1:10 1", "2:38 2"],
            ),
            (
                "{\"list\":[1]}\n {\"jobId\" :1}{\"list\":[2]} {\"jobId\": \"123\" }",
                &["list"],
                &[
                    "1:10 1",
                    "2:2 {\"jobId\" :1} has no list",
                    "2:23 2",
                    "2:27 {\"jobId\": \"123\" …",
                ],
            ),
        ] {
            let values = values.iter().map(|&it| it.to_owned()).collect();
            assert_eq!(read(text, lists), (values, None), "{text}");
        }
    }

    #[test]
    fn errors_have_their_position() {
        for (text, lists, error) in [
            (
                "[1",
                &[][..],
                "line 1, column 3: the input ends inside an array",
            ),
            (
                "[1 2]",
                &[],
                "line 1, column 4: expected `,` or `]` after a value of an array",
            ),
            (
                "[1,\n]",
                &[],
                "line 2, column 1: expected a value after the comma",
            ),
            (
                "[{\"a\": ",
                &[],
                "line 1, column 8: the input ends inside a value",
            ),
            (
                "[] x",
                &[],
                "line 1, column 4: expected an object or an array",
            ),
            (
                "{\"list\": []",
                &["list"],
                "line 1, column 12: the input ends inside an object",
            ),
            (
                "{\"list\" []}",
                &["list"],
                "line 1, column 9: expected `:` after the name of a member",
            ),
            (
                "{\"list\": [] 1}",
                &["list"],
                "line 1, column 13: expected `,` or `}` after a member",
            ),
            (
                "{1: 2}",
                &["list"],
                "line 1, column 2: expected the name of a member",
            ),
        ] {
            assert_eq!(read(text, lists).1.as_deref(), Some(error), "{text}");
        }
    }
}
