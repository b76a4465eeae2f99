//! `--plot`.
#![expect(
    clippy::unwrap_used,
    reason = "test helpers; clippy only exempts the bodies of tests"
)]

use std::fs;

use super::fixtures;
use crate::run::{Run, files, run_in};

/// A rollout in one reading, which takes less time than all of them.
const ONE_READING: [&str; 6] = [
    "create-job.json",
    "--things=20000",
    "--fail=3%",
    "--timeout=1%",
    "--work=5m..20m",
    "--reading=default",
];

/// The picture that the command writes.
fn plot(name: &str, arguments: &[&str]) -> (Run, String) {
    let directory = files(name, &[]);
    for file in ["create-job.json", "windows.json"] {
        fs::copy(fixtures().join(file), directory.join(file)).unwrap();
    }
    let arguments = [&["forecast", "--plot=plot.svg"], arguments].concat();
    let run = run_in(&directory, &arguments);
    let svg = fs::read_to_string(directory.join("plot.svg")).unwrap();
    (run, svg)
}

/// The texts of a picture.
fn texts(svg: &str) -> Vec<&str> {
    let texts = svg.split("<text ").skip(1);
    let texts = texts.map(|text| text.split('\n').nth(1).unwrap());
    texts.collect()
}

#[test]
fn a_picture_is_the_same_each_time_and_has_both_color_schemes() {
    let (_, one) = plot("forecast-once", &ONE_READING);
    let (_, two) = plot("forecast-twice", &ONE_READING);
    assert_eq!(one, two);
    assert_eq!(one.matches("@media (prefers-color-scheme:dark)").count(), 1);
    // Each color that the style replaces is in the picture, or in that of windows and aborts.
    let (_, two) = plot(
        "forecast-colors",
        &[
            "windows.json",
            "--things=30000",
            "--start=2027-03-01T08:00:00Z",
            "--reading=default",
        ],
    );
    let style = one
        .split("<style>")
        .nth(1)
        .unwrap()
        .split("</style>")
        .next()
        .unwrap();
    let without_style = [&one, &two].map(|svg| svg.split("</style>").nth(1).unwrap());
    for selector in style.split('[').skip(1) {
        let attribute = selector.split(']').next().unwrap();
        assert!(
            without_style.iter().any(|svg| svg.contains(attribute)),
            "{attribute}"
        );
    }
}

#[test]
fn a_picture_goes_to_standard_output_instead_of_the_table() {
    let (_, file) = plot("forecast-file", &ONE_READING);
    let arguments = [&["forecast", "--plot=-"], &ONE_READING[..]].concat();
    let run = run_in(&fixtures(), &arguments);
    assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)));
    assert!(run.stdout == file, "{}", run.stdout);
    assert!(!fixtures().join("-").exists());
}

#[test]
fn a_picture_does_not_overwrite_the_input() {
    let text = fs::read_to_string(fixtures().join("create-job.json")).unwrap();
    let directory = files("forecast-overwrite", &[("job.svg", &text)]);
    let run = run_in(
        &directory,
        &["forecast", "job.svg", "--things=9", "--plot=./job.svg"],
    );
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    assert!(
        run.stderr
            .starts_with("error: --plot ./job.svg: the file is the input\n"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_to_string(directory.join("job.svg")).unwrap(), text);
}

#[test]
fn axes_marks_and_legend_have_labels() {
    let (_, svg) = plot("forecast-labels", &ONE_READING);
    assert_eq!(
        texts(&svg),
        [
            "create-job.json: 20 000 things",
            "completed after 2h 5m",
            "0",
            "5 000",
            "10 000",
            "15 000",
            "20 000",
            "things",
            "0",
            "500",
            "1 000",
            "things notified per minute",
            "0:00",
            "0:15",
            "0:30",
            "0:45",
            "1:00",
            "1:15",
            "1:30",
            "1:45",
            "2:00",
            "time since the start of the job, hours:minutes",
            "completed, 2:05",
            "1 000/min",
            "800/min",
            "400/min",
            "200/min",
            "100/min",
            "succeeded",
            "failed",
            "timed out",
            "in progress"
        ]
    );
    let (_, svg) = plot(
        "forecast-windows",
        &[
            "windows.json",
            "--things=30000",
            "--unreachable=1%",
            "--start=2027-03-01T08:00:00Z",
            "--reading=default",
        ],
    );
    assert_eq!(
        texts(&svg),
        [
            "windows.json: 30 000 things",
            "ended at its endTime (CANCEL) after 3d 4h",
            "0",
            "10 000",
            "20 000",
            "30 000",
            "things",
            "0",
            "50",
            "100",
            "things notified per minute",
            "12:00",
            "2027-03-02",
            "12:00",
            "2027-03-03",
            "12:00",
            "2027-03-04",
            "12:00",
            "time in UTC, from 2027-03-01",
            "endTime, 2027-03-04 12:00",
            "succeeded",
            "canceled",
            "queued",
            "maintenance window"
        ]
    );
}

#[test]
fn the_end_time_has_its_own_mark() {
    let schedule = r#"--set=schedulingConfig={"startTime":"2027-03-01 08:00","endTime":"2027-03-01 09:00","endBehavior":"CANCEL"}"#;
    let (_, svg) = plot(
        "forecast-end-time",
        &[
            "create-job.json",
            "--things=1000",
            "--work=30m",
            "--set=jobExecutionsRolloutConfig.exponentialRate=null",
            "--set=jobExecutionsRolloutConfig.maximumPerMinute=10",
            schedule,
            "--reading=default",
        ],
    );
    let texts = texts(&svg);
    let subtitle = "ended at its endTime (CANCEL) after 1h, the last execution after 1h 29m; ";
    assert!(texts[1].starts_with(subtitle), "{}", texts[1]);
    for label in [
        "endTime, 2027-03-01 09:00",
        "last execution ended, 2027-03-01 09:29",
    ] {
        assert!(
            texts.iter().any(|text| text.starts_with(label)),
            "{texts:?}"
        );
    }
}

#[test]
fn all_changes_are_below_the_title() {
    let changes = [
        "jobExecutionsRolloutConfig.exponentialRate=null",
        "jobExecutionsRolloutConfig.maximumPerMinute=100",
        "abortConfig.criteriaList[0].thresholdPercentage=5",
    ];
    let what_if = changes.map(|change| format!("--what-if={change}"));
    let with = |changes: &[String]| {
        let changes = changes.iter().map(String::as_str);
        let arguments: Vec<_> = ONE_READING.into_iter().chain(changes).collect();
        plot("forecast-changes", &arguments).1
    };
    let svg = with(&what_if);
    let texts = texts(&svg);
    let shown = texts.iter().filter(|text| text.contains("onfig."));
    let shown: Vec<_> = shown.flat_map(|text| text.split("; ")).collect();
    // The first is the end.
    let shown = shown.iter().map(|text| text.trim_end_matches(';'));
    assert_eq!(shown.skip(1).collect::<Vec<_>>(), changes, "{texts:?}");
    // The last change needs a second line.
    let height = |svg: &str| {
        let height = svg.split("height=\"").nth(1).unwrap();
        height.split('"').next().unwrap().parse::<u32>().unwrap()
    };
    assert_eq!(height(&svg), height(&with(&what_if[..2])) + 17);
}

#[test]
fn a_short_run_has_steps() {
    let (_, svg) = plot(
        "forecast-short",
        &[
            "create-job.json",
            "--things=50",
            "--work=5m",
            "--reading=default",
        ],
    );
    // The line above the things that succeeded; all of them do at the end.
    let line = svg
        .split("<polyline ")
        .skip(1)
        .find(|line| line.contains("stroke=\"#FFFFFF\""));
    let points = line.unwrap().split("points=\"").nth(1).unwrap();
    let points: Vec<_> = points
        .split('"')
        .next()
        .unwrap()
        .split_whitespace()
        .collect();
    let [start, until, end] = points[..] else {
        panic!("{points:?}")
    };
    let row = |point: &str| point.split(',').nth(1).unwrap().to_owned();
    assert_eq!(row(start), row(until));
    assert_ne!(row(until), row(end));
    assert_eq!(until.split(',').next(), end.split(',').next());
}

#[test]
fn a_long_run_has_few_points() {
    let (_, svg) = plot(
        "forecast-long",
        &[
            "create-job.json",
            "--things=30000",
            "--work=1h..60h",
            "--set=timeoutConfig=null",
            "--reading=default",
        ],
    );
    let longest = svg
        .split("points=\"")
        .skip(1)
        .map(|points| points.split('"').next().unwrap().split(' ').count());
    let longest = longest.max().unwrap();
    assert!((500..=1210).contains(&longest), "{longest}");
}

#[test]
fn names_are_escaped() {
    let text = fs::read_to_string(fixtures().join("create-job.json")).unwrap();
    let directory = files("forecast-escape", &[("a<b>&.json", &text)]);
    let run = run_in(
        &directory,
        &["forecast", "a<b>&.json", "--things=9", "--plot=a.svg"],
    );
    assert_eq!(run.code, Some(0));
    let svg = fs::read_to_string(directory.join("a.svg")).unwrap();
    assert_eq!(texts(&svg).first(), Some(&"a&lt;b&gt;&amp;.json: 9 things"));
}
