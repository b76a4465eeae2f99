//! A value of a column as text and as JSON.

use std::{fmt::Write, io};

use arrow_array::{
    Array, ArrayRef,
    cast::AsArray,
    types::{Float64Type, Int32Type, Int64Type, TimestampMicrosecondType},
};
use arrow_schema::{DataType, TimeUnit};
use base64::{Engine, prelude::BASE64_STANDARD};
use iot_jobs::primitives::{DateTime, DateTimeFormat};

/// Appends a value that is not null: strings, numbers and times as they are, anything else as JSON.
pub(super) fn append_text(text: &mut String, column: &ArrayRef, row: usize) -> io::Result<()> {
    match column.data_type() {
        DataType::Utf8 => *text += column.as_string::<i32>().value(row),
        DataType::Binary => {
            BASE64_STANDARD.encode_string(column.as_binary::<i32>().value(row), text);
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let micros = column.as_primitive::<TimestampMicrosecondType>().value(row);
            *text += &time(micros)?;
        }
        _ => append_json(text, column, row)?,
    }
    Ok(())
}

/// An instant in ISO 8601.
fn time(micros: i64) -> io::Result<String> {
    let nanos = u32::try_from(micros.rem_euclid(1_000_000) * 1000).unwrap_or_default();
    let time = DateTime::from_secs_and_nanos(micros.div_euclid(1_000_000), nanos);
    time.fmt(DateTimeFormat::DateTime).map_err(io::Error::other)
}

fn append_json(text: &mut String, column: &ArrayRef, row: usize) -> io::Result<()> {
    if column.is_null(row) {
        *text += "null";
        return Ok(());
    }
    // Writing to a string does not fail.
    let _ = match column.data_type() {
        DataType::Boolean => write!(text, "{}", column.as_boolean().value(row)),
        DataType::Int32 => write!(text, "{}", column.as_primitive::<Int32Type>().value(row)),
        DataType::Int64 => write!(text, "{}", column.as_primitive::<Int64Type>().value(row)),
        DataType::Float64 => {
            *text += &serde_json::to_string(&column.as_primitive::<Float64Type>().value(row))?;
            Ok(())
        }
        DataType::Utf8 | DataType::Binary | DataType::Timestamp(..) => {
            let mut value = String::new();
            append_text(&mut value, column, row)?;
            *text += &serde_json::to_string(&value)?;
            Ok(())
        }
        DataType::Struct(fields) => {
            let columns = column.as_struct().columns();
            let members = fields.iter().zip(columns);
            let members = members.filter(|(_, column)| column.is_valid(row));
            text.push('{');
            for (index, (field, column)) in members.enumerate() {
                let comma = if index > 0 { "," } else { "" };
                // Names of fields have no characters to escape.
                let _ = write!(text, "{comma}\"{}\":", field.name());
                append_json(text, column, row)?;
            }
            text.push('}');
            Ok(())
        }
        DataType::List(_) => {
            let elements = column.as_list::<i32>().value(row);
            text.push('[');
            for index in 0..elements.len() {
                if index > 0 {
                    text.push(',');
                }
                append_json(text, &elements, index)?;
            }
            text.push(']');
            Ok(())
        }
        DataType::Map(..) => {
            let entries = column.as_map().value(row);
            let (keys, values) = (entries.column(0), entries.column(1));
            text.push('{');
            for index in 0..entries.len() {
                if index > 0 {
                    text.push(',');
                }
                append_json(text, keys, index)?;
                text.push(':');
                append_json(text, values, index)?;
            }
            text.push('}');
            Ok(())
        }
        other => {
            return Err(io::Error::other(format!(
                "no text of a value of type {other}"
            )));
        }
    };
    Ok(())
}
