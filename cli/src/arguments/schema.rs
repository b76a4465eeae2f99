//! The arguments of `iot-jobs schema`.

use std::ffi::OsStr;

use clap::{Arg, Args, Command, Error, ValueEnum, builder::TypedValueParser, error::ErrorKind};
use iot_jobs::{
    catalog::ShapeEntry,
    cloudformation::ResourceType,
    columns::athena::{StoredAs, TableName},
};

use super::{partition::partition, shape_name::ShapeNameParser};
use crate::commands::schema::{SchemaFormat, SchemaOptions, SchemaSubject};

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
  A table in Athena over Parquet, and one over the NDJSON that a rule and Firehose deliver, with its view:
    iot-jobs schema --format athena --table executions JobExecution > executions.sql
    iot-jobs schema --format athena --stored-as ndjson event.JobExecutionEvent > events.sql
  A table in Athena over the directories that iot-jobs convert writes with the same --partition:
    iot-jobs schema --format athena --table executions --partition status JobExecution > executions.sql
  The schema in Spark, for spark.read.schema(StructType.fromJson(json.load(open("executions.spark.json")))):
    iot-jobs schema --format spark JobExecution > executions.spark.json

Output with --format json-schema:
  A JSON Schema (draft 2020-12) with the members, their descriptions, which of them are required, and
  the limits of their values. Other members, unknown values of enums and `null` for an optional member
  are allowed; with --strict they are rejected, but for comments of job documents, whose names start with
  `_`. Rules between members (for example, a retry requires a timeout) and limits in bytes or decimal places are not
  part of it: use `iot-jobs check` for them.
  The schema of a resource accepts functions, such as {"Ref": "Name"}, in place of values, and no other properties.
  Patterns are regular expressions of ECMA-262 with the flag `u`, as editors use them. Python's module
  `re` does not know `\p{L}` in some of them: use a validator with another engine, or `iot-jobs check`.

Output with --format arrow-json, athena or spark:
  The columns of a table with a row for each value. Their names are in snake case (`queued_at`), since SQL does
  not distinguish `queuedAt` from `queuedat`. Times are in UTC with microseconds; maps such as `details_map` are
  maps; values of enums are strings; a job document is JSON text. The column `unknown_members` has all members
  that the shape does not have, as a JSON object.
  Athena: replace `s3://BUCKET/PREFIX/` by the folder of the files, and run one statement at a time.
  With --partition, the table has the column that the directories are named by in PARTITIONED BY. A second statement
  adds the directories: run it again when there are new ones. Without --partition, a column that
  `iot-jobs convert --partition` left out of the files is NULL in every row.
  With --stored-as ndjson, a time is text in the table: it can be epoch seconds, epoch milliseconds or ISO 8601
  text. Query the view NAME_view, which has timestamps, also in structures, lists and maps. Other text than these
  is NULL there. Unknown members are not in the table.

  The same version always writes the same text.

Exit codes:
  0  success
  2  invalid usage, an unknown shape, or the output cannot be written"#;

/// Write the schema of a shape: JSON Schema, Arrow, Athena or Spark
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct SchemaArguments {
    /// The shape; `iot-jobs shapes` lists all shapes. Or the type of a CloudFormation resource: `AWS::IoT::Job`,
    /// `AWS::IoT::JobTemplate`, or `AWS::GreengrassV2::Deployment` for its `IotJobConfiguration`, with JSON Schema
    #[arg(value_name = "SHAPE", value_parser = SubjectParser)]
    subject: SchemaSubject,

    /// The format of the schema
    #[arg(long, value_name = "FORMAT", default_value = "json-schema")]
    format: SchemaFormat,

    /// With json-schema: reject members that the shape does not have, values of enums that this version does not know,
    /// and `null`
    #[arg(long)]
    strict: bool,

    /// With athena: the name of the table; the default is the name of the shape in snake case
    #[arg(long, value_name = "NAME")]
    table: Option<TableName>,

    /// With athena: the format of the table's files; the default is parquet
    #[arg(long, value_name = "FORMAT")]
    stored_as: Option<StoredAsArgument>,

    /// With athena over Parquet: the COLUMN or `day(COLUMN)` that was given to `iot-jobs convert --partition`
    #[arg(long, value_name = "COLUMN")]
    partition: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum StoredAsArgument {
    /// Parquet with the columns of the shape
    Parquet,
    /// JSON as the service, its rules and Firehose deliver it, one object on each line; also creates a view
    Ndjson,
}

impl From<StoredAsArgument> for StoredAs {
    fn from(argument: StoredAsArgument) -> Self {
        match argument {
            StoredAsArgument::Parquet => Self::Parquet,
            StoredAsArgument::Ndjson => Self::Ndjson,
        }
    }
}

impl TryFrom<SchemaArguments> for SchemaOptions {
    type Error = Error;

    fn try_from(arguments: SchemaArguments) -> Result<Self, Error> {
        let SchemaArguments {
            subject,
            format,
            strict,
            table,
            stored_as,
            partition,
        } = arguments;
        if strict && format != SchemaFormat::JsonSchema {
            return Err(conflict("--strict", "--format json-schema"));
        }
        for (given, option) in [
            (table.is_some(), "--table"),
            (stored_as.is_some(), "--stored-as"),
            (partition.is_some(), "--partition"),
        ] {
            if given && format != SchemaFormat::Athena {
                return Err(conflict(option, "--format athena"));
            }
        }
        let stored_as = stored_as.map_or(StoredAs::Parquet, StoredAs::from);
        if partition.is_some() && stored_as != StoredAs::Parquet {
            return Err(conflict("--partition", "--stored-as parquet"));
        }
        Ok(match format {
            SchemaFormat::JsonSchema => Self::JsonSchema { subject, strict },
            SchemaFormat::ArrowJson => Self::ArrowJson(shape_of(subject)?),
            SchemaFormat::Athena => {
                let shape = shape_of(subject)?;
                let partition = partition.map(|text| self::partition(shape, &text));
                Self::Athena {
                    shape,
                    table: table.map_or_else(|| default_table(shape), Ok)?,
                    stored_as,
                    partition: partition.transpose()?,
                }
            }
            SchemaFormat::Spark => Self::Spark(shape_of(subject)?),
        })
    }
}

/// The error of an option that needs another.
fn conflict(option: &str, other: &str) -> Error {
    let message = format!("the argument '{option}' can only be used with '{other}'");
    error(&message)
}

/// The shape, if the schema is of a shape.
fn shape_of(subject: SchemaSubject) -> Result<ShapeEntry, Error> {
    match subject {
        SchemaSubject::Shape(shape) => Ok(shape),
        SchemaSubject::Resource(resource) => Err(error(&format!(
            "the CloudFormation resource '{resource}' only has a schema with '--format json-schema'"
        ))),
    }
}

fn default_table(shape: ShapeEntry) -> Result<TableName, Error> {
    TableName::of_shape(&shape.name()).map_err(|cause| error(&cause.to_string()))
}

fn error(message: &str) -> Error {
    let message = format!("{message}\n\nFor more information, try '--help'.\n");
    Error::raw(ErrorKind::ArgumentConflict, message)
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
