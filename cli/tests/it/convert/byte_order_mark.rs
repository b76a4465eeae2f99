//! Files that start with a byte order mark.

use std::{fs, io::Write};

use super::{CANONICAL, EXECUTIONS, convert, executions, names_in, ndjson};
use crate::run::{files, run_on};

#[test]
fn a_mark_of_utf_8_is_skipped() {
    let lines = format!("\u{feff}{}", ndjson(&EXECUTIONS));
    let array = format!("\u{feff}[{}]", EXECUTIONS.join(","));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(lines.as_bytes()).unwrap();
    for (content, options) in [
        (lines.as_bytes(), &[][..]),
        (lines.as_bytes(), &["--ndjson"]),
        (array.as_bytes(), &[]),
        (&gzip.finish().unwrap(), &[]),
    ] {
        let directory = files("convert-mark", &[]);
        fs::write(directory.join("in"), content).unwrap();
        fs::write(directory.join("empty"), "\u{feff}").unwrap();
        let arguments = [&["empty", "in", "-o", "out.parquet"], options].concat();
        let run = convert(&directory, &arguments);
        let summary = "out.parquet: 3 rows from 2 files\n";
        assert_eq!((run.stderr.as_str(), run.code), (summary, Some(0)));
        assert_eq!(executions(&directory.join("out.parquet")), CANONICAL);
    }
    let output = ["-", "-o-", "--format=csv", "--strict"];
    let run = run_on(
        "\u{feff}{\"Key\":\"k\"}\n",
        &[&["convert", "--as=Tag"], &output[..]].concat(),
    );
    assert_eq!(run.stdout, "key,value,unknown_members\nk,,\n");
}

#[test]
fn columns_are_counted_after_the_mark() {
    for (name, text) in [
        ("lines", "\u{feff}{\"jobId\":7}\n"),
        ("array", "\u{feff}[{},\n{\"jobId\":7}]"),
    ] {
        let directory = files("convert-mark-column", &[(name, text)]);
        let run = convert(&directory, &[name, "-o", "out.csv"]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        let errors = fs::read_to_string(directory.join("out.csv.errors.ndjson")).unwrap();
        let first = errors.lines().next().unwrap();
        let expected = match name {
            "lines" => {
                r#"{"file":"lines","line":1,"column":10,"path":"jobId","message":"expected a string, found number 7","text":"{\"jobId\":7}"}"#
            }
            _ => {
                r#"{"file":"array","line":1,"column":2,"path":"$","message":"an object without members","text":"{}"}"#
            }
        };
        assert_eq!(first, expected);
    }
}

#[test]
fn utf_16_is_refused() {
    for mark in [[0xff, 0xfe], [0xfe, 0xff]] {
        let directory = files("convert-utf-16", &[("good", "{\"jobId\":\"a\"}\n")]);
        let text = "{}\n{}\n".bytes().flat_map(|byte| [byte, 0]);
        let content: Vec<u8> = mark.into_iter().chain(text).collect();
        fs::write(directory.join("in"), content).unwrap();
        let run = convert(&directory, &["good", "in", "-o", "out.csv"]);
        let message = "error: cannot read in: it is UTF-16; convert it to UTF-8\n";
        assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
        assert_eq!(names_in(&directory), ["good", "in"]);
    }
}
