//! Newline-delimited JSON: a line that does not decode is an error, and reading continues after it.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use iot_jobs::{Error, catalog, codec, types::JobSummary};
use proptest::{prelude::*, sample::select};

/// A line's result: the job's name, or `line:column message`.
fn shown(result: Result<JobSummary, Error>) -> String {
    match result {
        Ok(job) => job.job_id().unwrap_or("(none)").to_owned(),
        Err(error) if error.is_io() => error.to_string(),
        Err(error) => format!(
            "{}:{} {}",
            error.line().unwrap(),
            error.column().unwrap(),
            error.message()
        ),
    }
}

/// The results of all lines.
fn read(reader: impl BufRead, cap: Option<usize>) -> Vec<String> {
    let mut lines = codec::lines::<JobSummary, _>(reader);
    if let Some(cap) = cap {
        lines = lines.max_line_bytes(cap);
    }
    // No input here has that many lines; a reader that fails every time must not be read without end.
    lines.take(100).map(shown).collect()
}

/// The results of all lines, read in chunks.
fn read_chunks(reader: impl Read, cap: Option<usize>, chunk_bytes: usize) -> Vec<String> {
    let mut chunks = codec::chunks(reader).chunk_bytes(chunk_bytes);
    if let Some(cap) = cap {
        chunks = chunks.max_line_bytes(cap);
    }
    let mut read = Vec::new();
    let mut number = 0;
    for chunk in chunks.take(100) {
        match chunk {
            Ok(chunk) => {
                assert_eq!(chunk.lines_before(), number);
                let mut lines = chunk.lines();
                read.extend(lines.by_ref().map(shown));
                number = lines.line_number();
            }
            Err(error) => read.push(shown(Err(error))),
        }
    }
    read
}

/// The same whatever the size of the reader's buffer and of chunks.
#[track_caller]
fn gives(input: impl AsRef<[u8]>, cap: Option<usize>, expected: &[&str]) {
    for capacity in [1, 2, 7, 8192] {
        let reader = BufReader::with_capacity(capacity, input.as_ref());
        assert_eq!(read(reader, cap), expected, "buffer of {capacity}");
        let chunks = read_chunks(input.as_ref(), cap, capacity);
        assert_eq!(chunks, expected, "chunks of {capacity}");
    }
    assert_eq!(read(input.as_ref(), cap), expected);
}

#[test]
fn each_line_is_a_value() {
    gives("", None, &[]);
    gives("\n", None, &[]);
    gives("{\"jobId\":\"a\"}\n{\"jobId\":\"b\"}\n", None, &["a", "b"]);
    gives("{\"jobId\":\"a\"}\n{\"jobId\":\"b\"}", None, &["a", "b"]);
    gives(
        "{\"jobId\":\"a\"}\r\n{\"jobId\":\"b\"}\r\n",
        None,
        &["a", "b"],
    );
    gives(
        "{\"jobId\":\"a\"}\r\n{\"jobId\":\"b\"}\r",
        None,
        &["a", "b"],
    );
    gives("  {\"jobId\":\t\"é\\nb\"}  \n", None, &["é\nb"]);
}

#[test]
fn blank_lines_are_passed_over_and_counted() {
    let input = "\n\r\n \t\n{\"jobId\":\"a\"}\n\n\n{\"jobId\":1}\n\n{\"jobId\":\"c\"}\n\n  ";
    gives(
        input,
        None,
        &["a", "7:10 expected a string, found number 1", "c"],
    );
    // Only white space of JSON is blank.
    gives("\u{a0}\n", None, &["1:1 expected a JSON value"]);
    gives(" \u{c}\n", None, &["1:2 expected a JSON value"]);
}

#[test]
fn bad_lines_do_not_end_the_reading() {
    let input = b"{\"jobId\":\"a\"}\n{\"jobId\":\n[]\n\xff\n{} {}\n{\"jobId\":\"\xc3\xa9\",\"status\":2}\r\n\"\n}\n{\"jobId\":\"z\"}";
    gives(
        input,
        None,
        &[
            "a",
            "2:10 the input ends while parsing a value",
            "3:1 expected an object, found an array",
            "4:1 invalid UTF-8",
            "5:4 found more text after the JSON value",
            "6:23 expected an enum value (string), found number 2",
            "7:2 the input ends while parsing a string",
            "8:1 expected a JSON value",
            "z",
        ],
    );
}

#[test]
fn lines_may_be_as_long_as_the_cap() {
    let line = |length: usize| format!("{{\"jobId\":\"{}\"}}", "x".repeat(length - 12));
    let x = |length: usize| "x".repeat(length - 12);
    let long =
        |number: usize, cap: usize| format!("{number}:1 the line is longer than {cap} bytes");
    for end in ["\n", ""] {
        gives(format!("{}{end}", line(20)), Some(20), &[&x(20)]);
        gives(format!("{}{end}", line(21)), Some(20), &[&long(1, 20)]);
        gives(format!("{}{end}", line(5000)), Some(20), &[&long(1, 20)]);
    }
    // A carriage return is part of the line; blank lines are lines too.
    gives(format!("{}\r\n", line(20)), Some(20), &[&long(1, 20)]);
    gives(format!("{}\n", " ".repeat(21)), Some(20), &[&long(1, 20)]);
    gives("{}\n", Some(0), &[&long(1, 0)]);
    gives("\n\n", Some(0), &[]);
    gives(line(20), Some(usize::MAX), &[&x(20)]);
    // Reading goes on behind a long line.
    let input = [line(20), line(21), line(19), line(300), line(22), line(18)].join("\n");
    gives(
        input,
        Some(20),
        &[
            &x(20),
            &long(2, 20),
            &x(19),
            &long(4, 20),
            &long(5, 20),
            &x(18),
        ],
    );
}

#[test]
fn the_cap_is_1_mib_unless_set() {
    let line = |length: usize| format!("{{\"jobId\":\"{}\"}}\n", "x".repeat(length - 12));
    let input = [line(1 << 20), line((1 << 20) + 1), line(13)].concat();
    let read = read(input.as_bytes(), None);
    assert_eq!(read[0].len(), (1 << 20) - 12);
    assert_eq!(
        read[1..],
        ["2:1 the line is longer than 1048576 bytes", "x"]
    );
}

#[test]
fn errors_of_the_cap_are_limits() {
    let mut lines = codec::lines::<JobSummary, _>(&b"{}\n{} \n{}"[..]).max_line_bytes(2);
    assert_eq!(lines.line_number(), 0);
    assert!(lines.next().unwrap().is_ok());
    let error = lines.next().unwrap().unwrap_err();
    assert!(error.is_limit() && !error.is_io());
    assert!(error.path().is_root());
    assert_eq!(lines.line_number(), 2);
    assert!(lines.next().unwrap().is_ok());
    assert!(lines.next().is_none());
    assert_eq!(lines.line_number(), 3);
}

/// Returns its text once, then an error, and would then return text again.
struct Failing(Option<Cursor<&'static [u8]>>);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(text) = &mut self.0 else {
            self.0 = Some(Cursor::new(b"{\"jobId\":\"never\"}\n"));
            return Err(io::Error::other("the connection is closed"));
        };
        let read = text.read(buffer)?;
        if read == 0 {
            self.0 = None;
            return self.read(buffer);
        }
        Ok(read)
    }
}

#[test]
fn a_failure_to_read_ends_it() {
    for text in [
        &b"{\"jobId\":\"a\"}\n{}x\n{\"jobId\":\"b\"}\n"[..],
        b"{\"jobId\":\"a\"}\n{}x\n{\"jobId\":\"b\"}\n{\"jobId\":\"half",
        b"{\"jobId\":\"a\"}\n{}x\n{\"jobId\":\"b\"}\n                                        ",
    ] {
        let reader = BufReader::new(Failing(Some(Cursor::new(text))));
        let expected = [
            "a",
            "2:3 found more text after the JSON value",
            "b",
            "the connection is closed",
        ];
        assert_eq!(read(reader, Some(30)), expected);
        for chunk_bytes in [1, 2, 3, 7, 8192] {
            let reader = Failing(Some(Cursor::new(text)));
            assert_eq!(read_chunks(reader, Some(30), chunk_bytes), expected);
        }
    }
}

/// Is interrupted by a signal before each text that it gives.
struct Signalled<'t>(&'t [&'t str], bool);

impl Read for Signalled<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let Some((text, rest)) = self.0.split_first() else {
            return Ok(0);
        };
        self.0 = rest;
        text.as_bytes().read(buffer)
    }
}

#[test]
fn an_interrupted_read_is_repeated() {
    let texts = ["{\"jobId\":\"a\"}\n", "{\"jobId\"", ":\"b\"}\n", "{}x"];
    let reader = BufReader::new(Signalled(&texts, false));
    let expected = ["a", "b", "3:3 found more text after the JSON value"];
    assert_eq!(read(reader, None), expected);
    for chunk_bytes in [1, 2, 3, 7, 8192] {
        let reader = BufReader::new(Signalled(&texts, false));
        assert_eq!(read_chunks(reader, None, chunk_bytes), expected);
    }
}

#[test]
fn lines_are_read_as_a_shape_of_the_catalog() {
    let entry = catalog::find_shape("JobSummary").unwrap();
    let lines = entry.lines(&b"{\"status\":\"X\",\"jobId\":\"a\"}\n[]\n{}"[..]);
    let texts: Vec<_> = lines
        .map(|value| {
            value
                .and_then(|value| value.to_json())
                .map_err(|error| error.line())
        })
        .collect();
    let first = r#"{"jobId":"a","status":"X"}"#.to_owned();
    assert_eq!(texts, [Ok(first), Err(Some(2)), Ok("{}".to_owned())]);
}

/// Returns at most this many bytes at a time; whether it fails at the end.
struct Pieces<'t>(&'t [u8], usize, bool);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(self.1);
        match self.0.read(&mut buffer[..length])? {
            0 if self.2 => Err(io::Error::other("no connection")),
            read => Ok(read),
        }
    }
}

/// Texts of which lines and parts of lines consist.
const PARTS: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "{}",
    "{\"jobId\":\"a\"}",
    "{\"jobId\":1}",
    "\u{e9}",
    "x",
    "0123456789",
];

proptest! {
    #[test]
    fn chunks_have_the_lines_of_the_whole(
        parts in prop::collection::vec(select(PARTS), 0..40),
        cap in 0..40_usize,
        chunk_bytes in 0..60_usize,
        piece in 1..20_usize,
        fails: bool,
    ) {
        let input = parts.concat();
        let reader = || Pieces(input.as_bytes(), piece, fails);
        let expected = read(BufReader::new(reader()), Some(cap));
        prop_assert_eq!(expected.last().is_some_and(|it| it == "no connection"), fails);
        prop_assert_eq!(read_chunks(reader(), Some(cap), chunk_bytes), expected);
    }
}

#[test]
fn a_chunk_has_the_text_of_its_lines() {
    for (chunk_bytes, texts) in [
        (1, &["{}\n", "\n", "{\"jobId\"\n", "{}"][..]),
        (64, &["{}\n\n{\"jobId\":\"a\"}\n{}"]),
    ] {
        let input: &[u8] = b"{}\n\n{\"jobId\":\"a\"}\n{}";
        let chunks = codec::chunks(input).chunk_bytes(chunk_bytes);
        let chunks = chunks.max_line_bytes(7).map(|chunk| chunk.unwrap());
        let read: Vec<_> = chunks
            .map(|chunk| String::from_utf8(chunk.text().to_vec()).unwrap())
            .collect();
        assert_eq!(read, texts, "chunks of {chunk_bytes}");
    }
}
