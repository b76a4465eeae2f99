//! When an execution times out.

use std::time::Duration;

/// A step timer that a device sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepTimer {
    /// When the device sets it, on any time line.
    pub set_at: Duration,
    /// How long it runs; `None` if the device clears it, which is `stepTimeoutInMinutes` of −1.
    pub timeout: Option<Duration>,
}

/// When an execution times out that does not end before: at the end of its in-progress timer or of the step timer
/// that was set last, whichever is earlier; `None` without a timer.
///
/// Timers that are set later than the deadline have no effect, since the execution has timed out.
///
/// ```
/// use std::time::Duration;
/// use iot_jobs_forecast::{StepTimer, deadline};
///
/// // The example of the developer guide: in progress for 20 minutes from 12:00.
/// let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
/// let step = |set_at, timeout| StepTimer { set_at: minutes(set_at), timeout: Some(minutes(timeout)) };
/// let steps = [step(5, 7), step(10, 5), step(13, 9)];
/// let deadline = |steps| deadline(minutes(0), Some(minutes(20)), steps);
/// assert_eq!(deadline(&steps[..0]), Some(minutes(20)));
/// assert_eq!(deadline(&steps[..1]), Some(minutes(12)));
/// assert_eq!(deadline(&steps[..2]), Some(minutes(15)));
/// assert_eq!(deadline(&steps[..3]), Some(minutes(20)));
/// ```
pub fn deadline(
    started_at: Duration,
    in_progress_timeout: Option<Duration>,
    steps: &[StepTimer],
) -> Option<Duration> {
    let in_progress = in_progress_timeout.map(|timeout| started_at.saturating_add(timeout));
    let mut deadline = in_progress;
    for step in steps {
        if deadline.is_some_and(|deadline| step.set_at > deadline) {
            return deadline;
        }
        let step = step
            .timeout
            .map(|timeout| step.set_at.saturating_add(timeout));
        deadline = [in_progress, step].into_iter().flatten().min();
    }
    deadline
}
