//! The arguments of `iot-jobs topic`.

use clap::Args;

use crate::commands::{OutputFormat, topic::TopicOptions};

const AFTER_HELP: &str = r#"Examples:
  In single quotes, since the shell would replace `$aws` with an empty string:
    iot-jobs topic '$aws/things/lamp/jobs/firmware-7/update/rejected'
  The shape of its payloads:
    iot-jobs topic --format json '$aws/things/lamp/jobs/notify' | jq -r .shape
  Check a payload that was published to a topic:
    iot-jobs check --topic '$aws/things/lamp/jobs/notify' payload.json

Output:
  Who publishes to the topic and when, and the parts of the topic. `payload` is the shape of what is
  published, as --as takes it. For text that is not a topic of AWS IoT Jobs: the reason, with a caret
  under the invalid level.

With --format json one line, either
  {"family":…,"operation":…,"stage":…,"thing":…,"job":…,"namespace":…,"shape":…}
    family     "call", "notification", "job-event" or "job-execution-event"
    operation  the API name of a call, the shape of a notification, the kind of an event
    stage      "request", "accepted" or "rejected" for a call
    job        "$next" if the topic has it
  with null for what the topic does not have, or
  {"error":{"otherService":…,"level":…,"message":…}}
  where `level` is the number of the invalid level, from 1, and `otherService` is true for the topic of
  another service.

Exit codes:
  0  a topic of AWS IoT Jobs
  1  any other text
  2  invalid usage"#;

/// Explain an MQTT topic
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct TopicArguments {
    /// The topic, in single quotes
    #[arg(value_name = "TOPIC")]
    topic: String,

    /// The format of the explanation
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: OutputFormat,
}

impl From<TopicArguments> for TopicOptions {
    fn from(arguments: TopicArguments) -> Self {
        Self {
            topic: arguments.topic,
            format: arguments.format,
        }
    }
}
