//! Rows of a shape that is named at run time.

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use iot_jobs::{
    Error,
    catalog::{self, ShapeEntry},
    codec,
    shape::{Shape, ShapeVisitor},
};
use iot_jobs_arrow::RecordBatchBuilder;

use super::other_shape;

/// Why a value is not a row.
pub(super) enum NoRow {
    /// It does not decode.
    Error(Error),
    /// The shape declares none of its members, which have these names.
    OtherShape(String),
    /// It is `{}`.
    Empty,
}

impl From<Error> for NoRow {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Decodes values of a shape into record batches.
///
/// All that is compiled for each shape is behind this trait.
pub(super) trait Rows {
    /// Decodes a value and appends it as a row.
    fn append(&mut self, json: &[u8]) -> Result<(), NoRow>;

    /// The number of rows.
    fn len(&self) -> usize;

    /// The rows so far.
    fn finish(&mut self) -> RecordBatch;
}

impl<T: Shape> Rows for RecordBatchBuilder<T> {
    fn append(&mut self, json: &[u8]) -> Result<(), NoRow> {
        let value: T = codec::from_slice(json)?;
        if let Some(names) = other_shape::names(json, Shape::unknown_members(&value)) {
            return Err(NoRow::OtherShape(names));
        }
        // Of a shape without members, every value is `{}`.
        if other_shape::is_empty(json) && !T::STRUCTURE.members.is_empty() {
            return Err(NoRow::Empty);
        }
        Ok(self.append(&value)?)
    }

    fn len(&self) -> usize {
        self.len()
    }

    fn finish(&mut self) -> RecordBatch {
        self.finish()
    }
}

/// Makes the rows of a shape, without a value.
type RowsBuilder = fn() -> Box<dyn Rows>;

/// A shape with its columns.
#[derive(Clone)]
pub(super) struct RowShape {
    /// The name in the catalog.
    pub(super) name: String,
    /// The schema of the record batches.
    pub(super) schema: SchemaRef,
    builder: RowsBuilder,
}

impl RowShape {
    /// The columns of a shape of the catalog.
    pub(super) fn of(shape: &ShapeEntry) -> Option<Self> {
        let name = shape.name();
        let mut find = Find {
            index: catalog::shapes().position(|entry| entry.name() == name)?,
            found: None,
        };
        catalog::visit_shapes(&mut find);
        let (schema, builder) = find.found?;
        Some(Self {
            name,
            schema,
            builder,
        })
    }

    /// Rows without a value.
    pub(super) fn rows(&self) -> Box<dyn Rows> {
        (self.builder)()
    }
}

/// Finds the shape at an index of the catalog.
struct Find {
    index: usize,
    found: Option<(SchemaRef, RowsBuilder)>,
}

impl ShapeVisitor for Find {
    fn visit<T: Shape>(&mut self) {
        if self.index == 0 && self.found.is_none() {
            self.found = Some((iot_jobs_arrow::schema::<T>(), || {
                Box::new(RecordBatchBuilder::<T>::new())
            }));
        }
        self.index = self.index.saturating_sub(1);
    }
}
