//! Columns of another implementation than this crate's: what each gets, and what it does not take.

use iot_jobs::{
    codec,
    columns::{self, Cell, CellError},
    shape::Shape,
    types::{AbortConfig, JobExecution, JobSummary},
};

/// A column that writes its values as text, and has room for strings of three bytes.
#[derive(Debug, Default)]
struct Texts {
    text: String,
    fields: Vec<Texts>,
}

impl Texts {
    fn of(kind: &columns::ColumnKind) -> Self {
        let fields = match kind {
            columns::ColumnKind::Structure(fields) => Self::all(fields),
            columns::ColumnKind::List(element) => vec![Self::of(element)],
            columns::ColumnKind::Map(value) => vec![Self::default(), Self::of(value)],
            _ => Vec::new(),
        };
        let text = String::new();
        Self { text, fields }
    }

    fn all(columns: &[columns::Column]) -> Vec<Self> {
        columns
            .iter()
            .map(|column| Self::of(&column.kind))
            .collect()
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push(';');
    }

    /// The text with that of the fields.
    fn show(&self) -> String {
        let fields: Vec<_> = self.fields.iter().map(Self::show).collect();
        format!("{}{}", self.text, fields.concat())
    }
}

impl Cell for Texts {
    fn null(&mut self) -> Result<(), CellError> {
        self.push("-");
        Ok(())
    }

    fn boolean(&mut self, value: bool) -> Result<(), CellError> {
        self.push(&value.to_string());
        Ok(())
    }

    fn integer(&mut self, value: i64) -> Result<(), CellError> {
        self.push(&value.to_string());
        Ok(())
    }

    fn double(&mut self, value: f64) -> Result<(), CellError> {
        self.push(&value.to_string());
        Ok(())
    }

    fn timestamp(&mut self, micros: i64) -> Result<(), CellError> {
        self.push(&format!("{micros}us"));
        Ok(())
    }

    fn string(&mut self, value: &str) -> Result<(), CellError> {
        if value.len() > 3 {
            return Err(CellError::Full);
        }
        self.push(value);
        Ok(())
    }

    fn json(&mut self, append: impl FnOnce(&mut String)) -> Result<(), CellError> {
        append(&mut self.text);
        self.push("");
        Ok(())
    }

    fn binary(&mut self, value: &[u8]) -> Result<(), CellError> {
        self.push(&format!("{value:?}"));
        Ok(())
    }

    fn structure(&mut self) -> Result<&mut [Self], CellError> {
        self.push("struct");
        Ok(&mut self.fields)
    }

    fn list(&mut self, length: usize) -> Result<&mut Self, CellError> {
        self.push(&format!("list {length}"));
        self.fields.first_mut().ok_or(CellError::Type)
    }

    fn map(&mut self, length: usize) -> Result<(&mut Self, &mut Self), CellError> {
        self.push(&format!("map {length}"));
        match &mut self.fields[..] {
            [keys, values] => Ok((keys, values)),
            _ => Err(CellError::Type),
        }
    }
}

/// Writes JSON into columns.
fn write<T: Shape>(json: &str, row: &mut [Texts]) -> Result<(), iot_jobs::Error> {
    columns::write(&codec::from_str::<T>(json).unwrap(), row)
}

#[test]
fn each_column_gets_one_value() {
    let mut row = Texts::all(&columns::of(&JobExecution::STRUCTURE));
    let json = r#"{"jobId": "j", "statusDetails": {"detailsMap": {"b": "2", "a": "1"}}, "queuedAt": 1.5, "new": 1}"#;
    write::<JobExecution>(json, &mut row).unwrap();
    let texts: Vec<_> = row.iter().map(Texts::show).collect();
    assert_eq!(
        texts,
        [
            "j;",
            "-;",
            "-;",
            "struct;map 2;a;b;1;2;-;",
            "-;",
            "1500000us;",
            "-;",
            "-;",
            "-;",
            "-;",
            "-;",
            "{\"new\":1};",
        ]
    );
}

#[test]
fn value_without_room() {
    for (json, path) in [
        (r#"{"jobId": "long"}"#, "jobId"),
        (
            r#"{"statusDetails": {"detailsMap": {"a": "1", "b": "long"}}}"#,
            "statusDetails.detailsMap.b",
        ),
    ] {
        let mut row = Texts::all(&columns::of(&JobExecution::STRUCTURE));
        let error = write::<JobExecution>(json, &mut row).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("{path}: the column has no room for this value")
        );
        assert!(error.is_limit());
    }
    let mut row = Texts::all(&columns::of(&AbortConfig::STRUCTURE));
    let json = r#"{"criteriaList": [{"failureType": "LONG", "action": "A", "thresholdPercentage": 1, "minNumberOfExecutedThings": 1}]}"#;
    let error = write::<AbortConfig>(json, &mut row).unwrap_err();
    assert_eq!(error.path(), "criteriaList[0].failureType");
}

#[test]
fn columns_of_another_shape() {
    let columns = columns::of(&JobSummary::STRUCTURE);
    for others in [&columns[1..], &[&columns[..], &columns[..1]].concat()] {
        let error = write::<JobSummary>("{}", &mut Texts::all(others)).unwrap_err();
        assert!(error.is_encode());
        assert_eq!(
            error.message(),
            "the column has another type than this value"
        );
    }
}
