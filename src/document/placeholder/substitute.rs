//! Replacing placeholders with values, as the service does.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{PackagePart, Placeholder, find, parse};
use crate::{
    document::size,
    json::{self, Literal, Token},
    path::{Path, PathRef},
    report::{Finding, Rule, Violation},
    text,
    types::Job,
    validate::Validate,
};

/// The values that replace placeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    parameters: BTreeMap<String, String>,
    packages: BTreeMap<(String, String), BTreeMap<String, String>>,
}

impl Values {
    /// No values.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the value of a parameter, for `${aws:iot:parameter:KEY}`.
    pub fn parameter(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.insert(key.into(), value.into());
        self
    }

    /// Adds the values of parameters, such as a job's `documentParameters`.
    pub fn parameters<K: Into<String>, V: Into<String>>(
        mut self,
        values: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let values = values.into_iter();
        self.parameters
            .extend(values.map(|(key, value)| (key.into(), value.into())));
        self
    }

    /// Adds the attributes of a package version, with package and version named as in the document's
    /// placeholders.
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

/// A document whose placeholders are replaced with values.
///
/// Each parameter needs a value, and each value a placeholder. The attributes of a package version
/// are replaced if they are given; other placeholders are kept, since the service replaces them
/// when a device requests the document. Only string values change: names of members, numbers and
/// white space do not change, and values are not searched for placeholders.
///
/// # Errors
///
/// Fails with all violations that prevent the substitution.
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
    let parameters = values.parameters.iter();
    let escaped = parameters
        .map(|(key, value)| (key.as_str(), escaped(value)))
        .collect();
    let mut work = Work {
        document,
        values,
        escaped: &escaped,
        text: String::new(),
        size: 0,
        copied: 0,
        used: BTreeSet::new(),
        violations: Vec::new(),
    };
    work.check_size(document.len(), " before substitution");
    work.check_values();
    let scanned = json::each(document, |at, token| {
        if let Token::String(literal) = token {
            work.string(at, literal);
        }
    });
    if let Err(error) = scanned {
        let finding = Finding::error(Rule::Json, error.to_string());
        work.violations.push(finding.at(error.path().clone()));
        return Err(work.violations);
    }
    work.finish()
}

/// A substitution in progress.
struct Work<'d> {
    document: &'d str,
    values: &'d Values,
    /// The values of parameters as they are written inside JSON strings.
    escaped: &'d BTreeMap<&'d str, String>,
    /// The new document so far, unless it is larger than the service accepts.
    text: String,
    /// The number of bytes of the new document.
    size: usize,
    /// The length of the part of the old document that was copied or replaced.
    copied: usize,
    used: BTreeSet<&'d str>,
    violations: Vec<Violation>,
}

impl Work<'_> {
    fn finish(mut self) -> Result<String, Vec<Violation>> {
        let end = self.document.len();
        self.replace(end..end, "");
        for key in self.values.parameters.keys() {
            if !self.used.contains(key.as_str()) {
                let excerpt = text::unquoted(key);
                let message =
                    format!("the document has no placeholder ${{aws:iot:parameter:{excerpt}}}");
                let finding = Finding::error(Rule::ParameterUnused, message);
                self.violations.push(finding.at(parameter_path(key)));
            }
        }
        if self.violations.is_empty() {
            self.check_size(self.size, " after substitution");
        }
        if self.violations.is_empty() {
            Ok(self.text)
        } else {
            Err(self.violations)
        }
    }

    fn string(&mut self, at: &PathRef<'_>, literal: Literal<'_>) {
        let value = literal.value();
        let mut offsets = literal.offsets();
        for (offset, length) in find::spans(&value) {
            let text = value.get(offset..offset + length).unwrap_or_default();
            let (placeholder, _) = match parse::first(text, offset) {
                Ok(found) => found,
                Err(error) => {
                    self.report(at, Rule::Placeholder, error.to_string());
                    continue;
                }
            };
            let range = offsets.of(offset)..offsets.of(offset + length);
            match placeholder {
                Placeholder::Parameter { key } => match self.escaped.get_key_value(key) {
                    Some((key, value)) => {
                        self.used.insert(key);
                        self.replace(range, value);
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
                        PackagePart::Attributes => self.report(
                            at,
                            Rule::Placeholder,
                            format!(
                                "the placeholder {} (at byte {offset}) becomes an \
                                 object, so it must be the whole string",
                                text::unquoted(&placeholder.to_string())
                            ),
                        ),
                        PackagePart::ArtifactLocation => {}
                    }
                }
                // Only the service can replace these.
                Placeholder::PresignedUrl { .. }
                | Placeholder::PresignedUrlV2 { .. }
                | Placeholder::CodeSignSignature { .. } => {}
            }
        }
    }

    /// Copies up to a range of the old document, and replaces the range.
    fn replace(&mut self, range: Range<usize>, new: &str) {
        let kept = self.document.get(self.copied..range.start);
        let kept = kept.unwrap_or_default();
        for part in [kept, new] {
            self.size = self.size.saturating_add(part.len());
            // Of a document that is too large only the size is used.
            if !size::is_too_large(self.size) {
                self.text.push_str(part);
            }
        }
        self.copied = range.end;
    }

    fn no_value(&mut self, at: &PathRef<'_>, placeholder: Placeholder<'_>, offset: usize) {
        let placeholder = text::unquoted(&placeholder.to_string());
        let message = format!("no value is given for {placeholder} (at byte {offset})");
        self.report(at, Rule::PlaceholderValue, message);
    }

    fn report(&mut self, at: &PathRef<'_>, rule: Rule, message: String) {
        self.violations
            .push(Finding::error(rule, message).at(at.to_path()));
    }

    fn check_size(&mut self, bytes: usize, when: &str) {
        if let Some(violation) = size::too_large(bytes, when) {
            self.violations.push(violation);
        }
    }

    /// Checks keys and values by the constraints of the model.
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

/// The path of a parameter in a request that creates a job.
pub(crate) fn parameter_path(key: &str) -> Path {
    Path::root()
        .member("documentParameters")
        .member(key.to_owned())
}
