//! The job templates that AWS maintains, and the parameters of their documents.
//!
//! ```
//! use std::collections::HashMap;
//!
//! use iot_jobs::document::managed_template::{check_parameters, find};
//!
//! let template = find("AWS-Download-File").expect("a documented template");
//! let given = HashMap::from([("downloadUrl".to_owned(), "https://example.com/f".to_owned())]);
//! let violations = check_parameters(&given, &template.document_parameters());
//! assert_eq!(violations.len(), 1);
//! assert_eq!(violations[0].path, "documentParameters.filePath");
//! ```

use std::{
    collections::{BTreeMap, HashMap},
    hash::BuildHasher,
};

use super::problem;
use crate::{
    types::DocumentParameter,
    validate::{Rule, Violation, start},
};

/// A job template that AWS maintains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ManagedTemplate {
    /// Its name, which never changes.
    pub name: &'static str,
    /// The parameters of its document, the required ones first.
    pub parameters: &'static [Parameter],
}

/// A parameter of a managed template's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parameter {
    /// The name in `documentParameters`.
    pub key: &'static str,
    /// Whether a job may leave it out.
    pub optional: bool,
}

const fn required(key: &'static str) -> Parameter {
    Parameter {
        key,
        optional: false,
    }
}

const fn optional(key: &'static str) -> Parameter {
    Parameter {
        key,
        optional: true,
    }
}

const fn template(name: &'static str, parameters: &'static [Parameter]) -> ManagedTemplate {
    ManagedTemplate { name, parameters }
}

const USER: Parameter = optional("runAsUser");
const FOLDER: Parameter = optional("pathToHandler");
const PACKAGES: &[Parameter] = &[required("packages"), USER, FOLDER];
const SERVICES: &[Parameter] = &[required("services"), USER, FOLDER];

/// The documented templates for Linux, by name.
pub const LINUX: &[ManagedTemplate] = &[
    template(
        "AWS-Download-File",
        &[required("downloadUrl"), required("filePath"), USER, FOLDER],
    ),
    template("AWS-Install-Application", PACKAGES),
    template("AWS-Reboot", &[USER, FOLDER]),
    template("AWS-Remove-Application", PACKAGES),
    template("AWS-Restart-Application", SERVICES),
    // It runs a program of the device's, so there is no handler to look for.
    template("AWS-Run-Command", &[required("command"), USER]),
    template("AWS-Start-Application", SERVICES),
    template("AWS-Stop-Application", SERVICES),
];

/// The documented template with this name.
pub fn find(name: &str) -> Option<&'static ManagedTemplate> {
    LINUX.iter().find(|template| template.name == name)
}

impl ManagedTemplate {
    /// The parameters as `DescribeManagedJobTemplate` gives them, without what only the service knows
    /// (description, regular expression, example).
    pub fn document_parameters(&self) -> Vec<DocumentParameter> {
        let described = |parameter: &Parameter| {
            DocumentParameter::builder()
                .key(parameter.key)
                .optional(parameter.optional)
                .build()
        };
        self.parameters.iter().map(described).collect()
    }
}

/// What is wrong with a job's `documentParameters` by the parameters that
/// `DescribeManagedJobTemplate` describes; paths are those of a `CreateJobRequest`.
///
/// A parameter that is not said to be optional is required. Regular expressions have to match the
/// whole value; they are checked with the feature `regex` only, and one that this crate cannot read
/// gives a warning.
pub fn check_parameters<S: BuildHasher>(
    given: &HashMap<String, String, S>,
    described: &[DocumentParameter],
) -> Vec<Violation> {
    let mut violations = BTreeMap::new();
    for parameter in described {
        let Some(key) = parameter.key() else { continue };
        let found = match (given.get(key), parameter.optional()) {
            (Some(value), _) => parameter.regex().and_then(|regex| mismatch(regex, value)),
            (None, Some(true)) => None,
            (None, _) => Some(missing(parameter)),
        };
        if let Some(found) = found {
            violations.insert(key, found);
        }
    }
    let known = |key: &str| described.iter().any(|known| known.key() == Some(key));
    for key in given.keys().filter(|key| !known(key)) {
        let keys: Vec<_> = described
            .iter()
            .filter_map(|known| known.key().map(start))
            .collect();
        let keys = keys.join(", ");
        let message = format!("the template has no such parameter; it has {keys}");
        let violation = problem::error(Rule::ParameterUnused, "", message);
        let limit = Some(keys);
        violations.insert(key, Violation { limit, ..violation });
    }
    let placed = |(key, violation)| Violation {
        path: problem::path_of_parameter(key),
        ..violation
    };
    violations.into_iter().map(placed).collect()
}

fn missing(parameter: &DocumentParameter) -> Violation {
    let example = parameter.example();
    let example = example.map(|example| format!(", such as {:?}", start(example)));
    let message = format!(
        "the template needs this parameter{}",
        example.unwrap_or_default()
    );
    problem::error(Rule::Required, "", message)
}

/// What is wrong with a value by a regular expression that it has to match as a whole.
#[cfg(feature = "regex")]
fn mismatch(pattern: &str, value: &str) -> Option<Violation> {
    use regex::Regex;

    use crate::validate::{Severity, shortened};

    let Ok(regex) = Regex::new(&format!(r"\A(?:{pattern})\z")) else {
        let message = format!("not checked: {pattern} is a regular expression of another dialect");
        let violation = problem::error(Rule::Pattern, "", message);
        let severity = Severity::Warning;
        return Some(Violation {
            severity,
            ..violation
        });
    };
    (!regex.is_match(value)).then(|| Violation {
        value: Some(shortened(value)),
        limit: Some(pattern.to_owned()),
        ..problem::error(
            Rule::Pattern,
            "",
            format!("the whole has to match {pattern}"),
        )
    })
}

/// Without an engine, every value will do.
#[cfg(not(feature = "regex"))]
fn mismatch(_: &str, _: &str) -> Option<Violation> {
    None
}
