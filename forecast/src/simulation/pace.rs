//! How many things are notified when.

use crate::{
    Pacing, Reading,
    rollout::{Rates, ReadRates},
};

const MINUTE: u32 = 60;

/// How many things are notified when.
///
/// Spread over the minute, each second earns the rate, and a notification costs 60, so that there is no rounding.
pub(super) struct Pace {
    rates: ReadRates,
    pacing: Pacing,
    /// The number of things notified per minute.
    pub(super) rate: u32,
    opened: Option<u32>,
    next_batch: u32,
    earned: u64,
    earned_at: u32,
}

impl Pace {
    pub(super) fn new(rates: &Rates, reading: &Reading) -> Self {
        let rates = rates.read(reading);
        Self {
            rate: rates.at(0),
            rates,
            pacing: reading.pacing,
            opened: None,
            next_batch: 0,
            earned: 0,
            earned_at: 0,
        }
    }

    /// Whether the period that starts at a time is the one in which things are notified.
    pub(super) fn is_in(&self, opens: u32) -> bool {
        self.opened == Some(opens)
    }

    /// Starts to notify things, in the period that has started at a time.
    pub(super) fn open(&mut self, opens: u32, now: u32) {
        self.opened = Some(opens);
        self.next_batch = self.next_batch.max(now);
        self.earned = 0;
        self.earned_at = now;
    }

    /// Goes on after there was nothing to notify; the time until now earns at most one notification.
    pub(super) fn resume(&mut self, now: u32) {
        self.earn(now);
        self.earned = self.earned.min(MINUTE.into());
        self.next_batch = self.next_batch.max(now);
    }

    /// When something can be notified next.
    pub(super) fn next(&self) -> u32 {
        match self.pacing {
            Pacing::Batches => self.next_batch,
            Pacing::Even => {
                let missing = u64::from(MINUTE).saturating_sub(self.earned);
                let seconds = missing.div_ceil(self.rate.max(1).into());
                let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
                self.earned_at.saturating_add(seconds)
            }
        }
    }

    /// Whether something can be notified until a period closes, which ends the last of its minutes.
    pub(super) fn is_within(&self, time: u32, closes: u32) -> bool {
        match self.pacing {
            Pacing::Batches => time < closes,
            Pacing::Even => time <= closes,
        }
    }

    /// The number of things that can be notified now at the current rate.
    pub(super) fn due(&mut self, now: u32) -> u32 {
        match self.pacing {
            Pacing::Batches if now >= self.next_batch => {
                self.next_batch = now + MINUTE;
                self.rate
            }
            Pacing::Batches => 0,
            Pacing::Even => {
                self.earn(now);
                u32::from(self.earned >= MINUTE.into())
            }
        }
    }

    /// Accounts for a notification.
    pub(super) fn spend(&mut self) {
        self.earned = self.earned.saturating_sub(MINUTE.into());
    }

    fn earn(&mut self, now: u32) {
        let seconds = now.saturating_sub(self.earned_at);
        self.earned += u64::from(seconds) * u64::from(self.rate);
        self.earned_at = self.earned_at.max(now);
    }

    /// The new rate, if it changes; only called when a new rate can apply.
    pub(super) fn change(&mut self, now: u32, notified: u32, succeeded: u32) -> Option<u32> {
        let rate = self.rates.at(self.rates.increases(notified, succeeded));
        if rate == self.rate {
            return None;
        }
        self.earn(now);
        self.rate = rate;
        Some(rate)
    }

    /// Whether a new rate applies at once, and not from the next minute.
    pub(super) fn changes_at_once(&self) -> bool {
        self.pacing == Pacing::Even
    }

    /// The number of the minute of a period, for counting minutes.
    pub(super) fn minute(&self, now: u32) -> u32 {
        let since = now.saturating_sub(self.opened.unwrap_or(0));
        match self.pacing {
            Pacing::Batches => now,
            Pacing::Even => now - since + since.div_ceil(MINUTE).saturating_sub(1) * MINUTE,
        }
    }
}
