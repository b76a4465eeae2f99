//! The names of tables.

use std::{fmt, str::FromStr};

use crate::text;

/// The name of a table in Athena: letters in lower case, digits and `_`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableName(String);

/// A name that a table cannot have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableNameError {
    found: String,
    /// The same in lower case, if that is a name.
    lower_case: Option<String>,
}

impl TableName {
    /// The maximum number of characters, with which the name of the view has 255, as many as Athena allows.
    pub const MAX_LENGTH: usize = 250;

    /// Validates the name.
    pub fn new(name: impl Into<String>) -> Result<Self, TableNameError> {
        let name = name.into();
        if is_valid(&name) {
            Ok(Self(name))
        } else {
            let found = text::quoted_within_64(&name);
            let lower_case = Some(name.to_ascii_lowercase()).filter(|name| is_valid(name));
            Err(TableNameError { found, lower_case })
        }
    }

    /// The name of a shape in snake case, such as `device_job_execution` for `device.JobExecution`.
    pub fn of_shape(shape: &str) -> Result<Self, TableNameError> {
        let mut name = String::with_capacity(shape.len());
        for character in shape.chars() {
            match character {
                '.' => name.push('_'),
                _ if character.is_ascii_uppercase() => {
                    if !name.is_empty() && !name.ends_with('_') {
                        name.push('_');
                    }
                    name.push(character.to_ascii_lowercase());
                }
                _ => name.push(character),
            }
        }
        Self::new(name)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the view of the table.
    pub(super) fn view(&self) -> String {
        format!("{}_view", self.0)
    }
}

fn is_valid(name: &str) -> bool {
    let allowed = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    (1..=TableName::MAX_LENGTH).contains(&name.len()) && name.bytes().all(allowed)
}

impl FromStr for TableName {
    type Err = TableNameError;

    fn from_str(name: &str) -> Result<Self, TableNameError> {
        Self::new(name)
    }
}

impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for TableNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let max = TableName::MAX_LENGTH;
        write!(
            f,
            "found {}, expected a name of 1 to {max} characters, each a letter in lower case, a digit or `_`",
            self.found
        )?;
        match &self.lower_case {
            Some(name) => write!(f, "; write `{name}`"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for TableNameError {}
