//! Generated values of every shape become a batch and are read from it again.

use iot_jobs::{
    catalog, codec,
    shape::{Shape, ShapeVisitor},
    strategy::{Adversarial, valid},
};
use iot_jobs_arrow::{schema, values};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, TestRunner},
};

use crate::setup::batch;

/// Reads values of a shape from their batch, and from slices of it.
fn round_trip<T: Shape>(rows: &[T]) -> Result<(), TestCaseError> {
    let batch = batch(rows);
    prop_assert_eq!(batch.schema(), schema::<T>());
    let read: Vec<T> = values(&batch).unwrap().collect::<Result<_, _>>().unwrap();
    prop_assert_eq!(&read[..], rows);
    let last = batch.slice(rows.len() - 1, 1);
    let read: Vec<T> = values(&last).unwrap().collect::<Result<_, _>>().unwrap();
    prop_assert_eq!(&read[..], &rows[rows.len() - 1..]);
    Ok(())
}

/// Some batches of every shape.
struct RoundTrip {
    shapes: usize,
}

impl ShapeVisitor for RoundTrip {
    fn visit<T: Shape>(&mut self) {
        self.shapes += 1;
        let config = Config {
            cases: Config::default().cases / 32,
            failure_persistence: None,
            ..Config::default()
        };
        let row = prop_oneof![valid::<T>(), T::adversarial()];
        TestRunner::new(config)
            .run(&vec(row, 1..5), |rows| round_trip(&rows))
            .unwrap();
    }
}

#[test]
fn every_shape() {
    let mut visitor = RoundTrip { shapes: 0 };
    catalog::visit_shapes(&mut visitor);
    assert_eq!(visitor.shapes, catalog::shapes().count());
}

/// The text of a value after a batch differs only in the form of documents.
struct SameText;

impl ShapeVisitor for SameText {
    fn visit<T: Shape>(&mut self) {
        // Only documents of the device plane have two forms.
        if format!("{:?}", T::STRUCTURE).contains("kind: Document") {
            return;
        }
        let config = Config {
            cases: 2,
            failure_persistence: None,
            ..Config::default()
        };
        TestRunner::new(config)
            .run(&T::adversarial(), |row| {
                let read = values::<T>(&batch(std::slice::from_ref(&row)))
                    .unwrap()
                    .next();
                let read = read.unwrap().unwrap();
                prop_assert_eq!(codec::to_string(&read)?, codec::to_string(&row)?);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn same_text_of_every_shape_without_documents() {
    catalog::visit_shapes(&mut SameText);
}
