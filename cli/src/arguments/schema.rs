//! The arguments of `iot-jobs schema`.

use std::ffi::OsStr;

use clap::{Arg, Args, Command, Error, builder::TypedValueParser};
use iot_jobs::cloudformation::ResourceType;

use super::shape_name::ShapeNameParser;
use crate::commands::schema::{SchemaOptions, SchemaSubject};

const AFTER_HELP: &str = r#"Examples:
  The schemas of documents with steps, as in the managed templates, and of CreateJob's input:
    iot-jobs schema --strict document.StepsDocument > steps.schema.json
    iot-jobs schema --strict CreateJob > create-job.schema.json
  The schema of a resource's properties in CloudFormation templates:
    iot-jobs schema AWS::IoT::JobTemplate > job-template.schema.json
  Validation of job files in VS Code, with this in .vscode/settings.json:
    {"json.schemas": [{"fileMatch": ["/jobs/*.json"], "url": "./steps.schema.json"}]}
  Configure the schema in your editor's settings, not with "$schema" in a job file: that member would
  be sent to the devices.

Output:
  A JSON Schema (draft 2020-12) with the members, their descriptions, which of them are required, and
  the limits of their values. Other members, unknown values of enums and `null` for an optional member
  are allowed; with --strict they are rejected, but for comments of job documents, whose names start with
  `_`. Rules between members (for example, a retry requires a timeout) and limits in bytes or decimal places are not
  part of it: use `iot-jobs check` for them.
  The schema of a resource accepts functions, such as {"Ref": "Name"}, in place of values, and no other properties.
  Patterns are regular expressions of ECMA-262 with the flag `u`, as editors use them. Python's module
  `re` does not know `\p{L}` in some of them: use a validator with another engine, or `iot-jobs check`.
  The same version always writes the same text.

Exit codes:
  0  success
  2  an unknown shape, or the output cannot be written"#;

/// Write the JSON Schema of a shape, for validation in editors
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct SchemaArguments {
    /// The shape; `iot-jobs shapes` lists all shapes. Or the type of a CloudFormation resource: `AWS::IoT::Job`,
    /// `AWS::IoT::JobTemplate`, or `AWS::GreengrassV2::Deployment` for its `IotJobConfiguration`
    #[arg(value_name = "SHAPE", value_parser = SubjectParser)]
    subject: SchemaSubject,

    /// Reject members that the shape does not have, values of enums that this version does not know, and `null`
    #[arg(long)]
    strict: bool,
}

impl From<SchemaArguments> for SchemaOptions {
    fn from(arguments: SchemaArguments) -> Self {
        Self {
            subject: arguments.subject,
            strict: arguments.strict,
        }
    }
}

/// Finds a shape or a type of resource by its name.
#[derive(Clone, Debug)]
struct SubjectParser;

impl TypedValueParser for SubjectParser {
    type Value = SchemaSubject;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<SchemaSubject, Error> {
        if let Some(resource) = value.to_str().and_then(ResourceType::find) {
            return Ok(SchemaSubject::Resource(resource));
        }
        let shape = ShapeNameParser.parse_ref(command, argument, value)?;
        Ok(SchemaSubject::Shape(shape))
    }
}
