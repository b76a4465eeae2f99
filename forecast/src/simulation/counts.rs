//! What a simulation counts in addition to the state of the things.

use crate::Retries;

use super::event::Ending;

/// What a simulation counts in addition to the state of the things.
#[derive(Default)]
pub(super) struct Counts {
    /// The executions that are queued or in progress and will change their state.
    pub(super) pending: u32,
    /// Those of targets.
    pub(super) pending_targets: u32,
    /// The targets whose retry waits for the rate.
    pub(super) waiting_targets: u32,
    /// The things that joined while no window was open and were not notified yet.
    pub(super) joined_not_notified: u32,
    /// The executions that are queued or in progress and stay so.
    pub(super) unending: u32,
    pub(super) unending_in_progress: u32,
    pub(super) unending_targets: u32,
    /// Whether an execution changes its state only after the end of the forecast.
    pub(super) is_beyond_horizon: bool,
    /// The executions that are queued as a retry.
    pub(super) queued_retries: u32,
    /// The things that started the job or rejected it.
    pub(super) touched: u32,
    pub(super) retries: Retries,
    /// The executions that have ended, but were not canceled.
    pub(super) executions: u32,
    pub(super) failed_executions: u32,
    pub(super) rejected_executions: u32,
    pub(super) timed_out_executions: u32,
}

impl Counts {
    pub(super) fn pending(&mut self, is_target: bool) {
        self.pending += 1;
        self.pending_targets += u32::from(is_target);
    }

    pub(super) fn not_pending(&mut self, is_target: bool) {
        self.pending -= 1;
        self.pending_targets -= u32::from(is_target);
    }

    /// Accounts for an execution that stays as it is, and was not counted as pending.
    pub(super) fn unending(&mut self, is_target: bool, in_progress: bool) {
        self.unending += 1;
        self.unending_targets += u32::from(is_target);
        self.unending_in_progress += u32::from(in_progress);
    }

    pub(super) fn ended(&mut self, ending: Ending) {
        self.executions += 1;
        match ending {
            Ending::Succeeded => {}
            Ending::Failed => self.failed_executions += 1,
            Ending::Rejected => self.rejected_executions += 1,
            Ending::TimedOut => self.timed_out_executions += 1,
        }
    }
}
