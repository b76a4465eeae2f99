//! The generated members of a structure, before they become JSON.
//!
//! A generated value satisfies the constraint of its member. A structure with rules between its members
//! declares a function (`#[shape(consistency = function)]`) that adds, removes or changes members until they
//! satisfy the rules. Such a function is next to its rules and works on the types of this module, which
//! therefore depend on no strategy.

mod json_tree;

use std::fmt;

pub(crate) use self::json_tree::JsonTree;
use super::Member;

/// Makes the generated members of a structure satisfy the rules between them.
#[derive(Clone, Copy)]
pub(crate) struct Consistency(pub(crate) fn(&mut Members<'_>));

impl Consistency {
    pub(crate) fn apply(self, members: &mut [MemberValue]) {
        (self.0)(&mut Members(members));
    }
}

// The address of a function can differ from use to use, and must not make equal structures differ.
impl PartialEq for Consistency {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Consistency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Consistency")
    }
}

/// A declared member with its value; an absent member has a value, too, since a rule may require it.
pub(crate) struct MemberValue {
    pub(crate) facts: &'static Member,
    pub(crate) present: bool,
    pub(crate) value: JsonTree,
}

/// The members of a structure, named by the constants of its type, such as `Job::STATUS`.
pub(crate) struct Members<'a>(&'a mut [MemberValue]);

impl Members<'_> {
    /// Whether a member is present.
    pub(crate) fn has(&self, member: &Member) -> bool {
        self.get(member).is_some()
    }

    /// The value of a member that is present.
    pub(crate) fn get(&self, member: &Member) -> Option<&JsonTree> {
        let mut members = self.0.iter();
        let found = members.find(|found| std::ptr::eq(found.facts, member))?;
        found.present.then_some(&found.value)
    }

    /// Makes a member present or absent.
    pub(crate) fn set_present(&mut self, member: &Member, present: bool) {
        if let Some(found) = self.find(member) {
            found.present = present;
        }
    }

    /// Changes the value of a member, present or not.
    pub(crate) fn change(&mut self, member: &Member, change: impl FnOnce(&mut JsonTree)) {
        if let Some(found) = self.find(member) {
            change(&mut found.value);
        }
    }

    /// Makes a member present, with this value.
    pub(crate) fn set(&mut self, member: &Member, value: JsonTree) {
        if let Some(found) = self.find(member) {
            found.present = true;
            found.value = value;
        }
    }

    /// Keeps one of two members, and adds the first if both and their alternative are absent.
    pub(crate) fn keep_one(&mut self, [first, second]: [&Member; 2], alternative: &Member) {
        if self.has(first) {
            self.set_present(second, false);
        } else if !self.has(second) && !self.has(alternative) {
            self.set_present(first, true);
        }
    }

    fn find(&mut self, member: &Member) -> Option<&mut MemberValue> {
        let mut members = self.0.iter_mut();
        members.find(|found| std::ptr::eq(found.facts, member))
    }
}
