//! The codec's own reader and serde's decode the same texts to the same values, and refuse the same texts.

mod agreement;

use std::fmt::Write;

use agreement::check;
use iot_jobs::{
    catalog, codec,
    device::{
        message::{JobExecutionsChanged, UpdateJobExecutionRequest},
        operation::describe_job_execution::DescribeJobExecutionOutput,
        operation::start_command_execution::StartCommandExecutionInput,
        types::JobExecution,
    },
    document::{OtaDocument, StepsDocument},
    event::JobEvent,
    operation::{
        create_job::CreateJobInput, describe_job::DescribeJobOutput,
        list_job_executions_for_job::ListJobExecutionsForJobOutput,
    },
    shape::{Shape, ShapeVisitor},
    strategy::{adversarial_json, valid_json},
};
use proptest::{
    prelude::*,
    sample::{Index, select},
    test_runner::{Config, TestRunner},
};

/// The same JSON with its members in another order, with white space, or with other escapes.
fn respelled(text: &str) -> [String; 3] {
    let value: Option<serde_json::Value> = serde_json::from_str(text).ok();
    let sorted = value.map_or_else(|| text.to_owned(), |value| value.to_string());
    let mut escaped = String::new();
    let mut in_string = false;
    let mut after_backslash = false;
    for character in text.chars() {
        let code = u32::from(character);
        let plain = character.is_ascii_alphabetic() && in_string && !after_backslash;
        in_string ^= character == '"' && !after_backslash;
        after_backslash = character == '\\' && !after_backslash;
        if plain && code.is_multiple_of(3) {
            write!(escaped, "\\u{code:04X}").unwrap();
        } else {
            escaped.push(character);
        }
    }
    [sorted, codec::indent(text).replace('\n', "\r\n"), escaped]
}

/// Texts that change the meaning or the syntax where they are inserted.
const INSERTED: &[&str] = &[
    "",
    " ",
    "null",
    "0",
    "-",
    ".",
    "e5",
    "1",
    "\"",
    "\\",
    "\\u12",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "true",
    "\u{e9}",
    "\t",
    "\u{1}",
    "99999999999999999999",
    "\"a\":1,",
    "[1],",
    "{},",
    "-0",
];

/// Replaces some bytes of a text by another text.
fn changed(text: &str, at: Index, length: usize, inserted: &str) -> String {
    let start = text.floor_char_boundary(at.index(text.len() + 1));
    let end = text.ceil_char_boundary((start + length).min(text.len()));
    [&text[..start], inserted, &text[end..]].concat()
}

fn agree<T: Shape>(cases: u32) {
    let texts = prop_oneof![valid_json(&T::STRUCTURE), adversarial_json(&T::STRUCTURE)];
    let changes = (any::<Index>(), 0..4_usize, select(INSERTED));
    let config = Config {
        failure_persistence: None,
        cases,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(
            &(texts, prop::collection::vec(changes, 8)),
            |(text, changes)| {
                check::<T>(&text);
                for text in respelled(&text) {
                    check::<T>(&text);
                }
                for (at, length, inserted) in changes {
                    check::<T>(&changed(&text, at, length, inserted));
                }
                Ok(())
            },
        )
        .unwrap();
}

macro_rules! agreement {
    ($( $name:ident: $shape:ty, )+) => { $(
        #[test]
        fn $name() {
            agree::<$shape>(Config::default().cases / 4);
        }
    )+ };
}

agreement! {
    describe_job: DescribeJobOutput,
    list_job_executions_for_job: ListJobExecutionsForJobOutput,
    create_job: CreateJobInput,
    describe_job_execution: DescribeJobExecutionOutput,
    job_executions_changed: JobExecutionsChanged,
    update_job_execution: UpdateJobExecutionRequest,
    start_command_execution: StartCommandExecutionInput,
    steps_document: StepsDocument,
    ota_document: OtaDocument,
    job_event: JobEvent,
}

/// A few cases of every shape.
struct Agree;

impl ShapeVisitor for Agree {
    fn visit<T: Shape>(&mut self) {
        agree::<T>(Config::default().cases / 64);
    }
}

#[test]
fn every_shape() {
    catalog::visit_shapes(&mut Agree);
}

/// Values at the edges of their kinds, and texts that are no values.
const VALUES: &[&str] = &[
    "0",
    "-0",
    "00",
    "01",
    "-",
    "-1",
    "1.",
    "1.0",
    "1.50",
    ".5",
    "+1",
    "1e",
    "1e0",
    "1E+2",
    "1e-2",
    "1e400",
    "-1e400",
    "5.5",
    "999999999999999999",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "12345678901234567890123",
    "2147483647",
    "2147483648",
    "1549395301",
    "1549395301.389",
    "1549395301.3895",
    "1549395301.3895005",
    "1549395301.38950050",
    "1549395301.3895005null",
    "1549395301.",
    "1549395301.3e0",
    "1549395301.389e0",
    "1549395301389",
    "154939530138",
    "99999999999",
    "999999999999",
    "253402300799",
    "253402300799.999999",
    "253402300799.9999996",
    "253402300800",
    "253402300799999",
    "253402300800000",
    "-62135596800",
    "-62135596801",
    "-62135596800.0000004",
    "0.0000005",
    "0.00000049",
    "-0.0000005",
    "1.0000005",
    "0.5",
    "\"2019-02-05T19:35:01.389Z\"",
    "\"2019-02-05T19:35:01\"",
    "\"1\"",
    "\"0001\"",
    "\"\"",
    "\"+1\"",
    "\"-1\"",
    "\"1.0\"",
    "null",
    "nul",
    "nulll",
    "true",
    "tru",
    "false",
    "[]",
    "[null]",
    "{}",
    "{\"a\":null}",
    "\"\\u00e9\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud800\"",
    "\"\\udc00\"",
    "\"\\ud800\\u0041\"",
    "\"\\u+12f\"",
    "\"\\u12g4\"",
    "\"\\x\"",
    "\"\t\"",
    "\"a",
    "\"é\"",
    "[1,]",
    "{\"a\":1,}",
    "{\"a\" 1}",
    "{,}",
    "1 2",
    "/**/1",
    "'a'",
    "NaN",
    "Infinity",
    "\u{feff}1",
    "1\u{a0}",
    "\u{0}",
];

#[test]
fn values_at_the_edges_of_their_kinds() {
    for value in VALUES {
        for member in [
            "jobId",
            "executionNumber",
            "versionNumber",
            "queuedAt",
            "statusDetails",
            "status",
            "jobDocument",
            "approximateSecondsBeforeTimedOut",
            "unknown",
        ] {
            for text in [
                format!("{{\"{member}\":{value}}}"),
                format!("{{ \"{member}\" : {value} }}"),
                format!("{{\"{member}\":{value},\"thingName\":\"t\"}}"),
                format!("{{\"{member}\":{value}"),
            ] {
                check::<JobExecution>(&text);
            }
        }
        let number =
            format!("{{\"parameters\":{{\"p\":{{\"I\":{value},\"D\":{value},\"B\":true}}}}}}");
        check::<StartCommandExecutionInput>(&number);
        check::<JobExecution>(value);
    }
    for depth in [125, 126, 127, 128] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let inner = if open == "[" { "" } else { "1" };
            let value = open.repeat(depth) + inner + &close.repeat(depth);
            check::<JobExecution>(&format!("{{\"new\":{value}}}"));
            check::<JobExecution>(&format!("{{\"jobDocument\":{value}}}"));
            check::<JobExecution>(&value);
        }
    }
}
