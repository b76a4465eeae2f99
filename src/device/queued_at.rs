//! The time at which an execution was queued, which distinguishes executions with the same identifier.

use std::cmp::Ordering;

use crate::primitives::DateTime;

/// The order of two times of queueing; those in the same second are equal, since not every message has the fraction.
pub(super) fn compare(one: DateTime, other: DateTime) -> Ordering {
    one.secs().cmp(&other.secs())
}

/// Whether two times of queueing are of different executions; not if one of them is unknown.
pub(super) fn differ(one: Option<DateTime>, other: Option<DateTime>) -> bool {
    one.zip(other)
        .is_some_and(|(one, other)| compare(one, other).is_ne())
}
