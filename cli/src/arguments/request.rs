//! The arguments of `iot-jobs request`.

use clap::Args;
use iot_jobs::catalog::OperationEntry;

use super::{operation_name::OperationNameParser, size::MaxSizeArgument};
use crate::{
    commands::request::{RequestFormat, RequestOptions},
    reading::Source,
};

const AFTER_HELP: &str = r#"Examples:
  The request of an input in the form of the AWS CLI:
    aws iot create-job --generate-cli-skeleton > create-job.json
    iot-jobs request CreateJob create-job.json
  An operation of the data plane, whose name has the prefix `device.`:
    echo '{"thingName": "t", "jobId": "$next"}' | iot-jobs request device.DescribeJobExecution -
  A command line for the shell, with region and credentials from the environment:
    echo '{"jobId": "j", "force": true}' | iot-jobs request CancelJob --format curl -
  The path alone, with jq:
    iot-jobs request CreateJob --format json create-job.json | jq -r .path

Output:
  human  Method, path and query as they are sent; if there is a body, its type, an empty line and the
         body.
  json   On one line, {"method":…,"path":…,"query":{…},"body":…}: the path percent-encoded, the
         values of the query decoded, the body as JSON, or null without a body.
  curl   A command line for a POSIX shell, with the host of AWS's commercial regions. The data plane
         has a host for each account: `aws iot describe-endpoint --endpoint-type iot:Jobs` shows it.
  An input without a valid request is reported on standard error, as by `iot-jobs check`, and so are
  members that the operation does not have, as warnings.

Exit codes:
  0  the input decodes and has the members of the path; `check` checks constraints
  1  the input does not decode, or a member of the path is missing
  2  invalid usage, or a file that cannot be read"#;

/// Show the HTTP request of an operation's input
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct RequestArguments {
    /// The operation; those of the data plane have the prefix `device.`
    #[arg(value_name = "OPERATION", value_parser = OperationNameParser)]
    operation: OperationEntry,

    /// The file with the input's members as a JSON object; `-` is standard input
    #[arg(value_name = "FILE")]
    source: Source,

    /// The format of the request
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: RequestFormat,

    #[command(flatten)]
    size: MaxSizeArgument,
}

impl From<RequestArguments> for RequestOptions {
    fn from(arguments: RequestArguments) -> Self {
        Self {
            operation: arguments.operation,
            source: arguments.source,
            format: arguments.format,
            max_size: arguments.size.max_size,
        }
    }
}
