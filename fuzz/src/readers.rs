//! The codec's own reader and writer compared with serde, for any shape.

#[path = "../../tests/it/readers/agreement.rs"]
mod agreement;

use std::sync::LazyLock;

use iot_jobs::{
    catalog,
    shape::{Shape, ShapeVisitor},
};

/// Checks a text as one shape.
type Check = fn(&[u8]);

/// The checks of every shape, in the order of [`shapes::ALL`](crate::shapes::ALL).
struct Checks(Vec<Check>);

impl ShapeVisitor for Checks {
    fn visit<T: Shape>(&mut self) {
        self.0.push(agreement::check::<T>);
    }
}

static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let mut checks = Checks(Vec::new());
    catalog::visit_shapes(&mut checks);
    checks.0
});

/// Checks a text as the shape that a number selects; every number selects one.
pub fn check(number: usize, json: &[u8]) {
    CHECKS[number % CHECKS.len()](json);
}

#[test]
fn every_shape_is_checked() {
    assert_eq!(CHECKS.len(), crate::shapes::ALL.len());
}
