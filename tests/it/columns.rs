//! Values in the cells of a table's columns.

use std::iter::zip;

use iot_jobs::{
    Error, codec,
    columns::{self, Cell, CellError, ColumnKind},
    device::types::{CommandParameterValue, JobExecution, error::ThrottlingException},
    document::{OperationDocument, StepsDocument},
    primitives::DateTime,
    shape::Shape,
    types::JobSummary,
};

/// A column that keeps what is written to it.
struct Column {
    written: Vec<String>,
    /// The columns of a structure's fields, of a list's elements, or of a map's keys and values.
    inner: Vec<Column>,
    /// Why it takes no more values.
    refuses: Option<CellError>,
}

impl Column {
    fn new(kind: &ColumnKind) -> Self {
        Self {
            written: Vec::new(),
            inner: match kind {
                ColumnKind::Structure(fields) => {
                    fields.iter().map(|it| Self::new(&it.kind)).collect()
                }
                ColumnKind::List(element) => vec![Self::new(element)],
                ColumnKind::Map(value) => vec![Self::new(&ColumnKind::String), Self::new(value)],
                _ => Vec::new(),
            },
            refuses: None,
        }
    }

    fn of<T: Shape>() -> Vec<Self> {
        let columns = columns::of(&T::STRUCTURE);
        columns.iter().map(|it| Self::new(&it.kind)).collect()
    }

    fn add(&mut self, value: impl Into<String>) -> Result<(), CellError> {
        self.written.push(value.into());
        self.refuses.map_or(Ok(()), Err)
    }

    /// What the column and those inside of it have.
    fn values(&self) -> String {
        let written = self.written.join(" ");
        if self.inner.is_empty() {
            return written;
        }
        let inner: Vec<_> = self.inner.iter().map(Self::values).collect();
        format!("{written} <{}>", inner.join("; "))
    }
}

impl Cell for Column {
    fn null(&mut self) -> Result<(), CellError> {
        self.add("null")
    }

    fn boolean(&mut self, value: bool) -> Result<(), CellError> {
        self.add(format!("boolean {value}"))
    }

    fn integer(&mut self, value: i64) -> Result<(), CellError> {
        self.add(format!("integer {value}"))
    }

    fn double(&mut self, value: f64) -> Result<(), CellError> {
        self.add(format!("double {value}"))
    }

    fn timestamp(&mut self, micros: i64) -> Result<(), CellError> {
        self.add(format!("timestamp {micros}"))
    }

    fn string(&mut self, value: &str) -> Result<(), CellError> {
        self.add(format!("string {value}"))
    }

    fn json(&mut self, append: impl FnOnce(&mut String)) -> Result<(), CellError> {
        let mut text = "json ".to_owned();
        append(&mut text);
        self.add(text)
    }

    fn binary(&mut self, value: &[u8]) -> Result<(), CellError> {
        self.add(format!("binary {value:?}"))
    }

    fn structure(&mut self) -> Result<&mut [Self], CellError> {
        self.add("structure")?;
        Ok(&mut self.inner)
    }

    fn list(&mut self, length: usize) -> Result<&mut Self, CellError> {
        self.add(format!("list of {length}"))?;
        Ok(&mut self.inner[0])
    }

    fn map(&mut self, length: usize) -> Result<(&mut Self, &mut Self), CellError> {
        self.add(format!("map of {length}"))?;
        let [keys, values] = &mut self.inner[..] else {
            panic!("a column of maps")
        };
        Ok((keys, values))
    }
}

/// The columns that are not null, after a value of this JSON text is written.
fn written<T: Shape>(json: &str) -> Vec<String> {
    let value: T = codec::from_str(json).unwrap();
    let mut row = Column::of::<T>();
    columns::write(&value, &mut row).unwrap();
    let columns = columns::of(&T::STRUCTURE);
    let values = zip(&columns, &row).filter(|(_, column)| column.written != ["null"]);
    values
        .map(|(column, values)| format!("{}: {}", column.name, values.values()))
        .collect()
}

#[test]
fn values_of_every_kind_are_written() {
    assert_eq!(
        written::<CommandParameterValue>(
            r#"{"S": "s", "B": true, "I": -7, "L": 9007199254740993, "D": 0.5, "BIN": "AQI=", "UL": "8"}"#
        ),
        [
            "s: string s",
            "b: boolean true",
            "i: integer -7",
            "l: integer 9007199254740993",
            "d: double 0.5",
            "bin: binary [1, 2]",
            "ul: string 8",
        ]
    );
    assert_eq!(
        written::<JobExecution>(
            r#"{"jobId": "j", "status": "SOMEDAY", "statusDetails": {"b": "2", "a": "1"}, "queuedAt": 1549395301.389,
            "executionNumber": 1, "jobDocument": {"a": 1.50}, "new": [1.50], "c\u0061t": "é"}"#
        ),
        [
            "job_id: string j",
            "status: string SOMEDAY",
            "status_details: map of 2 <string a string b; string 1 string 2>",
            "queued_at: timestamp 1549395301389000",
            "execution_number: integer 1",
            r#"job_document: json {"a": 1.50}"#,
            r#"unknown_members: json {"cat":"é","new":[1.50]}"#,
        ]
    );
    assert_eq!(
        written::<OperationDocument>(
            r#"{"operation": "o", "args": ["a", "b"], "includeStdOut": "true", "allowStdErr": 8}"#
        ),
        [
            "operation: string o",
            "args: list of 2 <string a string b>",
            r#"include_std_out: json "true""#,
            "allow_std_err: json 8",
        ]
    );
    assert_eq!(
        written::<ThrottlingException>(r#"{"payload": "AQ=="}"#),
        ["payload: binary [1]"]
    );
}

#[test]
fn structures_in_lists_are_written() {
    let json = r#"{"version": "1.0", "steps": [
        {"action": {"name": "a", "type": "runHandler", "input": {"handler": "h"}}},
        {"action": {"name": "b", "type": "runCommand", "input": {"command": "c"}, "new": 1}}]}"#;
    let written = written::<StepsDocument>(json);
    assert_eq!(written[0], "version: string 1.0");
    let steps = &written[1];
    for part in [
        "steps: list of 2 <structure structure <",
        "string a string b; ",
        "string runHandler string runCommand; ",
        r#"null json {"new":1}"#,
    ] {
        assert!(steps.contains(part), "{part}: {steps}");
    }
}

/// The error of writing a value to columns after a change to them.
fn error<T: Shape>(value: &T, change: impl FnOnce(&mut Vec<Column>)) -> Error {
    let mut row = Column::of::<T>();
    change(&mut row);
    columns::write(value, &mut row).unwrap_err()
}

#[test]
fn what_cannot_be_encoded_is_not_written() {
    let mut value: CommandParameterValue = codec::from_str("{}").unwrap();
    value.d = Some(f64::NAN);
    let found = error(&value, |_| {});
    assert_eq!(found.to_string(), "D: NaN is not a JSON number");
    value.d = None;
    value.unknown_members_mut().insert("S", "1").unwrap();
    let found = error(&value, |_| {});
    assert_eq!(
        found.to_string(),
        "S: an unknown member has a declared name"
    );
    let job = JobSummary::builder().created_at(DateTime::from_secs(1 << 40));
    let found = error(&job.build(), |_| {});
    assert!(found.is_encode());
    assert_eq!(found.path(), "createdAt");
}

#[test]
fn a_column_that_does_not_take_a_value_is_an_error_at_its_path() {
    let document = r#"{"operation": "o", "args": ["a", "b"]}"#;
    let document: OperationDocument = codec::from_str(document).unwrap();
    let full = "the column has no room for this value";
    let other_type = "the column has another type than this value";
    for (refused, expected) in [(CellError::Full, full), (CellError::Type, other_type)] {
        assert_eq!(refused.to_string(), expected);
        let found = error(&document, |row| row[1].refuses = Some(refused));
        assert_eq!(found.to_string(), format!("args: {expected}"));
        let found = error(&document, |row| row[1].inner[0].refuses = Some(refused));
        assert_eq!(found.to_string(), format!("args[0]: {expected}"));
    }
    let execution = r#"{"statusDetails": {"k": "v"}}"#;
    let execution: JobExecution = codec::from_str(execution).unwrap();
    let found = error(&execution, |row| {
        let map = row.iter_mut().find(|it| it.inner.len() == 2);
        map.unwrap().inner[1].refuses = Some(CellError::Full);
    });
    assert_eq!(found.to_string(), format!("statusDetails.k: {full}"));
    // The columns of another shape.
    for change in [(|row| row.truncate(3)) as fn(&mut Vec<Column>), |row| {
        row.push(Column::new(&ColumnKind::String));
    }] {
        let found = error(&document, change);
        assert!(found.to_string().ends_with(other_type), "{found}");
    }
}
