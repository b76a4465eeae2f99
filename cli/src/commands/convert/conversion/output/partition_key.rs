//! The column that an output is partitioned by.

use std::io;

use arrow_array::{Array, ArrayRef, cast::AsArray, types::TimestampMicrosecondType};
use arrow_schema::{DataType, Schema, SchemaRef, TimeUnit};

use super::cell;
use crate::commands::convert::partition::Partition;

/// How Hive names the partition without a value.
const NO_VALUE: &str = "__HIVE_DEFAULT_PARTITION__";

/// What file systems allow.
const MAX_NAME_BYTES: usize = 255;

/// The column that an output is partitioned by.
pub(crate) struct PartitionKey {
    index: usize,
    /// The name before `=` in the names of directories.
    name: String,
    is_day: bool,
    /// The columns of the files.
    schema: SchemaRef,
}

impl PartitionKey {
    /// The column of a schema; an error for the user if it has none or another type.
    pub(crate) fn of(partition: &Partition, schema: &SchemaRef) -> Result<Self, String> {
        let column = partition.column();
        let fields = schema.fields();
        let found = fields
            .iter()
            .enumerate()
            .find(|(_, field)| field.name() == column);
        let (index, field) = found.ok_or_else(|| {
            let possible: Vec<_> = fields
                .iter()
                .filter(|field| is_possible(partition, field.data_type()))
                .map(|field| field.name().as_str())
                .collect();
            let possible = possible.join(", ");
            format!("--partition: the shape has no column {column}; possible are {possible}")
        })?;
        if !is_possible(partition, field.data_type()) {
            let expected = match partition {
                Partition::Column(_) => "strings; for the days of times, write day(COLUMN)",
                Partition::Day(_) => "times",
            };
            return Err(format!(
                "--partition: {column} is not a column of {expected}"
            ));
        }
        let is_day = matches!(partition, Partition::Day(_));
        let others = |at: &usize| is_day || *at != index;
        let others: Vec<_> = (0..fields.len()).filter(others).collect();
        let projected = schema.project(&others).map_err(|error| error.to_string())?;
        Ok(Self {
            index,
            name: if is_day {
                format!("{column}_day")
            } else {
                column.to_owned()
            },
            is_day,
            schema: Schema::clone(&projected).into(),
        })
    }

    /// The columns of the files: all but the one of strings, which is in the names of directories.
    pub(crate) fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The columns of the files, of a batch.
    pub(super) fn columns<'c>(
        &self,
        columns: &'c [ArrayRef],
    ) -> (Option<&'c ArrayRef>, Vec<ArrayRef>) {
        let kept = columns
            .iter()
            .enumerate()
            .filter(|(at, _)| self.is_day || *at != self.index);
        let kept = kept.map(|(_, column)| ArrayRef::clone(column)).collect();
        (columns.get(self.index), kept)
    }

    /// What the names of the directories start with.
    pub(crate) fn prefix(&self) -> String {
        format!("{}=", self.name)
    }

    /// The name of the directory for a row.
    pub(super) fn directory(&self, column: &ArrayRef, row: usize) -> io::Result<String> {
        let mut value = String::new();
        if column.is_valid(row) {
            cell::append_text(&mut value, column, row)?;
        }
        if self.is_day {
            // The date, before the time of day.
            value.truncate(value.find('T').unwrap_or(value.len()));
        }
        let prefix = self.prefix();
        if value.is_empty() {
            return Ok(prefix + NO_VALUE);
        }
        let name = prefix + &escape(&value);
        if name.len() > MAX_NAME_BYTES {
            let start: String = value.chars().take(40).collect();
            let message = format!(
                "--partition: the value {start}… of {} is too long for the name of a directory, which has at most \
                 {MAX_NAME_BYTES} bytes",
                self.name
            );
            return Err(io::Error::other(message));
        }
        Ok(name)
    }

    /// Whether two rows are in the same partition without looking at their names.
    pub(super) fn is_same(&self, column: &ArrayRef, one: usize, other: usize) -> bool {
        const DAY: i64 = 86_400_000_000;
        if !(column.is_valid(one) && column.is_valid(other)) {
            return column.is_valid(one) == column.is_valid(other);
        }
        if self.is_day {
            let times = column.as_primitive::<TimestampMicrosecondType>();
            return times.value(one).div_euclid(DAY) == times.value(other).div_euclid(DAY);
        }
        let strings = column.as_string::<i32>();
        strings.value(one) == strings.value(other)
    }
}

fn is_possible(partition: &Partition, data_type: &DataType) -> bool {
    match partition {
        Partition::Column(_) => *data_type == DataType::Utf8,
        Partition::Day(_) => matches!(data_type, DataType::Timestamp(TimeUnit::Microsecond, _)),
    }
}

/// A value in the name of a directory, with the characters percent-encoded that Hive encodes, and `.` and `..`.
fn escape(value: &str) -> String {
    use std::fmt::Write;

    let mut escaped = String::new();
    let is_dots = value.chars().all(|c| c == '.');
    for c in value.chars() {
        let special = "\"#%'*/:=?\\{[]^".contains(c) || c == '\u{7f}' || c < ' ' || is_dots;
        if special {
            // All of them are ASCII; writing to a string does not fail.
            let _ = write!(escaped, "%{:02X}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn values_are_encoded_as_hive_does() {
        for (value, escaped) in [
            ("SUCCEEDED", "SUCCEEDED"),
            ("a b-c_d.é", "a b-c_d.é"),
            ("a/b=c%", "a%2Fb%3Dc%25"),
            ("12:30", "12%3A30"),
            ("\n", "%0A"),
            ("..", "%2E%2E"),
            ("{[]}", "%7B%5B%5D}"),
        ] {
            assert_eq!(escape(value), escaped);
        }
    }
}
