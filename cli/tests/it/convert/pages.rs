//! Pages without values, and files with pages and values.

use std::fs;

use crate::run::{Run, files, run_in};

const PAGE: &str = r#"{"executionSummaries":[{"thingArn":"arn:1"}]}"#;
const VALUE: &str = r#"{"thingArn":"arn:2"}"#;

/// Converts a file; returns the column of things with the run, and the file of errors.
fn converted(shape: &str, text: &str, options: &[&str]) -> (Vec<String>, Run, String) {
    let directory = files("convert-empty-pages", &[("in", text)]);
    let arguments = ["convert", "--as", shape, "in", "-o", "out.csv"];
    let run = run_in(&directory, &[&arguments, options].concat());
    let read = |name: &str| fs::read_to_string(directory.join(name)).unwrap_or_default();
    let rows = read("out.csv");
    let rows = rows.lines().skip(1);
    let first = rows.map(|row| row.split(',').next().unwrap().to_owned());
    (first.collect(), run, read("out.csv.errors.ndjson"))
}

#[test]
fn a_page_without_values_has_no_rows() {
    let token = r#"{"nextToken":null}"#;
    let indented = "{\n    \"NextToken\": \"a\",\n    \"new\": null\n}";
    for text in [
        format!("{PAGE}\n{{}}\n{PAGE}\n"),
        format!("{{}}\n{PAGE}\n{PAGE}\n"),
        format!("{PAGE}{{}}{PAGE}{{}}"),
        format!("{token}{{}}{PAGE}\n{PAGE}\n{token}\n"),
        format!("{indented}\n{PAGE}\n{indented}\n{PAGE}"),
    ] {
        let (rows, run, _) = converted("JobExecutionSummaryForJob", &text, &[]);
        assert_eq!(rows, ["arn:1", "arn:1"], "{text}");
        let summary = "out.csv: 2 rows from 1 file\n";
        assert_eq!(
            (run.stderr.as_str(), run.code),
            (summary, Some(0)),
            "{text}"
        );
    }
}

#[test]
fn a_file_that_is_an_empty_response_has_no_rows() {
    for (shape, text) in [
        ("JobExecutionSummaryForJob", "{}"),
        ("JobExecutionSummaryForJob", "{\n}\n"),
        ("JobExecutionSummaryForJob", "{}\n{}\n"),
        ("JobExecutionSummaryForJob", r#"{"nextToken":null}"#),
        ("JobExecution", "{}\n"),
        ("ListJobsResponse", "{}\n"),
    ] {
        let (rows, run, _) = converted(shape, text, &[]);
        assert_eq!(rows, [""; 0], "{text}");
        let summary = "out.csv: 0 rows from 1 file\n";
        assert_eq!(
            (run.stderr.as_str(), run.code),
            (summary, Some(0)),
            "{text}"
        );
    }
}

#[test]
fn an_empty_object_in_place_of_a_value_is_an_error() {
    let shape = "JobExecutionSummaryForJob";
    for (shape, text, options, places) in [
        (shape, format!("{VALUE}\n{{}}\n"), &[][..], &[(2, 1)][..]),
        (shape, format!("{{}}\n{VALUE}\n"), &[], &[(1, 1)]),
        (shape, format!("{{}}{VALUE}"), &[], &[(1, 1)]),
        (shape, format!("[{VALUE}, {{ }}]"), &[], &[(1, 24)]),
        (
            shape,
            PAGE.replace('[', "[{},").replace("arn:1", "arn:2"),
            &[],
            &[(1, 24)],
        ),
        (
            shape,
            format!("{{}}\n{VALUE}\n{{}}\n"),
            &["--ndjson"],
            &[(1, 1), (3, 1)],
        ),
        (
            "DescribeJobExecutionResponse",
            "{}\n{}\n".to_owned(),
            &[],
            &[(1, 1), (2, 1)],
        ),
        ("JobExecution", "{}\n".to_owned(), &["--ndjson"], &[(1, 1)]),
    ] {
        let (rows, run, errors) = converted(shape, &text, options);
        let expected = usize::from(text.contains("arn:2"));
        assert_eq!(rows, vec!["arn:2"; expected], "{text}");
        assert_eq!(run.code, Some(1), "{text}: {}", run.stderr);
        let object = if text.contains("{ }") { "{ }" } else { "{}" };
        let lines: Vec<_> = places
            .iter()
            .map(|(line, column)| {
                format!(
                    "{{\"file\":\"in\",\"line\":{line},\"column\":{column},\"path\":\"$\",\
                     \"message\":\"an object without members\",\"text\":\"{object}\"}}"
                )
            })
            .collect();
        assert_eq!(errors.lines().collect::<Vec<_>>(), lines, "{text}");
    }
}

#[test]
fn every_value_of_a_shape_without_members_is_an_empty_object() {
    for text in ["{}", "{}\n", "[{}]"] {
        let (_, run, _) = converted("DeleteJobResponse", text, &[]);
        let summary = "out.csv: 1 row from 1 file\n";
        assert_eq!(
            (run.stderr.as_str(), run.code),
            (summary, Some(0)),
            "{text}"
        );
    }
}

#[test]
fn pages_and_values_in_a_file_are_errors_in_either_order() {
    let not_page = r#"{"file":"in","line":2,"column":3,"path":"$","message":"expected a page, which has a list `executionSummaries`","text":"{ \"thingArn\" : null, \"é\": [\"}\"] }"}"#;
    let page = r#"{"file":"in","line":2,"column":1,"path":"$","message":"no member of JobExecutionSummaryForJob: found executionSummaries; is it a page or another shape?","text":"{\"executionSummaries\":[{\"thingArn\":\"arn:1\"}]}"}"#;
    for (text, row, error) in [
        (
            format!("{PAGE}\n  {{ \"thingArn\" : null, \"é\": [\"}}\"] }} {{}}\n"),
            "arn:1",
            not_page,
        ),
        (format!("{VALUE}\n{PAGE}\n"), "arn:2", page),
    ] {
        let (rows, run, errors) = converted("JobExecutionSummaryForJob", &text, &[]);
        assert_eq!(rows, [row]);
        let summary = "out.csv: 1 row from 1 file, 1 error in out.csv.errors.ndjson\n";
        assert_eq!((run.stderr.as_str(), run.code), (summary, Some(1)));
        assert_eq!(errors.lines().collect::<Vec<_>>(), [error]);
    }
}
