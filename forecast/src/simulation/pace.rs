//! How many things are notified when.

use crate::{
    Pacing, Reading,
    rollout::{Rates, ReadRates},
};

const MINUTE: u32 = 60;

/// How many things are notified when.
///
/// With even pacing it is a token bucket: each second adds as many tokens as the rate, and a notification takes 60,
/// so that there is no rounding.
pub(super) struct Pace {
    rates: ReadRates,
    pacing: Pacing,
    /// The number of things notified per minute.
    pub(super) rate: u32,
    opened: Option<u32>,
    next_batch: u32,
    tokens: u64,
    tokens_at: u32,
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
            tokens: 0,
            tokens_at: 0,
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
        self.tokens = 0;
        self.tokens_at = now;
    }

    /// Goes on after there was nothing to notify; the time until now allows at most one notification.
    pub(super) fn resume(&mut self, now: u32) {
        self.add_tokens(now);
        self.tokens = self.tokens.min(MINUTE.into());
        self.next_batch = self.next_batch.max(now);
    }

    /// When something can be notified next.
    pub(super) fn next(&self) -> u32 {
        match self.pacing {
            Pacing::Batches => self.next_batch,
            Pacing::Even => {
                let missing = u64::from(MINUTE).saturating_sub(self.tokens);
                let seconds = missing.div_ceil(self.rate.max(1).into());
                let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
                self.tokens_at.saturating_add(seconds)
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
                self.add_tokens(now);
                u32::from(self.tokens >= MINUTE.into())
            }
        }
    }

    /// Accounts for a notification.
    pub(super) fn take_tokens(&mut self) {
        self.tokens = self.tokens.saturating_sub(MINUTE.into());
    }

    fn add_tokens(&mut self, now: u32) {
        let seconds = now.saturating_sub(self.tokens_at);
        self.tokens += u64::from(seconds) * u64::from(self.rate);
        self.tokens_at = self.tokens_at.max(now);
    }

    /// The number of increases and the new rate, if it changes; only called when a new rate can apply.
    pub(super) fn change(&mut self, now: u32, notified: u32, succeeded: u32) -> Option<(u32, u32)> {
        let number = self.rates.increases(notified, succeeded);
        let rate = self.rates.at(number);
        if rate == self.rate {
            return None;
        }
        self.add_tokens(now);
        self.rate = rate;
        Some((number, rate))
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
