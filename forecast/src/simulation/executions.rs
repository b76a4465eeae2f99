//! What happens to executions: they are queued, start, end and are canceled.

use crate::{
    Abort, AbortBase, FailuresOfAll, QueuedOutsideWindows, RetriesInAbort, TimeoutDelay,
    period::HORIZON, rollout::Failures,
};

use super::{
    Simulation,
    draws::{Connection, Purpose},
    event::{Ending, Event, Kind, Outcome, UsedRetries},
};

const MINUTE: u32 = 60;

impl Simulation<'_> {
    /// Queues the first execution of a thing.
    pub(super) fn queue_first(&mut self, thing: u32, outcome: Outcome, connection: Connection) {
        self.state.queued += 1;
        let reconnect = match connection {
            Connection::Online => 0,
            Connection::Offline => {
                let reconnect = self.fleet.reconnect;
                self.draws.seconds(reconnect, thing, 0, Purpose::Connection)
            }
            Connection::Unreachable => {
                return self.counts.unending(self.is_target(thing), false);
            }
        };
        self.queue_start(thing, UsedRetries::default(), outcome, reconnect);
    }

    /// Queues an execution after one that failed or timed out.
    pub(super) fn queue_retry(&mut self, thing: u32, used: UsedRetries, after: Ending) {
        self.state.queued += 1;
        self.counts.queued_retries += 1;
        if after == Ending::TimedOut {
            self.counts.retries.timed_out += 1;
        } else {
            self.counts.retries.failed += 1;
        }
        let outcome = self.draws.retry(thing, used.total());
        self.queue_start(thing, used, outcome, 0);
    }

    fn queue_start(&mut self, thing: u32, used: UsedRetries, outcome: Outcome, offline: u32) {
        let start = self.fleet.start;
        let start = self
            .draws
            .seconds(start, thing, used.total(), Purpose::Start);
        let time = self.now.saturating_add(offline).saturating_add(start);
        let kind = Kind::Start(outcome);
        if self.push(time, Event { thing, used, kind }) {
            self.counts.pending(self.is_target(thing));
        } else {
            self.counts.unending(self.is_target(thing), false);
        }
    }

    /// Adds an event, if it is before the end of the forecast.
    fn push(&mut self, time: u32, event: Event) -> bool {
        if time > HORIZON {
            self.counts.is_beyond_horizon = true;
            return false;
        }
        self.queue.push(time, event);
        true
    }

    pub(super) fn start(&mut self, thing: u32, used: UsedRetries, outcome: Outcome) {
        // Its execution was canceled while it was queued.
        if self.state.queued == 0 {
            return;
        }
        if self.waits_for_window() {
            return self.start_in_next_window(Event {
                thing,
                used,
                kind: Kind::Start(outcome),
            });
        }
        self.state.queued -= 1;
        if used == UsedRetries::default() {
            self.counts.touched += 1;
        } else {
            self.counts.queued_retries -= 1;
        }
        self.state.in_progress += 1;
        if outcome == Outcome::Rejects {
            return self.end(thing, used, Ending::Rejected);
        }
        let kind = |ending| Event {
            thing,
            used,
            kind: Kind::End(ending),
        };
        let timeout = |minutes: Option<u16>| minutes.map(|minutes| u32::from(minutes) * MINUTE);
        let in_progress = timeout(self.rollout.in_progress_timeout_in_minutes);
        let end = if outcome == Outcome::NeverAnswers {
            let step = timeout(self.fleet.step_timeout_in_minutes);
            let timeout = [in_progress, step].into_iter().flatten().min();
            timeout.map(|timeout| (self.timeout(timeout), kind(Ending::TimedOut)))
        } else {
            let work = self.fleet.work;
            let work = self.draws.seconds(work, thing, used.total(), Purpose::Work);
            let work = self.now.saturating_add(work);
            let timeout = in_progress.map(|timeout| self.timeout(timeout));
            Some(match timeout.filter(|timeout| *timeout < work) {
                Some(timeout) => (timeout, kind(Ending::TimedOut)),
                None if outcome == Outcome::Fails => (work, kind(Ending::Failed)),
                None => (work, kind(Ending::Succeeded)),
            })
        };
        if !end.is_some_and(|(time, event)| self.push(time, event)) {
            let is_target = self.is_target(thing);
            self.counts.not_pending(is_target);
            self.counts.unending(is_target, true);
        }
    }

    /// When the service ends an execution that starts now, if its timer runs so long.
    fn timeout(&self, timeout: u32) -> u32 {
        let delay = match self.reading.timeout_delay {
            TimeoutDelay::None => 0,
            TimeoutDelay::Minute => MINUTE,
        };
        self.now.saturating_add(timeout).saturating_add(delay)
    }

    /// Whether an execution cannot start since no maintenance window is open.
    fn waits_for_window(&self) -> bool {
        self.rollout.schedule.has_windows()
            && self.reading.queued_outside_windows == QueuedOutsideWindows::Wait
            // After the end time there are no more windows to wait for.
            && self.is_active()
            && !self.periods.is_open(self.now)
    }

    fn start_in_next_window(&mut self, event: Event) {
        let opens = self.periods.open_from(self.now);
        if !opens.is_some_and(|opens| self.push(opens, event)) {
            self.counts.is_beyond_horizon = true;
            let is_target = self.is_target(event.thing);
            self.counts.not_pending(is_target);
            self.counts.unending(is_target, false);
        }
    }

    pub(super) fn end(&mut self, thing: u32, used: UsedRetries, ending: Ending) {
        let is_target = self.is_target(thing);
        self.state.in_progress -= 1;
        self.counts.not_pending(is_target);
        self.counts.ended(ending);
        self.first_result_at.get_or_insert(self.now);
        self.last_result_at = self.now;
        if is_target {
            self.last_target_at = self.now;
        }
        match self.next_retry(used, ending) {
            Some(used) if self.is_active() => self.retry(thing, used, ending),
            dropped => {
                self.counts.retries.dropped += u32::from(dropped.is_some());
                *self.final_state(ending) += 1;
            }
        }
        if ending == Ending::Succeeded && self.pace.changes_at_once() && self.is_active() {
            self.change_rate();
        }
        self.check_abort();
    }

    /// The retries used after one more, if there is one.
    fn next_retry(&self, used: UsedRetries, ending: Ending) -> Option<UsedRetries> {
        let limits = self.rollout.retries;
        let (count, limit, next) = match ending {
            Ending::Succeeded | Ending::Rejected => return None,
            Ending::Failed => {
                let failed = used.failed + 1;
                (used.failed, limits.failed, UsedRetries { failed, ..used })
            }
            Ending::TimedOut => {
                let timed_out = used.timed_out + 1;
                let next = UsedRetries { timed_out, ..used };
                (used.timed_out, limits.timed_out, next)
            }
        };
        let count = if limits.together { used.total() } else { count };
        (count < limit).then_some(next)
    }

    fn final_state(&mut self, ending: Ending) -> &mut u32 {
        match ending {
            Ending::Succeeded => &mut self.state.succeeded,
            Ending::Failed => &mut self.state.failed,
            Ending::Rejected => &mut self.state.rejected,
            Ending::TimedOut => &mut self.state.timed_out,
        }
    }

    pub(super) fn is_target(&self, thing: u32) -> bool {
        thing < self.fleet.things
    }

    /// Aborts the job if a criterion is met, the first in order, and says whether it is aborted.
    pub(super) fn check_abort(&mut self) -> bool {
        if self.abort.is_some() {
            return true;
        }
        let mut criteria = self.rollout.abort.iter().enumerate();
        let met = criteria.find_map(|(index, criterion)| {
            let (failures, executed) = self.abort_counts(criterion.failures);
            let is_met = criterion.is_met(failures.into(), executed.into());
            is_met.then_some((index, failures, executed))
        });
        let Some((criterion, failures, executed)) = met else {
            return false;
        };
        let not_notified = self.state.not_notified;
        let canceled = self.cancel_queued();
        self.drop_waiting();
        let abort = Abort {
            criterion,
            failures,
            executed,
            canceled,
            in_progress: self.state.in_progress,
            not_notified,
        };
        self.abort = Some((self.now, abort));
        true
    }

    /// The failures of a type and the executed things, as the reading has them.
    fn abort_counts(&self, failures: Failures) -> (u32, u32) {
        let (state, counts) = (&self.state, &self.counts);
        let by_execution = self.reading.retries_in_abort == RetriesInAbort::Executions;
        let [failed, rejected, timed_out] = if by_execution {
            [
                counts.failed_executions,
                counts.rejected_executions,
                counts.timed_out_executions,
            ]
        } else {
            [state.failed, state.rejected, state.timed_out]
        };
        let retries = counts.retries.failed + counts.retries.timed_out;
        let executed = match (self.reading.abort_base, by_execution) {
            (AbortBase::Ended, true) => counts.executions,
            (AbortBase::Ended, false) => state.succeeded + failed + rejected + timed_out,
            (AbortBase::Notified, true) => self.things_notified() + retries,
            (AbortBase::Notified, false) => self.things_notified(),
        };
        let failures = match failures {
            Failures::Failed => failed,
            Failures::Rejected => rejected,
            Failures::TimedOut => timed_out,
            Failures::All => match self.reading.failures_of_all {
                FailuresOfAll::WithRejected => failed + rejected + timed_out,
                FailuresOfAll::WithoutRejected => failed + timed_out,
            },
        };
        (failures, executed)
    }

    /// Cancels all queued executions and returns their number; their events no longer have an effect.
    pub(super) fn cancel_queued(&mut self) -> u32 {
        let canceled = std::mem::take(&mut self.state.queued);
        self.state.canceled += canceled;
        self.counts.retries.dropped += std::mem::take(&mut self.counts.queued_retries);
        // What is left is in progress.
        self.counts.unending = self.counts.unending_in_progress;
        self.counts.pending = self.state.in_progress - self.counts.unending;
        self.note_cancellation(canceled);
        canceled
    }

    /// Cancels all executions in progress, when there are no queued ones.
    pub(super) fn cancel_in_progress(&mut self) {
        let canceled = std::mem::take(&mut self.state.in_progress);
        self.state.canceled += canceled;
        self.counts.unending = 0;
        self.counts.unending_in_progress = 0;
        self.counts.pending = 0;
        self.note_cancellation(canceled);
    }

    fn note_cancellation(&mut self, canceled: u32) {
        if canceled > 0 {
            self.last_result_at = self.now;
        }
    }

    /// Leaves the things whose retry waits for the rate as they are.
    pub(super) fn drop_waiting(&mut self) {
        self.counts.waiting_targets = 0;
        for waiting in std::mem::take(&mut self.waiting) {
            self.state.waiting -= 1;
            self.counts.retries.dropped += 1;
            *self.final_state(waiting.after) += 1;
        }
    }
}
