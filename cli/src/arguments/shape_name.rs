//! The name of a shape.

use std::ffi::OsStr;

use clap::{Arg, Command, Error, builder::TypedValueParser};
use iot_jobs::{catalog, catalog::ShapeEntry};

use super::unknown_name::unknown_name;

/// Finds a shape by its name.
#[derive(Clone, Debug)]
pub(super) struct ShapeNameParser;

impl TypedValueParser for ShapeNameParser {
    type Value = ShapeEntry;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<ShapeEntry, Error> {
        let name = value.to_string_lossy();
        catalog::find_shape(&name).ok_or_else(|| {
            let names: Vec<_> = catalog::shapes().map(|entry| entry.name()).collect();
            let tip = "`iot-jobs shapes` lists the names of all shapes";
            unknown_name(command, argument, &name, &names, tip.to_owned())
        })
    }
}
