//! The fuzzer's dictionary: names and values from the facts, and other words of the wire format.

use std::{collections::BTreeSet, fmt::Write as _};

use iot_jobs::{
    catalog,
    facts::{Kind, Structure},
};

/// Words that are not in the facts.
const WORDS: &[&str] = &[
    "null",
    "true",
    "false",
    "{}",
    "[]",
    "\":",
    "\",\"",
    "\\u0000",
    "\\ud83d\\ude00",
    "\\ud83d",
    "1e400",
    "9223372036854775807",
    "2147483648",
    "1549395301.389",
    "1549395301389",
    "2019-02-05T19:35:01.389Z",
    "+01:00",
    "$next",
    "$aws/things/",
    "/jobs/",
    "/accepted",
    "/rejected",
    "notify-next",
    "start-next",
    "-namespace-",
    "$aws/events/jobExecution/",
    "${aws:iot:parameter:",
    "${aws:iot:s3-presigned-url:",
    "${aws:iot:s3-presigned-url-v2:",
    "${aws:iot:code-sign-signature:s3://",
    "${aws:iot:package:",
    ":version:",
    ":attributes",
    ":artifact-location:s3-presigned-url",
    "$default",
    "cron(",
    "rate(",
    "MON-FRI",
    "%24next",
    "x-amzn-errortype",
    "__type",
    "_comment",
    "\"Resources\":",
    "\"Type\":",
    "\"Properties\":",
    "\"AWS::IoT::Job\"",
    "\"AWS::IoT::JobTemplate\"",
    "\"AWS::GreengrassV2::Deployment\"",
    "\"Fn::If\":",
    "\"Fn::Sub\":",
    "\"Fn::Join\":",
    "\"Fn::ToJsonString\":",
    "\"Ref\":\"AWS::NoValue\"",
    "!Sub ",
    "!If [",
    "!GetAtt a.b",
    "%YAML 1.2",
    "---",
    ": |-",
    "? ",
    "&a",
    "*a",
];

/// The dictionary's text.
pub fn text() -> String {
    let mut words: BTreeSet<String> = WORDS.iter().copied().map(str::to_owned).collect();
    for entry in catalog::shapes() {
        of_structure(entry.structure(), &mut words);
    }
    for entry in catalog::operations() {
        let segments = entry
            .facts()
            .uri
            .split('/')
            .filter(|it| !it.starts_with('{'));
        words.extend(
            segments
                .filter(|it| !it.is_empty())
                .map(|it| format!("/{it}")),
        );
    }
    let mut text = String::new();
    for word in words {
        // libFuzzer's syntax needs these two escapes for the words above.
        let word = word.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = writeln!(text, "\"{word}\"");
    }
    text
}

fn of_structure(structure: &Structure, words: &mut BTreeSet<String>) {
    for member in structure.members {
        words.insert(format!("\"{}\"", member.wire_name));
        of_kind(member.kind, words);
    }
}

fn of_kind(kind: Kind, words: &mut BTreeSet<String>) {
    match kind {
        Kind::Enum(facts) => words.extend(facts.values.iter().map(|value| format!("\"{value}\""))),
        Kind::List(element) | Kind::Map(element) => of_kind(*element, words),
        _ => {}
    }
}
