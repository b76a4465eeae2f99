//! Job documents in templates, also as the result of `Fn::Sub`, `Fn::Join` and `Fn::ToJsonString`.

use std::{borrow::Cow, collections::HashSet};

use super::value::{Content, DYNAMIC_REFERENCE, Form, Value};
use crate::{
    constraint::PLACEHOLDER_START,
    json::{self, Token, syntax},
    path::{Path, PathRef},
    report::{Finding, Rule, Violation},
    text,
};

/// A document in a template.
pub(super) struct DocumentText {
    /// The JSON text, in which [`COMPUTED`] replaces what is known only at deployment.
    pub(super) text: String,
    /// The path of the text in the template.
    pub(super) path: Path,
    /// Whether the text is in a string of the template.
    pub(super) in_string: bool,
    /// Whether parts of the text are known only at deployment.
    pub(super) open: bool,
    pub(super) violations: Vec<Violation>,
}

/// A character of private use, in place of text that is known only at deployment.
const COMPUTED: char = '\u{e000}';

/// The document that a property has; `None` if it is no string, or if too little of it is known.
pub(super) fn read(value: &Value<'_>, at: &Path) -> Option<DocumentText> {
    let mut parts = Parts::default();
    let (path, in_string) = match value.function() {
        Some(("Fn::ToJsonString", argument)) => {
            let mut text = String::new();
            write_json(argument, &mut text);
            parts.0.push(Part::Text(text.into()));
            (at.clone().member("Fn::ToJsonString"), false)
        }
        Some((name @ ("Fn::Sub" | "Fn::Join"), argument)) => {
            parts.add(value);
            let path = at.clone().member(name.to_owned());
            let with_variables = name == "Fn::Sub" && argument.elements().is_some();
            (if with_variables { path.index(0) } else { path }, true)
        }
        Some(_) => return None,
        None => {
            parts.literal(value.string()?);
            (at.clone(), true)
        }
    };
    let unescaped = parts.unescaped_placeholder();
    let violations = unescaped.map(|finding| finding.at(path.clone()));
    let violations = violations.into_iter().collect();
    let joined = parts.join()?;
    let open = joined.contains(COMPUTED);
    if open && (has_computed_names(&joined) || joined.trim_matches(['"', COMPUTED]).is_empty()) {
        return None;
    }
    Some(DocumentText {
        text: joined,
        path,
        in_string,
        open,
        violations,
    })
}

/// The paths of a document's strings that are known only at deployment; also of those with parameters, if the
/// parameters are.
pub(super) fn computed_strings(document: &str, parameters: bool) -> HashSet<Path> {
    let mut paths = HashSet::new();
    let is_computed =
        |text: &str| text.contains(COMPUTED) || (parameters && text.contains(PLACEHOLDER_START));
    let _ = json::each(document, |at, token| {
        if let Token::String(literal) = token
            && is_computed(&literal.value())
        {
            paths.insert(at.to_path());
        }
    });
    paths
}

fn has_computed_names(document: &str) -> bool {
    let mut found = false;
    let _ = json::each(document, |at, _| {
        found |= matches!(at, PathRef::Key(_, name, _) if name.contains(COMPUTED));
    });
    found
}

/// A part of a text.
enum Part<'v> {
    Text(Cow<'v, str>),
    /// Known only at deployment.
    Computed,
    /// A placeholder of the service which `Fn::Sub` takes for a variable of its own.
    Placeholder(&'v str),
}

#[derive(Default)]
struct Parts<'v>(Vec<Part<'v>>);

impl<'v> Parts<'v> {
    /// Adds a string, or the result of a function.
    fn add(&mut self, value: &'v Value<'_>) {
        match (value.function(), &value.content) {
            (Some(("Fn::Sub", argument)), _) => {
                let text = argument.string();
                let text = text.or_else(|| argument.elements()?.first()?.string());
                match text {
                    Some(text) => self.substitution(text),
                    None => self.0.push(Part::Computed),
                }
            }
            (Some(("Fn::Join", argument)), _) => self.joined(argument),
            (None, Content::String(text)) => self.literal(text),
            (None, Content::Scalar) => self.0.push(Part::Text(value.text.into())),
            _ => self.0.push(Part::Computed),
        }
    }

    /// A string, which may have references to parameters and secrets.
    fn literal(&mut self, mut text: &'v str) {
        while let Some((before, reference)) = text.split_once(DYNAMIC_REFERENCE) {
            self.0.push(Part::Text(before.into()));
            self.0.push(Part::Computed);
            text = reference.split_once("}}").map_or("", |(_, after)| after);
        }
        self.0.push(Part::Text(text.into()));
    }

    fn joined(&mut self, argument: &'v Value<'_>) {
        let Some([delimiter, values]) = argument.elements() else {
            return self.0.push(Part::Computed);
        };
        let (Some(delimiter), Some(values)) = (delimiter.string(), values.elements()) else {
            return self.0.push(Part::Computed);
        };
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.0.push(Part::Text(delimiter.into()));
            }
            self.add(value);
        }
    }

    /// The text of `Fn::Sub`: `${Name}` is a variable, `${!Name}` is the text `${Name}`.
    fn substitution(&mut self, mut text: &'v str) {
        while let Some((before, rest)) = text.split_once("${") {
            self.literal(before);
            let Some((name, after)) = rest.split_once('}') else {
                self.0.push(Part::Text("${".into()));
                text = rest;
                continue;
            };
            let with_braces = text.get(before.len()..text.len() - after.len());
            let with_braces = with_braces.unwrap_or_default();
            self.0.push(match name.strip_prefix('!') {
                Some(literal) => Part::Text(format!("${{{literal}}}").into()),
                None if with_braces.starts_with(PLACEHOLDER_START) => {
                    Part::Placeholder(with_braces)
                }
                None => Part::Computed,
            });
            text = after;
        }
        self.literal(text);
    }

    /// A finding for the first placeholder of the service in the text of `Fn::Sub`.
    fn unescaped_placeholder(&self) -> Option<Finding> {
        let found = self.0.iter().find_map(|part| match part {
            Part::Placeholder(text) => Some(*text),
            _ => None,
        })?;
        let excerpt = text::unquoted(found);
        let message = format!(
            "Fn::Sub takes {excerpt} for a variable of the template: write `${{!aws:iot:` for a \
             placeholder of AWS IoT Jobs"
        );
        Some(Finding::error(Rule::Placeholder, message).value(text::quoted_within_64(found)))
    }

    /// The whole text; `None` if it is JSON only with certain computed values.
    fn join(self) -> Option<String> {
        let mut text = String::new();
        let mut state = State::default();
        let mut value_is_computed = false;
        for part in self.0 {
            match part {
                Part::Text(part) => {
                    state.read(&part);
                    text.push_str(&part);
                }
                Part::Placeholder(part) => text.push_str(part),
                Part::Computed if state.in_string => text.push(COMPUTED),
                Part::Computed => {
                    value_is_computed = true;
                    text.extend(['"', COMPUTED, '"']);
                }
            }
        }
        (!value_is_computed || syntax::check(&text).is_ok()).then_some(text)
    }
}

/// Whether a part of a JSON text ends inside a string.
#[derive(Default)]
struct State {
    in_string: bool,
    after_backslash: bool,
}

impl State {
    fn read(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                _ if self.after_backslash => self.after_backslash = false,
                b'\\' => self.after_backslash = self.in_string,
                b'"' => self.in_string = !self.in_string,
                _ => {}
            }
        }
    }
}

/// Writes the JSON text of a value, with [`COMPUTED`] for the results of functions.
fn write_json(value: &Value<'_>, text: &mut String) {
    match value.form() {
        // The elements of a list keep their indices.
        Form::Absent | Form::If(..) | Form::Computed => text.extend(['"', COMPUTED, '"']),
        Form::Literal => match &value.content {
            Content::Scalar | Content::String(_) => text.push_str(value.text),
            Content::List(elements) => {
                text.push('[');
                for (index, element) in elements.iter().enumerate() {
                    text.push_str(if index > 0 { "," } else { "" });
                    write_json(element, text);
                }
                text.push(']');
            }
            Content::Object(members) => {
                text.push('{');
                let present = members.iter();
                let present = present.filter(|(_, it)| !matches!(it.form(), Form::Absent));
                for (index, (name, value)) in present.enumerate() {
                    text.push_str(if index > 0 { "," } else { "" });
                    text.push_str(&quoted(name));
                    text.push(':');
                    write_json(value, text);
                }
                text.push('}');
            }
        },
    }
}

/// A string as JSON text.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
