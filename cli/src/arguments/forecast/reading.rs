//! Readings of what the documentation leaves open: `abort-base=notified`, or `default`.

use std::collections::BTreeMap;

use iot_jobs_forecast::{Reading, Readings};

/// The value of an open point, or the first value of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ReadingArgument {
    /// The first value of each open point.
    Default,
    /// A value of an open point.
    Value(String, String),
}

/// Parses a reading.
pub(super) fn reading(text: &str) -> Result<ReadingArgument, String> {
    if text == "default" {
        return Ok(ReadingArgument::Default);
    }
    let (point, value) = text
        .split_once('=')
        .ok_or("expected NAME=VALUE, such as abort-base=notified, or `default`")?;
    match Reading::default().with(point, value) {
        Ok(_) => Ok(ReadingArgument::Value(point.to_owned(), value.to_owned())),
        Err(error) => Err(error.to_string()),
    }
}

/// All readings that have these values, of which an open point has only one.
pub(super) fn readings(arguments: Vec<ReadingArgument>) -> Result<Readings, String> {
    let mut readings = if arguments.contains(&ReadingArgument::Default) {
        Readings::default_only()
    } else {
        Readings::all()
    };
    let mut given: BTreeMap<String, String> = BTreeMap::new();
    for argument in arguments {
        let ReadingArgument::Value(point, value) = argument else {
            continue;
        };
        let only = readings.only(&point, &value);
        readings = only.map_err(|error| error.to_string())?;
        let message = format!("--reading {point}={value} contradicts --reading {point}");
        if let Some(other) = given.insert(point, value.clone())
            && other != value
        {
            return Err(format!("{message}={other}"));
        }
    }
    Ok(readings)
}
