//! The answers to the queries, on a few executions with written-out answers and on generated ones.

#[cfg(feature = "ballista")]
mod ballista;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const EXPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/executions.ndjson");

/// A query and the rows of `tests/executions.ndjson` as CSV.
const ANSWERS: [(&str, &str); 6] = [
    (
        "totals",
        "status,executions,retries,queued_ms,started_ms,updated_ms\n\
         CANCELED,1,0,5245200000,0,5245800000\n\
         FAILED,1,0,5220000000,5220010500,5220300000\n\
         IN_PROGRESS,1,0,5220000000,5220060000,5220120000\n\
         QUEUED,1,0,5247000000,0,5247000000\n\
         REJECTED,1,0,5245200000,5245200000,5245201250\n\
         SUCCEEDED,2,1,10440420000,10442280000,10445460500\n\
         TIMED_OUT,1,0,5234400000,5234400000,5241600000\n",
    ),
    (
        "success_rate",
        "job_id,hour,ended,succeeded,success_percent\n\
         a,2026-03-02T10:00:00Z,2,1,50.0\n\
         a,2026-03-02T11:00:00Z,1,1,100.0\n\
         b,2026-03-02T16:00:00Z,1,0,0.0\n\
         b,2026-03-02T17:00:00Z,1,0,0.0\n",
    ),
    (
        "retries",
        "thing_arn,executions,retries,jobs_with_retries,highest_execution_number\n\
         t1,3,1,1,2\n",
    ),
    (
        "stuck",
        "job_id,thing_arn,execution_number,started_at,last_updated_at,step\n\
         a,t3,1,2026-03-02T10:01:00Z,2026-03-02T10:02:00Z,verify\n",
    ),
    (
        "failure_reasons",
        "job_id,status,reason,executions,things\n\
         a,FAILED,no space,1,1\n\
         b,REJECTED,maintenance,1,1\n\
         b,TIMED_OUT,(none),1,1\n",
    ),
    (
        "rollout",
        "job_id,hour,queued,in_progress,succeeded,not_succeeded\n\
         a,2026-03-02T10:00:00Z,0,2,1,1\n\
         a,2026-03-02T11:00:00Z,0,1,2,1\n\
         b,2026-03-02T14:00:00Z,0,1,0,0\n\
         b,2026-03-02T16:00:00Z,0,0,0,1\n\
         b,2026-03-02T17:00:00Z,1,0,0,3\n",
    ),
];

#[test]
fn answers_are_as_written_out() {
    let parquet = temporary("written-out.parquet");
    run(&["convert", EXPORT, "--output", text(&parquet)]);
    for (query, rows) in ANSWERS {
        assert_eq!(
            answer(query, "--ndjson", EXPORT),
            rows,
            "{query} over NDJSON"
        );
        let found = answer(query, "--parquet", text(&parquet));
        assert_eq!(found, rows, "{query} over Parquet");
    }
}

#[test]
fn the_slowest_are_one_percent_of_the_executions_that_succeeded() {
    let export = temporary("slowest.ndjson");
    let line = |index: i64| {
        let end = 1_772_445_600 + index * 37 % 250;
        format!(
            r#"{{"jobId":"a","thingArn":"t{index}","status":"SUCCEEDED","startedAt":1772445600,"lastUpdatedAt":{end},"executionNumber":1}}"#
        )
    };
    let lines: Vec<_> = (0..250).map(line).collect();
    fs::write(&export, lines.join("\n")).unwrap();
    let rows = "place,job_id,thing_arn,execution_number,duration_ms\n\
                1,a,t27,1,249000\n\
                2,a,t54,1,248000\n";
    assert_eq!(answer("slowest", "--ndjson", text(&export)), rows);
}

#[test]
fn bad_lines_are_reported_with_their_numbers() {
    let expected = "line 6, status: the input ends while parsing a value\n\
                    line 11, queuedAt: expected a timestamp of years 0001 to 9999 (epoch seconds, or ISO 8601 with \
                    an offset), found string \"10000-01-01T00:00:00Z\"\n";
    let listed = run(&["count", EXPORT]);
    assert_eq!(String::from_utf8_lossy(&listed.stderr), expected);
    for threads in ["1", "2", "7", "100"] {
        let output = run(&[
            "query",
            &sql("totals"),
            "--ndjson",
            EXPORT,
            "--threads",
            threads,
        ]);
        let errors = String::from_utf8_lossy(&output.stderr);
        let report = errors.split_once('\n').map_or("", |(_, report)| report);
        let expected = format!("{expected}2 lines do not decode and are not in the answer\n");
        assert_eq!(report, expected, "{threads} threads");
    }
}

#[test]
fn a_plain_loop_finds_what_was_generated() {
    let export = temporary("generated.ndjson");
    let generate = |seed| {
        let arguments = [
            "generate",
            "--rows",
            "5000",
            "--bad-lines",
            "2%",
            "--seed",
            seed,
        ];
        let output = run(&[&arguments[..], &["--output", text(&export)]].concat());
        (json(&output), fs::read(&export).unwrap())
    };
    let first = generate("7");
    assert_ne!(generate("8").1, first.1);
    assert_eq!(generate("7"), first);
    let (mut truth, _) = first;
    let faults = truth.as_object_mut().unwrap().remove("faults").unwrap();
    assert_eq!(faults.as_object().unwrap().len(), 4, "{faults}");
    let bad_lines = truth["bad_lines"].as_array().unwrap().len() as u64;
    assert!(bad_lines > 50);
    assert_eq!(truth["executions"].as_u64(), Some(5000 - bad_lines));
    let counted = run(&["count", text(&export)]);
    assert_eq!(json(&counted), truth);
}

#[test]
fn a_picture_has_the_rollouts_of_the_jobs() {
    let picture = temporary("rollout.svg");
    let arguments = ["plot", "--ndjson", EXPORT, "--output", text(&picture)];
    run(&arguments);
    let svg = fs::read_to_string(&picture).unwrap();
    for part in [
        "a, 4 executions",
        "b, 4 executions",
        "prefers-color-scheme:dark",
    ] {
        assert!(svg.contains(part), "{part}");
    }
    run(&[&arguments[..], &["--job", "b"]].concat());
    let svg = fs::read_to_string(&picture).unwrap();
    assert!(!svg.contains("a, 4 executions") && svg.contains("b, 4 executions"));
    let output = start(&[&arguments[..], &["--job", "c"]].concat());
    assert_eq!(
        String::from_utf8_lossy(&output.stderr).lines().last(),
        Some("error: no executions of job c")
    );
}

#[test]
fn ballista_refuses_an_export() {
    let output = start(&["query", &sql("totals"), "--ndjson", EXPORT, "--ballista"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: --ballista reads only Parquet: convert the export first\n"
    );
}

#[cfg(not(feature = "ballista"))]
#[test]
fn a_build_without_ballista_names_the_feature() {
    let output = start(&["query", &sql("totals"), "--parquet", EXPORT, "--ballista"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: this program was built without `--features ballista`\n"
    );
}

/// The rows of a query as CSV.
fn answer(query: &str, kind: &str, file: &str) -> String {
    let output = run(&["query", &sql(query), kind, file, "--format", "csv"]);
    String::from_utf8(output.stdout).unwrap()
}

fn sql(query: &str) -> String {
    format!("{}/sql/{query}.sql", env!("CARGO_MANIFEST_DIR"))
}

fn run(arguments: &[&str]) -> Output {
    let output = start(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    output
}

fn start(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_analytics"));
    command.args(arguments).output().unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn temporary(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
