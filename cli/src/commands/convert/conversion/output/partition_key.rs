//! The column that an output is partitioned by.

use std::io;

use arrow_array::{Array, ArrayRef, cast::AsArray, types::TimestampMicrosecondType};
use arrow_schema::{DataType, Fields, Schema, SchemaRef};
use iot_jobs::columns::Partition;

use super::cell;

/// How Hive names the partition without a value.
const NO_VALUE: &str = "__HIVE_DEFAULT_PARTITION__";

/// What file systems allow.
const MAX_NAME_BYTES: usize = 255;

/// The column that an output is partitioned by.
pub(crate) struct PartitionKey {
    /// The index of the column, after those of the structures that it is in.
    path: Vec<usize>,
    /// The index of the column that the files do not have.
    replaced: Option<usize>,
    /// The name before `=` in the names of directories.
    name: String,
    is_day: bool,
    /// The columns of the files.
    schema: SchemaRef,
}

impl PartitionKey {
    /// The column of a schema.
    pub(crate) fn of(partition: &Partition, schema: &SchemaRef) -> Result<Self, String> {
        let path = indices(partition.path(), schema.fields()).ok_or_else(|| {
            format!("the rows have no column {partition}; this is a defect of iot-jobs")
        })?;
        let replaced = partition
            .replaced_column()
            .and_then(|name| schema.index_of(name).ok());
        let kept = (0..schema.fields().len()).filter(|at| Some(*at) != replaced);
        let projected = schema.project(&kept.collect::<Vec<_>>());
        let projected = projected.map_err(|error| error.to_string())?;
        Ok(Self {
            path,
            replaced,
            name: partition.name(),
            is_day: partition.is_day(),
            schema: Schema::clone(&projected).into(),
        })
    }

    /// The columns of the files: all but a top-level one of strings, which is in the names of directories.
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
            .filter(|(at, _)| Some(*at) != self.replaced);
        let kept = kept.map(|(_, column)| ArrayRef::clone(column)).collect();
        (self.column(columns), kept)
    }

    /// The column in a batch; in a null structure, its value is null.
    fn column<'c>(&self, columns: &'c [ArrayRef]) -> Option<&'c ArrayRef> {
        let (first, rest) = self.path.split_first()?;
        let mut column = columns.get(*first)?;
        for index in rest {
            column = column.as_struct_opt()?.columns().get(*index)?;
        }
        Some(column)
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
        // Not escaped, since Athena compares it after it has unescaped it.
        if value == NO_VALUE {
            let message = format!(
                "--partition: {NO_VALUE} is a value of {}, and engines would read it as null",
                self.name
            );
            return Err(io::Error::other(message));
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

/// The indices of a column and the structures that it is in.
fn indices(path: &[&str], fields: &Fields) -> Option<Vec<usize>> {
    let (name, rest) = path.split_first()?;
    let (index, field) = fields.find(name)?;
    let mut indices = vec![index];
    if !rest.is_empty() {
        let DataType::Struct(fields) = field.data_type() else {
            return None;
        };
        indices.extend(self::indices(rest, fields)?);
    }
    Some(indices)
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
