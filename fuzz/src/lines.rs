//! Newline-delimited JSON.

use std::io::BufReader;

use iot_jobs::{Error, codec, types::JobSummary};

/// Compares the reader with decoding each line separately, and chunks with the reader.
pub fn check(data: &[u8], max_line_bytes: usize, buffer_bytes: usize) {
    check_lines(data, max_line_bytes, buffer_bytes);
    for chunk_bytes in [buffer_bytes, 32, 256] {
        check_chunks(data, max_line_bytes, chunk_bytes);
    }
}

fn check_lines(data: &[u8], max_line_bytes: usize, buffer_bytes: usize) {
    let reader = BufReader::with_capacity(buffer_bytes, data);
    let mut lines = codec::lines::<JobSummary, _>(reader).max_line_bytes(max_line_bytes);
    let mut expected = data.split(|byte| *byte == b'\n').collect::<Vec<_>>();
    // Text after the last line break is a line only if it is not empty.
    if expected.last().is_some_and(|last| last.is_empty()) {
        expected.pop();
    }
    for (index, line) in expected.iter().enumerate() {
        if line.len() > max_line_bytes {
            let error = lines.next().expect("an item").expect_err("too long a line");
            assert!(error.is_limit());
            assert_eq!(error.line(), Some(index + 1));
        } else if !is_blank(line) {
            let item = lines.next().expect("an item");
            match codec::from_slice::<JobSummary>(line) {
                Ok(value) => assert_eq!(item.expect("a line that decodes alone"), value),
                Err(alone) => {
                    let error = item.expect_err("a line that does not decode alone");
                    assert_eq!(error.line(), Some(index + 1));
                    assert_eq!(error.column(), alone.column());
                    assert_eq!(
                        (error.path(), error.message()),
                        (alone.path(), alone.message())
                    );
                }
            }
        }
        assert!(lines.line_number() <= index + 1);
    }
    assert!(lines.next().is_none());
    assert_eq!(lines.line_number(), expected.len());
}

/// The lines of all chunks, and the size of chunks.
fn check_chunks(data: &[u8], max_line_bytes: usize, chunk_bytes: usize) {
    let mut expected = codec::lines::<JobSummary, _>(data).max_line_bytes(max_line_bytes);
    let mut lines_before = 0;
    let chunks = codec::chunks(data)
        .chunk_bytes(chunk_bytes)
        .max_line_bytes(max_line_bytes);
    for chunk in chunks {
        let chunk = chunk.expect("memory does not fail");
        assert_eq!(chunk.lines_before(), lines_before);
        let mut lines = chunk.lines::<JobSummary>();
        for line in lines.by_ref() {
            let expected = expected.next().expect("a line");
            assert_eq!(shown(line), shown(expected));
        }
        assert!(lines.line_number() > lines_before);
        lines_before = lines.line_number();
    }
    assert!(expected.next().is_none());
    assert_eq!(expected.line_number(), lines_before);
}

/// A line's value, or what its error says with the position.
fn shown(line: Result<JobSummary, Error>) -> Result<JobSummary, (String, bool)> {
    line.map_err(|error| (error.to_string(), error.is_limit()))
}

/// A line of JSON's white space alone, which has no form feed.
fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| b" \t\r".contains(byte))
}
