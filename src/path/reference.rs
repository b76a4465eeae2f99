//! Paths on the stack.

use std::{
    cell::{OnceCell, RefCell},
    cmp::Ordering,
};

use super::{
    Path, Step,
    name::{Name, Shared},
};
use crate::facts::Member;

/// The place of a value while it is decoded or walked: the whole, or one step below another place.
#[derive(Debug)]
pub enum PathRef<'a> {
    /// The whole payload; decoding records its first fault in the trace, if there is one.
    Root(Option<&'a Trace>),
    /// A member that the shape declares.
    Member(&'a PathRef<'a>, &'static Member),
    /// An element of a list.
    Index(&'a PathRef<'a>, usize),
    /// An entry of a map, or a member that the shape does not declare; the cell has a copy of the key that all
    /// paths below this place share.
    Key(&'a PathRef<'a>, &'a str, OnceCell<Shared>),
}

/// Where decoding failed and why, recorded by the innermost place that saw it.
#[derive(Debug, Default)]
pub struct Trace(RefCell<Option<Fault>>);

/// A failure to decode, with its path.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) path: Path,
    pub(crate) problem: Problem,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Problem {
    /// Another kind of value was expected.
    Expected(&'static str),
    /// A required member is absent.
    Missing,
    /// The member appears a second time.
    Duplicate,
    /// The value is JSON that no decoder accepts.
    Invalid(&'static str),
}

/// The sort key of a place in document order.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// A declared member or an element.
    Number(usize),
    /// An entry of a map or an unknown member, after the declared ones.
    Key(Shared),
}

impl Ord for Order {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.cmp(other),
            (Self::Number(_), Self::Key(_)) => Ordering::Less,
            (Self::Key(_), Self::Number(_)) => Ordering::Greater,
            // Below one long key there can be many places.
            (Self::Key(one), Self::Key(other)) if one.is(other) => Ordering::Equal,
            (Self::Key(one), Self::Key(other)) => one.as_str().cmp(other.as_str()),
        }
    }
}

impl PartialOrd for Order {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Order {}

impl Trace {
    /// The recorded fault.
    pub(crate) fn into_fault(self) -> Option<Fault> {
        self.0.into_inner()
    }
}

impl<'a> PathRef<'a> {
    /// The whole payload, without a trace.
    pub(crate) const fn root() -> Self {
        PathRef::Root(None)
    }

    /// A declared member below this place.
    pub(crate) const fn member(&'a self, member: &'static Member) -> Self {
        PathRef::Member(self, member)
    }

    /// A list's element below this place.
    pub(crate) const fn index(&'a self, index: usize) -> Self {
        PathRef::Index(self, index)
    }

    /// A map's entry or an undeclared member below this place.
    pub(crate) const fn key(&'a self, key: &'a str) -> Self {
        PathRef::Key(self, key, OnceCell::new())
    }

    /// The place of the value that contains this one.
    pub(crate) const fn parent(&self) -> Option<&'a PathRef<'a>> {
        match *self {
            PathRef::Root(_) => None,
            PathRef::Member(parent, _) | PathRef::Index(parent, _) | PathRef::Key(parent, ..) => {
                Some(parent)
            }
        }
    }

    /// This place and those around it, from the inside out, the whole as the last.
    fn outward(&self) -> impl Iterator<Item = &PathRef<'a>> {
        std::iter::successors(Some(self), |place| place.parent())
    }

    /// How many arrays and objects are open around the value at this place.
    pub(crate) fn depth(&self) -> usize {
        self.outward().count() - 1
    }

    /// The path, to be kept.
    pub(crate) fn to_path(&self) -> Path {
        let mut steps: Vec<_> = self
            .outward()
            .filter_map(|place| match place {
                PathRef::Root(_) => None,
                PathRef::Member(_, member) => Some(Step::Member(Name::of_member(member.wire_name))),
                PathRef::Index(_, index) => Some(Step::Index(*index)),
                PathRef::Key(_, key, shared) => {
                    let shared = shared.get_or_init(|| Shared::new(key));
                    Some(Step::Member(Name::shared(shared.clone())))
                }
            })
            .collect();
        steps.reverse();
        Path { steps }
    }

    /// The sort key of this place: members as declared, then keys by their text.
    pub(crate) fn order(&self) -> Vec<Order> {
        let mut order: Vec<_> = self
            .outward()
            .filter_map(|place| match place {
                PathRef::Root(_) => None,
                PathRef::Member(_, member) => Some(Order::Number(member.position)),
                PathRef::Index(_, index) => Some(Order::Number(*index)),
                PathRef::Key(_, key, shared) => {
                    let shared = shared.get_or_init(|| Shared::new(key));
                    Some(Order::Key(shared.clone()))
                }
            })
            .collect();
        order.reverse();
        order
    }

    /// Records a problem of this place in the trace, unless there is one already.
    #[cold]
    pub(crate) fn record(&self, problem: Problem) {
        if let Some(PathRef::Root(Some(Trace(fault)))) = self.outward().last() {
            fault.borrow_mut().get_or_insert_with(|| Fault {
                path: self.to_path(),
                problem,
            });
        }
    }
}
