//! The columns that values are read from, and the JSON text of a row.

use std::{fmt::Write, ops::Range};

use arrow_array::{
    Array, BinaryArray, BinaryViewArray, BooleanArray, Float64Array, Int32Array, Int64Array,
    LargeBinaryArray, TimestampMicrosecondArray,
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use aws_smithy_types::base64;
use iot_jobs::{Path, shape::UnknownMembers};

use super::text::Text;

/// The columns of a structure.
pub(super) struct Structure {
    pub(super) nulls: Option<NullBuffer>,
    /// The members that the batch has, with their names in JSON.
    pub(super) members: Vec<(&'static str, Source)>,
    pub(super) unknown_members: Option<Text>,
}

/// A column.
pub(super) enum Source {
    Null,
    Boolean(BooleanArray),
    Integer(Int32Array),
    Long(Int64Array),
    Double(Float64Array),
    Timestamp(TimestampMicrosecondArray),
    Text(Text),
    Json(Text),
    Binary(BinaryArray),
    LargeBinary(LargeBinaryArray),
    BinaryView(BinaryViewArray),
    Structure(Structure),
    List {
        nulls: Option<NullBuffer>,
        offsets: Offsets,
        elements: Box<Source>,
    },
    Map {
        nulls: Option<NullBuffer>,
        offsets: Offsets,
        keys: Text,
        values: Box<Source>,
    },
}

/// Where the lists of a column start and end.
pub(super) enum Offsets {
    Small(OffsetBuffer<i32>),
    Large(OffsetBuffer<i64>),
}

/// What is wrong with a row.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) path: Path,
    pub(super) message: String,
}

/// The message about a column that does not have the text of its JSON.
const NOT_JSON: &str = "expected JSON text";
/// The message about unknown members that are not one object.
const NOT_AN_OBJECT: &str = "expected the text of a JSON object";

impl Offsets {
    fn range(&self, row: usize) -> Range<usize> {
        let at = |row: usize| match self {
            Self::Small(offsets) => offsets
                .get(row)
                .and_then(|&offset| usize::try_from(offset).ok()),
            Self::Large(offsets) => offsets
                .get(row)
                .and_then(|&offset| usize::try_from(offset).ok()),
        };
        at(row).unwrap_or_default()..at(row + 1).unwrap_or_default()
    }
}

impl Structure {
    fn is_null(&self, row: usize) -> bool {
        is_null(self.nulls.as_ref(), row)
    }

    /// Appends the JSON text of a row, without members that are null.
    pub(super) fn write(&self, row: usize, text: &mut String) -> Result<(), Fault> {
        let mut before = "{";
        for (name, source) in &self.members {
            if source.is_null(row) {
                continue;
            }
            text.push_str(before);
            write_string(name, text);
            text.push(':');
            source.write(row, text).map_err(|fault| Fault {
                path: Path::root().member(*name).join(&fault.path),
                ..fault
            })?;
            before = ",";
        }
        let unknown = self.unknown_members.as_ref();
        if let Some(unknown) = unknown.and_then(|unknown| unknown.get(row)) {
            let members = object_members(unknown)?;
            if !members.is_empty() {
                text.push_str(before);
                text.push_str(&members);
                before = ",";
            }
        }
        text.push_str(if before == "{" { "{}" } else { "}" });
        Ok(())
    }
}

impl Source {
    /// Whether a row has no value.
    fn is_null(&self, row: usize) -> bool {
        match self {
            Self::Null => true,
            Self::Boolean(array) => array.is_null(row),
            Self::Integer(array) => array.is_null(row),
            Self::Long(array) => array.is_null(row),
            Self::Double(array) => array.is_null(row),
            Self::Timestamp(array) => array.is_null(row),
            Self::Text(text) | Self::Json(text) => text.get(row).is_none(),
            Self::Binary(array) => array.is_null(row),
            Self::LargeBinary(array) => array.is_null(row),
            Self::BinaryView(array) => array.is_null(row),
            Self::Structure(structure) => structure.is_null(row),
            Self::List { nulls, .. } | Self::Map { nulls, .. } => is_null(nulls.as_ref(), row),
        }
    }

    /// Appends the JSON text of a row, which is not null.
    fn write(&self, row: usize, text: &mut String) -> Result<(), Fault> {
        match self {
            Self::Null => text.push_str("null"),
            Self::Boolean(array) => text.push_str(if array.value(row) { "true" } else { "false" }),
            Self::Integer(array) => display(text, array.value(row)),
            Self::Long(array) => display(text, array.value(row)),
            Self::Double(array) => write_double(array.value(row), text)?,
            Self::Timestamp(array) => write_timestamp(array.value(row), text)?,
            Self::Text(source) => write_string(source.get(row).unwrap_or_default(), text),
            Self::Json(source) => {
                let json = source.get(row).unwrap_or_default();
                text.push_str(&checked(json).ok_or_else(|| fault(NOT_JSON))?);
            }
            Self::Binary(array) => write_string(&base64::encode(array.value(row)), text),
            Self::LargeBinary(array) => write_string(&base64::encode(array.value(row)), text),
            Self::BinaryView(array) => write_string(&base64::encode(array.value(row)), text),
            Self::Structure(structure) => structure.write(row, text)?,
            Self::List {
                offsets, elements, ..
            } => {
                text.push('[');
                for (index, element) in offsets.range(row).enumerate() {
                    text.push_str(if index == 0 { "" } else { "," });
                    let written = elements.write_nullable(element, text);
                    written.map_err(|fault| Fault {
                        path: Path::root().index(index).join(&fault.path),
                        ..fault
                    })?;
                }
                text.push(']');
            }
            Self::Map {
                offsets,
                keys,
                values,
                ..
            } => {
                text.push('{');
                for (index, entry) in offsets.range(row).enumerate() {
                    let key = keys.get(entry).unwrap_or_default();
                    text.push_str(if index == 0 { "" } else { "," });
                    write_string(key, text);
                    text.push(':');
                    let written = values.write_nullable(entry, text);
                    written.map_err(|fault| Fault {
                        path: Path::root().member(key.to_owned()).join(&fault.path),
                        ..fault
                    })?;
                }
                text.push('}');
            }
        }
        Ok(())
    }

    /// Appends the JSON text of an element or of a map's value; decoding rejects null ones.
    fn write_nullable(&self, row: usize, text: &mut String) -> Result<(), Fault> {
        if self.is_null(row) {
            text.push_str("null");
            return Ok(());
        }
        self.write(row, text)
    }
}

fn is_null(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_some_and(|nulls| nulls.is_null(row))
}

fn fault(message: &str) -> Fault {
    Fault {
        path: Path::root(),
        message: message.to_owned(),
    }
}

/// The text without white space, if it is JSON: text that is not could change the members around it.
fn checked(json: &str) -> Option<String> {
    let mut members = UnknownMembers::default();
    members.insert("", json).ok()?;
    members.remove("")
}

/// The members in the text of an object, without the braces.
fn object_members(json: &str) -> Result<String, Fault> {
    let object = checked(json);
    let members = object
        .as_deref()
        .and_then(|object| object.strip_prefix('{')?.strip_suffix('}'));
    members.map(str::to_owned).ok_or_else(|| Fault {
        path: Path::root().member(iot_jobs::columns::UNKNOWN_MEMBERS),
        message: NOT_AN_OBJECT.to_owned(),
    })
}

fn display(text: &mut String, value: impl std::fmt::Display) {
    // A string takes any text.
    let _ = write!(text, "{value}");
}

fn write_double(value: f64, text: &mut String) -> Result<(), Fault> {
    if !value.is_finite() {
        return Err(fault(&format!("expected a finite number, found {value}")));
    }
    display(text, format_args!("{value:?}"));
    Ok(())
}

/// Epoch seconds in years 0001 to 9999; another number would be decoded as milliseconds.
fn write_timestamp(micros: i64, text: &mut String) -> Result<(), Fault> {
    const MICROS: u64 = 1_000_000;
    const YEARS: Range<i64> = -62_135_596_800_000_000..253_402_300_800_000_000;
    if !YEARS.contains(&micros) {
        return Err(fault(&format!(
            "expected a timestamp of years 0001 to 9999, found {micros} microseconds"
        )));
    }
    let sign = if micros < 0 { "-" } else { "" };
    let micros = micros.unsigned_abs();
    let (seconds, fraction) = (micros / MICROS, micros % MICROS);
    display(text, format_args!("{sign}{seconds}.{fraction:06}"));
    Ok(())
}

fn write_string(value: &str, text: &mut String) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            c if c < ' ' => display(text, format_args!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}
