//! Values in place of those that are known only at deployment. What is found about them is not reported.

use super::{Converter, Target, is_document};
use crate::{
    cloudformation::{
        document::quoted,
        place::Place,
        property::{Property, api_max, api_min},
    },
    constraint::Constraint,
    facts::{Kind, Structure},
    path::Path,
    text,
};

impl Converter<'_> {
    /// Writes a value in place of a computed one, or, in some variants, nothing if it may be absent.
    pub(super) fn computed(&mut self, target: Target, at: Path) -> Option<Place> {
        self.open = true;
        let present = !target.optional || self.variant.case(target.property.member.position);
        self.computed_if(present, target, at)
    }

    /// Writes a value in place of a computed one if it is present.
    pub(super) fn computed_if(&mut self, present: bool, target: Target, at: Path) -> Option<Place> {
        if !present {
            return None;
        }
        self.write_assumed(target.kind, target.constraint);
        Some(Place::computed(at))
    }

    /// Writes the required members for which the resource has no property.
    pub(super) fn other_required(&mut self, structure: &Structure, properties: &[Property]) {
        for member in structure.members.iter().filter(|member| member.required) {
            let mut known = properties.iter();
            if !known.any(|property| property.member.wire_name == member.wire_name) {
                self.name(member.wire_name);
                self.write_assumed(member.kind, member.constraint);
            }
        }
    }

    /// Writes a value of a kind.
    fn write_assumed(&mut self, kind: Kind, constraint: Option<&'static Constraint>) {
        match kind {
            Kind::Structure(structure) => {
                self.text.push('{');
                for member in structure.members {
                    if member.required || self.variant.case(member.position) {
                        self.name(member.wire_name);
                        self.write_assumed(member.kind, member.constraint);
                    }
                }
                self.text.push('}');
            }
            Kind::List(element) => {
                self.text.push('[');
                self.write_assumed(*element, constraint.and_then(|list| list.element));
                self.text.push(']');
            }
            Kind::Map(value) => {
                self.text.push('{');
                self.name("deployment");
                self.write_assumed(*value, constraint.and_then(|map| map.value));
                self.text.push('}');
            }
            Kind::Enum(facts) => {
                let value = self.variant.pick(facts.values).copied();
                self.text.push_str(&quoted(value.unwrap_or_default()));
            }
            Kind::Integer | Kind::Long | Kind::Double => {
                let min = constraint.and_then(api_min).unwrap_or(1.0);
                let max = constraint.and_then(api_max).unwrap_or(min);
                let number = if self.variant.is_first() { min } else { max };
                self.text.push_str(&text::number(number));
            }
            Kind::String if is_document(constraint) => self.text.push_str("\"{}\""),
            // No two are equal, so that no rule takes one for another.
            _ => {
                self.assumed += 1;
                let string = format!("deployment-{}", self.assumed);
                self.text.push_str(&quoted(&string));
            }
        }
    }
}
