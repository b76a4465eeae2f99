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

#[cfg(feature = "regex")]
mod expression;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::BuildHasher,
};

#[cfg(feature = "regex")]
use self::expression::Expressions;
use super::placeholder::parameter_path;
use crate::{
    report::{Finding, Rule, Violation},
    text,
    types::DocumentParameter,
};

/// A job template that AWS maintains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ManagedTemplate {
    /// Its name.
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
    /// Whether a job may omit it.
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
    // It runs a program of the device, not a handler.
    template("AWS-Run-Command", &[required("command"), USER]),
    template("AWS-Start-Application", SERVICES),
    template("AWS-Stop-Application", SERVICES),
];

/// The documented template with this name.
pub fn find(name: &str) -> Option<&'static ManagedTemplate> {
    LINUX.iter().find(|template| template.name == name)
}

/// The documented template that an ARN names, such as `arn:aws:iot:us-east-1::jobtemplate/AWS-Reboot:1.0`, in any
/// version.
///
/// The ARN of a managed template has no account; a template of an account can have the same name.
pub fn find_by_arn(arn: &str) -> Option<&'static ManagedTemplate> {
    let (prefix, resource) = arn.split_once(":jobtemplate/")?;
    let account = prefix.rsplit(':').next()?;
    let name = resource.split(':').next()?;
    find(name).filter(|_| account.is_empty())
}

impl ManagedTemplate {
    /// The parameters as `DescribeManagedJobTemplate` returns them, but without descriptions, regular
    /// expressions and examples, which only the service has.
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

/// The violations of a job's `documentParameters` by the parameters that
/// `DescribeManagedJobTemplate` describes; paths are those of a `CreateJobRequest`.
///
/// A parameter is required unless it is described as optional. Regular expressions must match the
/// whole value; they are checked with the feature `regex` only. One that is not valid for the `regex` crate
/// gives a warning, and so does one that is not checked because it has more than 512 bytes or would take
/// too long: a service's answer cannot cause more than about a second of work.
pub fn check_parameters<S: BuildHasher>(
    given: &HashMap<String, String, S>,
    described: &[DocumentParameter],
) -> Vec<Violation> {
    let mut violations = BTreeMap::<&str, Finding>::new();
    let mut expressions = Expressions::new();
    for parameter in described {
        let Some(key) = parameter.key() else { continue };
        let found = match (given.get(key), parameter.optional()) {
            (Some(value), _) => {
                let regex = parameter.regex();
                regex.and_then(|regex| expressions.mismatch(regex, value))
            }
            (None, Some(true)) => None,
            (None, _) => Some(missing(parameter)),
        };
        if let Some(found) = found {
            violations.insert(key, found);
        }
    }
    let known: HashSet<_> = described
        .iter()
        .filter_map(DocumentParameter::key)
        .collect();
    let keys = listed(described);
    for key in given.keys().filter(|key| !known.contains(key.as_str())) {
        // Templates have few parameters; with more, comparing each with each name would take long.
        let candidates = described.iter().take(MAX_LISTED);
        let absent = candidates.filter_map(DocumentParameter::key);
        let absent = absent.filter(|key| !given.contains_key(*key));
        let suggestion = text::similar(key, absent);
        let message = format!("the template has no such parameter; it has {keys}");
        let finding = Finding::error(Rule::ParameterUnused, message).limit(keys.as_str());
        violations.insert(key, finding.suggestion(suggestion));
    }
    violations
        .into_iter()
        .map(|(key, finding)| finding.at(parameter_path(key)))
        .collect()
}

/// How many parameters of a template messages name.
const MAX_LISTED: usize = 20;

/// The names of the first parameters, for messages.
fn listed(described: &[DocumentParameter]) -> String {
    let keys = described
        .iter()
        .filter_map(|known| known.key().map(text::unquoted));
    let mut listed: Vec<_> = keys.take(MAX_LISTED).collect();
    if described.len() > MAX_LISTED {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}

fn missing(parameter: &DocumentParameter) -> Finding {
    let example = parameter.example();
    let example = example.map(|example| format!(", such as {:?}", text::unquoted(example)));
    let message = format!(
        "the template requires this parameter{}",
        example.unwrap_or_default()
    );
    Finding::error(Rule::Required, message)
}

/// Without the feature `regex`, every value is accepted.
#[cfg(not(feature = "regex"))]
struct Expressions;

#[cfg(not(feature = "regex"))]
impl Expressions {
    const fn new() -> Self {
        Self
    }

    #[allow(clippy::unused_self, clippy::needless_pass_by_ref_mut)]
    fn mismatch(&mut self, _: &str, _: &str) -> Option<Finding> {
        None
    }
}
