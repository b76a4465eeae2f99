//! When the file of errors is written, replaced and removed.

use std::fs;

use super::{convert, names_in};
use crate::run::files;

#[test]
fn a_file_of_errors_that_is_an_input_is_kept() {
    let name = "out.parquet.errors.ndjson";
    let value = "{\"jobId\":\"a\"}\n";
    let directory = files("convert-errors-input", &[(name, value)]);
    // A strict run has no file of errors, so that this is only an input.
    let strict = [name, "-o", "out.parquet", "--strict", "--force"];
    for _ in 0..2 {
        let run = convert(&directory, &strict);
        assert_eq!(
            (run.stderr.as_str(), run.code),
            ("out.parquet: 1 row from 1 file\n", Some(0))
        );
        assert_eq!(fs::read_to_string(directory.join(name)).unwrap(), value);
    }
    let refused = "error: cannot write out.parquet.errors.ndjson: it is an input\n";
    let run = convert(&directory, &[name, "-o", "out.parquet", "--force"]);
    assert_eq!((run.stderr.as_str(), run.code), (refused, Some(2)));
    assert_eq!(fs::read_to_string(directory.join(name)).unwrap(), value);
}

#[cfg(unix)]
#[test]
fn a_file_of_errors_that_is_standard_input_is_refused() {
    let name = "out.csv.errors.ndjson";
    let directory = files("convert-errors-stdin", &[(name, "{}\n")]);
    let arguments = ["convert", "--as=JobExecution", "-", "-o", "out.csv"];
    let output = crate::run::command(&directory, &[&arguments[..], &["--force"]].concat())
        .stdin(fs::File::open(directory.join(name)).unwrap())
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "error: cannot write out.csv.errors.ndjson: it is an input\n"
    );
    assert_eq!(names_in(&directory), [name]);
}

#[test]
fn a_strict_run_keeps_an_earlier_file_of_errors() {
    let name = "out.csv.errors.ndjson";
    let directory = files("convert-errors-strict", &[("in", "{}\n"), (name, "old")]);
    let run = convert(&directory, &["in", "-o", "out.csv", "--strict", "--force"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(fs::read_to_string(directory.join(name)).unwrap(), "old");
}

#[test]
fn only_a_file_that_a_run_has_written_is_removed() {
    let row = r#"{"file":"in","line":1,"column":1,"path":"$","message":"m","text":"{"}"#;
    let other = row.replace("column", "col");
    for (old, is_removed) in [
        ("", true),
        (&format!("{row}\n{row}\n"), true),
        (&format!("{row}\nnotes\n"), true),
        ("notes", false),
        ("{}\n", false),
        (&other, false),
        (&row.replace('}', r#","more":1}"#), false),
        (&row.replace(r#","text":"{""#, ""), false),
        (&format!("notes\n{row}\n"), false),
    ] {
        let directory = files(
            "convert-notes",
            &[
                ("in", "{\"thingArn\":\"a\"}\n"),
                ("bad", "7\n"),
                ("notes.txt", old),
            ],
        );
        let notes = directory.join("notes.txt");
        let arguments = ["-o", "out.csv", "--errors=notes.txt", "--force"];
        let run = convert(&directory, &[&["in"], &arguments[..]].concat());
        assert_eq!(
            (run.stderr.as_str(), run.code),
            ("out.csv: 1 row from 1 file\n", Some(0))
        );
        let left = (!is_removed).then(|| old.to_owned());
        assert_eq!(fs::read_to_string(&notes).ok(), left, "{old}");
        // New errors replace any file.
        let run = convert(&directory, &[&["bad"], &arguments[..]].concat());
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        let new = fs::read_to_string(&notes).unwrap();
        assert!(new.starts_with(r#"{"file":"bad","line":1,"#), "{new}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_leaves_no_file_of_errors() {
    use super::at_once::{end, started};

    let directory = files("convert-errors-left", &[]);
    let [run] = started(&directory, &["out.csv"]);
    fs::write(directory.join("out.csv"), "other").unwrap();
    let message = "error: cannot write out.csv: another run has written it; --force replaces it\n";
    assert_eq!(end(run, r#"{"jobId":7}"#), (message.to_owned(), Some(2)));
    assert_eq!(names_in(&directory), ["out.csv"]);
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_replaced_leaves_the_earlier_file_of_errors() {
    use super::at_once::{end, started};

    let name = "out.csv.errors.ndjson";
    for value in [r#"{"jobId":7}"#, "{}"] {
        let directory = files("convert-errors-kept", &[(name, "old")]);
        let [run] = started(&directory, &["out.csv", "--force"]);
        fs::create_dir(directory.join("out.csv")).unwrap();
        let message = "error: cannot write out.csv: Is a directory\n";
        assert_eq!(end(run, value), (message.to_owned(), Some(2)));
        assert_eq!(names_in(&directory), ["out.csv", name]);
        assert_eq!(fs::read_to_string(directory.join(name)).unwrap(), "old");
    }
}
