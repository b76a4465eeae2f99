//! What the agent does at which time.

use std::time::Duration;

use super::{Agent, Connection, Output, execution::Need, request::Purpose};
use crate::device::queue::ExecutionId;

/// The latest time, so that every delay ends after it.
const LATEST: Duration = Duration::from_secs(u64::MAX / 2);

/// How many named executions are kept; a notification has no more.
const MOST_NAMED: usize = 16;

/// What the agent does at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    Subscribe {
        attempts: u32,
    },
    /// Sends the request at this index again.
    Repeat(usize),
    Ask,
    LookUp,
    /// Sends the first request to start the candidate at this index.
    Start(usize),
    Check(usize),
    Report(usize),
}

impl Agent {
    /// The earliest task; of several at the same time, the one that is listed first here.
    pub(super) fn next_task(&self) -> Option<(Duration, Task)> {
        match self.connection {
            Connection::Offline => return None,
            Connection::Subscribing {
                repeat_at,
                attempts,
            } => return Some((repeat_at, Task::Subscribe { attempts })),
            Connection::Subscribed => {}
        }
        let requests = self.requests.iter().enumerate();
        let repeats = requests.map(|(at, request)| (request.repeat_at, Task::Repeat(at)));
        let executions = self.executions.iter().enumerate();
        let executions = executions.filter(|(_, execution)| !self.is_requested(&execution.id));
        let needs = executions.map(|(at, execution)| match execution.need() {
            (time, Need::Check) => (time, Task::Check(at)),
            (time, Need::Report) => (time, Task::Report(at)),
        });
        let candidates = self.candidates.iter().enumerate();
        let candidates = candidates.filter(|(_, candidate)| !self.is_requested(&candidate.id));
        let starts = candidates.map(|(at, candidate)| (candidate.at, Task::Start(at)));
        let look_up = self.to_look_up.front();
        let look_up = look_up.filter(|id| self.has_room() && !self.is_requested(id));
        let look_up = look_up.map(|_| (Duration::ZERO, Task::LookUp));
        let ask = self.may_ask().then_some((self.ask_at, Task::Ask));
        let earliest = needs.chain(starts).chain(repeats).chain(look_up).chain(ask);
        let (at, task) = earliest.min_by_key(|(at, _)| *at)?;
        Some((at.max(self.rate.next()).max(self.throttled_until), task))
    }

    /// Does everything until this time.
    pub(super) fn advance(&mut self, now: Duration) {
        self.now = self.now.max(now.min(LATEST));
        while let Some((at, task)) = self.next_task() {
            if at > self.now {
                return;
            }
            self.perform(task);
        }
    }

    /// Whether another execution may be started.
    pub(super) fn has_room(&self) -> bool {
        self.executions.len() + self.candidates.len() < self.config.slots()
    }

    fn may_ask(&self) -> bool {
        self.has_room() && self.to_look_up.is_empty() && !self.is_asking()
    }

    fn is_asking(&self) -> bool {
        let mut requests = self.requests.iter();
        requests.any(|request| request.purpose == Purpose::Pending)
    }

    fn is_requested(&self, id: &ExecutionId) -> bool {
        let mut requests = self.requests.iter();
        requests.any(|request| request.purpose.id() == Some(id))
    }

    fn perform(&mut self, task: Task) {
        match task {
            Task::Subscribe { attempts } => {
                self.outputs.push_back(Output::Subscribe(self.filters()));
                self.connection = Connection::Subscribing {
                    repeat_at: self.now.saturating_add(self.delay(attempts)),
                    attempts: attempts.saturating_add(1),
                };
            }
            Task::Repeat(at) => self.repeat(at),
            Task::Ask => self.ask(),
            Task::LookUp => self.look_up(),
            Task::Start(at) => self.start(at),
            Task::Check(at) => self.check(at),
            Task::Report(at) => self.report(at),
        }
    }

    /// The time until the next attempt, with jitter.
    pub(super) fn delay(&mut self, attempts: u32) -> Duration {
        let factor = 2_u32.saturating_pow(attempts);
        let whole = self.config.response_timeout.saturating_mul(factor);
        let whole = whole.min(self.config.longest_delay);
        // No delay is zero, so that the time of the next task always increases.
        self.random.jitter(whole).max(Duration::from_millis(1))
    }

    /// Asks if nothing was received for the poll interval.
    fn ask_later(&mut self) {
        self.ask_failures = 0;
        self.ask_at = self
            .now
            .saturating_add(self.random.jitter(self.config.poll_interval));
    }

    /// The response has these pending executions; asks again soon if a notification named others since the request.
    pub(super) fn asked(&mut self, listed: &[ExecutionId]) {
        self.ask_later();
        let named = std::mem::take(&mut self.named);
        if named.iter().any(|id| !listed.contains(id)) {
            self.ask_soon();
        }
    }

    /// Asks for executions that a notification named.
    pub(super) fn ask_for(&mut self, named: impl IntoIterator<Item = ExecutionId>) {
        for id in named {
            if self.named.len() < MOST_NAMED && self.is_asking() && !self.named.contains(&id) {
                self.named.push(id);
            }
        }
        self.ask_soon();
    }

    /// Asks as soon as the requests before it allow.
    pub(super) fn ask_soon(&mut self) {
        let pause = match self.ask_failures {
            0 => Duration::from_secs(1),
            failures => self.delay(failures - 1),
        };
        let earliest = self
            .asked_at
            .map_or(self.now, |asked| asked.saturating_add(pause));
        self.ask_at = self.ask_at.min(earliest.max(self.now));
    }

    /// Asks now, with a new request, since the response to one on its way may be older than the start.
    pub(super) fn ask_anew(&mut self) {
        self.stop_asking();
        self.ask_at = self.now;
    }

    /// Drops the request for pending executions, so that its response is ignored.
    pub(super) fn stop_asking(&mut self) {
        self.requests
            .retain(|request| request.purpose != Purpose::Pending);
    }

    /// Asks again after a request that did not have the wanted effect.
    pub(super) fn ask_after_failure(&mut self) {
        self.ask_failures = self.ask_failures.saturating_add(1);
        self.ask_at = self.now.saturating_add(self.delay(self.ask_failures - 1));
    }

    /// Requests the state of a started execution soon.
    pub(super) fn check_soon(&mut self, at: usize) {
        if let Some(execution) = self.executions.get_mut(at) {
            let earliest = execution.checked_at.saturating_add(Duration::from_secs(1));
            execution.check_at = execution.check_at.min(earliest.max(self.now));
        }
    }
}
