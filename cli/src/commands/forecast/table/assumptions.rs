//! The assumptions of a forecast.

use iot_jobs_forecast::{Distribution, Fleet, Outcomes};

use super::cell::Row;
use crate::commands::forecast::{
    times::{count, duration},
    variant::{StartOf, Variant},
};

/// A row for each assumption that is used.
pub(crate) fn assumptions(fleet: &Fleet, variants: &[Variant<'_>]) -> Vec<Row> {
    let Some(variant) = variants.first() else {
        return Vec::new();
    };
    let mut rows = vec![
        ("things", count(fleet.things.into())),
        ("results", outcomes(&fleet.outcomes)),
    ];
    if let Some(retries) = &fleet.retry_outcomes {
        rows.push(("results of retries", outcomes(retries)));
    }
    let mut online = format!("{} of the things", percent(fleet.online));
    // The rest of binary fractions is none.
    if fleet.online + fleet.unreachable < 1.0 - 1e-9 {
        online = format!(
            "{online}, the others after {}",
            distribution(&fleet.reconnect)
        );
    }
    rows.push(("online", online));
    if fleet.unreachable > 0.0 {
        rows.push((
            "unreachable",
            format!("{} of the things", percent(fleet.unreachable)),
        ));
    }
    rows.push(("delay", distribution(&fleet.start)));
    let work = distribution(&fleet.work);
    let has_work = fleet.work != Distribution::default();
    rows.push((
        "work",
        if has_work {
            work
        } else {
            format!("{work}: things end when they start; --work gives the time of the work")
        },
    ));
    if let Some(minutes) = fleet.step_timeout_in_minutes {
        rows.push(("step timer", duration(u64::from(minutes) * 60)));
    }
    if fleet.joining_per_day > 0 {
        rows.push((
            "joining",
            format!("{} things a day", count(fleet.joining_per_day.into())),
        ));
    }
    let start = if variant.clock.is_relative() {
        "0:00, since the input has no start time and --start is not given".to_owned()
    } else {
        let source = match variant.start {
            StartOf::Input => ", as in the input",
            StartOf::CommandLine => "",
            StartOf::InputAfterCommandLine => {
                ", the startTime of the input, which is after --start"
            }
            StartOf::CommandLineAfterInput => {
                ", as --start has it, which is not before the startTime of the input"
            }
        };
        format!("{} UTC{source}", variant.clock.time(0))
    };
    rows.push(("start", start));
    if variants.iter().any(|variant| variant.has_template) {
        let template = "its settings are not included: forecast its DescribeJobTemplateResponse";
        rows.push(("job template", template.to_owned()));
    }
    if variants.iter().any(|variant| variant.continuous_template) {
        let continuous = "CONTINUOUS, since the template has maintenance windows";
        rows.push(("targetSelection", continuous.to_owned()));
    }
    rows.push(("seed", fleet.seed.to_string()));
    let rows = rows.into_iter();
    rows.map(|(name, cell)| Row {
        name: name.to_owned(),
        cells: vec![cell],
    })
    .collect()
}

fn outcomes(outcomes: &Outcomes) -> String {
    let shares = [
        (outcomes.succeeded, "SUCCEEDED"),
        (outcomes.failed, "FAILED"),
        (outcomes.rejected, "REJECTED"),
        (outcomes.timed_out, "without a result"),
    ];
    let shares = shares.iter().filter(|(share, _)| *share > 0.0);
    let shares: Vec<_> = shares
        .map(|(share, name)| format!("{} {name}", percent(*share)))
        .collect();
    shares.join(", ")
}

/// A share as a percentage, without the digits that binary fractions add.
fn percent(share: f64) -> String {
    format!("{}%", (share * 1e8).round() / 1e6)
}

fn distribution(distribution: &Distribution) -> String {
    match distribution {
        Distribution::Fixed(time) => duration(time.as_secs()),
        Distribution::Uniform { min, max } => {
            format!("{} to {}", duration(min.as_secs()), duration(max.as_secs()))
        }
        Distribution::LogNormal { median, p95 } => format!(
            "log-normal, 50% up to {}, 95% up to {}",
            duration(median.as_secs()),
            duration(p95.as_secs())
        ),
        _ => "other".to_owned(),
    }
}
