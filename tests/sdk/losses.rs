//! What is lost between this crate and the AWS SDK, as changes of a shape's canonical JSON.

use std::collections::BTreeMap;

use aws_smithy_types::DateTime;
use iot_jobs::{
    codec,
    facts::{Kind, Member, Structure},
    types::JobSummary,
};
use serde_json::value::RawValue;

use Loss::{AbsentIsFalse, InString, LastSecond, WholeSeconds, ZeroIsAbsent};

/// Whose shapes: some names are those of both planes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plane {
    Control,
    Device,
}

/// A difference between the types of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// The SDK has a bare `bool`.
    AbsentIsFalse,
    /// The SDK has a bare `i64`.
    ZeroIsAbsent,
    /// The SDK has seconds as an `i64`, and its deserializer rejects a fraction.
    WholeSeconds,
    /// The SDK has a `String`, and its deserializer rejects a JSON value.
    InString,
    /// As the nearest `f64`, the last microseconds of the year 9999 are in the year 10000.
    LastSecond,
}

/// Every member whose value does not survive in all cases: plane, structure, member, losses.
const LOSSES: &[(Plane, &str, &str, &[Loss])] = &[
    (
        Plane::Control,
        "DocumentParameter",
        "optional",
        &[AbsentIsFalse],
    ),
    (
        Plane::Control,
        "JobExecution",
        "versionNumber",
        &[ZeroIsAbsent],
    ),
    (
        Plane::Device,
        "JobExecution",
        "versionNumber",
        &[ZeroIsAbsent],
    ),
    (
        Plane::Device,
        "JobExecutionState",
        "versionNumber",
        &[ZeroIsAbsent],
    ),
    (
        Plane::Device,
        "JobExecutionSummary",
        "versionNumber",
        &[ZeroIsAbsent],
    ),
    (
        Plane::Device,
        "JobExecution",
        "queuedAt",
        &[WholeSeconds, ZeroIsAbsent],
    ),
    (
        Plane::Device,
        "JobExecution",
        "lastUpdatedAt",
        &[WholeSeconds, ZeroIsAbsent],
    ),
    (Plane::Device, "JobExecution", "startedAt", &[WholeSeconds]),
    (
        Plane::Device,
        "JobExecutionSummary",
        "queuedAt",
        &[WholeSeconds, ZeroIsAbsent],
    ),
    (
        Plane::Device,
        "JobExecutionSummary",
        "lastUpdatedAt",
        &[WholeSeconds, ZeroIsAbsent],
    ),
    (
        Plane::Device,
        "JobExecutionSummary",
        "startedAt",
        &[WholeSeconds],
    ),
    (Plane::Device, "JobExecution", "jobDocument", &[InString]),
    (
        Plane::Device,
        "UpdateJobExecutionResponse",
        "jobDocument",
        &[InString],
    ),
];

/// From this many seconds on (the year 2242) neighbouring `f64` are more than a microsecond apart. The SDK's
/// deserializer reads times as `f64`.
const EXACT_SECONDS: f64 = 8_589_934_592.0;

/// What is changed in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changes {
    pub(crate) plane: Plane,
    /// Leave out what the shape does not declare.
    pub(crate) strip: bool,
    /// The losses that apply.
    pub(crate) losses: &'static [Loss],
    /// Times as the SDK reads them from a text.
    pub(crate) times_as_f64: bool,
}

/// All losses.
pub(crate) const ALL: &[Loss] = &[AbsentIsFalse, ZeroIsAbsent, WholeSeconds, InString];
/// What the SDK's deserializer needs.
pub(crate) const READABLE: &[Loss] = &[WholeSeconds, InString, LastSecond];

impl Changes {
    /// The text of a structure with these changes.
    pub(crate) fn apply(self, structure: &Structure, json: &str) -> String {
        let mut found: BTreeMap<String, &RawValue> = serde_json::from_str(json).expect("an object");
        let mut members = Vec::new();
        for member in structure.members {
            let value = found.remove(member.wire_name);
            let value = value.map(|value| self.value(member.kind, value.get()));
            let value = self.lose(structure, member, value);
            members.extend(value.map(|value| format!("{:?}:{value}", member.wire_name)));
        }
        if !self.strip {
            let others = found.iter();
            members.extend(others.map(|(name, value)| format!("{}:{value}", quoted(name))));
        }
        format!("{{{}}}", members.join(","))
    }

    fn value(self, kind: Kind, json: &str) -> String {
        match kind {
            Kind::Structure(structure) => self.apply(structure, json),
            Kind::List(kind) => {
                let elements: Vec<&RawValue> = serde_json::from_str(json).expect("a list");
                let elements = elements.iter();
                let elements: Vec<_> = elements.map(|json| self.value(*kind, json.get())).collect();
                format!("[{}]", elements.join(","))
            }
            Kind::Map(kind) => {
                let entries: BTreeMap<String, &RawValue> =
                    serde_json::from_str(json).expect("a map");
                let entries = entries.iter();
                let entries: Vec<_> = entries
                    .map(|(key, json)| format!("{}:{}", quoted(key), self.value(*kind, json.get())))
                    .collect();
                format!("{{{}}}", entries.join(","))
            }
            Kind::Timestamp
                if self.losses.contains(&LastSecond) && json.starts_with("253402300799.") =>
            {
                "253402300799".to_owned()
            }
            Kind::Timestamp if self.times_as_f64 => {
                let seconds: f64 = json.parse().expect("seconds");
                if seconds.abs() < EXACT_SECONDS {
                    return json.to_owned();
                }
                encoded(DateTime::from_secs_f64(seconds))
            }
            _ => json.to_owned(),
        }
    }

    fn lose(self, structure: &Structure, member: &Member, value: Option<String>) -> Option<String> {
        let row = LOSSES.iter().find(|(plane, owner, name, _)| {
            (*plane, *owner, *name) == (self.plane, structure.name, member.wire_name)
        });
        let Some((.., losses)) = row else {
            return value;
        };
        let losses = losses.iter().filter(|loss| self.losses.contains(loss));
        losses.fold(value, |value, loss| match (loss, value) {
            (AbsentIsFalse, None) => Some("false".to_owned()),
            (ZeroIsAbsent, Some(value)) => (value != "0").then_some(value),
            (WholeSeconds, Some(value)) => Some(floor(&value)),
            (InString, Some(value)) if !value.starts_with('"') => Some(quoted(&value)),
            (_, value) => value,
        })
    }
}

/// The largest whole number of seconds that is not after the time.
fn floor(seconds: &str) -> String {
    let Some((whole, _)) = seconds.split_once('.') else {
        return seconds.to_owned();
    };
    let number: i64 = whole.parse().expect("whole seconds");
    let number = if seconds.starts_with('-') {
        number - 1
    } else {
        number
    };
    number.to_string()
}

/// The text of a time.
fn encoded(time: DateTime) -> String {
    let job = JobSummary::builder().created_at(time).build();
    let text = codec::to_string(&job).expect("a time that is encoded");
    let value = text
        .strip_prefix(r#"{"createdAt":"#)
        .and_then(|text| text.strip_suffix('}'));
    value.expect("one member").to_owned()
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string")
}
