//! When things can be notified: always, or in maintenance windows.

use std::time::Duration;

use crate::{Window, period::Period};

/// The number of windows that a run lists, so that its size is bounded.
const MAX_LISTED: usize = 1000;

/// The current period, the next one, and those after it.
pub(super) struct Periods<P> {
    pub(super) current: Option<Period>,
    pub(super) next: Option<Period>,
    after: P,
    listed: Vec<Window>,
    lists: bool,
}

impl<P: Iterator<Item = Period>> Periods<P> {
    /// The periods in their order, with time between any two.
    pub(super) fn new(mut after: P, lists: bool) -> Self {
        Self {
            current: None,
            next: after.next(),
            after,
            listed: Vec::new(),
            lists,
        }
    }

    /// Goes on to the period that has opened last; called at each time, before anything else happens at it.
    pub(super) fn advance(&mut self, now: u32) {
        while let Some(period) = self.next.filter(|next| next.opens <= now) {
            self.current = Some(period);
            self.next = self.after.next();
            if self.lists && self.listed.len() < MAX_LISTED {
                self.listed.push(Window {
                    opens: Duration::from_secs(period.opens.into()),
                    closes: Duration::from_secs(period.closes.into()),
                });
            }
        }
    }

    /// Whether devices can start.
    pub(super) fn is_open(&self, now: u32) -> bool {
        self.current.is_some_and(|current| current.contains(now))
    }

    /// The first time, not before this one, when things can be notified.
    pub(super) fn open_from(&self, time: u32) -> Option<u32> {
        let opens = |period: Option<Period>| {
            let period = period.filter(|period| time < period.closes)?;
            Some(period.opens.max(time))
        };
        opens(self.current).or(opens(self.next))
    }

    /// The windows so far.
    pub(super) fn into_listed(self) -> Vec<Window> {
        self.listed
    }
}
