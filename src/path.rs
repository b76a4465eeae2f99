//! The place of a value inside a payload, kept on the stack while decoding and walking.
//!
//! A place is a chain of borrowed steps, so following it costs nothing until something goes wrong;
//! only then is it written down, in the [`Trace`] at its root or as text.

use std::{
    cell::RefCell,
    fmt::{self, Write as _},
};

use serde::de;

use crate::{
    constraint::Constraint,
    shape::{Member, Structure},
};

/// The place of a value: the root, or one step below another place.
#[derive(Debug)]
pub enum Path<'a> {
    /// The whole payload.
    Root(Root<'a>),
    /// A member that the shape declares.
    Member(&'a Path<'a>, &'static Member, Look),
    /// An element of a list.
    Index(&'a Path<'a>, usize, Look),
    /// An entry of a map, or a member that the shape does not declare.
    Key(&'a Path<'a>, &'a str, Look),
}

/// How a payload is looked at, known at each of its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// For the first time and fast; what fails is looked at again with care, so that a number may be
    /// refused just because its text would have to be seen.
    First,
    /// With care: what fails is an error.
    Careful,
}

/// What is done at the root with what goes wrong below it.
#[derive(Clone, Copy, Debug)]
pub enum Root<'a> {
    /// Nothing: nobody asked.
    Untraced,
    /// It is thrown away, since the payload is then looked at again with a trace.
    FirstLook,
    /// It is left in the trace.
    Traced(&'a Trace),
}

/// Where decoding failed and why, written by the innermost place that saw it.
#[derive(Debug, Default)]
pub struct Trace(RefCell<Option<Fault>>);

/// A failure to decode, with its place.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) steps: Vec<Step>,
    pub(crate) problem: Problem,
}

/// One step of a place that was written down.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// A member or an entry of a map.
    Name(String),
    /// An element of a list.
    Index(usize),
}

/// A step's turn among its siblings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// A declared member or an element.
    Number(usize),
    /// An entry of a map or an unknown member.
    Key(String),
}

/// What is wrong with a value.
#[derive(Debug)]
pub(crate) enum Problem {
    /// Something else was expected.
    Expected(&'static str),
    /// A required member is not there.
    Missing,
    /// The member stands there a second time.
    Duplicate,
    /// The value is JSON, but not JSON that may be kept.
    Unfit(&'static str),
}

impl Trace {
    /// The fault, if decoding left one.
    pub(crate) fn into_fault(self) -> Option<Fault> {
        self.0.into_inner()
    }
}

impl<'a> Path<'a> {
    /// The root of a payload that nobody traces.
    pub(crate) const fn root() -> Self {
        Path::Root(Root::Untraced)
    }

    /// How the payload is looked at.
    pub(crate) const fn look(&self) -> Look {
        match self {
            Path::Root(Root::FirstLook) => Look::First,
            Path::Root(Root::Untraced | Root::Traced(_)) => Look::Careful,
            Path::Member(.., look) | Path::Index(.., look) | Path::Key(.., look) => *look,
        }
    }

    /// A declared member below this place.
    pub(crate) const fn member(&'a self, member: &'static Member) -> Self {
        Path::Member(self, member, self.look())
    }

    /// A declared member below this place, by its name, for rules that look further down.
    pub(crate) fn named(&'a self, structure: &Structure, wire_name: &'static str) -> Self {
        match structure.member(wire_name) {
            Some(member) => self.member(member),
            None => self.key(wire_name),
        }
    }

    /// A list's element below this place.
    pub(crate) const fn index(&'a self, index: usize) -> Self {
        Path::Index(self, index, self.look())
    }

    /// A map's entry or an undeclared member below this place.
    pub(crate) const fn key(&'a self, key: &'a str) -> Self {
        Path::Key(self, key, self.look())
    }

    /// The constraint declared for the value at this place.
    #[inline]
    pub(crate) fn constraint(&self) -> Option<&'static Constraint> {
        match self {
            Path::Root(_) => None,
            Path::Member(_, member, _) => member.constraint,
            Path::Index(parent, _, _) => parent.constraint()?.member,
            Path::Key(parent, _, _) => parent.constraint()?.value,
        }
    }

    /// Sorts places into document order: members as declared, keys by their text behind them.
    pub(crate) fn order(&self) -> Vec<Turn> {
        let mut turns: Vec<_> = std::iter::successors(Some(self), |path| path.parent())
            .filter_map(|place| match *place {
                Path::Root(_) => None,
                Path::Member(_, member, _) => Some(Turn::Number(member.position)),
                Path::Index(_, index, _) => Some(Turn::Number(index)),
                Path::Key(_, key, _) => Some(Turn::Key(key.to_owned())),
            })
            .collect();
        turns.reverse();
        turns
    }

    /// How many arrays and objects are open around the value at this place.
    pub(crate) fn depth(&self) -> usize {
        std::iter::successors(Some(self), |path| path.parent()).count() - 1
    }

    /// An error that says what was expected here.
    #[cold]
    pub(crate) fn expected<E: de::Error>(&self, expected: &'static str) -> E {
        self.record(Problem::Expected(expected));
        E::custom(format_args!("expected {expected}"))
    }

    /// An error that says that the required member of this place is absent.
    #[cold]
    pub(crate) fn missing<E: de::Error>(&self) -> E {
        self.record(Problem::Missing);
        E::custom(format_args!("required member `{self}` is missing"))
    }

    /// An error that says that the member of this place stands there twice.
    #[cold]
    pub(crate) fn duplicate<E: de::Error>(&self) -> E {
        self.record(Problem::Duplicate);
        E::custom(format_args!("member `{self}` appears twice"))
    }

    /// An error that says why the value at this place cannot be kept.
    #[cold]
    pub(crate) fn unfit<E: de::Error>(&self, why: &'static str) -> E {
        self.record(Problem::Unfit(why));
        E::custom(why)
    }

    /// Passes an error on, after noting that it arose here, where `expected` should have been.
    #[cold]
    pub(crate) fn passed<E>(&self, error: E, expected: &'static str) -> E {
        self.record(Problem::Expected(expected));
        error
    }

    fn record(&self, problem: Problem) {
        let mut steps = Vec::new();
        let mut place = self;
        let root = loop {
            match place {
                Path::Root(root) => break root,
                Path::Member(_, member, _) => steps.push(Step::Name(member.wire_name.to_owned())),
                Path::Index(_, index, _) => steps.push(Step::Index(*index)),
                Path::Key(_, key, _) => steps.push(Step::Name((*key).to_owned())),
            }
            if let Some(parent) = place.parent() {
                place = parent;
            }
        };
        let Root::Traced(Trace(fault)) = root else {
            return;
        };
        steps.reverse();
        fault.borrow_mut().get_or_insert(Fault { steps, problem });
    }

    /// The place of what holds this one.
    pub(crate) fn parent(&self) -> Option<&'a Path<'a>> {
        match *self {
            Path::Root(_) => None,
            Path::Member(parent, ..) | Path::Index(parent, ..) | Path::Key(parent, ..) => {
                Some(parent)
            }
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent() {
            parent.fmt(f)?;
        }
        let first = matches!(self.parent(), None | Some(Path::Root(_)));
        match self {
            Path::Root(_) => Ok(()),
            Path::Member(_, member, _) => write_name(f, member.wire_name, first),
            Path::Index(_, index, _) => write!(f, "[{index}]"),
            Path::Key(_, key, _) => write_name(f, key, first),
        }
    }
}

/// The text of a place that was written down; `$` for the root.
pub(crate) fn text_of(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        // Writing to a String does not fail.
        let _ = match step {
            Step::Name(name) => {
                let first = text.is_empty();
                write_name(&mut text, name, first)
            }
            Step::Index(index) => write!(text, "[{index}]"),
        };
    }
    if text.is_empty() {
        text.push('$');
    }
    text
}

/// The longest part of a name that is shown, in characters.
const SHOWN: usize = 64;

/// A name as it stands in a path; names that would blur the path are quoted, long ones and the
/// queries of URLs, which may hold a signature, cut.
fn write_name(f: &mut impl fmt::Write, name: &str, first: bool) -> fmt::Result {
    let long = name.char_indices().nth(SHOWN).map(|(end, _)| end);
    let url = name.contains("://") || name.contains("X-Amz-");
    let query = name.find('?').filter(|_| url);
    let end = long.into_iter().chain(query).min().unwrap_or(name.len());
    let shown = name.get(..end).unwrap_or(name);
    let tail = if end < name.len() { "…" } else { "" };
    let blurs = |c: char| matches!(c, '.' | '[' | ']' | '"') || c.is_whitespace() || c.is_control();
    if name.is_empty() || shown.contains(blurs) {
        return write!(f, "[{shown:?}{tail}]");
    }
    if !first {
        f.write_char('.')?;
    }
    write!(f, "{shown}{tail}")
}
