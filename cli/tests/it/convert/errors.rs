//! Values that do not decode.

use std::{fs, io::Write};

use super::{CANONICAL, EXECUTIONS, convert, executions, names_in, ndjson};
use crate::run::{files, run_in};

#[test]
fn a_bad_line_is_in_the_file_of_errors() {
    let [a, b, c] = EXECUTIONS;
    let text = ndjson(&[
        a,
        r#"{"jobId":7}"#,
        "",
        b,
        r#"{"jobId":"x","queuedAt":[]"#,
        c,
    ]);
    let directory = files("convert-bad", &[("in.ndjson", &text)]);
    let run = convert(&directory, &["in.ndjson", "-o", "out.parquet"]);
    let summary = "out.parquet: 3 rows from 1 file, 2 errors in out.parquet.errors.ndjson\n";
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str(), run.code),
        ("", summary, Some(1))
    );
    assert_eq!(executions(&directory.join("out.parquet")), CANONICAL);
    let errors = fs::read_to_string(directory.join("out.parquet.errors.ndjson")).unwrap();
    let rows = [
        r#"{"file":"in.ndjson","line":2,"column":10,"path":"jobId","message":"expected a string, found number 7","text":"{\"jobId\":7}"}"#,
        r#"{"file":"in.ndjson","line":5,"column":27,"path":"$","message":"the input ends while parsing an object","text":"{\"jobId\":\"x\",\"queuedAt\":[]"}"#,
    ];
    assert_eq!(errors.lines().collect::<Vec<_>>(), rows);
    assert_eq!(
        names_in(&directory),
        ["in.ndjson", "out.parquet", "out.parquet.errors.ndjson"]
    );
}

#[test]
fn a_bad_element_has_its_position_in_the_file() {
    let text = "[{\"jobId\":\"a\"}, {\"jobId\": 7},\n  {\n    \"jobId\": []}, 3]";
    let directory = files("convert-bad-element", &[("in.json", text)]);
    let run = convert(&directory, &["in.json", "-o", "out.csv", "--errors=bad"]);
    let summary = "out.csv: 1 row from 1 file, 3 errors in bad\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));
    let errors = fs::read_to_string(directory.join("bad")).unwrap();
    let places: Vec<_> = errors
        .lines()
        .map(|line| line.split(",\"message\"").next().unwrap())
        .collect();
    assert_eq!(
        places,
        [
            r#"{"file":"in.json","line":1,"column":27,"path":"jobId""#,
            r#"{"file":"in.json","line":3,"column":14,"path":"jobId""#,
            r#"{"file":"in.json","line":3,"column":19,"path":"$""#,
        ]
    );
}

#[test]
fn an_object_without_a_member_of_the_shape_is_an_error() {
    let page = r#"{"nextToken":"a","executionSummaries":[{"thingArn":"arn:1"}]}"#;
    let pending = r#"{"inProgressJobs":[{"jobId":"a"}],"queuedJobs":[{"jobId":"b"}]}"#;
    let describe = r#"{"execution":{"jobId":"a"}}"#;
    let both = format!("{}\n{page}\n", r#"{"jobId":"a"}"#);
    let pages = format!("[{page},{page}]");
    let long = format!(
        "{{\"a\":\"{}\",\"executionSummaries\":[{{\"thingArn\":\"a\"}}]}}",
        "x".repeat(70_000)
    );
    for (shape, text, rows, found) in [
        (
            "JobExecution",
            page,
            0,
            &["executionSummaries, nextToken"][..],
        ),
        ("JobExecution", describe, 0, &["execution"]),
        ("JobExecution", r#"{"new":1,"jobId":null}"#, 1, &[]),
        ("JobExecution", r#"{"nextToken":null}"#, 0, &["nextToken"]),
        ("JobExecution", &both, 1, &["executionSummaries, nextToken"]),
        (
            "JobExecutionSummaryForJob",
            &pages,
            0,
            &["executionSummaries, nextToken"; 2],
        ),
        ("JobExecutionSummaryForJob", &long, 1, &[]),
        (
            "device.JobExecutionSummary",
            pending,
            0,
            &["inProgressJobs, queuedJobs"],
        ),
        (
            "event.JobEvent",
            r#"{"name":"x","version":"1"}"#,
            0,
            &["name, version"],
        ),
    ] {
        let directory = files("convert-other-shape", &[("in", text)]);
        let run = run_in(&directory, &["convert", "--as", shape, "in", "-o", "o.csv"]);
        let rows = if rows == 1 { "1 row" } else { "0 rows" };
        let start = format!("o.csv: {rows} from 1 file");
        assert!(run.stderr.starts_with(&start), "{text}: {}", run.stderr);
        assert_eq!(run.code, Some(i32::from(!found.is_empty())), "{text}");
        let errors = fs::read_to_string(directory.join("o.csv.errors.ndjson"));
        let errors = errors.unwrap_or_default();
        assert_eq!(errors.lines().count(), found.len(), "{text}");
        for (error, names) in errors.lines().zip(found) {
            let message = format!(
                "\"path\":\"$\",\"message\":\"no member of {shape}: found {names}; is it a page or another shape?\""
            );
            assert!(error.contains(&message), "{error}");
        }
    }
}

#[test]
fn a_strict_run_ends_at_the_first_error() {
    let valid = "{\"jobId\":\"a\"}\n".repeat(100_000);
    let text = format!("{valid}{{\"jobId\":7}}\n{valid}{{\"jobId\":8}}\n");
    let directory = files("convert-strict", &[("in.ndjson", &text)]);
    for threads in ["1", "3"] {
        let run = convert(
            &directory,
            &[
                "in.ndjson",
                "--strict",
                "-o",
                "out.csv",
                "--threads",
                threads,
            ],
        );
        let message = "error: in.ndjson:100001:10: jobId: expected a string, found number 7\n";
        assert_eq!((run.stderr.as_str(), run.code), (message, Some(1)));
        assert_eq!(names_in(&directory), ["in.ndjson"]);
    }
}

#[test]
fn a_value_that_is_too_long_is_an_error() {
    let long = "x".repeat(5000);
    let lines = format!("{{\"jobId\":\"{long}\"}}\n{{\"jobId\":\"a\"}}\n");
    let array = format!("[{{\"jobId\":\"{long}\"}},\n{{\"jobId\":\"a\"}}]");
    for (name, text) in [("in.ndjson", &lines), ("in.json", &array)] {
        let directory = files("convert-long", &[(name, text)]);
        let run = convert(&directory, &[name, "--max-size=4K", "-o", "out.parquet"]);
        let summary = "out.parquet: 1 row from 1 file, 1 error in out.parquet.errors.ndjson\n";
        assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));
        let errors = fs::read_to_string(directory.join("out.parquet.errors.ndjson")).unwrap();
        let reason = r#""message":"the value has more than 4096 bytes; --max-size raises the limit","text":"{\"jobId\":\"xxx"#;
        assert!(errors.contains(reason) && errors.len() < 4500, "{errors}");
    }
}

#[test]
fn many_bad_lines_are_all_reported_in_order() {
    let lines: Vec<_> = (0..60_000)
        .map(|index| format!("{{\"jobId\":{index},\"n\":\"{}\"}}\n", "x".repeat(200)))
        .collect();
    let text = lines.concat();
    let directory = files("convert-all-bad", &[("in.ndjson", &text)]);
    let run = convert(&directory, &["in.ndjson", "-o", "out.csv", "--threads=2"]);
    let summary = "out.csv: 0 rows from 1 file, 60000 errors in out.csv.errors.ndjson\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));
    let errors = fs::read_to_string(directory.join("out.csv.errors.ndjson")).unwrap();
    for (index, row) in errors.lines().enumerate() {
        let start = format!("{{\"file\":\"in.ndjson\",\"line\":{},", index + 1);
        assert!(row.starts_with(&start), "{row}");
    }
    assert_eq!(errors.lines().count(), 60_000);
}

#[test]
fn a_file_that_cannot_be_read_to_its_end_leaves_nothing() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(ndjson(&EXECUTIONS).as_bytes()).unwrap();
    let mut gzip = gzip.finish().unwrap();
    gzip.truncate(gzip.len() - 4);
    let mut zstd = zstd::encode_all(&*"{}\n".repeat(1_000_000).into_bytes(), 1).unwrap();
    zstd.truncate(zstd.len() / 2);
    let length = ndjson(&EXECUTIONS).len();
    let gzip_error = format!("the gzip stream ends too early, after {length} bytes of text");
    for (content, reason) in [
        (&gzip[..], gzip_error.as_str()),
        (&zstd, "the zstd stream ends too early, after "),
        (
            b"[{}, {}",
            "line 1, column 8: the input ends inside an array",
        ),
        (
            b"[{} {}]",
            "line 1, column 5: expected `,` or `]` after a value of an array",
        ),
    ] {
        let directory = files("convert-truncated", &[("good.ndjson", "{}\n")]);
        fs::write(directory.join("in"), content).unwrap();
        let run = convert(&directory, &["good.ndjson", "in", "-o", "out.parquet"]);
        let message = format!("error: cannot read in: {reason}");
        assert!(
            run.stderr.starts_with(&message) && run.stderr.lines().count() == 1,
            "{}",
            run.stderr
        );
        assert_eq!(run.code, Some(2));
        assert_eq!(names_in(&directory), ["good.ndjson", "in"]);
    }
    let directory = files("convert-missing", &[]);
    let run = convert(&directory, &["missing", "-o", "out.parquet"]);
    assert_eq!(
        (run.stderr.as_str(), run.code),
        (
            "error: cannot read missing: No such file or directory\n",
            Some(2)
        )
    );
    assert_eq!(names_in(&directory), [""; 0]);
}
