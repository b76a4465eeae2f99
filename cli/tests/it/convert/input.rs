//! The forms of input.

use std::{fs, io::Write};

use super::{CANONICAL, EXECUTIONS, batches, convert, executions, ndjson, values_of};
use crate::run::{files, run_in, run_on};

#[test]
fn every_form_of_input_gives_the_same_rows() {
    let lines = ndjson(&EXECUTIONS);
    let array = format!("[\n  {}\n]\n", EXECUTIONS.join(",\n  "));
    let indented = EXECUTIONS.map(|json| json.replace(",\"", ",\n  \"").replacen('{', "{\n  ", 1));
    for (name, text) in [
        ("lines", lines.clone()),
        ("no-end", lines.trim_end().to_owned()),
        (
            "blank-lines",
            format!("\n\r\n{}\n \n", lines.replace('\n', "\r\n")),
        ),
        ("array", array.clone()),
        ("one-line-array", array.replace('\n', " ")),
        (
            "arrays",
            format!(
                "[{}]\n[]\n[{},\n{}]",
                EXECUTIONS[0], EXECUTIONS[1], EXECUTIONS[2]
            ),
        ),
        ("indented", indented.join("\n")),
        // Amazon Data Firehose writes records as they are, without line ends.
        ("joined", EXECUTIONS.concat()),
        ("joined-with-blanks", EXECUTIONS.join(" ") + "\n"),
        (
            "joined-on-several-lines",
            format!("{}{}\n{}\n", EXECUTIONS[0], EXECUTIONS[1], EXECUTIONS[2]),
        ),
    ] {
        let directory = files("convert-form", &[(name, &text)]);
        let run = convert(&directory, &[name, "-o", "out.parquet"]);
        assert_eq!(run.stderr, "out.parquet: 3 rows from 1 file\n", "{name}");
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(0)), "{name}");
        assert_eq!(
            executions(&directory.join("out.parquet")),
            CANONICAL,
            "{name}"
        );
    }
}

#[test]
fn an_object_longer_than_what_is_read_ahead_is_one_of_several() {
    let long = format!("{{\"jobId\":\"{}\"}}", "x".repeat(200_000));
    for (name, separator) in [("joined", ""), ("lines", "\n")] {
        let text = [long.as_str(), r#"{"jobId":"b"}"#, &long].join(separator);
        let directory = files("convert-long-object", &[(name, &text)]);
        let run = convert(&directory, &[name, "-o", "out.parquet"]);
        assert_eq!(
            (run.stderr.as_str(), run.code),
            ("out.parquet: 3 rows from 1 file\n", Some(0)),
            "{name}"
        );
        let rows = executions(&directory.join("out.parquet"));
        assert!(rows[0] == long && rows[1] == r#"{"jobId":"b"}"# && rows[2] == long);
    }
}

#[test]
fn a_later_line_with_several_objects_is_an_error() {
    let text = ndjson(&[EXECUTIONS[0], &EXECUTIONS.concat(), EXECUTIONS[1]]);
    let directory = files("convert-later-line", &[("in", &text)]);
    let run = convert(&directory, &["in", "-o", "out.csv"]);
    let summary = "out.csv: 2 rows from 1 file, 1 error in out.csv.errors.ndjson\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));
}

#[test]
fn pages_of_the_command_line_are_read() {
    let pages = r#"{
    "executionSummaries": [
        {
            "thingArn": "arn:1",
            "jobExecutionSummary": {"status": "FAILED", "queuedAt": "2019-02-05T19:35:01.389000+00:00"}
        },
        {"thingArn": "arn:2"}
    ],
    "NextToken": "a]}"
}
{"nextToken": null, "executionSummaries": [{"thingArn": "arn:3", "jobExecutionSummary": {"retryAttempt": 1}}]}
{"executionSummaries": []}
"#;
    let rows = [
        r#"{"thingArn":"arn:1","jobExecutionSummary":{"status":"FAILED","queuedAt":1549395301.389}}"#,
        r#"{"thingArn":"arn:2"}"#,
        r#"{"thingArn":"arn:3","jobExecutionSummary":{"retryAttempt":1}}"#,
    ];
    let directory = files("convert-pages", &[("pages.json", pages)]);
    let shape = "--as=JobExecutionSummaryForJob";
    let run = run_in(
        &directory,
        &["convert", shape, "pages.json", "-o", "out.parquet"],
    );
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("out.parquet: 3 rows from 1 file\n", Some(0))
    );
    let read = batches(&directory.join("out.parquet"));
    assert_eq!(
        values_of::<iot_jobs::types::JobExecutionSummaryForJob>(&read),
        rows
    );

    // As the shape of a page, each page is a row.
    let shape = "--as=ListJobExecutionsForJobResponse";
    let run = run_in(
        &directory,
        &["convert", shape, "pages.json", "-o", "pages.parquet"],
    );
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("pages.parquet: 3 rows from 1 file\n", Some(0))
    );
}

#[test]
fn a_list_of_a_page_is_an_array_or_null() {
    let pages = r#"{"jobs":[{"jobId":"b"}]}
{"jobs":{"jobId":"LOST"}}
{"jobs":7,"nextToken":"a"} {"jobs":"x"}
{"jobs":false}
{"jobs":null}
"#;
    let directory = files(
        "convert-no-list",
        &[("pages", pages), ("null", "{\"jobs\":null}")],
    );
    let shape = "--as=JobSummary";
    let run = run_in(&directory, &["convert", shape, "pages", "-o", "out.csv"]);
    let summary = "out.csv: 1 row from 1 file, 4 errors in out.csv.errors.ndjson\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));
    let errors = fs::read_to_string(directory.join("out.csv.errors.ndjson")).unwrap();
    let rows = [
        r#"{"file":"pages","line":2,"column":9,"path":"jobs","message":"expected an array, found an object","text":"{\"jobId\":\"LOST\"}"}"#,
        r#"{"file":"pages","line":3,"column":9,"path":"jobs","message":"expected an array, found a number","text":"7"}"#,
        r#"{"file":"pages","line":3,"column":36,"path":"jobs","message":"expected an array, found a string","text":"\"x\""}"#,
        r#"{"file":"pages","line":4,"column":9,"path":"jobs","message":"expected an array, found a boolean","text":"false"}"#,
    ];
    assert_eq!(errors.lines().collect::<Vec<_>>(), rows);

    let run = run_in(&directory, &["convert", shape, "null", "-o", "null.csv"]);
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("null.csv: 0 rows from 1 file\n", Some(0))
    );
}

#[test]
fn compressed_files_and_directories_are_read() {
    let gzip = |text: &str| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let directory = files(
        "convert-compressed",
        &[
            ("out.errors.ndjson", "{"),
            ("README.md", "{"),
            (".hidden", "{"),
            ("_SUCCESS", ""),
        ],
    );
    for hidden in [".git", "_temporary"] {
        fs::create_dir(directory.join(hidden)).unwrap();
        fs::write(directory.join(hidden).join("a.json"), "{").unwrap();
    }
    let [a, b, c] = EXECUTIONS.map(|json| format!("{json}\n"));
    // Two members in a file, and a name that Amazon Data Firehose could give.
    fs::write(
        directory.join("1.events-1-2026-11-22-08-30-00-7f3a"),
        [gzip(&a), gzip(&b)].concat(),
    )
    .unwrap();
    fs::create_dir(directory.join("2026")).unwrap();
    fs::write(
        directory.join("2026/c.jsonl.zst"),
        zstd::encode_all(c.as_bytes(), 1).unwrap(),
    )
    .unwrap();
    let reason = "skipped: names that start with . or _, end in .errors.ndjson, or have another extension than .json, \
                  .jsonl and .ndjson";
    let run = convert(&directory, &[".", "-o", "rows.parquet"]);
    let summary =
        format!("rows.parquet: 3 rows from 2 files\n4 files and 2 directories {reason}\n");
    assert_eq!((run.stderr, run.code), (summary, Some(0)));
    assert_eq!(executions(&directory.join("rows.parquet")), CANONICAL);
    // What is excluded is not counted as skipped, but the output of before is.
    let arguments = [
        ".",
        "--exclude=2026",
        "--exclude=_*",
        "--exclude=.*",
        "-o",
        "two.parquet",
    ];
    let run = convert(&directory, &arguments);
    let summary = format!("two.parquet: 2 rows from 1 file\n3 files {reason}\n");
    assert_eq!((run.stderr, run.code), (summary, Some(0)));
}

#[test]
fn a_directory_without_exports_is_refused() {
    let directory = files("convert-no-exports", &[("README.md", "")]);
    let run = convert(&directory, &[".", "-o", "out.csv"]);
    let message = "error: cannot read .: no *.json, *.jsonl or *.ndjson file, also with .gz or .zst, and no file \
                   without an extension in this directory\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
}

#[test]
fn standard_input_and_output_are_used() {
    let directory = files("convert-stdin", &[]);
    let output = directory.join("out.parquet");
    let arguments = [
        "convert",
        "--as",
        "job-execution",
        "-",
        "-o",
        output.to_str().unwrap(),
    ];
    let run = run_on(ndjson(&EXECUTIONS), &arguments);
    assert_eq!(
        (run.stdout.as_str(), run.code),
        ("", Some(0)),
        "{}",
        run.stderr
    );
    assert_eq!(executions(&output), CANONICAL);

    let arguments = [
        "convert",
        "--as=Tag",
        "-",
        "-o-",
        "--format=csv",
        "--strict",
    ];
    let run = run_on("{\"Key\":\"k\"}\n", &arguments);
    assert_eq!(run.stdout, "key,value,unknown_members\nk,,\n");
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("<stdout>: 1 row from 1 file\n", Some(0))
    );
}

#[test]
fn an_input_without_values_gives_a_file_without_rows() {
    for (name, text) in [("nothing", ""), ("array", "[]"), ("blank", "\n\n")] {
        let directory = files("convert-empty", &[(name, text)]);
        let run = convert(&directory, &[name, "-o", "out.parquet"]);
        assert_eq!(
            (run.stderr.as_str(), run.code),
            ("out.parquet: 0 rows from 1 file\n", Some(0))
        );
        assert_eq!(executions(&directory.join("out.parquet")), [""; 0]);
    }
}

#[test]
fn the_number_of_threads_does_not_change_the_output() {
    // More than a group of CSV, with lines of different length.
    let line = |index: usize| {
        let status = ["SUCCEEDED", "FAILED", "QUEUED"][index % 3];
        format!("{{\"jobId\":\"job-{index}\",\"status\":\"{status}\",\"new\":{index}}}\n")
    };
    let text: String = (0..40_000).map(line).collect();
    let directory = files("convert-threads", &[("in.ndjson", &text)]);
    for extension in ["parquet", "csv", "arrow"] {
        let outputs = ["1", "2", "5"].map(|threads| {
            let output = format!("{threads}.{extension}");
            let run = convert(
                &directory,
                &["in.ndjson", "-o", &output, "--threads", threads],
            );
            let summary = format!("{output}: 40000 rows from 1 file\n");
            assert_eq!((run.stderr, run.code), (summary, Some(0)));
            fs::read(directory.join(output)).unwrap()
        });
        assert!(
            outputs.windows(2).all(|pair| pair[0] == pair[1]),
            "{extension}"
        );
    }
    let csv = fs::read_to_string(directory.join("1.csv")).unwrap();
    let rows: Vec<_> = csv.lines().skip(1).collect();
    assert!(
        rows.len() == 40_000 && rows[39_999].starts_with("job-39999,SUCCEEDED,"),
        "{}",
        rows[39_999]
    );
}
