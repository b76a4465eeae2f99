//! `man`: the pages.

use std::fs;

use crate::{
    completions::COMMANDS,
    run::{files, run_in, run_on},
};

#[test]
fn the_page_of_the_program_goes_to_standard_output() {
    let run = run_on("", &["man"]);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    for part in [
        ".TH iot-jobs 1",
        ".SH SYNOPSIS",
        "\n.nf\nExamples:\n  iot\\-jobs check job",
        "iot\\-jobs\\-check(1)",
        "Exit codes:",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
}

#[test]
fn a_directory_gets_the_pages_of_all_commands() {
    let directory = files("man-pages", &[]);
    let run = run_in(&directory, &["man", "share/man1"]);
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str(), run.code),
        ("", "", Some(0))
    );
    let pages = fs::read_dir(directory.join("share/man1")).unwrap();
    let mut pages: Vec<_> = pages
        .map(|page| page.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    let commands = COMMANDS
        .iter()
        .map(|command| format!("iot-jobs-{command}.1"));
    let expected: Vec<_> = commands.chain(["iot-jobs.1".to_owned()]).collect();
    assert_eq!(pages, expected);
    let check = fs::read_to_string(directory.join("share/man1/iot-jobs-check.1")).unwrap();
    for part in [
        "\\-\\-exclude",
        "\\-\\-quiet",
        "Every job document of a repository",
    ] {
        assert!(check.contains(part), "{part}: {check}");
    }
}

#[test]
fn a_directory_that_cannot_be_written_is_exit_2() {
    let directory = files("man-file", &[("file", "")]);
    let run = run_in(&directory, &["man", "file/man1"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    assert!(
        run.stderr.starts_with("error: cannot write the output: "),
        "{}",
        run.stderr
    );
}
