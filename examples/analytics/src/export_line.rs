//! An execution as a line of an export, in one of the forms that exports have.

use std::fmt::Write;

use iot_jobs::primitives::{DateTime, DateTimeFormat};

use crate::{fleet::Execution, random::Random};

const HOUR: i64 = 3_600_000;

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    NotJson,
    Truncated,
    WrongType,
    Year10000,
}

impl Fault {
    pub const ALL: [Self; 4] = [
        Self::NotJson,
        Self::Truncated,
        Self::WrongType,
        Self::Year10000,
    ];

    /// Its name in the truth.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotJson => "not JSON",
            Self::Truncated => "truncated",
            Self::WrongType => "wrong type",
            Self::Year10000 => "year 10000",
        }
    }
}

/// Replaces a text by the line of an execution, without a line break.
pub fn write_line(
    line: &mut String,
    execution: &Execution,
    fault: Option<Fault>,
    random: &mut Random,
) {
    line.clear();
    let mut members = members(execution, random);
    match fault {
        Some(Fault::WrongType) => {
            let wrong = random.pick(&[
                ("executionNumber", "1.5"),
                ("status", "7"),
                ("statusDetails", r#"{"detailsMap":["step"]}"#),
                ("jobId", "{}"),
            ]);
            replace(&mut members, wrong);
        }
        Some(Fault::Year10000) => {
            let year_10000 = random.pick(&[r#""10000-01-01T00:00:00Z""#, "253402300800000"]);
            replace(&mut members, ("queuedAt", year_10000));
        }
        _ => {}
    }
    // Exports of other programs do not keep the order of the model.
    if random.happens(300_000) {
        for end in (1..members.len()).rev() {
            let other = random.below(u32::try_from(end + 1).unwrap_or(1)) as usize;
            members.swap(end, other);
        }
    }
    for (index, (name, value)) in members.iter().enumerate() {
        let start = if index == 0 { '{' } else { ',' };
        let _ = write!(line, "{start}\"{name}\":{value}");
    }
    line.push('}');
    match fault {
        Some(Fault::NotJson) => *line = line.replacen("\":", ":", 1),
        Some(Fault::Truncated) => line.truncate(line.len() / 2),
        _ => {}
    }
}

type Member = (&'static str, String);

fn replace(members: &mut Vec<Member>, (name, value): (&'static str, &str)) {
    members.retain(|(other, _)| *other != name);
    members.push((name, value.to_owned()));
}

fn members(execution: &Execution, random: &mut Random) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::with_capacity(12);
    members.push(("jobId", format!("\"{}\"", execution.job)));
    members.push(("status", format!("\"{}\"", execution.status.as_str())));
    if execution.force_canceled {
        members.push(("forceCanceled", "true".to_owned()));
    }
    if execution.started.is_some() {
        members.push(("statusDetails", status_details(execution, random)));
    }
    let thing = execution.thing;
    let arn = format!("\"arn:aws:iot:eu-west-1:123456789012:thing/sensor-{thing:08}\"");
    members.push(("thingArn", arn));
    members.push(("queuedAt", time(execution.queued, random)));
    if let Some(started) = execution.started {
        members.push(("startedAt", time(started, random)));
    }
    members.push(("lastUpdatedAt", time(execution.updated, random)));
    let number = execution.number;
    let number = if random.happens(100_000) {
        format!("\"{number}\"")
    } else {
        number.to_string()
    };
    members.push(("executionNumber", number));
    members.push(("versionNumber", execution.version.to_string()));
    if random.happens(50_000) {
        members.push(("exportedBy", r#"{"region":"eu-west-1","run":7}"#.to_owned()));
    }
    members
}

fn status_details(execution: &Execution, random: &mut Random) -> String {
    let step = random.pick(&["download", "verify", "install", "reboot"]);
    let mut details = format!(r#"{{"detailsMap":{{"step":"{step}""#);
    if let Some(reason) = execution.reason {
        let reason = reason.replace('"', "\\\"");
        let _ = write!(details, r#","reason":"{reason}""#);
    }
    if random.happens(200_000) {
        let _ = write!(details, r#","battery":"{}""#, 20 + random.below(80));
    }
    details.push('}');
    if random.happens(30_000) {
        details.push_str(r#","reportedBy":"agent-2.3""#);
    }
    details.push('}');
    details
}

/// A time in one of the forms of the service and its clients.
fn time(milliseconds: i64, random: &mut Random) -> String {
    let iso = |milliseconds| {
        DateTime::from_millis(milliseconds)
            .fmt(DateTimeFormat::DateTime)
            .unwrap_or_default()
    };
    match random.below(10) {
        0..4 => format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000),
        4..7 => milliseconds.to_string(),
        7..9 => format!("\"{}\"", iso(milliseconds)),
        _ => {
            let local = iso(milliseconds + 2 * HOUR);
            format!("\"{}+02:00\"", local.trim_end_matches('Z'))
        }
    }
}
