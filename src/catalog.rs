//! Shapes and operations by name, for programs that learn the name when they run.
//!
//! Needs the feature `catalog`.

mod operations;
mod shapes;

pub use self::{
    operations::{OperationEntry, find_operation, operations},
    shapes::{DynShape, ShapeEntry, find_shape, shapes, visit_shapes},
};
