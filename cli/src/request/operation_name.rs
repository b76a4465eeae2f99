//! The name of an operation on the command line.

use std::ffi::OsStr;

use clap::{Arg, Command, builder::TypedValueParser, error::Error};
use iot_jobs::operation::{self, Entry};

use crate::shape_name::no_such_name;

/// Finds an operation by its name.
#[derive(Clone, Debug)]
pub(super) struct OperationName;

impl TypedValueParser for OperationName {
    type Value = Entry;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Entry, Error> {
        let name = value.to_string_lossy();
        operation::find(&name).ok_or_else(|| {
            let names: Vec<_> = operation::all().map(|entry| entry.name()).collect();
            let tip = format!("the operations are {}", names.join(", "));
            no_such_name(command, argument, &name, &names, tip)
        })
    }
}
