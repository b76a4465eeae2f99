//! Putting values in the place of placeholders, as the service does.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{PackagePart, Placeholder, find, parse};
use crate::{
    codec::scan::{self, Literal, Token},
    document::problem,
    path::Path,
    types::Job,
    validate::{Rule, Validate, Violation, start},
};

/// What the placeholders of a document stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    parameters: BTreeMap<String, String>,
    packages: BTreeMap<(String, String), BTreeMap<String, String>>,
}

impl Values {
    /// Values for no placeholder.
    pub fn new() -> Self {
        Self::default()
    }

    /// With the value of a parameter, for `${aws:iot:parameter:KEY}`.
    pub fn parameter(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.insert(key.into(), value.into());
        self
    }

    /// With the values of parameters, such as a job's `documentParameters`.
    pub fn parameters<K: Into<String>, V: Into<String>>(
        mut self,
        values: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let values = values.into_iter();
        self.parameters
            .extend(values.map(|(key, value)| (key.into(), value.into())));
        self
    }

    /// With the attributes of a package's version, both named as in the document's placeholders.
    pub fn attributes<K: Into<String>, V: Into<String>>(
        mut self,
        name: impl Into<String>,
        version: impl Into<String>,
        attributes: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let attributes = attributes.into_iter();
        let attributes = attributes.map(|(key, value)| (key.into(), value.into()));
        self.packages
            .entry((name.into(), version.into()))
            .or_default()
            .extend(attributes);
        self
    }
}

/// A document with values in the place of placeholders, or everything that is in the way of it.
///
/// Parameters need a value each, and each value a placeholder. The attributes of a package's version
/// are put in if they are given; other placeholders are left to the service, which knows what they
/// stand for only when a device asks. Only string values change: names of members, numbers and white
/// space stay byte for byte, and what a value itself looks like is never read as a placeholder.
///
/// ```
/// use iot_jobs::document::placeholder::{Values, substitute};
///
/// let document = r#"{ "path": "${aws:iot:parameter:folder}/x", "pump": "${aws:iot:package:p:version:1:attributes}" }"#;
/// let values = Values::new()
///     .parameter("folder", "/opt/\"new\"")
///     .attributes("p", "1", [("url", "https://h/p")]);
/// assert_eq!(
///     substitute(document, &values).unwrap(),
///     r#"{ "path": "/opt/\"new\"/x", "pump": {"url":"https://h/p"} }"#
/// );
/// ```
pub fn substitute(document: &str, values: &Values) -> Result<String, Vec<Violation>> {
    let mut work = Work {
        document,
        values,
        text: String::new(),
        copied: 0,
        used: BTreeSet::new(),
        violations: Vec::new(),
    };
    work.check_size(document, " before substitution");
    work.check_values();
    let scanned = scan::each(document, |at, token| {
        if let Token::String(literal) = token {
            work.string(at, literal);
        }
    });
    if let Err(error) = scanned {
        work.violations
            .push(problem::error(Rule::Json, error.path(), error.to_string()));
        return Err(work.violations);
    }
    work.finish()
}

/// A substitution under way.
struct Work<'d, 'v> {
    document: &'d str,
    values: &'v Values,
    /// The new document so far.
    text: String,
    /// How far the old one has been dealt with.
    copied: usize,
    used: BTreeSet<&'v str>,
    violations: Vec<Violation>,
}

impl Work<'_, '_> {
    fn finish(mut self) -> Result<String, Vec<Violation>> {
        let end = self.document.len();
        self.replace(end..end, "");
        for key in self.values.parameters.keys() {
            if !self.used.contains(key.as_str()) {
                let key_start = start(key);
                let message =
                    format!("no placeholder ${{aws:iot:parameter:{key_start}}} asks for it");
                let path = problem::path_of_parameter(key);
                let violation = problem::error(Rule::ParameterUnused, path, message);
                self.violations.push(violation);
            }
        }
        if self.violations.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.check_size(&text, " after substitution");
            self.text = text;
        }
        if self.violations.is_empty() {
            Ok(self.text)
        } else {
            Err(self.violations)
        }
    }

    fn string(&mut self, at: &Path<'_>, literal: Literal<'_>) {
        let value = literal.value();
        for (offset, length) in find::spans(&value) {
            let text = value.get(offset..).unwrap_or_default();
            let (placeholder, _) = match parse::first(text, offset) {
                Ok(found) => found,
                Err(error) => {
                    self.refuse(at, Rule::Placeholder, error.to_string());
                    continue;
                }
            };
            let range = literal.place_of(offset)..literal.place_of(offset + length);
            match placeholder {
                Placeholder::Parameter { key } => match self.values.parameters.get_key_value(key) {
                    Some((key, value)) => {
                        self.used.insert(key);
                        self.replace(range, &escaped(value));
                    }
                    None => self.no_value(at, placeholder, offset),
                },
                Placeholder::Package {
                    name,
                    version,
                    part,
                } => {
                    let package = (name.to_owned(), version.to_owned());
                    let Some(attributes) = self.values.packages.get(&package) else {
                        continue;
                    };
                    match part {
                        PackagePart::Attribute(key) => match attributes.get(key) {
                            Some(value) => self.replace(range, &escaped(value)),
                            None => self.no_value(at, placeholder, offset),
                        },
                        PackagePart::Attributes if length == value.len() => {
                            self.replace(literal.outer(), &object(attributes));
                        }
                        PackagePart::Attributes => self.refuse(
                            at,
                            Rule::Placeholder,
                            format!(
                                "the placeholder {} (at byte {offset}) becomes an \
                                 object, so nothing may stand beside it in its string",
                                start(&placeholder.to_string())
                            ),
                        ),
                        PackagePart::ArtifactLocation => {}
                    }
                }
                _ => {}
            }
        }
    }

    /// Copies up to a range of the old document, and puts new text in its place.
    fn replace(&mut self, range: Range<usize>, new: &str) {
        let kept = self.document.get(self.copied..range.start);
        self.text.push_str(kept.unwrap_or_default());
        self.text.push_str(new);
        self.copied = range.end;
    }

    fn no_value(&mut self, at: &Path<'_>, placeholder: Placeholder<'_>, offset: usize) {
        let placeholder = start(&placeholder.to_string());
        let message = format!("no value is given for {placeholder} (at byte {offset})");
        self.refuse(at, Rule::PlaceholderValue, message);
    }

    fn refuse(&mut self, at: &Path<'_>, rule: Rule, message: String) {
        let violation = problem::error(rule, problem::path_of(at), message);
        self.violations.push(violation);
    }

    fn check_size(&mut self, document: &str, when: &str) {
        if let Some(violation) = problem::too_large(document, when) {
            self.violations.push(violation);
        }
    }

    /// Keys and values by the constraints that the model has for them.
    fn check_values(&mut self) {
        let parameters = self.values.parameters.clone();
        let job = Job::builder()
            .set_document_parameters(Some(parameters.into_iter().collect()))
            .build();
        self.violations.extend(job.violations());
    }
}

/// Text as it is written inside a JSON string.
fn escaped(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let inner = quoted.get(1..quoted.len().saturating_sub(1));
    inner.unwrap_or_default().to_owned()
}

/// Attributes as a JSON object.
fn object(attributes: &BTreeMap<String, String>) -> String {
    let member =
        |(key, value): (&String, &String)| format!("\"{}\":\"{}\"", escaped(key), escaped(value));
    let members: Vec<_> = attributes.iter().map(member).collect();
    format!("{{{}}}", members.join(","))
}
