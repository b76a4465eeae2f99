//! The check of one resource.

use std::collections::HashSet;

use super::{
    ResourceType,
    convert::{Converted, Converter},
    document,
    findings::Findings,
    place::{Inside, Place},
    property::Property,
    value::{Content, Form, IF, Members, Value},
    variant::{Conditions, Variant},
};
use crate::{
    check::{Checked, Checks},
    control::operation::{create_job::CreateJobInput, create_job_template::CreateJobTemplateInput},
    path::{Path, Step},
    report::{Finding, Rule, Severity, Violation},
    text,
};

/// Checks the properties of a resource.
pub(super) fn check(
    resource: ResourceType,
    properties: &Value<'_>,
    at: Path,
    checks: &Checks,
    violations: &mut Vec<Violation>,
) {
    match (properties.form(), &properties.content) {
        (Form::If(_, branches), _) => {
            for (branch, index) in branches.into_iter().zip(1..) {
                let at = at.clone().member(IF).index(index);
                check(resource, branch, at, checks, violations);
            }
        }
        (Form::Absent | Form::Computed, _) => {}
        (Form::Literal, Content::Object(members)) => {
            in_all_variants(resource, members, &at, checks, violations);
        }
        (Form::Literal, _) => {
            let found = text::describe_json(properties.text);
            let message = format!("expected an object, found {found}");
            violations.push(Finding::error(Rule::Form, message).at(at));
        }
    }
}

fn in_all_variants(
    resource: ResourceType,
    members: &Members<'_>,
    at: &Path,
    checks: &Checks,
    violations: &mut Vec<Violation>,
) {
    let mut findings = Findings::default();
    let mut conditions = Conditions::default();
    let mut variants = 0;
    for variant in Variant::all() {
        variants += 1;
        let converted = Converter::new(resource, variant, &mut conditions, &mut findings)
            .convert(members, at.clone());
        for violation in of_input(resource, &converted, checks) {
            findings.add_of(variant, violation);
        }
        // Without conditions, other variants have no other values: they can only show that a violation is not certain.
        let others_matter = conditions.any() || findings.any_in_all(variants);
        if !converted.open || !others_matter {
            break;
        }
    }
    violations.extend(findings.into_violations(variants));
}

/// The violations of an input, with the paths of the template.
fn of_input(resource: ResourceType, converted: &Converted, checks: &Checks) -> Vec<Violation> {
    let Converted {
        text,
        place,
        document,
        ..
    } = converted;
    let Checked { error, violations } = match resource {
        ResourceType::JobTemplate => checks.check::<CreateJobTemplateInput>(text),
        _ => checks.check::<CreateJobInput>(text),
    };
    let error = error.map(|error| {
        let finding = Finding::error(Rule::Form, error.message());
        finding.at(error.path().clone())
    });
    let found = error.into_iter().chain(violations);
    let parameters = place.member(CreateJobInput::DOCUMENT_PARAMETERS.wire_name);
    let parameters = parameters.is_some_and(Place::is_open);
    let computed = match document {
        Some(document) => document::computed_strings(document, parameters),
        None => HashSet::new(),
    };
    let known = found.filter(|it| is_known(it, place));
    let nothing = HashSet::new();
    let in_template = known.filter_map(|it| {
        // The name of a member is known, whatever its value is.
        let is_name = it.rule == Rule::UnknownMember;
        let computed = if is_name { &nothing } else { &computed };
        let path = place.find(it.path.steps(), computed)?;
        let in_document = it.path.steps().contains(&Step::Embedded);
        Some(if in_document {
            Violation { path, ..it }
        } else {
            of_property(resource, Violation { path, ..it })
        })
    });
    in_template.collect()
}

/// Whether a violation of the input is one of the template, whatever is known only at deployment.
fn is_known(violation: &Violation, place: &Place) -> bool {
    let steps = violation.path.steps();
    let wire_name = CreateJobInput::DOCUMENT.wire_name;
    let document_is_open = place.member(wire_name).is_some_and(Place::is_open);
    match violation.rule {
        Rule::ParameterUnused => !document_is_open,
        Rule::Length | Rule::Bytes if document_is_open => {
            violation.path != Path::root().member(wire_name)
        }
        Rule::Size => !has_computed_size(place, steps),
        _ => true,
    }
}

/// Whether the number of elements of a list is known only at deployment.
fn has_computed_size(place: &Place, steps: &[Step]) -> bool {
    let list = steps
        .iter()
        .try_fold(place, |place, step| match (&place.inside, step) {
            (Inside::Object { members, .. }, Step::Member(name)) => members.get(name.as_str()),
            (Inside::List { elements, .. }, Step::Index(index)) => elements.get(*index),
            _ => None,
        });
    list.is_some_and(|list| matches!(list.inside, Inside::List { open: true, .. }))
}

/// A violation as the resource has it: its schema allows no other values of enums, and its properties have other
/// names than the members of the input.
fn of_property(resource: ResourceType, violation: Violation) -> Violation {
    let severity = match violation.rule {
        Rule::EnumValue => Severity::Error,
        _ => violation.severity,
    };
    let message = match violation.rule {
        Rule::DocumentNeeded => violation.message.replace("set document,", "set Document,"),
        _ => violation.message,
    };
    Violation {
        severity,
        message: with_property_names(resource, &message),
        ..violation
    }
}

/// A message with the names of properties instead of those of members.
fn with_property_names(resource: ResourceType, message: &str) -> String {
    let is_separator = |c: char| !c.is_ascii_alphanumeric();
    let words = message.split_inclusive(is_separator).map(|word| {
        let name = word.trim_end_matches(is_separator);
        let is_camel_case = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.contains(|c: char| c.is_ascii_uppercase());
        let property = if is_camel_case {
            find(resource.properties(), name)
        } else {
            None
        };
        match property {
            Some(property) => word.replacen(name, &property.name, 1),
            None => word.to_owned(),
        }
    });
    words.collect()
}

fn find<'p>(properties: &'p [Property], wire_name: &str) -> Option<&'p Property> {
    properties.iter().find_map(|property| {
        if property.member.wire_name == wire_name {
            return Some(property);
        }
        find(&property.properties, wire_name)
    })
}
