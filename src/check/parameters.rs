//! The parameters of a job: against the managed template that it names, or the placeholders of its document.

use std::{borrow::Cow, collections::HashMap};

use super::{scan::EmbeddedDocument, unknown::is};
use crate::{
    codec,
    constraint::PLACEHOLDER_START,
    control::operation::create_job::CreateJobInput,
    document::{
        self, Command,
        managed_template::{self, ManagedTemplate},
        placeholder::{self, Values, parameter_path, substitute},
    },
    facts::Structure,
    report::{Finding, Rule, Violation},
    shape::Shape,
    text,
};

type Parameters = HashMap<String, String>;

/// Checks the parameters of an input that creates a job, and replaces the placeholders of its document, as the
/// service does before a device receives it.
pub(super) fn check(
    structure: &Structure,
    text: &str,
    documents: &mut [EmbeddedDocument<'_>],
    advice: bool,
) -> Vec<Violation> {
    if !is(structure, &CreateJobInput::STRUCTURE) {
        return Vec::new();
    }
    let Ok(input) = codec::from_str::<CreateJobInput>(text) else {
        return Vec::new();
    };
    let given = input.document_parameters.unwrap_or_default();
    let arn = input.job_template_arn.as_deref();
    match (arn.and_then(managed_template::find_by_arn), documents) {
        (Some(template), _) => of_template(template, &given, advice),
        (None, [document]) => of_document(document, given),
        // A document that is not in the request may have any placeholders.
        _ => Vec::new(),
    }
}

fn of_template(template: &ManagedTemplate, given: &Parameters, advice: bool) -> Vec<Violation> {
    let mut violations = managed_template::check_parameters(given, &template.document_parameters());
    for (key, value) in given {
        let mut add = |finding: Finding| {
            let finding = finding.value(text::quoted_within_64(value));
            violations.push(finding.at(parameter_path(key)));
        };
        for error in placeholder::errors(value) {
            add(Finding::error(Rule::Placeholder, error.to_string()));
        }
        // The template's document has the value as the command of its action.
        if template.name == RUN_COMMAND && key == "command" && !value.contains(PLACEHOLDER_START) {
            match value.parse::<Command>() {
                Ok(command) if advice => {
                    document::advice_on_last(&command).into_iter().for_each(add);
                }
                Ok(_) => {}
                Err(error) => add(Finding::error(Rule::Command, error.to_string())),
            }
        }
    }
    violations
}

/// The template whose parameter is a command.
const RUN_COMMAND: &str = "AWS-Run-Command";

fn of_document(document: &mut EmbeddedDocument<'_>, given: Parameters) -> Vec<Violation> {
    let values = Values::new().parameters(given);
    let fits = !document::is_too_large(document.text.len());
    let violations = match substitute(&document.text, &values) {
        Ok(text) => {
            document.text = Cow::Owned(text);
            return Vec::new();
        }
        Err(violations) => violations.into_iter(),
    };
    let in_payload = |found: Violation| match found.rule {
        Rule::ParameterUnused => Some(found),
        Rule::PlaceholderValue => Some(Violation {
            path: document.path.clone().embedded().join(&found.path),
            ..found
        }),
        // That of the document with its values.
        Rule::Bytes if fits => Some(Violation {
            path: document.path.clone(),
            ..found
        }),
        // The checks of the document and of the values report the others.
        _ => None,
    };
    violations.filter_map(in_payload).collect()
}
