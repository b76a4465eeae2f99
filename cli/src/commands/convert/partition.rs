//! The partitions of `iot-jobs convert`.

use std::str::FromStr;

use iot_jobs::catalog::ShapeEntry;

/// What the output is partitioned by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Partition {
    /// The values of a column of strings.
    Column(String),
    /// The days of a column of times, in UTC.
    Day(String),
}

impl Partition {
    /// The same with the name of the column, if it is given as the name of a member in JSON.
    pub fn of(self, shape: &ShapeEntry) -> Self {
        let in_columns = |column: String| match shape.structure().member(&column) {
            Some(member) => member.name.to_owned(),
            None => column,
        };
        match self {
            Self::Column(column) => Self::Column(in_columns(column)),
            Self::Day(column) => Self::Day(in_columns(column)),
        }
    }

    /// The column.
    pub fn column(&self) -> &str {
        match self {
            Self::Column(column) | Self::Day(column) => column,
        }
    }
}

impl FromStr for Partition {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let name = |name: &str| {
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let valid = !name.is_empty() && name.chars().all(is_name);
            let expected = "expected the name of a column, such as status, or day(COLUMN)";
            if valid {
                Ok(name.to_owned())
            } else {
                Err(expected.to_owned())
            }
        };
        match text
            .strip_prefix("day(")
            .and_then(|rest| rest.strip_suffix(')'))
        {
            Some(column) => name(column).map(Self::Day),
            None => name(text).map(Self::Column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Partition;

    #[test]
    fn a_partition_is_a_column_or_its_days() {
        for (text, partition) in [
            ("status", Some(Partition::Column("status".to_owned()))),
            (
                "day(queued_at)",
                Some(Partition::Day("queued_at".to_owned())),
            ),
            ("day()", None),
            ("day(queued_at", None),
            ("hour(queued_at)", None),
            ("", None),
        ] {
            assert_eq!(text.parse().ok(), partition, "{text}");
        }
    }

    #[test]
    fn a_column_can_have_its_name_in_json() {
        let shape = iot_jobs::catalog::find_shape("JobExecution").unwrap();
        for (text, column) in [
            ("jobId", Partition::Column("job_id".to_owned())),
            ("job_id", Partition::Column("job_id".to_owned())),
            ("day(queuedAt)", Partition::Day("queued_at".to_owned())),
            ("other", Partition::Column("other".to_owned())),
        ] {
            let partition: Partition = text.parse().unwrap();
            assert_eq!(partition.of(&shape), column, "{text}");
        }
    }
}
