//! The shape of payloads: by its name or by the topic that they were published to.

use clap::Args;
use iot_jobs::{catalog, catalog::ShapeEntry, device::topic::Topic};

use super::shape_name::ShapeNameParser;
use crate::commands::topic::quoting_tip;

#[derive(Args, Debug)]
#[group(id = "shape", multiple = false)]
pub(super) struct PayloadShapeArguments {
    /// The shape of the input, in any case, or an operation for the shape of its input; `iot-jobs shapes` lists
    /// all shapes
    #[arg(long = "as", value_name = "SHAPE", value_parser = ShapeNameParser)]
    name: Option<ShapeEntry>,

    /// The MQTT topic that the input was published to; `iot-jobs topic` shows its shape
    #[arg(long, value_name = "TOPIC", value_parser = shape_of_topic)]
    topic: Option<ShapeEntry>,
}

impl PayloadShapeArguments {
    /// The shape, if one of the arguments is given.
    pub(super) fn entry(&self) -> Option<ShapeEntry> {
        self.name.or(self.topic)
    }
}

fn shape_of_topic(text: &str) -> Result<ShapeEntry, String> {
    let topic = Topic::parse(text).map_err(|error| match quoting_tip(text) {
        Some(tip) => format!("{error}\n\n  tip: {tip}"),
        None => error.to_string(),
    })?;
    let name = topic.shape_name();
    catalog::find_shape(name)
        .ok_or_else(|| format!("the shape of its payloads, {name}, is unknown"))
}
