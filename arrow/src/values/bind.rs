//! The columns of a batch as those of a shape.

use arrow_array::{
    Array, ArrayRef,
    cast::AsArray,
    types::{Float64Type, Int32Type, Int64Type, TimestampMicrosecondType},
};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Fields, TimeUnit};
use iot_jobs::facts::{self, Kind};

use super::{
    source::{Offsets, Source, Structure},
    text::Text,
};
use crate::Error;

/// The columns of a structure, whose last expected field are the unknown members.
pub(super) fn structure(
    declared: &facts::Structure,
    expected: &Fields,
    found: &Fields,
    arrays: &[ArrayRef],
    nulls: Option<NullBuffer>,
) -> Result<Structure, Error> {
    let mut bound = Structure {
        nulls,
        members: Vec::new(),
        unknown_members: None,
    };
    for (field, array) in found.iter().zip(arrays) {
        let name = field.name();
        let Some((position, expected)) = expected.find(name) else {
            let column = name.clone();
            return Err(Error::Unknown { column });
        };
        let expected = expected.data_type();
        if let Some(member) = declared.members.get(position) {
            let source = source(member.kind, expected, array);
            let source = source.map_err(|error| error.inside(name))?;
            bound.members.push((member.wire_name, source));
        } else if *array.data_type() != DataType::Null {
            let text = Text::of(array);
            let text = text.ok_or_else(|| mismatch(array, expected).inside(name))?;
            bound.unknown_members = Some(text);
        }
    }
    Ok(bound)
}

/// A column of a kind.
fn source(kind: Kind, expected: &DataType, array: &ArrayRef) -> Result<Source, Error> {
    if *array.data_type() == DataType::Null {
        return Ok(Source::Null);
    }
    let bound = match (kind, expected) {
        (Kind::Structure(declared), DataType::Struct(fields)) => match array.as_struct_opt() {
            Some(found) => {
                let nulls = found.nulls().cloned();
                let bound = structure(declared, fields, found.fields(), found.columns(), nulls)?;
                Some(Source::Structure(bound))
            }
            None => None,
        },
        (Kind::List(element), DataType::List(field)) => list(*element, field.data_type(), array)?,
        (Kind::Map(value), DataType::Map(entries, _)) => map(*value, entries.data_type(), array)?,
        _ => scalar(kind, array),
    };
    bound.ok_or_else(|| mismatch(array, expected))
}

fn scalar(kind: Kind, array: &ArrayRef) -> Option<Source> {
    match kind {
        Kind::Boolean => Some(Source::Boolean(array.as_boolean_opt()?.clone())),
        Kind::Integer | Kind::Long => match array.as_primitive_opt::<Int32Type>() {
            Some(array) => Some(Source::Integer(array.clone())),
            None => Some(Source::Long(array.as_primitive_opt::<Int64Type>()?.clone())),
        },
        Kind::Double => Some(Source::Double(
            array.as_primitive_opt::<Float64Type>()?.clone(),
        )),
        Kind::Timestamp => match array.data_type() {
            DataType::Timestamp(TimeUnit::Microsecond, _) => Some(Source::Timestamp(
                array
                    .as_primitive_opt::<TimestampMicrosecondType>()?
                    .clone(),
            )),
            _ => None,
        },
        Kind::Blob => match array.data_type() {
            DataType::Binary => Some(Source::Binary(array.as_binary_opt()?.clone())),
            DataType::LargeBinary => Some(Source::LargeBinary(array.as_binary_opt()?.clone())),
            DataType::BinaryView => Some(Source::BinaryView(array.as_binary_view_opt()?.clone())),
            _ => None,
        },
        Kind::LenientBoolean | Kind::LenientInteger => Some(Source::Json(Text::of(array)?)),
        _ => Some(Source::Text(Text::of(array)?)),
    }
}

fn list(element: Kind, expected: &DataType, array: &ArrayRef) -> Result<Option<Source>, Error> {
    let (offsets, values) = if let Some(list) = array.as_list_opt::<i32>() {
        (Offsets::Small(list.offsets().clone()), list.values())
    } else if let Some(list) = array.as_list_opt::<i64>() {
        (Offsets::Large(list.offsets().clone()), list.values())
    } else {
        return Ok(None);
    };
    let elements = source(element, expected, values).map_err(|error| error.inside("item"))?;
    Ok(Some(Source::List {
        nulls: array.nulls().cloned(),
        offsets,
        elements: Box::new(elements),
    }))
}

fn map(value: Kind, entries: &DataType, array: &ArrayRef) -> Result<Option<Source>, Error> {
    let (DataType::Struct(fields), Some(map)) = (entries, array.as_map_opt()) else {
        return Ok(None);
    };
    let (Some(keys), [_, expected]) = (Text::of(map.keys()), &fields[..]) else {
        return Ok(None);
    };
    let values = source(value, expected.data_type(), map.values());
    Ok(Some(Source::Map {
        nulls: map.nulls().cloned(),
        offsets: Offsets::Small(map.offsets().clone()),
        keys,
        values: Box::new(values.map_err(|error| error.inside("value"))?),
    }))
}

fn mismatch(array: &ArrayRef, expected: &DataType) -> Error {
    Error::Type {
        column: String::new(),
        found: array.data_type().clone(),
        expected: expected.clone(),
    }
}
