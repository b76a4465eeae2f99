//! The simulation of one run, event by event.

mod counts;
mod draws;
mod event;
mod executions;
mod joining;
mod outcome;
mod pace;
mod periods;
mod queue;
mod recorder;

use std::collections::VecDeque;

use iot_jobs::primitives::DateTime;

use self::{
    counts::Counts,
    draws::Draws,
    event::{Ending, Event, Kind, UsedRetries},
    pace::Pace,
    periods::Periods,
    queue::Queue,
    recorder::Recorder,
};
use crate::{
    Abort, Fleet, Increase, Reading, RetriesInRate, Rollout, Run, Sample,
    period::{HORIZON, Period},
    rollout::EndBehavior,
};

/// One run of a rollout.
pub(crate) struct Simulation<'a> {
    rollout: &'a Rollout,
    fleet: &'a Fleet,
    reading: Reading,
    draws: Draws,
    queue: Queue,
    periods: Periods<Box<dyn Iterator<Item = Period>>>,
    pace: Pace,
    recorder: Recorder,
    now: u32,
    /// The state, whose time and rate are set when it is recorded.
    state: Sample,
    counts: Counts,
    /// The retries that wait for the rate.
    waiting: VecDeque<Waiting>,
    /// The end time, which may be far after the end of the forecast.
    scheduled_end: Option<u64>,
    end_time: Option<u32>,
    /// Whether the end time has come.
    has_ended: bool,
    abort: Option<(u32, Abort)>,
    increases: Vec<Increase>,
    rolled_out_at: Option<u32>,
    last_minute: Option<u32>,
    rollout_minutes: u32,
    first_result_at: Option<u32>,
    last_result_at: u32,
    /// When the last execution of a target ended.
    last_target_at: u32,
}

/// A thing whose retry waits for the rate.
struct Waiting {
    thing: u32,
    used: UsedRetries,
    after: Ending,
}

impl<'a> Simulation<'a> {
    pub(crate) fn new(
        rollout: &'a Rollout,
        fleet: &'a Fleet,
        at: DateTime,
        reading: Reading,
    ) -> Self {
        let start = rollout.start(at);
        let scheduled_end = rollout.end(start);
        Self {
            rollout,
            fleet,
            reading,
            draws: Draws::new(fleet),
            queue: Queue::new(),
            periods: Periods::new(rollout.periods(start), rollout.schedule.has_windows()),
            pace: Pace::new(&rollout.rates, &reading),
            recorder: Recorder::new(),
            now: 0,
            state: Sample {
                not_notified: fleet.things,
                ..Sample::default()
            },
            counts: Counts::default(),
            waiting: VecDeque::new(),
            scheduled_end,
            end_time: scheduled_end.map(|end| u32::try_from(end).unwrap_or(u32::MAX)),
            has_ended: false,
            abort: None,
            increases: Vec::new(),
            rolled_out_at: None,
            last_minute: None,
            rollout_minutes: 0,
            first_result_at: None,
            last_result_at: 0,
            last_target_at: 0,
        }
    }

    pub(crate) fn run(mut self) -> Run {
        while let Some(time) = self.next_time().filter(|time| *time <= HORIZON) {
            debug_assert!(
                time >= self.now,
                "events are handled in the order of their times"
            );
            self.recorder.advance(time, &self.state);
            self.now = time;
            self.periods.advance(time);
            // Results first: they can change the rate and abort the job.
            if self.queue.next() == Some(time) {
                for packed in self.queue.take() {
                    self.handle(packed.event());
                }
            }
            if self.notification_time() == Some(time) {
                self.notify_due();
            }
            if self.joining_time() == Some(time) {
                self.join_due();
            }
            if !self.has_ended && self.end_time == Some(time) {
                self.reach_end_time();
            }
            if self.is_over() {
                break;
            }
        }
        self.finish()
    }

    /// Whether the job has not ended, so that executions can be created.
    fn is_active(&self) -> bool {
        !self.has_ended && self.abort.is_none()
    }

    fn next_time(&self) -> Option<u32> {
        let end = self.end_time.filter(|_| self.is_active());
        let times = [
            self.queue.next(),
            self.notification_time(),
            self.joining_time(),
            end,
        ];
        times.into_iter().flatten().min()
    }

    fn is_over(&self) -> bool {
        if !self.is_active() {
            return self.counts.pending == 0;
        }
        let done = !self.has_targets_to_notify() && self.counts.pending_targets == 0;
        match (self.rollout.continuous, self.end_time) {
            (false, _) => done && self.counts.unending == 0,
            (true, None) => done,
            (true, Some(_)) => false,
        }
    }

    /// The targets that are not notified yet.
    fn targets_to_notify(&self) -> u32 {
        self.state.not_notified - self.counts.joined_not_notified
    }

    /// The things that have an execution, or had one.
    pub(super) fn things_notified(&self) -> u32 {
        let joined = self.state.joined - self.counts.joined_not_notified;
        self.state.notified.saturating_add(joined)
    }

    /// Whether something is left to notify at the rate.
    fn has_to_notify(&self) -> bool {
        self.targets_to_notify() > 0 || !self.waiting.is_empty()
    }

    /// Whether a thing that was a target at the start is left to notify. Retries of things that joined later can
    /// wait forever, if more of them come than the rate allows.
    fn has_targets_to_notify(&self) -> bool {
        self.targets_to_notify() > 0 || self.counts.waiting_targets > 0
    }

    /// When something is notified next.
    fn notification_time(&self) -> Option<u32> {
        if !self.is_active() || !self.has_to_notify() {
            return None;
        }
        let (current, next) = (self.periods.current, self.periods.next);
        let end = self.end_time.unwrap_or(u32::MAX);
        let now = current.and_then(|current| {
            let time = if self.pace.is_in(current.opens) {
                self.pace.next()
            } else {
                current.opens
            };
            let time = time.max(self.now);
            self.pace.is_within(time, current.closes).then_some(time)
        });
        let time = now.or(next.map(|next| next.opens))?;
        self.pace.is_within(time, end).then_some(time)
    }

    /// Notifies the things whose turn it is.
    fn notify_due(&mut self) {
        let Some(current) = self.periods.current else {
            return;
        };
        if !self.pace.is_in(current.opens) {
            self.pace.open(current.opens, self.now);
        }
        self.change_rate();
        loop {
            let due = self.pace.due(self.now);
            if due == 0 {
                return;
            }
            for _ in 0..due {
                if !self.has_to_notify() {
                    return;
                }
                self.pace.take_tokens();
                self.recorder.notify_at(self.pace.rate);
                if !self.retry_waiting() {
                    self.notify_target();
                }
                if self.pace.changes_at_once() {
                    self.change_rate();
                }
            }
            if self.check_abort() {
                return;
            }
        }
    }

    fn notify_target(&mut self) {
        let thing = self.state.notified;
        self.state.notified += 1;
        self.state.not_notified -= 1;
        let minute = self.pace.minute(self.now);
        if self.last_minute != Some(minute) {
            self.last_minute = Some(minute);
            self.rollout_minutes += 1;
        }
        if self.targets_to_notify() == 0 {
            self.rolled_out_at = Some(self.now);
        }
        let (outcome, connection) = self.draws.target();
        self.queue_first(thing, outcome, connection);
    }

    /// Queues a retry that waits for the rate, if there is one.
    fn retry_waiting(&mut self) -> bool {
        let Some(Waiting { thing, used, after }) = self.waiting.pop_front() else {
            return false;
        };
        self.state.waiting -= 1;
        self.counts.waiting_targets -= u32::from(self.is_target(thing));
        self.queue_retry(thing, used, after);
        true
    }

    /// Lets a thing be retried, at once or as the rate allows.
    fn retry(&mut self, thing: u32, used: UsedRetries, after: Ending) {
        match self.reading.retries_in_rate {
            RetriesInRate::Exempt => self.queue_retry(thing, used, after),
            RetriesInRate::Counted => {
                if !self.has_to_notify() {
                    self.pace.resume(self.now);
                }
                self.state.waiting += 1;
                self.counts.waiting_targets += u32::from(self.is_target(thing));
                self.waiting.push_back(Waiting { thing, used, after });
                if self.pace.changes_at_once() {
                    self.change_rate();
                }
            }
        }
    }

    /// Applies a new rate if enough things were notified or have succeeded, and something is left to notify at it.
    fn change_rate(&mut self) {
        if !self.has_to_notify() {
            return;
        }
        let notified = self.things_notified();
        let succeeded = self.state.succeeded;
        if let Some((number, rate)) = self.pace.change(self.now, notified, succeeded) {
            self.increases.push(Increase {
                at: seconds(self.now),
                number,
                rate,
                notified,
                succeeded,
            });
        }
    }

    fn reach_end_time(&mut self) {
        self.has_ended = true;
        self.drop_waiting();
        match self.rollout.schedule.end_behavior {
            EndBehavior::StopRollout => {}
            EndBehavior::Cancel => {
                self.cancel_queued();
            }
            EndBehavior::ForceCancel => {
                self.cancel_queued();
                self.cancel_in_progress();
            }
        }
    }

    fn handle(&mut self, event: Event) {
        match event.kind {
            Kind::Start(outcome) => self.start(event.thing, event.used, outcome),
            Kind::End(ending) => self.end(event.thing, event.used, ending),
        }
    }
}

fn seconds(seconds: u32) -> std::time::Duration {
    std::time::Duration::from_secs(seconds.into())
}
