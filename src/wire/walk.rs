//! Going over every value of a shape.

use aws_smithy_types::DateTime;

use crate::{constraint::Constraint, path::PathRef, report::Report};

/// What is done with each value of a shape, in document order.
pub(crate) trait Walker {
    /// Visits one value.
    fn visit(
        &mut self,
        at: &PathRef<'_>,
        constraint: Option<&'static Constraint>,
        value: Value<'_>,
    );

    /// The report that the rules of shapes add to; only validation has one.
    fn report(&mut self) -> Option<&mut Report> {
        None
    }
}

/// A value that a walker visits.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Value<'a> {
    /// A declared member without a value.
    Absent,
    /// A string.
    String(&'a str),
    /// A boolean.
    Boolean(bool),
    /// An integer of either width.
    Integer(i64),
    /// A floating-point number.
    Double(f64),
    /// A timestamp.
    Timestamp(&'a DateTime),
    /// Bytes.
    Blob(&'a [u8]),
    /// A job document, as JSON text.
    Document(&'a str),
    /// A value of an enum.
    Enum {
        /// The value.
        text: &'a str,
        /// Whether the enum lists it.
        known: bool,
    },
    /// A list of this length; its elements follow.
    List(usize),
    /// A map of this length; its entries follow, each key before its value.
    Map(usize),
    /// A key of a map, at the path of its value.
    Key(&'a str),
    /// A member that the shape does not declare, as JSON text.
    UnknownMember(&'a str),
}

/// A walker, and which values it visits.
pub struct Walk<'w> {
    walker: &'w mut dyn Walker,
    /// Whether only what a rule may be about is visited, and maps in any order.
    validation: bool,
}

impl<'w> Walk<'w> {
    /// A walk over every value.
    pub(crate) fn all(walker: &'w mut dyn Walker) -> Self {
        Self {
            walker,
            validation: false,
        }
    }

    /// A walk over what validation checks: values with a constraint, and all that is absent or unknown.
    pub(crate) fn validation(walker: &'w mut dyn Walker) -> Self {
        Self {
            walker,
            validation: true,
        }
    }

    /// Whether maps may be walked in any order, which saves sorting them.
    pub(crate) fn in_any_order(&self) -> bool {
        self.validation
    }

    /// Visits a value that only a constraint can be about.
    #[inline]
    pub(crate) fn value(
        &mut self,
        at: &PathRef<'_>,
        constraint: Option<&'static Constraint>,
        value: Value<'_>,
    ) {
        if constraint.is_some() || !self.validation {
            self.walker.visit(at, constraint, value);
        }
    }

    /// Visits a declared member without a value.
    #[inline]
    pub(crate) fn absent(&mut self, at: &PathRef<'_>) {
        let required = || matches!(at, PathRef::Member(_, member) if member.required);
        if !self.validation || required() {
            self.walker.visit(at, None, Value::Absent);
        }
    }

    /// Visits a value of an enum.
    #[inline]
    pub(crate) fn enum_value(&mut self, at: &PathRef<'_>, text: &str, known: bool) {
        if !self.validation || !known {
            self.walker.visit(at, None, Value::Enum { text, known });
        }
    }

    /// Visits a member that the shape does not declare.
    pub(crate) fn unknown_member(&mut self, at: &PathRef<'_>, json: &str) {
        self.walker.visit(at, None, Value::UnknownMember(json));
    }

    /// The report that the rules of shapes add to, when validating.
    #[inline]
    pub(crate) fn report(&mut self) -> Option<&mut Report> {
        if self.validation {
            self.walker.report()
        } else {
            None
        }
    }

    /// The report that the advice of shapes is added to, when it is asked for.
    #[inline]
    pub(crate) fn advice(&mut self) -> Option<&mut Report> {
        self.report().filter(|report| report.reports_advice())
    }
}
