//! Outputs that are refused or cannot be written.

use std::fs;

use super::{convert, names_in};
use crate::run::files;

#[test]
fn an_output_that_exists_is_replaced_only_with_force() {
    let directory = files(
        "convert-exists",
        &[
            ("in.ndjson", "{\"jobId\":\"a\"}\n"),
            ("bad.ndjson", "{\"jobId\":7}\n"),
            ("out.csv", "old"),
        ],
    );
    let run = convert(&directory, &["in.ndjson", "-o", "out.csv"]);
    let message = "error: cannot write out.csv: it exists; --force replaces it\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    assert_eq!(
        fs::read_to_string(directory.join("out.csv")).unwrap(),
        "old"
    );
    let run = convert(&directory, &["bad.ndjson", "-o", "out.csv", "--force"]);
    let summary = "out.csv: 0 rows from 1 file, 1 error in out.csv.errors.ndjson\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));

    // The errors of an earlier run are refused, and removed with --force.
    fs::remove_file(directory.join("out.csv")).unwrap();
    let run = convert(&directory, &["in.ndjson", "-o", "out.csv"]);
    let message = "error: cannot write out.csv.errors.ndjson: it exists; --force replaces it\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    let run = convert(&directory, &["in.ndjson", "-o", "out.csv", "--force"]);
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("out.csv: 1 row from 1 file\n", Some(0))
    );
    assert_eq!(names_in(&directory), ["bad.ndjson", "in.ndjson", "out.csv"]);
}

#[test]
fn a_directory_is_not_replaced_by_a_file() {
    let directory = files("convert-directory", &[("in.ndjson", "{}\n")]);
    fs::create_dir(directory.join("out.csv")).unwrap();
    for force in [&[][..], &["--force"]] {
        let run = convert(
            &directory,
            &[&["in.ndjson", "-o", "out.csv"], force].concat(),
        );
        let message = "error: cannot write out.csv: it is a directory\n";
        assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    }
    let run = convert(&directory, &["in.ndjson", "-o", "missing/out.csv"]);
    let message = "error: cannot write missing/out.csv: No such file or directory\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
}

#[cfg(unix)]
#[test]
fn an_output_that_is_an_input_is_refused() {
    let directory = files("convert-same", &[("in.ndjson", "{}\n")]);
    fs::hard_link(directory.join("in.ndjson"), directory.join("hard.csv")).unwrap();
    std::os::unix::fs::symlink("in.ndjson", directory.join("soft.csv")).unwrap();
    for arguments in [
        &["in.ndjson", "--format=csv", "-o", "./in.ndjson"][..],
        &["in.ndjson", "-o", "hard.csv"],
        &["in.ndjson", "-o", "soft.csv"],
        &["in.ndjson", "-o", "out.csv", "--errors", "hard.csv"],
    ] {
        let run = convert(&directory, &[arguments, &["--force"]].concat());
        let refused = run.stderr.ends_with(": it is an input\n")
            && run.stderr.starts_with("error: cannot write ");
        assert!(refused && run.code == Some(2), "{}", run.stderr);
        assert_eq!(
            fs::read_to_string(directory.join("in.ndjson")).unwrap(),
            "{}\n"
        );
    }
    let run = convert(
        &directory,
        &["in.ndjson", "-o", "out.csv", "--errors", "out.csv"],
    );
    let message = "error: cannot write out.csv: it is also the file of --errors\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));

    let mut command = crate::run::command(
        &directory,
        &[
            "convert",
            "--as=JobExecution",
            "-",
            "-o",
            "hard.csv",
            "--force",
        ],
    );
    command.stdin(fs::File::open(directory.join("in.ndjson")).unwrap());
    let output = command.output().unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "error: cannot write hard.csv: it is an input\n"
    );
}

#[cfg(unix)]
#[test]
fn the_target_of_a_symbolic_link_is_replaced() {
    let directory = files("convert-link", &[("in.ndjson", "{}\n"), ("target", "old")]);
    std::os::unix::fs::symlink("target", directory.join("out.csv")).unwrap();
    let run = convert(&directory, &["in.ndjson", "-o", "out.csv", "--force"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        fs::symlink_metadata(directory.join("out.csv"))
            .unwrap()
            .is_symlink()
    );
    assert!(
        fs::read_to_string(directory.join("target"))
            .unwrap()
            .starts_with("job_id,")
    );
    assert_eq!(names_in(&directory), ["in.ndjson", "out.csv", "target"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_leaves_nothing() {
    let lines = format!("{{\"jobId\":\"{}\"}}\n", "x".repeat(1000)).repeat(1000);
    let directory = files("convert-full", &[("in.ndjson", &lines)]);
    for format in ["parquet", "arrow", "csv"] {
        let run = convert(
            &directory,
            &[
                "in.ndjson",
                "-o",
                "/dev/full",
                "--format",
                format,
                "--errors=bad",
            ],
        );
        let message = "error: cannot write /dev/full: No space left on device\n";
        assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    }
    assert!(!fs::metadata("/dev/full").unwrap().is_file());

    // A limit of 32 or 64 KiB for a file, which is an error since the signal is ignored.
    for arguments in [
        "in.ndjson -o out.csv",
        "in.ndjson -o out --partition status",
        "bad.ndjson -o few.csv",
    ] {
        fs::write(directory.join("bad.ndjson"), lines.replace(":\"", ":x\"")).unwrap();
        let script = "trap '' XFSZ; ulimit -f 64";
        let arguments = format!("convert --as JobExecution {arguments}");
        let run = crate::run::run_after(&directory, script, &arguments);
        let stderr = run.stderr;
        if arguments.contains("partition") {
            // What is compressed fits.
            assert_eq!(run.code, Some(0), "{stderr}");
            fs::remove_dir_all(directory.join("out")).unwrap();
        } else {
            assert!(
                stderr.starts_with("error: cannot write ")
                    && stderr.ends_with(": File too large\n"),
                "{stderr}"
            );
            assert_eq!(run.code, Some(2));
        }
        assert_eq!(names_in(&directory), ["bad.ndjson", "in.ndjson"]);
        fs::remove_file(directory.join("bad.ndjson")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_replaced_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;

    let directory = files("convert-permissions", &[("in.ndjson", "{}\n")]);
    for (output, mode) in [
        (&["out.csv"][..], 0o600),
        (&["out", "--partition=status"], 0o700),
    ] {
        let arguments = [&["in.ndjson", "--force", "-o"], output].concat();
        assert_eq!(convert(&directory, &arguments).code, Some(0));
        let path = directory.join(output[0]);
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(convert(&directory, &arguments).code, Some(0));
        let permissions = fs::metadata(&path).unwrap().permissions();
        assert_eq!(permissions.mode() & 0o777, mode, "{output:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_directory_of_partitions_is_replaced() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let directory = files("convert-read-only", &[("in", "{\"status\":\"NEW\"}\n")]);
    let out = directory.join("out");
    let set_mode = |path: &std::path::Path| {
        fs::set_permissions(path, fs::Permissions::from_mode(0o555)).unwrap();
    };
    fs::create_dir_all(out.join("status=OLD")).unwrap();
    fs::write(out.join("status=OLD/part-0.parquet"), "old").unwrap();
    set_mode(&out.join("status=OLD"));
    set_mode(&out);
    let arguments = [
        "convert",
        "--as=JobExecution",
        "in",
        "-o",
        "out",
        "--partition=status",
        "--force",
    ];
    let mut command = crate::run::command(&directory, &arguments);
    if fs::metadata(&directory).unwrap().uid() == 0 {
        // The superuser needs no permissions, unless it has no capabilities.
        let program = command.get_program().to_owned();
        command = std::process::Command::new("setpriv");
        command.arg("--bounding-set=-all").arg(program);
        command.args(arguments).current_dir(&directory);
    }
    let output = command.output().unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "out: 1 row from 1 file, 1 partition\n"
    );
    assert_eq!(names_in(&out), ["status=NEW"]);
    assert_eq!(names_in(&directory), ["in", "out"]);
    let mode = fs::metadata(&out).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o555);
    // The tests of a later run remove it.
    fs::set_permissions(&out, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn places_that_cannot_be_written_are_refused_before_the_input_is_read() {
    let directory = files("convert-places", &[("in.ndjson", "{}\n")]);
    fs::create_dir(directory.join("empty")).unwrap();
    let current = fs::canonicalize(directory.join("empty")).unwrap();
    let mut rows = vec![
        (
            vec!["-o", "out.csv", "--errors=missing/e"],
            "missing/e: No such file or directory",
        ),
        (
            vec!["-o", "out.csv", "--errors=in.ndjson/e"],
            "in.ndjson/e: it is not in a directory",
        ),
        (
            vec!["-o", "out.csv", "--errors=./out.csv"],
            "out.csv: it is also the file of --errors",
        ),
        (
            vec!["-o", "empty", "--partition=status", "--errors=empty/e"],
            "empty/e: it is in the directory of the output",
        ),
    ];
    if cfg!(target_os = "linux") {
        rows.push((
            vec!["-o", "/proc", "--partition=status", "--errors=e"],
            "/proc: it is a mount point, which cannot be replaced",
        ));
    }
    for (arguments, message) in rows {
        let run = convert(&directory, &[&["in.ndjson"], &arguments[..]].concat());
        let message = format!("error: cannot write {message}\n");
        assert_eq!((run.stderr, run.code), (message, Some(2)));
    }
    let output = current.to_str().unwrap();
    let run = convert(
        &current,
        &["../in.ndjson", "-o", output, "--partition=status"],
    );
    let message = format!(
        "error: cannot write {output}: it is the current directory, which cannot be replaced\n"
    );
    assert_eq!((run.stderr, run.code), (message, Some(2)));
    assert_eq!(names_in(&directory), ["empty", "in.ndjson"]);
}

#[cfg(unix)]
#[test]
fn a_device_takes_a_file_of_errors() {
    let directory = files("convert-device", &[("in.ndjson", "{}\n")]);
    let arguments = ["in.ndjson", "-o", "/dev/null", "--format=csv"];
    let run = convert(&directory, &arguments);
    let message = "error: --output /dev/null: give --errors FILE for the values that do not decode, or --strict\n";
    assert!(run.stderr.starts_with(message), "{}", run.stderr);
    assert_eq!(run.code, Some(2));
    let run = convert(&directory, &[&arguments[..], &["--errors=e"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}
