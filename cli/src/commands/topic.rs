//! `iot-jobs topic`: the meaning of an MQTT topic.

use std::io::{self, Write};

use iot_jobs::device::topic::Topic;

use super::output_format::OutputFormat;
use crate::counts::{InputCounts, Outcome};

mod quoting;
mod row;
mod text;

pub use self::quoting::quoting_tip;
use self::row::{InvalidTopicRow, TopicRow};

/// The options of `iot-jobs topic`.
pub struct TopicOptions {
    /// The topic.
    pub topic: String,
    /// The format of the explanation.
    pub format: OutputFormat,
}

/// Explains the topic, or why it is not one of AWS IoT Jobs.
pub fn run(options: &TopicOptions, counts: &mut InputCounts) -> io::Result<()> {
    let topic = Topic::parse(&options.topic);
    counts.add(match topic {
        Ok(_) => Outcome::Ok,
        Err(_) => Outcome::Errors,
    });
    match (options.format, topic) {
        (OutputFormat::Human, Ok(topic)) => text::write_topic(&topic),
        (OutputFormat::Human, Err(error)) => text::write_invalid_topic(&options.topic, &error),
        (OutputFormat::Json, Ok(topic)) => write_row(&TopicRow::new(&topic)),
        (OutputFormat::Json, Err(error)) => write_row(&InvalidTopicRow::new(&error)),
    }
}

fn write_row(row: &impl serde::Serialize) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, row)?;
    writeln!(out)
}
