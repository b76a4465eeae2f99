//! How executions end.

use super::{percent, share};
use crate::Error;

/// The shares of the outcomes of executions, 1 in total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcomes {
    /// The device reports `SUCCEEDED`.
    pub succeeded: f64,
    /// The device reports `FAILED`.
    pub failed: f64,
    /// The device reports `REJECTED` instead of starting.
    pub rejected: f64,
    /// The device starts and reports no result, so that the execution is `TIMED_OUT` if it has a timer.
    ///
    /// An execution is `TIMED_OUT`, too, if its work takes longer than its timer.
    pub timed_out: f64,
}

/// How far from 1 the total may be, for shares that are not exact in binary.
pub(super) const TOLERANCE: f64 = 1e-9;

/// The members of the outcomes, for messages.
pub(super) struct Names {
    whole: &'static str,
    members: [&'static str; 4],
}

pub(super) const FIRST: Names = Names {
    whole: "outcomes",
    members: [
        "outcomes.succeeded",
        "outcomes.failed",
        "outcomes.rejected",
        "outcomes.timed_out",
    ],
};

pub(super) const RETRY: Names = Names {
    whole: "retry_outcomes",
    members: [
        "retry_outcomes.succeeded",
        "retry_outcomes.failed",
        "retry_outcomes.rejected",
        "retry_outcomes.timed_out",
    ],
};

impl Outcomes {
    /// The shares that fail, are rejected and time out; the rest succeeds.
    pub fn failing(failed: f64, rejected: f64, timed_out: f64) -> Self {
        let succeeded = 1.0 - failed - rejected - timed_out;
        Self {
            // All shares together are 1, and the rest of binary fractions may be slightly below 0.
            succeeded: if succeeded.abs() < TOLERANCE {
                0.0
            } else {
                succeeded
            },
            failed,
            rejected,
            timed_out,
        }
    }

    /// The shares in their order: succeeded, failed, rejected, timed out.
    pub(crate) fn shares(&self) -> [f64; 4] {
        [self.succeeded, self.failed, self.rejected, self.timed_out]
    }

    pub(super) fn check(&self, names: &Names) -> Result<(), Error> {
        let shares = self.shares();
        // The share of success is often the rest of the others, so theirs are checked first.
        for index in [1, 2, 3] {
            if let (Some(member), Some(value)) = (names.members.get(index), shares.get(index)) {
                share(member, *value)?;
            }
        }
        let total: f64 = shares.iter().sum();
        let [succeeded, ..] = names.members;
        if self.succeeded < 0.0 && (total - 1.0).abs() <= TOLERANCE {
            let message = format!(
                "{} fail, are rejected or time out, which is more than all",
                percent(1.0 - self.succeeded)
            );
            return Err(Error::assumption(names.whole, message));
        }
        share(succeeded, self.succeeded)?;
        if (total - 1.0).abs() > TOLERANCE {
            let message = format!(
                "succeeded, failed, rejected and timed_out are {} in total: they must be 100 %",
                percent(total)
            );
            return Err(Error::assumption(names.whole, message));
        }
        Ok(())
    }
}

/// Every execution succeeds.
impl Default for Outcomes {
    fn default() -> Self {
        Self {
            succeeded: 1.0,
            failed: 0.0,
            rejected: 0.0,
            timed_out: 0.0,
        }
    }
}
