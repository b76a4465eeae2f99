//! What a set of messages states about one execution.

use std::cmp::Reverse;

use super::observation::{Observation, Phase, Source};
use crate::primitives::DateTime;

/// What a set of messages states about one execution: of each part the largest value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Record {
    /// The time of the latest message.
    pub(super) last_seen_at: Option<DateTime>,
    /// The largest observation with a version. It is separate from those without a version, because
    /// versions order only each other.
    versioned: Option<Observation>,
    unversioned: Option<Observation>,
    /// Whether the service accepted a request of this device to start or to continue the execution.
    accepted: bool,
    /// The lowest version at which a notification or a response, not an error response, had the execution
    /// in progress.
    in_progress_since: Option<Reverse<i64>>,
    /// Whether an error response had the execution in progress, and the highest version at which one did.
    rejected_in_progress: bool,
    rejected_version: Option<i64>,
}

impl Record {
    /// The record of one message.
    pub(super) fn of(observation: Observation) -> Self {
        let in_progress = observation.phase == Phase::InProgress;
        let mut record = Self {
            last_seen_at: observation.at,
            ..Self::default()
        };
        match observation.source {
            Source::Stated if in_progress => {
                record.in_progress_since = observation.version.map(Reverse);
            }
            Source::Accepted => record.accepted = in_progress,
            Source::Rejected if in_progress => {
                record.rejected_in_progress = true;
                record.rejected_version = observation.version;
            }
            Source::Stated | Source::Rejected => {}
        }
        match observation.version {
            Some(_) => record.versioned = Some(observation),
            None => record.unversioned = Some(observation),
        }
        record
    }

    /// Merges a record, in any order and any number of times.
    pub(super) fn merge(&mut self, other: &Self) {
        raise(&mut self.last_seen_at, &other.last_seen_at);
        raise(&mut self.versioned, &other.versioned);
        raise(&mut self.unversioned, &other.unversioned);
        raise(&mut self.accepted, &other.accepted);
        raise(&mut self.in_progress_since, &other.in_progress_since);
        raise(&mut self.rejected_in_progress, &other.rejected_in_progress);
        raise(&mut self.rejected_version, &other.rejected_version);
    }

    /// The observation of the latest phase, since phases never go back, then of the latest time.
    pub(super) fn latest(&self) -> Option<&Observation> {
        let observations = self.unversioned.iter().chain(&self.versioned);
        observations.max_by_key(|observation| (observation.phase, observation.at))
    }

    /// Whether an error response had the execution in progress although this device neither started it
    /// nor knew it in progress at a lower version.
    pub(super) fn is_started_elsewhere(&self) -> bool {
        let known_before = self
            .in_progress_since
            .is_some_and(|Reverse(since)| Some(since) < self.rejected_version);
        self.rejected_in_progress && !self.accepted && !known_before
    }
}

fn raise<T: Ord + Clone>(value: &mut T, other: &T) {
    if *other > *value {
        value.clone_from(other);
    }
}
