//! The rules between the times of a schedule.

use super::{MaintenanceWindow, SchedulingConfig};
use crate::{
    constraint::{CRON_EXPRESSION, STRING_DATE_TIME},
    control::types::{JobEndBehavior, TargetSelection},
    path::PathRef,
    report::{Finding, Report, Rule, Severity},
    schedule::{DateTimeError, cron, epoch_seconds},
    text,
};
#[cfg(feature = "proptest")]
use crate::{
    facts::{
        Member,
        draft::{JsonTree, Members},
    },
    schedule::date_time_text,
};

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;
/// The minimum time from now to the start or the end of a schedule, and between the two.
const MIN_DISTANCE: i64 = 30 * MINUTE;
/// A year with a leap day, so that every year from now is accepted.
const YEAR: i64 = 366 * DAY;
/// Two years, of which one has a leap day.
const TWO_YEARS: i64 = 731 * DAY;

/// Checks the format of the start.
pub(super) fn start_time(start: &str, _: &SchedulingConfig, at: &PathRef<'_>, report: &mut Report) {
    known_format(start, at, report);
}

/// Checks the format of the end and its distance from the start.
pub(super) fn end_time(
    end: &str,
    config: &SchedulingConfig,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    let seconds = known_format(end, at, report);
    let start = config.start_time.as_deref().map(epoch_seconds);
    let (Some(Ok(start)), Some(seconds)) = (start, seconds) else {
        return;
    };
    let message = match seconds - start {
        ..MIN_DISTANCE => "it must be at least 30 minutes after startTime",
        MIN_DISTANCE..=TWO_YEARS => return,
        _ => "it must be at most two years after startTime",
    };
    let finding = Finding::error(Rule::ScheduleOrder, message);
    report.add(at, finding.value(text::quoted_within_64(end)));
}

/// Moves the end to an allowed distance from the start, and removes an end behavior without an end.
#[cfg(feature = "proptest")]
pub(super) fn order_times(members: &mut Members<'_>) {
    if !members.has(SchedulingConfig::END_TIME) {
        members.set_present(SchedulingConfig::END_BEHAVIOR, false);
    }
    let seconds = |member| epoch_seconds(members.get(member)?.text()?).ok();
    let start = seconds(SchedulingConfig::START_TIME);
    let end = seconds(SchedulingConfig::END_TIME);
    if let (Some(start), Some(end)) = (start, end) {
        let distance = MIN_DISTANCE + (end - start).rem_euclid(TWO_YEARS - MIN_DISTANCE + MINUTE);
        let end = JsonTree::Text(date_time_text(start + distance));
        members.change(SchedulingConfig::END_TIME, |value| *value = end);
    }
}

/// An end behavior without an end is a warning, since published samples have it.
pub(super) fn end_behavior(
    behavior: &JobEndBehavior,
    config: &SchedulingConfig,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    if config.end_time.is_none() {
        let message = "it has no effect without endTime: set endTime, or leave it out";
        let finding = Finding::warning(Rule::EndBehaviorNeedsEndTime, message);
        report.add(at, finding.value(text::quoted_within_64(behavior.as_str())));
    }
}

/// Checks the cron expression at which a window starts.
pub(super) fn window_start(
    expression: &str,
    _: &MaintenanceWindow,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    // A violation of the length is reported already.
    if !CRON_EXPRESSION.limit.allows_text(expression) {
        return;
    }
    cron::check(expression, &mut |fault| {
        let severity = if fault.undocumented {
            Severity::Warning
        } else {
            Severity::Error
        };
        let finding = Finding::new(Rule::Cron, severity, fault.message)
            .value(text::quoted_within_64(expression))
            .limit("cron(min hour dom month dow year)");
        report.add(at, finding);
    });
}

impl SchedulingConfig {
    /// Checks that a job with maintenance windows is continuous; `at` is the path of the schedule.
    pub(crate) fn check_windows(
        &self,
        selection: Option<&TargetSelection>,
        at: &PathRef<'_>,
        report: &mut Report,
    ) {
        let snapshot = match selection {
            None | Some(TargetSelection::Snapshot) => true,
            Some(TargetSelection::Continuous | TargetSelection::Unknown(_)) => false,
        };
        if snapshot && !self.maintenance_windows().is_empty() {
            let message = "maintenance windows are for continuous jobs: \
                           set targetSelection to CONTINUOUS";
            report.add(
                &at.member(Self::MAINTENANCE_WINDOWS),
                Finding::error(Rule::WindowsNeedContinuous, message),
            );
        }
    }

    /// Makes a job with maintenance windows continuous.
    #[cfg(feature = "proptest")]
    pub(crate) fn require_continuous(
        members: &mut Members<'_>,
        schedule: &Member,
        selection: &Member,
    ) {
        let schedule = members.get(schedule);
        let windows = schedule.and_then(|schedule| schedule.member(Self::MAINTENANCE_WINDOWS));
        if windows.is_some() {
            members.set(
                selection,
                JsonTree::string(TargetSelection::Continuous.as_str()),
            );
        }
    }

    /// Checks the time from now to the start and to the end; `at` is the path of the schedule.
    pub(crate) fn check_distance(&self, at: &PathRef<'_>, report: &mut Report) {
        let Some(now) = report.now() else {
            return;
        };
        let ends = [
            (Self::START_TIME, &self.start_time, YEAR, "one year"),
            (Self::END_TIME, &self.end_time, TWO_YEARS, "two years"),
        ];
        for (member, time, max, in_words) in ends {
            let Some(time) = time else { continue };
            let Ok(seconds) = epoch_seconds(time) else {
                continue;
            };
            if (MIN_DISTANCE..=max).contains(&seconds.saturating_sub(now.secs())) {
                continue;
            }
            let limit = format!("30 minutes to {in_words} from now");
            let finding = Finding::error(Rule::ScheduleBounds, format!("it must be {limit}"))
                .value(text::quoted_within_64(time))
                .limit(limit);
            report.add(&at.member(member), finding);
        }
    }
}

/// The seconds of a time in a format that this version knows.
fn known_format(time: &str, at: &PathRef<'_>, report: &mut Report) -> Option<i64> {
    let error = match epoch_seconds(time) {
        Ok(seconds) => return Some(seconds),
        // A violation of the length is reported already.
        Err(_) if !STRING_DATE_TIME.limit.allows_text(time) => return None,
        Err(error) => error,
    };
    let (severity, message) = match error {
        DateTimeError::NoDate => (Severity::Error, "it does not begin with a date"),
        DateTimeError::Impossible => (Severity::Error, "there is no such date or time"),
        // The service may accept more formats of a time than the documented one.
        DateTimeError::UnknownTime => (
            Severity::Warning,
            "its time has a format that this version does not know",
        ),
    };
    let message = format!("{message}: write YYYY-MM-DD HH:MM");
    let finding = Finding::new(Rule::ScheduleFormat, severity, message)
        .value(text::quoted_within_64(time))
        .limit("YYYY-MM-DD HH:MM");
    report.add(at, finding);
    None
}
