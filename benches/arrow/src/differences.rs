//! What differs between the batches of two candidates.

use arrow_array::{
    Array, ArrayRef, RecordBatch, StructArray,
    cast::AsArray,
    types::{Float64Type, TimestampMicrosecondType},
};
use arrow_schema::{DataType, Field};
use iot_jobs::primitives::{DateTime, DateTimeFormat};

/// The columns of a batch that differ, with how; fields of structures as columns.
pub fn differences(expected: &RecordBatch, found: &RecordBatch) -> Vec<String> {
    if expected.num_rows() != found.num_rows() {
        let (expected, found) = (expected.num_rows(), found.num_rows());
        return vec![format!("{found} rows of {expected}")];
    }
    let found = leaves(&StructArray::from(found.clone()));
    let expected = leaves(&StructArray::from(expected.clone()));
    let differing = expected.iter().filter_map(|expected| {
        let other = found
            .iter()
            .find(|found| [&expected.name, &expected.wire_name].contains(&&found.name));
        let difference = difference(&expected.array, other.map(|found| &found.array))?;
        Some(format!("{}: {difference}", expected.name))
    });
    differing.collect()
}

/// A column that is no structure.
struct Leaf {
    /// The name after those of the structures that it is in: `status_details.details_map`.
    name: String,
    /// The same with names in JSON.
    wire_name: String,
    array: ArrayRef,
}

fn leaves(of: &StructArray) -> Vec<Leaf> {
    let columns = of.fields().iter().zip(of.columns());
    let leaves = columns.map(|(field, array)| {
        let (name, wire_name) = names(field);
        let inside = array.as_struct_opt().map(leaves);
        match inside {
            None => vec![Leaf {
                name,
                wire_name,
                array: array.clone(),
            }],
            Some(mut inside) => {
                for leaf in &mut inside {
                    leaf.name = format!("{name}.{}", leaf.name);
                    leaf.wire_name = format!("{wire_name}.{}", leaf.wire_name);
                }
                inside
            }
        }
    });
    leaves.flatten().collect()
}

fn names(field: &Field) -> (String, String) {
    let name = field.name().clone();
    let wire_name = field.metadata().get("wire_name");
    let wire_name = wire_name.unwrap_or(&name).clone();
    (name, wire_name)
}

fn difference(expected: &ArrayRef, found: Option<&ArrayRef>) -> Option<String> {
    let Some(found) = found else {
        let lost = expected.len() - expected.null_count();
        return (lost > 0).then(|| format!("missing, {lost} values lost"));
    };
    let rows = (0..expected.len()).filter(|row| !equal(expected, found, *row));
    let rows: Vec<_> = rows.collect();
    match rows.first() {
        None if expected.data_type() == found.data_type() => None,
        None => Some(format!("{}, the same values", found.data_type())),
        Some(row) => Some(format!(
            "{} of {} values differ, such as {}",
            rows.len(),
            expected.len(),
            shown(found, *row),
        )),
    }
}

/// Whether a row has the same value. Floating-point numbers for times are epoch seconds.
fn equal(expected: &ArrayRef, found: &ArrayRef, row: usize) -> bool {
    if expected.data_type() == found.data_type() || expected.is_null(row) || found.is_null(row) {
        return expected.is_null(row) == found.is_null(row)
            && (expected.is_null(row) || *expected.slice(row, 1) == *found.slice(row, 1));
    }
    let (Some(micros), Some(seconds)) = (
        expected.as_primitive_opt::<TimestampMicrosecondType>(),
        found.as_primitive_opt::<Float64Type>(),
    ) else {
        return false;
    };
    // Exact, since a time of microseconds is below 2⁵³.
    let found = (seconds.value(row) * 1e6).round() as i64;
    micros.value(row) == found
}

/// A value as text.
fn shown(array: &ArrayRef, row: usize) -> String {
    if array.is_null(row) {
        return "null".to_owned();
    }
    match array.data_type() {
        DataType::Timestamp(..) => {
            let micros = array.as_primitive::<TimestampMicrosecondType>().value(row);
            let time = DateTime::from_nanos(i128::from(micros) * 1000).ok();
            let time = time.and_then(|time| time.fmt(DateTimeFormat::DateTime).ok());
            time.unwrap_or_else(|| format!("{micros} µs"))
        }
        DataType::Float64 => array.as_primitive::<Float64Type>().value(row).to_string(),
        DataType::Utf8 => format!("text {:?}", array.as_string::<i32>().value(row)),
        DataType::Map(..) => {
            let entries = array.as_map().value(row);
            let [keys, values] = [0, 1].map(|index| entries.column(index).as_string::<i32>());
            let entries = keys.iter().zip(values);
            let entries = entries.map(|(key, value)| format!("{key:?}: {value:?}"));
            entries.collect::<Vec<_>>().join(", ")
        }
        other => format!("{other}"),
    }
}
