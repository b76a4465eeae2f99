//! Batches of newline-delimited JSON.

use std::io::{self, BufRead, BufReader, Read};

use arrow_array::{RecordBatch, cast::AsArray};
use iot_jobs::{
    Error,
    types::{Job, JobSummary},
};
use iot_jobs_arrow::batches;

/// What the iteration gives: the identifiers in each batch, and the line of each error.
fn outcome(batches: impl Iterator<Item = Result<RecordBatch, Error>>) -> Vec<String> {
    let text = |batch: Result<RecordBatch, Error>| match batch {
        Ok(batch) => {
            let ids = batch.column_by_name("job_id").unwrap().as_string::<i32>();
            ids.iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Err(error) if error.is_io() => "failure".to_owned(),
        Err(error) => format!("line {}", error.line().unwrap()),
    };
    batches.map(text).collect()
}

#[test]
fn bad_lines_between_batches() {
    for (lines, rows, expected) in [
        (&["a", "b", "c"][..], 2, &["a b", "c"][..]),
        (&["a", "b", "c", "d"], 2, &["a b", "c d"]),
        (&["a", "!", "b", "c"], 2, &["line 2", "a b", "c"]),
        (&["!", "!"], 2, &["line 1", "line 2"]),
        (&["a", "b", "!"], 2, &["a b", "line 3"]),
        (&["a", "", "b"], 8192, &["a b"]),
        // At least one row.
        (&["a", "b"], 0, &["a", "b"]),
        (&[], 1, &[]),
    ] {
        let text: String = lines
            .iter()
            .map(|id| match *id {
                "!" => "{\"jobId\": 1}\n".to_owned(),
                "" => "\n".to_owned(),
                id => format!("{{\"jobId\": \"{id}\"}}\n"),
            })
            .collect();
        let batches = batches::<JobSummary, _>(text.as_bytes()).rows(rows);
        assert_eq!(outcome(batches), expected, "{lines:?} in batches of {rows}");
    }
}

#[test]
fn number_of_rows_without_a_setting() {
    let text = "{}\n".repeat(8193);
    let rows = batches::<JobSummary, _>(text.as_bytes()).map(|batch| batch.unwrap().num_rows());
    assert_eq!(rows.collect::<Vec<_>>(), [8192, 1]);
}

#[test]
fn line_beyond_the_limit() {
    let text = "{\"jobId\": \"a\"}\n{\"jobId\": \"too long for it\"}\n{\"jobId\": \"c\"}";
    let batches = batches::<JobSummary, _>(text.as_bytes()).max_line_bytes(16);
    assert_eq!(outcome(batches), ["line 2", "a c"]);
}

/// Fails after the first bytes.
struct Failing<'a>(&'a [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the connection was closed")),
            read => Ok(read),
        }
    }
}

#[test]
fn rows_before_a_failure_are_in_the_last_batch() {
    let reader = BufReader::new(Failing(b"{\"jobId\": \"a\"}\n{\"jobId\": \"b\"}\n{\"jo"));
    let mut batches = batches::<JobSummary, _>(reader);
    assert_eq!(outcome(&mut batches), ["failure", "a b"]);
    assert!(batches.next().is_none());
}

#[test]
fn position_and_schema() {
    let mut batches = batches::<JobSummary, _>("{}\n\n{}\n{}".as_bytes()).rows(2);
    assert_eq!(batches.line_number(), 0);
    let batch = batches.next().unwrap().unwrap();
    assert_eq!(batch.schema(), *batches.schema());
    assert_eq!(batches.line_number(), 3);
}

/// A line with a description of this length.
fn line(id: &str, length: usize) -> String {
    format!(
        "{{\"jobId\": \"{id}\", \"description\": \"{}\"}}\n",
        "x".repeat(length)
    )
}

#[test]
fn batch_without_room_for_more_text() {
    const MIB: usize = 1 << 20;
    let text = line("a", 5 * MIB) + &line("b", 3 * MIB) + &line("c", 1) + &line("d", 1);
    let batches = batches::<Job, _>(text.as_bytes()).max_line_bytes(6 * MIB);
    assert_eq!(outcome(batches), ["a b", "c d"]);
    // The limit of lines is that of a batch, too, if it is higher.
    let text = line("a", 9 * MIB) + &line("b", 1);
    let batches = iot_jobs_arrow::batches::<Job, _>(text.as_bytes()).max_line_bytes(10 * MIB);
    assert_eq!(outcome(batches), ["a b"]);
}

/// An endless input, read as long as batches are requested.
struct Endless(u64);

impl Read for Endless {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("it is read by its buffer")
    }
}

impl BufRead for Endless {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(b"{\"jobId\": \"a\"}\n")
    }

    fn consume(&mut self, _: usize) {
        self.0 += 1;
    }
}

#[test]
fn no_more_lines_are_read_than_a_batch_has() {
    let mut batches = batches::<JobSummary, _>(Endless(0)).rows(100);
    for batch in 1..=3 {
        assert_eq!(batches.next().unwrap().unwrap().num_rows(), 100);
        assert_eq!(batches.line_number(), batch * 100);
    }
}
