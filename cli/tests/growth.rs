//! The work of a report grows with the number of its findings, not with its square: the bytes that are allocated
//! for inputs of doubled sizes. A separate binary, since counting replaces the allocator.

// Clippy's exception for tests does not include the functions that tests call, which panic on failure too.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io;

use allocation_counter::measure;
use iot_jobs::{catalog, check::Checks, document::placeholder::Values};
use iot_jobs_cli::{
    checking::{Checking, InputKind, check_document, check_payload},
    counts::InputCounts,
    input::Input,
    report::{
        Reporter, github::GithubReporter, human::HumanReporter, json::JsonReporter,
        sarif::SarifReporter,
    },
};

/// Makes a text whose size or number of findings is proportional to a number.
type Document = (&'static str, fn(usize) -> String);

const DOCUMENTS: [Document; 4] = [
    ("numbers", |count| {
        let numbers = vec!["7".repeat(100); count].join(",");
        format!(r#"{{"operation":"x","args":[{numbers}]}}"#)
    }),
    ("steps", |count| {
        let step = format!(r#"{{"action":{{}},"_comment":"{}"}}"#, "c".repeat(300));
        let steps = vec![step; count / 3].join(",");
        format!(r#"{{"version":"1.0","steps":[{steps}]}}"#)
    }),
    ("placeholders in one string", |count| {
        format!("[\"{}\"]", "${aws:iot:x ".repeat(count))
    }),
    ("placeholders below a long key", |count| {
        let strings = vec!["\"${aws:iot:x}\""; count].join(",");
        format!("{{\"{}\":[{strings}]}}", "k".repeat(16 * count))
    }),
];

/// A format, the power of two that is the smaller number of findings, and its reporter.
type Format = (&'static str, u32, fn() -> Box<dyn Reporter>);

const FORMATS: [Format; 4] = [
    // A build without optimizations takes milliseconds for each line that is shown.
    ("human", 7, || {
        Box::new(HumanReporter::new(io::sink(), usize::MAX))
    }),
    ("json", 12, || {
        Box::new(JsonReporter::new(io::sink(), usize::MAX))
    }),
    ("sarif", 12, || {
        Box::new(SarifReporter::new(io::sink(), usize::MAX))
    }),
    ("github", 12, || {
        Box::new(GithubReporter::new(io::sink(), usize::MAX))
    }),
];

/// How much is allocated while a document is checked and reported.
fn allocated(text: &str, values: Option<&Values>, reporter: fn() -> Box<dyn Reporter>) -> u64 {
    let check = || {
        let input = Input {
            file: "f",
            line: None,
            text: text.as_bytes(),
        };
        let mut reporter = reporter();
        reporter
            .report(&check_document(&input, values, Checks::new(), usize::MAX))
            .unwrap();
        reporter.finish(InputCounts::default()).unwrap();
    };
    measure(check).bytes_total
}

#[test]
fn doubled_reports_take_at_most_two_and_a_fifth_times_the_allocations() {
    let values = Values::new().parameters([("k".to_owned(), "v".to_owned())]);
    let mut broken = Vec::new();
    for (document, make) in DOCUMENTS {
        for (format, power, reporter) in FORMATS {
            let values = [None, Some(&values)];
            let values = values
                .into_iter()
                .take(if format == "json" { 2 } else { 1 });
            for values in values {
                // Doubled twice, since sorting takes another buffer from some size on.
                let [small, large] =
                    [power, power + 2].map(|power| allocated(&make(1 << power), values, reporter));
                assert!(small > 1 << power);
                if large * 100 > small * 22 * 22 {
                    broken.push(format!("{document}, {format}: {small} to {large}"));
                }
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

/// How many bytes are allocated at most at a time while the lines of a log are checked and reported.
fn peak(lines: usize, text: &str, reporter: fn() -> Box<dyn Reporter>) -> u64 {
    let shape = catalog::find_shape("JobSummary").expect("a shape");
    let check = || {
        let mut reporter = reporter();
        for line in 1..=lines {
            let input = Input {
                file: "f",
                line: Some(line),
                text: text.as_bytes(),
            };
            let value = shape.decode(text);
            let result = check_payload(&input, shape, value, Checks::new(), 1000);
            reporter.report(&result).unwrap();
        }
        reporter.finish(InputCounts::default()).unwrap();
    };
    measure(check).bytes_max
}

#[test]
fn a_log_takes_the_same_memory_whatever_its_size() {
    for (_, _, reporter) in FORMATS {
        for text in [
            r#"{"jobId":"a"}"#,
            r#"{"jobId":"a","new":1,"status":"X"}"#,
            "{",
        ] {
            let [small, large] = [8, 256].map(|lines| peak(lines, text, reporter));
            assert!(
                small > 0 && large <= small + 64,
                "{text}: {small} to {large}"
            );
        }
    }
}

/// Inputs in YAML, by a number of resources, properties or steps.
const YAML: [Document; 4] = [
    ("resources", |count| {
        let lines = |number| {
            format!(
                "  R{number}:\n    Type: AWS::IoT::JobTemplate\n    Properties:\n      JobTemplateId: !If [A, !Ref B, c]\n      \
                 Description: d\n      Document: |\n        {{\"operation\": \"\",\n         \"args\": 7}}\n"
            )
        };
        let resources: Vec<_> = (0..count / 8).map(lines).collect();
        format!("Resources:\n{}", resources.concat())
    }),
    ("properties", |count| {
        let names: Vec<_> = (0..count)
            .map(|number| format!("      tag{number}: x\n"))
            .collect();
        let start =
            "Resources:\n  R:\n    Type: AWS::IoT::Job\n    Properties:\n      JobId: !Ref J\n";
        format!("{start}{}", names.concat())
    }),
    ("steps of a document", |count| {
        let step = "          {\"action\": {\"name\": 7, \"type\": \"runCommand\", \"input\": {}}}";
        let steps = vec![step; count / 2].join(",\n");
        let start = "Resources:\n  R:\n    Type: AWS::IoT::Job\n    Properties:\n      JobId: j\n      Targets: [!Ref T]\n";
        format!(
            "{start}      Document: !Sub |\n        {{\"version\": \"1.0\", \"steps\": [\n{steps}]}}\n"
        )
    }),
    ("one line", |count| {
        format!("[{}]", vec!["{a: \"b\", c: [d]}"; count].join(", "))
    }),
];

#[test]
fn doubled_inputs_in_yaml_take_at_most_two_and_a_fifth_times_the_allocations() {
    let allocated = |text: &str| {
        let input = Input {
            file: "f.yaml",
            line: None,
            text: text.as_bytes(),
        };
        let checking = Checking {
            kind: InputKind::Detected,
            values: None,
            checks: Checks::new(),
            max_findings: usize::MAX,
        };
        let check = || {
            checking.check(&input);
        };
        measure(check).bytes_total
    };
    let mut broken = Vec::new();
    for (name, make) in YAML {
        let [small, large] = [8, 10].map(|power| allocated(&make(1 << power)));
        assert!(small > 1 << 8);
        if large * 100 > small * 22 * 22 {
            broken.push(format!("{name}: {small} to {large}"));
        }
    }
    assert_eq!(broken, [""; 0]);
}
