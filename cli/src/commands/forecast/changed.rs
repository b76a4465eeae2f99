//! An input, and the input with settings of the command line.

use std::io::Write;

use iot_jobs::{
    check::Checks,
    validate::{Rule, Severity},
};
use serde_json::Value;

use super::{
    input::{ForecastShape, Settings, SettingsError, settings},
    setting::{Setting, without_nulls},
};
use crate::{
    check_result::CheckResult,
    checking::{Checking, InputKind, decode_error},
    counts::Outcome,
    input::Input,
    report::{Reporter, human::HumanReporter, write_findings},
    stderr, yaml,
};

/// The maximum number of findings that are reported.
const MAX_FINDINGS: usize = 1000;

/// Reads the settings of an input with changes; on standard error, why there are none, and warnings.
pub(super) fn read(
    input: &Input<'_>,
    shape: ForecastShape,
    changes: &[(&'static str, &Setting)],
) -> Result<Settings, Outcome> {
    let mut result = check(input, shape);
    if changes.is_empty() {
        report(&result);
        failure(&result)?;
        let json = json_of(input);
        return settings_of(input, shape, json.as_bytes());
    }
    if result.decoded.is_err() {
        report(&result);
        return Err(Outcome::Errors);
    }
    let mut value: Value = serde_json::from_str(&json_of(input)).map_err(|_| Outcome::Errors)?;
    for (option, setting) in changes {
        setting.apply(&mut value).map_err(|message| {
            stderr::invalid(&format!("--{option} {}: {message}", setting.text));
            Outcome::Unreadable
        })?;
    }
    without_nulls(&mut value);
    let text = value.to_string();
    let options = changes
        .iter()
        .map(|(option, setting)| format!(" --{option} {}", setting.text));
    let file = format!("{}{}", input.display_file(), options.collect::<String>());
    let with_changes = Input {
        file: &file,
        line: None,
        text: text.as_bytes(),
    };
    result = check(&with_changes, shape);
    // The positions would be those of a text that no file has.
    if let Err(error) = &mut result.decoded {
        error.span = None;
    }
    for violation in &mut result.violations {
        violation.span = None;
    }
    report(&result);
    failure(&result)?;
    settings_of(&with_changes, shape, text.as_bytes())
}

fn check<'a>(input: &Input<'a>, shape: ForecastShape) -> CheckResult<'a> {
    let kind = shape
        .entry()
        .map_or(InputKind::Detected, InputKind::Payload);
    let checking = Checking {
        kind,
        values: None,
        checks: Checks::new(),
        max_findings: MAX_FINDINGS,
    };
    let mut result = checking.check(input);
    for violation in &mut result.violations {
        // In a response, `check` expects members of newer versions; a forecast without the setting would be wrong.
        if violation.rule == Rule::UnknownMember.as_str() {
            violation.severity = violation.severity.max(Severity::Warning);
        }
    }
    result
}

fn failure(result: &CheckResult<'_>) -> Result<(), Outcome> {
    match result.outcome() {
        Outcome::Errors => Err(Outcome::Errors),
        _ => Ok(()),
    }
}

/// Writes the report of `iot-jobs check` on standard error, if there are errors or warnings.
fn report(result: &CheckResult<'_>) {
    if result.outcome() == Outcome::Ok {
        return;
    }
    let mut out = anstream::stderr().lock();
    // If standard error is closed, the exit code still shows the failure.
    let _ = HumanReporter::new(&mut out, MAX_FINDINGS).report(result);
    let _ = out.flush();
}

/// The JSON text of an input that is JSON or YAML.
fn json_of(input: &Input<'_>) -> String {
    let text = String::from_utf8_lossy(input.text);
    if yaml::is_yaml(input.file, input.text) {
        // It was converted before, when it was checked.
        return yaml::convert(&text).map(|it| it.json).unwrap_or_default();
    }
    text.into_owned()
}

fn settings_of(input: &Input<'_>, shape: ForecastShape, json: &[u8]) -> Result<Settings, Outcome> {
    settings(shape, json).map_err(|error| {
        match error {
            SettingsError::Decode(error) => {
                write_findings(
                    input,
                    std::iter::once(&decode_error::finding(&error, input)),
                );
            }
            SettingsError::Forecast(error) => {
                stderr::invalid(&format!("{}: {error}", input.display_file()));
            }
        }
        Outcome::Errors
    })
}
