//! The time line of a run: seconds from the start of the job.

/// The end of every forecast: two years, of which one has a leap day.
pub(crate) const HORIZON: u32 = 731 * DAY;
pub(crate) const DAY: u32 = 24 * 60 * 60;

/// A period in which things can be notified, in seconds from the start of the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) opens: u32,
    pub(crate) closes: u32,
}

impl Period {
    pub(crate) const ALWAYS: Self = Self {
        opens: 0,
        closes: u32::MAX,
    };

    /// Whether a device can start at a time; what is notified in the last second can start, too.
    pub(crate) fn contains(self, time: u32) -> bool {
        (self.opens..=self.closes).contains(&time)
    }
}
