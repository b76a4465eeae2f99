//! From the properties of a resource to the input of an operation.

use std::collections::HashMap;

use super::{
    ResourceType,
    document::{self, quoted},
    findings::Findings,
    place::{Inside, Place},
    property::Property,
    value::{Content, Form, IF, Members, Value},
    variant::{Conditions, Variant},
};
use crate::{
    constraint::{Constraint, JOB_DOCUMENT},
    facts::{Kind, Structure},
    path::Path,
    report::{Finding, Rule},
    text,
};

mod computed;
mod members;
mod scalar;

/// What is converted to: the kind and the constraint of a value, and the property that it is of.
#[derive(Clone, Copy)]
struct Target {
    kind: Kind,
    constraint: Option<&'static Constraint>,
    property: &'static Property,
    /// Whether the input may be without it.
    optional: bool,
}

/// A conversion in progress.
pub(super) struct Converter<'c> {
    resource: ResourceType,
    variant: Variant,
    conditions: &'c mut Conditions,
    findings: &'c mut Findings,
    text: String,
    /// Whether something is known only at deployment.
    open: bool,
    /// The number of assumed strings.
    assumed: usize,
    /// The JSON text of the document.
    document: Option<String>,
}

/// The input that a resource becomes in one variant.
pub(super) struct Converted {
    /// The JSON text of the input.
    pub(super) text: String,
    pub(super) place: Place,
    /// Whether other variants may differ.
    pub(super) open: bool,
    /// The job document.
    pub(super) document: Option<String>,
}

impl<'c> Converter<'c> {
    pub(super) fn new(
        resource: ResourceType,
        variant: Variant,
        conditions: &'c mut Conditions,
        findings: &'c mut Findings,
    ) -> Self {
        Self {
            resource,
            variant,
            conditions,
            findings,
            text: String::new(),
            open: false,
            assumed: 0,
            document: None,
        }
    }

    /// Converts the properties of the resource.
    pub(super) fn convert(mut self, members: &Members<'_>, at: Path) -> Converted {
        let properties = self.resource.properties();
        let owner = match self.resource.container() {
            Some(container) => format!("{container} of {}", self.resource),
            None => self.resource.to_string(),
        };
        let place = self.object(self.resource.input(), properties, &owner, members, at);
        Converted {
            text: self.text,
            place,
            open: self.open,
            document: self.document,
        }
    }

    /// Writes an object; `owner` is the name of what has the properties.
    fn object(
        &mut self,
        structure: &'static Structure,
        properties: &'static [Property],
        owner: &str,
        members: &Members<'_>,
        at: Path,
    ) -> Place {
        let (given, open) = self.assign(properties, owner, members, &at);
        self.open |= open;
        let mut places = HashMap::new();
        self.text.push('{');
        for (property, given) in properties.iter().zip(given) {
            let member = property.member;
            let length = self.text.len();
            self.name(member.wire_name);
            let target = Target {
                kind: member.kind,
                constraint: member.constraint,
                property,
                optional: !member.required,
            };
            let absent_at = || at.clone().member(property.name.clone());
            let place = match given {
                Some((name, value)) => {
                    self.value(target, value, at.clone().member(name.to_owned()))
                }
                None if open => self.computed(target, absent_at()),
                None => None,
            };
            let is_absent = given.is_none_or(|(_, value)| matches!(value.form(), Form::Absent));
            if property.required && is_absent && !open {
                let message = "this property is required, and absent";
                let finding = Finding::error(Rule::Required, message);
                self.findings.add(finding.at(absent_at()));
            }
            let place = place.or_else(|| self.computed_if(member.required, target, absent_at()));
            match place {
                Some(place) => {
                    places.insert(member.wire_name, place);
                }
                None => self.text.truncate(length),
            }
        }
        self.other_required(structure, properties);
        self.text.push('}');
        Place {
            path: at,
            inside: Inside::Object {
                members: places,
                properties,
                open,
            },
        }
    }

    /// Writes a value; of an absent one nothing.
    fn value(&mut self, target: Target, value: &Value<'_>, at: Path) -> Option<Place> {
        match value.form() {
            Form::Absent => None,
            Form::If(condition, branches) => {
                self.open = true;
                let number = self.conditions.number(condition);
                let index = usize::from(self.variant.case(number));
                let branch = branches.get(index)?;
                self.value(target, branch, at.member(IF).index(index + 1))
            }
            _ if target.property.any_json => self.computed(target, at),
            Form::Literal | Form::Computed if is_document(target.constraint) => {
                match document::read(value, &at) {
                    Some(document) => Some(self.document(document)),
                    None => self.literal_or_computed(target, value, at),
                }
            }
            Form::Literal | Form::Computed => self.literal_or_computed(target, value, at),
        }
    }

    fn literal_or_computed(
        &mut self,
        target: Target,
        value: &Value<'_>,
        at: Path,
    ) -> Option<Place> {
        if matches!(value.form(), Form::Computed) {
            return self.computed(target, at);
        }
        match (target.kind, &value.content) {
            (Kind::Structure(structure), Content::Object(members)) => {
                let property = target.property;
                let owner = format!("{} of {}", property.name, self.resource);
                Some(self.object(structure, &property.properties, &owner, members, at))
            }
            (Kind::List(element), Content::List(elements)) => {
                Some(self.list(target, *element, elements, at))
            }
            (Kind::Map(kind), Content::Object(members)) => {
                Some(self.map(target, *kind, members, at))
            }
            _ if self.scalar(target, value, &at) => Some(Place {
                path: at,
                inside: Inside::Scalar,
            }),
            _ => {
                let found = text::describe_json(value.text);
                let hint = match &value.content {
                    Content::Object(_) if is_document(target.constraint) => {
                        ": write JSON text, or use Fn::ToJsonString"
                    }
                    _ => "",
                };
                let message = format!("expected {}, found {found}{hint}", target.kind.expected());
                let finding = Finding::error(Rule::Form, message);
                self.findings.add(finding.at(at.clone()));
                self.computed(target, at)
            }
        }
    }

    fn list(&mut self, target: Target, kind: Kind, values: &[Value<'_>], at: Path) -> Place {
        let target = Target {
            kind,
            constraint: target.constraint.and_then(|it| it.element),
            optional: false,
            ..target
        };
        let mut elements = Vec::new();
        let mut open = false;
        self.text.push('[');
        for (index, value) in values.iter().enumerate() {
            let length = self.text.len();
            self.text
                .push_str(if elements.is_empty() { "" } else { "," });
            open |= !matches!(value.form(), Form::Literal);
            match self.value(target, value, at.clone().index(index)) {
                Some(place) => elements.push(place),
                None => self.text.truncate(length),
            }
        }
        self.text.push(']');
        Place {
            path: at,
            inside: Inside::List { elements, open },
        }
    }

    fn map(&mut self, target: Target, kind: Kind, members: &Members<'_>, at: Path) -> Place {
        let target = Target {
            kind,
            constraint: target.constraint.and_then(|it| it.value),
            optional: false,
            ..target
        };
        if members
            .iter()
            .any(|(name, _)| super::value::adds_members(name))
        {
            self.text.push_str("{}");
            self.open = true;
            return Place::computed(at);
        }
        let mut values = HashMap::new();
        self.text.push('{');
        for (name, value) in members {
            if values.contains_key(&**name) {
                self.appears_twice(at.clone().member(name.to_string()));
                continue;
            }
            let length = self.text.len();
            self.name(name);
            match self.value(target, value, at.clone().member(name.to_string())) {
                Some(place) => {
                    values.insert(name.to_string(), place);
                }
                None => self.text.truncate(length),
            }
        }
        self.text.push('}');
        Place {
            path: at,
            inside: Inside::Map(values),
        }
    }

    /// Writes a document.
    fn document(&mut self, document: document::DocumentText) -> Place {
        for violation in document.violations {
            self.findings.add(violation);
        }
        self.open |= document.open;
        self.text.push_str(&quoted(&document.text));
        self.document = Some(document.text);
        Place {
            path: document.path,
            inside: Inside::Document {
                in_string: document.in_string,
                open: document.open,
            },
        }
    }

    /// Writes the name of a member.
    fn name(&mut self, name: &str) {
        let first = self.text.ends_with('{');
        self.text.push_str(if first { "" } else { "," });
        self.text.push_str(&quoted(name));
        self.text.push(':');
    }

    fn appears_twice(&mut self, at: Path) {
        let finding = Finding::error(Rule::Form, "this property appears twice");
        self.findings.add(finding.at(at));
    }
}

fn is_document(constraint: Option<&'static Constraint>) -> bool {
    constraint.is_some_and(|constraint| std::ptr::eq(constraint, &raw const JOB_DOCUMENT))
}
