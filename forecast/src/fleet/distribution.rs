//! How long something takes.

use std::time::Duration;

use super::LONGEST;
use crate::Error;

/// How long something takes, in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Distribution {
    /// Always the same time.
    Fixed(Duration),
    /// Any time between two, all equally likely.
    Uniform {
        /// The shortest time.
        min: Duration,
        /// The longest time.
        max: Duration,
    },
    /// A log-normal distribution: most times near the median, a few much longer.
    LogNormal {
        /// The time that half of them take at most.
        median: Duration,
        /// The time that 95 of 100 take at most.
        p95: Duration,
    },
}

impl Distribution {
    /// A fixed number of minutes.
    pub const fn minutes(minutes: u32) -> Self {
        Self::Fixed(Duration::from_secs(60 * minutes as u64))
    }

    /// The longest time, if there is one.
    pub(crate) const fn longest(&self) -> Option<Duration> {
        match *self {
            Self::Fixed(longest) | Self::Uniform { max: longest, .. } => Some(longest),
            Self::LogNormal { .. } => None,
        }
    }

    /// The time that all of them take at least.
    pub(crate) const fn shortest(&self) -> Duration {
        match *self {
            Self::Fixed(shortest) | Self::Uniform { min: shortest, .. } => shortest,
            Self::LogNormal { .. } => Duration::ZERO,
        }
    }

    /// The time that half of them take at most.
    pub(crate) fn median(&self) -> Duration {
        match *self {
            Self::Fixed(median) | Self::LogNormal { median, .. } => median,
            Self::Uniform { min, max } => min.saturating_add(max) / 2,
        }
    }

    pub(super) fn check(&self, member: &'static str) -> Result<(), Error> {
        let fault = |message: String| Err(Error::assumption(member, message));
        let longest = match *self {
            Self::Fixed(time) => time,
            Self::Uniform { min, max } if min > max => {
                return fault(format!("its minimum {min:?} is above its maximum {max:?}"));
            }
            Self::Uniform { max, .. } => max,
            Self::LogNormal { median, .. } if median.is_zero() => {
                return fault("the median of a log-normal distribution must be above 0".to_owned());
            }
            Self::LogNormal { median, p95 } if median > p95 => {
                return fault(format!(
                    "its median {median:?} is above its 95th percentile {p95:?}"
                ));
            }
            Self::LogNormal { p95, .. } => p95,
        };
        if longest > LONGEST {
            return fault(format!("{longest:?} is above ten years"));
        }
        Ok(())
    }
}

/// No time.
impl Default for Distribution {
    fn default() -> Self {
        Self::Fixed(Duration::ZERO)
    }
}
