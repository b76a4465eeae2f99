//! The name of an operation.

use std::ffi::OsStr;

use clap::{Arg, Command, Error, builder::TypedValueParser};
use iot_jobs::catalog::{self, OperationEntry};

use super::unknown_name::unknown_name;

/// Finds an operation by its name.
#[derive(Clone, Debug)]
pub(super) struct OperationNameParser;

impl TypedValueParser for OperationNameParser {
    type Value = OperationEntry;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<OperationEntry, Error> {
        let name = value.to_string_lossy();
        catalog::find_operation(&name).ok_or_else(|| {
            let names: Vec<_> = catalog::operations().map(|entry| entry.name()).collect();
            let tip = format!("the operations are {}", names.join(", "));
            unknown_name(command, argument, &name, &names, tip)
        })
    }
}
