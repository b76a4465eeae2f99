//! Ranges over the runs of a forecast.

/// The least and the greatest value of something, and the runs that they are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Range<T> {
    /// The least value.
    pub least: T,
    /// The index of the first run with the least value.
    pub least_run: usize,
    /// The greatest value.
    pub most: T,
    /// The index of the first run with the greatest value.
    pub most_run: usize,
}

impl<T: Copy> Range<T> {
    /// The range of some values, of which there is at least one, compared by a key.
    pub(super) fn over<K: Ord>(
        values: impl Iterator<Item = T>,
        key: impl Fn(T) -> K,
    ) -> Option<Self> {
        let mut values = values.enumerate();
        let (_, first) = values.next()?;
        let mut range = Self {
            least: first,
            least_run: 0,
            most: first,
            most_run: 0,
        };
        for (run, value) in values {
            if key(value) < key(range.least) {
                (range.least, range.least_run) = (value, run);
            }
            if key(value) > key(range.most) {
                (range.most, range.most_run) = (value, run);
            }
        }
        Some(range)
    }
}

impl<T: PartialEq> Range<T> {
    /// Whether all runs have the same value.
    pub fn is_single(&self) -> bool {
        self.least == self.most
    }
}
