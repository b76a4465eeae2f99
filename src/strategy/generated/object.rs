//! The members of a structure.

use super::{Entry, Generated, Sequence, Simplify, Steps, by_name};
use crate::{
    facts::{
        Member, Structure,
        draft::{JsonTree, MemberValue},
    },
    strategy::Profile,
};

/// An object with declared and unknown members.
#[derive(Clone, Debug)]
pub(in crate::strategy) struct Object {
    pub(in crate::strategy) facts: &'static Structure,
    pub(in crate::strategy) profile: Profile,
    pub(in crate::strategy) members: Vec<GeneratedMember>,
    pub(in crate::strategy) unknown: Sequence<Entry>,
}

/// A declared member; it has a value even if it is absent, since a rule may require it.
#[derive(Clone, Debug)]
pub(in crate::strategy) struct GeneratedMember {
    pub(in crate::strategy) facts: &'static Member,
    pub(in crate::strategy) present: bool,
    pub(in crate::strategy) value: Generated,
}

impl Object {
    /// The present members in the model's order, followed by the unknown ones in the order of their names.
    pub(super) fn json(&self) -> JsonTree {
        let consistency = match self.profile {
            Profile::Valid => self.facts.consistency,
            Profile::Adversarial => None,
        };
        let mut members: Vec<_> = self
            .members
            .iter()
            .map(|member| MemberValue {
                facts: member.facts,
                present: member.present,
                // Only a consistency function uses the values of absent members.
                value: if member.present || consistency.is_some() {
                    member.value.json()
                } else {
                    JsonTree::Object(Vec::new())
                },
            })
            .collect();
        if let Some(consistency) = consistency {
            consistency.apply(&mut members);
        }
        let known = members.into_iter().filter(|member| member.present);
        let known = known.map(|member| (member.facts.wire_name.to_owned(), member.value));
        let unknown = by_name(&self.unknown).into_iter();
        let unknown = unknown.filter(|(name, _)| self.facts.member(name).is_none());
        JsonTree::Object(known.chain(unknown).collect())
    }

    /// The indexes of the members whose values can be simpler.
    fn complex(&self) -> Vec<usize> {
        let members = self.members.iter().enumerate();
        let members = members.filter(|(_, member)| !member.value.is_simplest());
        members.map(|(index, _)| index).collect()
    }

    /// The same object with some of its members changed.
    fn change(&self, indexes: &[usize], change: impl Fn(&mut GeneratedMember)) -> Self {
        let mut changed = self.clone();
        for &index in indexes {
            if let Some(member) = changed.members.get_mut(index) {
                change(member);
            }
        }
        changed
    }
}

impl GeneratedMember {
    fn is_simplest(&self) -> bool {
        self.present == self.facts.required && self.value.is_simplest()
    }

    fn simplify(&mut self) {
        self.present = self.facts.required;
        self.value = self.value.simplest();
    }
}

impl Simplify for Object {
    fn is_simplest(&self) -> bool {
        self.unknown.is_simplest() && self.members.iter().all(GeneratedMember::is_simplest)
    }

    fn simplest(&self) -> Self {
        let mut simplest = self.clone();
        simplest.unknown = self.unknown.simplest();
        simplest
            .members
            .iter_mut()
            .for_each(GeneratedMember::simplify);
        simplest
    }

    fn simpler(&self, steps: &mut Steps) -> Option<Self> {
        if let Some(unknown) = self.unknown.simpler(steps) {
            return Some(Self {
                unknown,
                ..self.clone()
            });
        }
        let members = self.members.iter().enumerate();
        let optional =
            members.filter(|(_, member)| !member.facts.required && !member.is_simplest());
        let optional: Vec<_> = optional.map(|(index, _)| index).collect();
        // First halves of them, then quarters, down to single members: most failures need few members.
        let mut part = optional.len().div_ceil(2);
        while part > 0 {
            let mut parts = optional.chunks(part);
            if let Some(nth) = steps.nth_of(parts.len()) {
                return Some(self.change(parts.nth(nth)?, GeneratedMember::simplify));
            }
            part = if part == 1 { 0 } else { part.div_ceil(2) };
        }
        let complex = self.complex();
        let simplest = |member: &mut GeneratedMember| member.value = member.value.simplest();
        if steps.nth_of(usize::from(!complex.is_empty())).is_some() {
            return Some(self.change(&complex, simplest));
        }
        if let Some(nth) = steps.nth_of(if complex.len() > 1 { complex.len() } else { 0 }) {
            return Some(self.change(&[*complex.get(nth)?], simplest));
        }
        complex.into_iter().find_map(|index| {
            let simpler = self.members.get(index)?.value.simpler(steps)?;
            Some(self.change(&[index], |member| member.value = simpler.clone()))
        })
    }
}
