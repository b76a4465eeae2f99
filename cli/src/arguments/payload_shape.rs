//! The shape of payloads: by its name or by the topic that they were published to.

use std::ffi::OsStr;

use clap::{Arg, Args, Command, Error, builder::TypedValueParser};
use iot_jobs::{catalog, catalog::ShapeEntry, device::topic::Topic};

use super::shape_name::ShapeNameParser;
use crate::{
    checking::{InputKind, TEMPLATE},
    commands::topic::quoting_tip,
};

#[derive(Args, Debug)]
#[group(id = "shape", multiple = false)]
pub(super) struct PayloadShapeArguments {
    /// The shape of the input, in any case, or an operation for the shape of its input; `iot-jobs shapes` lists
    /// all shapes. `iot-jobs check` also takes `CloudFormationTemplate`
    #[arg(long = "as", value_name = "SHAPE", value_parser = KindParser)]
    name: Option<Kind>,

    /// The MQTT topic that the input was published to; `iot-jobs topic` shows its shape
    #[arg(long, value_name = "TOPIC", value_parser = shape_of_topic)]
    topic: Option<ShapeEntry>,
}

impl PayloadShapeArguments {
    /// The shape, if one of the arguments gives one.
    pub(super) fn entry(&self) -> Option<ShapeEntry> {
        match self.name {
            Some(Kind::Shape(shape)) => Some(shape),
            Some(Kind::Template) => None,
            None => self.topic,
        }
    }

    /// What the inputs are.
    pub(super) fn kind(&self) -> InputKind {
        match (self.name, self.entry()) {
            (Some(Kind::Template), _) => InputKind::Template,
            (_, Some(shape)) => InputKind::Payload(shape),
            (_, None) => InputKind::Detected,
        }
    }
}

/// What `--as` names.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Shape(ShapeEntry),
    Template,
}

/// Finds a shape by its name, or templates.
#[derive(Clone, Debug)]
struct KindParser;

impl TypedValueParser for KindParser {
    type Value = Kind;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Kind, Error> {
        if value.eq_ignore_ascii_case(TEMPLATE) {
            return Ok(Kind::Template);
        }
        let shape = ShapeNameParser.parse_ref(command, argument, value)?;
        Ok(Kind::Shape(shape))
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
