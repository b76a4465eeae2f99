//! What ties the times of a schedule together.

use super::{MaintenanceWindow, SchedulingConfig};
use crate::{
    constraint::{CRON_EXPRESSION, STRING_DATE_TIME},
    control::types::TargetSelection,
    path::Path,
    shape::Shape,
    validate::{Finding, Report, Rule, Severity, cron, moment, shortened},
};

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;
/// The least time from now to either end of a schedule, and between these.
const LEAST: i64 = 30 * MINUTE;
/// A year that has a leap day in it, so that no whole year is refused.
const YEAR: i64 = 366 * DAY;
/// Two years, of which one may have a leap day.
const TWO_YEARS: i64 = 731 * DAY;

/// The start has a form that is known.
pub(super) fn start_time(config: &SchedulingConfig, at: &Path<'_>, report: &mut Report) {
    known_form(config.start_time.as_deref(), at, report);
}

/// The end has a form that is known, and comes well after the start.
pub(super) fn end_time(config: &SchedulingConfig, at: &Path<'_>, report: &mut Report) {
    let end = known_form(config.end_time.as_deref(), at, report);
    let start = config.start_time.as_deref().and_then(moment::seconds);
    let (Some(start), Some(end)) = (start, end) else {
        return;
    };
    let message = match end - start {
        ..LEAST => "it has to be at least 30 minutes after startTime",
        LEAST..=TWO_YEARS => return,
        _ => "it has to be at most two years after startTime",
    };
    report.add(
        at,
        shown(
            Finding::error(Rule::ScheduleOrder, message),
            config.end_time.as_deref(),
        ),
    );
}

/// Without an end there is no behaviour at it; samples have one nevertheless.
pub(super) fn end_behavior(config: &SchedulingConfig, at: &Path<'_>, report: &mut Report) {
    if let (Some(behavior), None) = (&config.end_behavior, &config.end_time) {
        let message = "it has no effect without endTime: set endTime, or leave it out";
        let finding = Finding::warning(Rule::EndBehaviorNeedsEndTime, message);
        report.add(at, shown(finding, Some(behavior.as_str())));
    }
}

/// A window opens by a cron expression.
pub(super) fn window(window: &MaintenanceWindow, at: &Path<'_>, report: &mut Report) {
    let expression = window.start_time.as_str();
    // Another rule refuses these already.
    if !CRON_EXPRESSION.limit.allows_text(expression) {
        return;
    }
    cron::check(expression, &mut |fault| {
        let severity = if fault.doubtful {
            Severity::Warning
        } else {
            Severity::Error
        };
        let finding = Finding::new(Rule::Cron, severity, fault.message);
        report.add(
            at,
            shown(finding, Some(expression)).limit("cron(min hour dom month dow year)"),
        );
    });
}

impl SchedulingConfig {
    /// How many seconds there may be from the start to the end.
    #[cfg(feature = "proptest")]
    pub(crate) const SECONDS: std::ops::RangeInclusive<i64> = LEAST..=TWO_YEARS;

    /// Windows are for jobs that go on; `at` is the place of the schedule.
    pub(crate) fn check_windows(
        &self,
        selection: Option<&TargetSelection>,
        at: &Path<'_>,
        report: &mut Report,
    ) {
        let once = matches!(selection, None | Some(TargetSelection::Snapshot));
        if once && !self.maintenance_windows().is_empty() {
            let message = "maintenance windows are for continuous jobs: \
                           set targetSelection to CONTINUOUS";
            report.add(
                &at.named(&Self::STRUCTURE, "maintenanceWindows"),
                Finding::error(Rule::WindowsNeedContinuous, message),
            );
        }
    }

    /// Both ends of a new schedule lie ahead, but not too far; `at` is the place of the schedule.
    pub(crate) fn check_ahead(&self, at: &Path<'_>, report: &mut Report) {
        let Some(now) = report.now() else {
            return;
        };
        let ends = [
            ("startTime", &self.start_time, YEAR, "one year"),
            ("endTime", &self.end_time, TWO_YEARS, "two years"),
        ];
        for (name, text, most, in_words) in ends {
            let Some(seconds) = text.as_deref().and_then(moment::seconds) else {
                continue;
            };
            if (LEAST..=most).contains(&seconds.saturating_sub(now.secs())) {
                continue;
            }
            let limit = format!("30 minutes to {in_words} from now");
            let finding = Finding::error(Rule::ScheduleBounds, format!("it has to lie {limit}"));
            report.add(
                &at.named(&Self::STRUCTURE, name),
                shown(finding, text.as_deref()).limit(limit),
            );
        }
    }
}

/// The seconds of a time that can be read; what is too short or too long, another rule refuses already.
fn known_form(text: Option<&str>, at: &Path<'_>, report: &mut Report) -> Option<i64> {
    let seconds = text.and_then(moment::seconds);
    if let Some(text) = text
        && seconds.is_none()
        && STRING_DATE_TIME.limit.allows_text(text)
    {
        let message = "it is no date and time that this version can read: write YYYY-MM-DD HH:MM";
        let finding = Finding::warning(Rule::ScheduleFormat, message);
        report.add(at, shown(finding, Some(text)).limit("YYYY-MM-DD HH:MM"));
    }
    seconds
}

fn shown(finding: Finding, text: Option<&str>) -> Finding {
    match text {
        Some(text) => finding.value(shortened(text)),
        None => finding,
    }
}
