//! Directories: every JSON and YAML file below them.

use crate::run::{files, run_in};

#[test]
fn files_of_a_directory_are_sorted() {
    let directory = files(
        "directories-walk",
        &[
            ("b.json", "{}"),
            ("a.json", "{"),
            ("notes.txt", "-"),
            ("json", "-"),
        ],
    );
    for inner in ["a/deep", "empty", "z.json"] {
        std::fs::create_dir_all(directory.join(inner)).unwrap();
    }
    for file in [
        "a/deep/2.json",
        "a/deep/10.json",
        "a/x.json",
        "a/y.JSON",
        "a/y2.Json",
        "z.json/in.json",
    ] {
        std::fs::write(directory.join(file), "{}").unwrap();
    }
    #[cfg(unix)]
    {
        // Symbolic links to a directory above, to a file, and to a missing file.
        std::os::unix::fs::symlink(&directory, directory.join("a/loop")).unwrap();
        std::os::unix::fs::symlink("../b.json", directory.join("a/link.json")).unwrap();
        std::os::unix::fs::symlink("missing", directory.join("a/dead.json")).unwrap();
    }
    let run = run_in(&directory, &["check", ".", "b.json"]);
    let headlines: Vec<_> = run
        .stdout
        .lines()
        .filter(|it| it.contains("document"))
        .collect();
    let ok = "ok, document (it has none of `afr_ota`, `steps` with an `action`, and `operation`)";
    let mut expected: Vec<_> = [
        "./a/deep/10.json",
        "./a/deep/2.json",
        "./a/link.json",
        "./a/x.json",
        "./a/y.JSON",
        "./a/y2.Json",
        "./a.json",
        "./b.json",
        "./z.json/in.json",
        "b.json",
    ]
    .iter()
    .filter(|file| cfg!(unix) || !file.contains("link"))
    .map(|file| format!("{file}: {ok}"))
    .collect();
    expected[if cfg!(unix) { 6 } else { 5 }] = "./a.json: 1 error, document".to_owned();
    assert_eq!(headlines, expected);
    #[cfg(unix)]
    assert_eq!(
        run.stdout.lines().last(),
        Some("11 inputs: 9 ok, 1 with errors, 1 unreadable")
    );
    // The link is most likely a mistake.
    let (dangling, code) = if cfg!(unix) {
        (
            "error: cannot read ./a/dead.json: No such file or directory\n",
            2,
        )
    } else {
        ("", 1)
    };
    assert_eq!((run.stderr.as_str(), run.code), (dangling, Some(code)));
}

#[test]
fn a_directory_without_json_files_is_an_error() {
    let directory = files("directories-empty", &[("notes.txt", "-")]);
    let run = run_in(&directory, &["check", "."]);
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str(), run.code),
        (
            "",
            "error: cannot read .: no *.json, *.yaml, *.yml or *.template file in this directory\n",
            Some(2)
        )
    );
}

#[test]
fn fmt_reads_directories() {
    let directory = files(
        "directories-fmt",
        &[("b.json", "{\"jobId\":\"b\"}"), ("a.json", "{}")],
    );
    let run = run_in(&directory, &["fmt", "--compact", "--as=Job", "."]);
    assert_eq!(
        (run.stdout.as_str(), run.code),
        ("{}\n{\"jobId\":\"b\"}\n", Some(0))
    );
}

#[test]
fn excluded_files_and_directories_are_not_read() {
    let directory = files(
        "directories-exclude",
        &[("a.json", "{}"), ("b.tmp.json", "{")],
    );
    for inner in ["node_modules/x", "jobs/old", "jobs/new/old"] {
        std::fs::create_dir_all(directory.join(inner)).unwrap();
        std::fs::write(directory.join(inner).join("c.json"), "{}").unwrap();
    }
    for (exclude, files) in [
        (
            &[][..],
            "a.json b.tmp.json jobs/new/old/c.json jobs/old/c.json node_modules/x/c.json",
        ),
        (
            &["--exclude=node_modules", "--exclude", "*.tmp.json"],
            "a.json jobs/new/old/c.json jobs/old/c.json",
        ),
        (
            &["--exclude=jobs/old/", "--exclude=c.*", "--exclude=b*"],
            "a.json",
        ),
        (
            &["--exclude=**/old/*"],
            "a.json b.tmp.json node_modules/x/c.json",
        ),
    ] {
        let run = run_in(
            &directory,
            &[&["check", "--format=json", "."], exclude].concat(),
        );
        let names: Vec<_> = run
            .stdout
            .lines()
            .map(|row| row.split('"').nth(3).unwrap().trim_start_matches("./"))
            .collect();
        assert_eq!(names.join(" "), files, "{exclude:?}");
    }
    // A file on the command line is read.
    let run = run_in(&directory, &["check", "--exclude=*", "a.json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let run = run_in(&directory, &["fmt", "--as=Job", "--exclude=*", "."]);
    let message =
        "error: cannot read .: no *.json file in this directory that --exclude does not exclude\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    let run = run_in(&directory, &["check", "--exclude=a[", "."]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("invalid range pattern"),
        "{}",
        run.stderr
    );
}
