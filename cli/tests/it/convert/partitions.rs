//! `--partition`.

use std::fs;

use iot_jobs::types::JobExecutionSummaryForJob;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::{batches, convert, names_in, ndjson};
use crate::run::{files, run_in};

/// The names in `out`, each with the job IDs of its file.
fn partitions(directory: &std::path::Path) -> Vec<(String, Vec<String>)> {
    let out = directory.join("out");
    let ids = |name: &String| {
        assert_eq!(names_in(&out.join(name)), ["part-0.parquet"]);
        let batches = batches(&out.join(name).join("part-0.parquet"));
        super::values_of::<iot_jobs::types::JobExecution>(&batches)
    };
    names_in(&out)
        .into_iter()
        .map(|name| (name.clone(), ids(&name)))
        .collect()
}

#[test]
fn each_value_has_a_directory() {
    let lines = ndjson(&[
        r#"{"jobId":"a","status":"SUCCEEDED"}"#,
        r#"{"jobId":"b","status":"FAILED"}"#,
        r#"{"jobId":"c"}"#,
        r#"{"jobId":"d","status":"SUCCEEDED"}"#,
        r#"{"jobId":"e","status":"a/b c=1%"}"#,
        r#"{"jobId":7}"#,
    ]);
    let directory = files("convert-partition", &[("in.ndjson", &lines)]);
    let run = convert(
        &directory,
        &["in.ndjson", "-o", "out/", "--partition=status"],
    );
    let summary = "out/: 5 rows from 1 file, 4 partitions, 1 error in out.errors.ndjson\n";
    assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));
    let row = |name: &str, rows: &[&str]| {
        (
            name.to_owned(),
            rows.iter().map(|&it| it.to_owned()).collect(),
        )
    };
    // The column is in the names only.
    assert_eq!(
        partitions(&directory),
        [
            row("status=FAILED", &[r#"{"jobId":"b"}"#]),
            row(
                "status=SUCCEEDED",
                &[r#"{"jobId":"a"}"#, r#"{"jobId":"d"}"#]
            ),
            row("status=__HIVE_DEFAULT_PARTITION__", &[r#"{"jobId":"c"}"#]),
            row("status=a%2Fb c%3D1%25", &[r#"{"jobId":"e"}"#]),
        ]
    );
    assert_eq!(
        names_in(&directory),
        ["in.ndjson", "out", "out.errors.ndjson"]
    );
}

#[test]
fn times_are_partitioned_by_day() {
    let lines = ndjson(&[
        r#"{"jobId":"a","queuedAt":"2026-11-21T23:59:59.999Z"}"#,
        r#"{"jobId":"b","queuedAt":"2026-11-22T00:00:00Z"}"#,
        r#"{"jobId":"c","queuedAt":-1}"#,
        r#"{"jobId":"d"}"#,
    ]);
    let directory = files("convert-day", &[("in.ndjson", &lines)]);
    let run = convert(
        &directory,
        &["in.ndjson", "-o", "out", "--partition=day(queued_at)"],
    );
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("out: 4 rows from 1 file, 4 partitions\n", Some(0))
    );
    let partitions = partitions(&directory);
    let names: Vec<_> = partitions.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "queued_at_day=1969-12-31",
            "queued_at_day=2026-11-21",
            "queued_at_day=2026-11-22",
            "queued_at_day=__HIVE_DEFAULT_PARTITION__",
        ]
    );
    assert_eq!(partitions[0].1, [r#"{"jobId":"c","queuedAt":-1}"#]);
}

#[test]
fn too_many_partitions_are_refused() {
    let lines: Vec<_> = (0..501)
        .map(|index| format!("{{\"jobId\":\"{index}\"}}\n"))
        .collect();
    let directory = files("convert-many", &[("in.ndjson", &lines.concat())]);
    let run = convert(
        &directory,
        &["in.ndjson", "-o", "out", "--partition=job_id"],
    );
    let start = "error: cannot write out: more than 500 partitions, the last of which is job_id=";
    assert!(run.stderr.starts_with(start), "{}", run.stderr);
    assert_eq!(
        (run.code, names_in(&directory)),
        (Some(2), vec!["in.ndjson".to_owned()])
    );
}

#[test]
fn a_column_of_another_type_is_refused() {
    let directory = files("convert-column", &[("in.ndjson", "{}\n")]);
    let strings = "job_id, status, thing_arn";
    let summary = "JobExecutionSummaryForJob";
    for (shape, partition, message) in [
        (
            "JobExecution",
            "state",
            format!("the shape has no column state; possible are {strings}"),
        ),
        (
            "JobExecution",
            "unknown_members",
            "unknown_members is not a column of strings".to_owned(),
        ),
        (
            "JobExecution",
            "job_id.status",
            format!("the shape has no column job_id.status; possible are {strings}"),
        ),
        (
            "JobExecution",
            "queuedAt",
            "queued_at is not a column of strings; for the days of its times, write day(queued_at)"
                .to_owned(),
        ),
        (
            "Job",
            "isConcurrent",
            "is_concurrent is not a column of strings".to_owned(),
        ),
        (
            "JobExecution",
            "day(status)",
            "status is not a column of times".to_owned(),
        ),
        (
            summary,
            "status",
            "the shape has no column status; write job_execution_summary.status".to_owned(),
        ),
        (
            summary,
            "day(queuedAt)",
            "the shape has no column queuedAt; write day(job_execution_summary.queued_at)"
                .to_owned(),
        ),
        (
            summary,
            "state",
            "the shape has no column state; possible are thing_arn, job_execution_summary.status"
                .to_owned(),
        ),
        (
            summary,
            "day(job_execution_summary.at)",
            "the shape has no column job_execution_summary.at; possible are \
             job_execution_summary.queued_at, job_execution_summary.started_at, \
             job_execution_summary.last_updated_at"
                .to_owned(),
        ),
        (
            summary,
            "job_execution_summary.queued_at",
            "job_execution_summary.queued_at is not a column of strings; for the days of its times, \
             write day(job_execution_summary.queued_at)"
                .to_owned(),
        ),
        (
            "Tag",
            "day(key)",
            "key is not a column of times".to_owned(),
        ),
        (
            "Tag",
            "day(time)",
            "the shape has no column time; no column of times is possible".to_owned(),
        ),
    ] {
        let run = run_in(
            &directory,
            &[
                "convert",
                "--as",
                shape,
                "in.ndjson",
                "-o",
                "out",
                "--partition",
                partition,
            ],
        );
        let message = format!(
            "error: invalid value '{partition}' for '--partition <COLUMN>': {message}\n\n\
             For more information, try '--help'.\n"
        );
        assert_eq!((run.stderr, run.code), (message, Some(2)));
        assert_eq!(names_in(&directory), ["in.ndjson"]);
    }
}

#[test]
fn a_column_of_a_structure_stays_in_the_files() {
    let lines = [
        r#"{"thingArn":"a","jobExecutionSummary":{"status":"QUEUED","queuedAt":"2026-11-22T00:00:00Z"}}"#,
        r#"{"thingArn":"b","jobExecutionSummary":{"queuedAt":0}}"#,
        r#"{"thingArn":"c"}"#,
    ];
    let directory = files("convert-nested", &[("in", &ndjson(&lines))]);
    for (partition, names) in [
        (
            "job_execution_summary.status",
            &["status=QUEUED", "status=__HIVE_DEFAULT_PARTITION__"][..],
        ),
        (
            "day(jobExecutionSummary.queuedAt)",
            &[
                "queued_at_day=1970-01-01",
                "queued_at_day=2026-11-22",
                "queued_at_day=__HIVE_DEFAULT_PARTITION__",
            ],
        ),
    ] {
        let run = run_in(
            &directory,
            &[
                "convert",
                "--as=JobExecutionSummaryForJob",
                "in",
                "-o",
                "out",
                "--partition",
                partition,
            ],
        );
        let partitions = format!("out: 3 rows from 1 file, {} partitions\n", names.len());
        assert_eq!((run.stderr, run.code), (partitions, Some(0)));
        assert_eq!(names_in(&directory.join("out")), names);
        let path = directory.join("out").join(names[names.len() - 1]);
        let without_value = batches(&path.join("part-0.parquet"));
        let without_value = super::values_of::<JobExecutionSummaryForJob>(&without_value);
        let last = r#"{"thingArn":"c"}"#.to_owned();
        assert_eq!(without_value.last(), Some(&last));
        let with_value = directory.join("out").join(names[names.len() - 2]);
        let with_value = batches(&with_value.join("part-0.parquet"));
        assert_eq!(
            super::values_of::<JobExecutionSummaryForJob>(&with_value),
            [r#"{"thingArn":"a","jobExecutionSummary":{"status":"QUEUED","queuedAt":1795305600}}"#]
        );
        fs::remove_dir_all(directory.join("out")).unwrap();
    }
}

#[test]
fn a_value_that_engines_read_as_null_is_refused() {
    let line = r#"{"jobId":"__HIVE_DEFAULT_PARTITION__"}"#;
    let directory = files("convert-null", &[("in", line)]);
    let run = convert(&directory, &["in", "-o", "out", "--partition=job_id"]);
    let message = "error: cannot write out: --partition: __HIVE_DEFAULT_PARTITION__ is a value of job_id, and engines \
                   would read it as null\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    assert_eq!(names_in(&directory), ["in"]);
}

#[test]
fn only_a_directory_of_partitions_is_replaced() {
    let directory = files(
        "convert-replace",
        &[("in.ndjson", "{\"status\":\"QUEUED\"}\n")],
    );
    let write = |force: &[&str]| {
        convert(
            &directory,
            &[&["in.ndjson", "-o", "out", "--partition=status"], force].concat(),
        )
    };
    // An empty directory is replaced without --force.
    fs::create_dir(directory.join("out")).unwrap();
    assert_eq!(write(&[]).code, Some(0));
    fs::create_dir(directory.join("out/status=OLD")).unwrap();
    let run = write(&[]);
    assert_eq!(
        (run.stderr.as_str(), run.code),
        (
            "error: cannot write out: it exists; --force replaces it\n",
            Some(2)
        )
    );
    assert_eq!(write(&["--force"]).code, Some(0));
    assert_eq!(names_in(&directory.join("out")), ["status=QUEUED"]);
    fs::write(directory.join("out/notes"), "").unwrap();
    let run = write(&["--force"]);
    let message = "error: cannot write out: --force replaces only a directory of status=…, and it has other files\n";
    assert_eq!((run.stderr.as_str(), run.code), (message, Some(2)));
    assert_eq!(names_in(&directory), ["in.ndjson", "out"]);
    assert_eq!(names_in(&directory.join("out")), ["notes", "status=QUEUED"]);
}

#[test]
fn a_column_can_have_its_name_in_json() {
    let directory = files(
        "convert-partition-json",
        &[("in", r#"{"jobId":"a","queuedAt":0}"#)],
    );
    for (column, name) in [
        ("jobId", "job_id=a"),
        ("day(queuedAt)", "queued_at_day=1970-01-01"),
    ] {
        let run = convert(
            &directory,
            &["in", "-o", "out", "--force", "--partition", column],
        );
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(names_in(&directory.join("out")), [name]);
        fs::remove_dir_all(directory.join("out")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn many_partitions_take_few_open_files_and_have_one_row_group() {
    // Each partition has rows in both batches of a group, and in several groups.
    let lines: Vec<_> = (0..48_000)
        .map(|index| format!("{{\"jobId\":\"{}\"}}\n", index % 480))
        .collect();
    let directory = files("convert-open-files", &[("in.ndjson", &lines.concat())]);
    let arguments = "convert --as JobExecution in.ndjson -o out --partition job_id";
    let run = crate::run::run_after(&directory, "ulimit -n 32", arguments);
    assert_eq!(
        (run.stderr.as_str(), run.code),
        ("out: 48000 rows from 1 file, 480 partitions\n", Some(0))
    );
    for partition in names_in(&directory.join("out")) {
        let path = directory
            .join("out")
            .join(&partition)
            .join("part-0.parquet");
        let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
        let metadata = reader.metadata();
        let rows = metadata.file_metadata().num_rows();
        assert_eq!((metadata.num_row_groups(), rows), (1, 100), "{partition}");
    }
}

#[test]
fn a_value_that_is_too_long_for_a_name_is_refused() {
    let line = format!("{{\"jobId\":\"{}\"}}\n", "x".repeat(300));
    let directory = files("convert-long-value", &[("in.ndjson", &line)]);
    let run = convert(
        &directory,
        &["in.ndjson", "-o", "out", "--partition=job_id"],
    );
    let message = format!(
        "error: cannot write out: --partition: the value {}… of job_id is too long for the name of a directory, which has \
         at most 255 bytes\n",
        "x".repeat(40)
    );
    assert_eq!((run.stderr, run.code), (message, Some(2)));
    assert_eq!(names_in(&directory), ["in.ndjson"]);
}
