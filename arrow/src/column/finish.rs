//! Arrays of what has been appended.

use std::{mem, sync::Arc};

use arrow_array::{
    ArrayRef, BinaryArray, BooleanArray, Float64Array, Int32Array, Int64Array, ListArray, MapArray,
    StringArray, StructArray, TimestampMicrosecondArray,
};
use arrow_buffer::{ArrowNativeType, OffsetBuffer, ScalarBuffer};

use super::{
    Column, Values,
    text::{Buffer, Text},
};
use crate::schema;

impl Column {
    /// The array of the column's values; the column is empty after it, with room for as many.
    ///
    /// The constructors of arrays panic if buffers differ in length, which no sequence of calls of [`Cell`] and
    /// [`truncate`](Column::truncate) leads to.
    ///
    /// [`Cell`]: iot_jobs::columns::Cell
    pub(crate) fn finish(&mut self) -> ArrayRef {
        let nulls = self.nulls.finish();
        match &mut self.values {
            Values::Boolean(values) => Arc::new(BooleanArray::new(values.finish(), nulls)),
            Values::Integer(values) => Arc::new(Int32Array::new(taken(values), nulls)),
            Values::Long(values) => Arc::new(Int64Array::new(taken(values), nulls)),
            Values::Double(values) => Arc::new(Float64Array::new(taken(values), nulls)),
            Values::Timestamp(values) => {
                let array = TimestampMicrosecondArray::new(taken(values), nulls);
                Arc::new(array.with_timezone(schema::ZONE))
            }
            Values::Text(text) => {
                let (offsets, buffer) = text.take();
                let bytes = buffer.into_bytes().into();
                Arc::new(StringArray::new(offsets, bytes, nulls))
            }
            Values::Binary(text) => {
                let (offsets, buffer) = text.take();
                Arc::new(BinaryArray::new(offsets, buffer.into(), nulls))
            }
            Values::Structure { fields, columns } => {
                let arrays = columns.iter_mut().map(Self::finish).collect();
                Arc::new(StructArray::new(fields.clone(), arrays, nulls))
            }
            Values::List {
                field,
                ends,
                elements,
            } => {
                let (offsets, elements) = (offsets(ends), elements.finish());
                Arc::new(ListArray::new(field.clone(), offsets, elements, nulls))
            }
            Values::Map {
                fields,
                ends,
                entries,
            } => {
                let offsets = offsets(ends);
                let arrays = entries.iter_mut().map(Self::finish).collect();
                let entries = StructArray::new(fields.clone(), arrays, None);
                let field = schema::entries_field(fields.clone());
                Arc::new(MapArray::new(field, offsets, entries, nulls, false))
            }
        }
    }
}

impl<B: Buffer> Text<B> {
    fn take(&mut self) -> (OffsetBuffer<i32>, B) {
        let room = B::with_capacity(self.buffer.len());
        let buffer = mem::replace(&mut self.buffer, room);
        (offsets(&mut self.ends), buffer)
    }
}

/// The values; what is left is empty, with room for as many.
fn taken<N: ArrowNativeType>(values: &mut Vec<N>) -> ScalarBuffer<N> {
    let room = Vec::with_capacity(values.len());
    ScalarBuffer::from(mem::replace(values, room))
}

/// The offsets of values with these ends; what is left is empty, with room for as many.
fn offsets(ends: &mut Vec<i32>) -> OffsetBuffer<i32> {
    let mut offsets = Vec::with_capacity(ends.len() + 1);
    offsets.push(0);
    offsets.append(ends);
    OffsetBuffer::new(offsets.into())
}
