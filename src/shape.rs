//! The traits of shapes and operations.

#[cfg(test)]
mod hygiene;
mod operation;
mod unknown;

use serde::{Serialize, de::DeserializeOwned};

pub use self::{
    operation::Operation,
    unknown::{Unknown, UnknownKind},
};
pub use crate::wire::UnknownMembers;
use crate::{
    facts::Structure,
    path::PathRef,
    wire::{Object, Walk, Walker},
};

/// A structure of the AWS IoT Jobs model.
///
/// Implemented by every struct of this crate that is encoded as JSON; the trait is sealed.
///
/// ```
/// use iot_jobs::{shape::Shape, types::Job};
///
/// let status = Job::STRUCTURE.member("status").expect("a job has a status");
/// assert_eq!((status.name, status.wire_name, status.required), ("status", "status", false));
/// ```
pub trait Shape:
    Sealed + Serialize + DeserializeOwned + Clone + PartialEq + std::fmt::Debug + 'static
{
    /// The declared facts.
    const STRUCTURE: Structure;

    /// The members and enum values that this version does not know, with their paths.
    fn unknown(&self) -> Vec<Unknown> {
        let mut unknown = Vec::new();
        walk(self, &mut unknown);
        unknown
    }

    /// The members of this object that this version does not know.
    fn unknown_members(&self) -> &UnknownMembers {
        Object::undeclared(self)
    }
}

/// Passes every value of a shape to a walker, in document order.
pub(crate) fn walk<T: Shape>(value: &T, walker: &mut dyn Walker) {
    value.walk(&PathRef::root(), None, &mut Walk::all(walker));
}

/// What every shape can do, and no other type.
#[cfg(feature = "schemars")]
#[doc(hidden)]
pub trait Sealed: Object + schemars::JsonSchema {}

#[cfg(feature = "schemars")]
impl<T: Object + schemars::JsonSchema> Sealed for T {}

/// What every shape can do, and no other type.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
pub trait Sealed: Object {}

#[cfg(not(feature = "schemars"))]
impl<T: Object> Sealed for T {}

/// A function over the types of shapes, for [`catalog::visit_shapes`](crate::catalog::visit_shapes).
#[cfg(feature = "catalog")]
pub trait ShapeVisitor {
    /// Visits one shape.
    fn visit<T: Shape>(&mut self);
}

/// A function over every operation of a plane, in place of a list of types.
#[cfg(feature = "catalog")]
pub(crate) trait OperationVisitor {
    /// Visits one operation.
    fn visit<O: Operation>(&mut self);
}
