//! Things that join the targets of a continuous job after its start.

use crate::period::DAY;

use super::Simulation;

impl Simulation<'_> {
    /// When the next thing joins, or a window opens for those that joined outside of one.
    pub(super) fn joining_time(&self) -> Option<u32> {
        if !self.is_active() {
            return None;
        }
        let waits = self.counts.joined_not_notified > 0;
        let opens = self.periods.open_from(self.now).filter(|_| waits);
        [self.joins_at(), opens].into_iter().flatten().min()
    }

    /// When the next thing joins.
    fn joins_at(&self) -> Option<u32> {
        let each_day = self.fleet.joining_per_day;
        if !self.rollout.continuous || each_day == 0 {
            return None;
        }
        let time = (u64::from(self.state.joined) + 1) * u64::from(DAY) / u64::from(each_day);
        Some(u32::try_from(time).ok()?.max(self.now))
    }

    /// Adds the things that join now, and creates executions if they can be rolled out.
    pub(super) fn join_due(&mut self) {
        while self.joins_at() == Some(self.now) {
            self.state.joined += 1;
            self.state.not_notified += 1;
            self.counts.joined_not_notified += 1;
        }
        if self.periods.open_from(self.now) != Some(self.now) {
            return;
        }
        while self.counts.joined_not_notified > 0 {
            self.notify_joined();
            if self.check_abort() {
                return;
            }
        }
    }

    /// Creates the execution of the first thing that joined and has none.
    fn notify_joined(&mut self) {
        let before = self.state.joined - self.counts.joined_not_notified;
        let thing = self.fleet.things.saturating_add(before);
        self.state.not_notified -= 1;
        self.counts.joined_not_notified -= 1;
        let (outcome, connection) = self.draws.joined(thing);
        self.queue_first(thing, outcome, connection);
        if self.pace.changes_at_once() {
            self.change_rate();
        }
    }
}
