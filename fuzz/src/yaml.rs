//! Inputs in YAML, through the library part of the command.

use std::io;

use iot_jobs::check::Checks;
use iot_jobs_cli::{
    check_result::{CheckResult, Finding},
    checking::{Checking, InputKind},
    input::Input,
};

use iot_jobs_cli::report::{Reporter, human::HumanReporter};

use crate::json::Json;

/// Checks a text as YAML; if it is JSON, which is YAML too, it has the findings of JSON.
pub fn check(text: &str) {
    let yaml = findings("input.yaml", text);
    // YAML has three kinds of line breaks.
    let lines: Vec<_> = text.split(['\r', '\n']).collect();
    for span in yaml.findings().filter_map(|finding| finding.span) {
        assert!(span.column > 0 && span.length > 0);
        assert!((1..=lines.len() + 1).contains(&span.line), "{span:?}");
        let offset = span.offset.unwrap_or_default();
        assert!(text.is_char_boundary(offset), "{span:?}");
    }
    let mut reporter = HumanReporter::new(io::sink(), 1000);
    reporter.report(&yaml).expect("a sink");
    if Json::read(text).is_none() || yaml.decoded.is_err() {
        return;
    }
    let json = findings("input.json", text);
    assert_eq!(rules(&yaml), rules(&json));
}

fn findings<'a>(file: &'a str, text: &'a str) -> CheckResult<'a> {
    let checking = Checking {
        kind: InputKind::Detected,
        values: None,
        checks: Checks::new().advice(),
        max_findings: 1000,
    };
    checking.check(&Input {
        file,
        line: None,
        text: text.as_bytes(),
    })
}

/// What is found, without the positions.
fn rules(result: &CheckResult<'_>) -> Vec<String> {
    let rule = |found: &Finding| format!("{} {} {}", found.severity, found.path, found.rule);
    let mut rules: Vec<_> = result.findings().map(rule).collect();
    rules.sort();
    rules
}
