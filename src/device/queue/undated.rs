//! What messages without the time of queueing state about an execution.

use super::{observation::Observation, record::Record};
use crate::primitives::DateTime;

/// What messages that do not have the time at which the execution was queued state about it.
///
/// Such a message counts unless it was sent before that time, which another message may have: then it is
/// about an earlier execution with the same identifier.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Undated {
    /// Times in descending order, each with the record of all messages of that time and later. A time is
    /// left out if its record is that of the next later time, so there is rarely more than one.
    steps: Vec<(Sent, Record)>,
}

/// The second in which a message was sent; one without a time counts as the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sent {
    In(i64),
    Unknown,
}

impl Undated {
    /// Merges what a message states, unless it was sent before the execution was queued.
    pub(super) fn merge(&mut self, observation: Observation, queued_at: Option<DateTime>) {
        let sent = match observation.at {
            None => Sent::Unknown,
            // In the second in which the execution was queued, an earlier one may have been deleted.
            Some(at) if observation.is_deleted() => Sent::In(at.secs().saturating_sub(1)),
            Some(at) => Sent::In(at.secs()),
        };
        if queued_at.is_some_and(|queued_at| sent < Sent::In(queued_at.secs())) {
            return;
        }
        let mut record = Record::of(observation);
        let at = self.steps.partition_point(|(time, _)| *time > sent);
        for (_, step) in self.steps.iter_mut().skip(at) {
            step.merge(&record);
        }
        if self.steps.get(at).is_none_or(|(time, _)| *time != sent) {
            if let Some((_, later)) = at.checked_sub(1).and_then(|later| self.steps.get(later)) {
                record.merge(later);
            }
            self.steps.insert(at, (sent, record));
        }
        self.steps.dedup_by(|(_, step), (_, later)| step == later);
    }

    /// Removes what was sent before this time.
    pub(super) fn remove_before(&mut self, queued_at: DateTime) {
        let first = Sent::In(queued_at.secs());
        self.steps.retain(|(sent, _)| *sent >= first);
    }

    /// What all of the messages state.
    pub(super) fn all(&self) -> Record {
        let last = self.steps.last();
        last.map(|(_, record)| record.clone()).unwrap_or_default()
    }
}
