//! The largest number of partitions.

use std::{collections::BTreeSet, io};

/// The largest number of partitions: with more, each has few rows, and engines spend their time on opening files.
const MAX_PARTITIONS: usize = 500;

/// Checks the number of partitions before anything is encoded for them.
pub(super) fn check<'d>(
    known: usize,
    directories: impl IntoIterator<Item = &'d str>,
) -> io::Result<()> {
    let mut new = BTreeSet::new();
    for directory in directories {
        if new.insert(directory) && known + new.len() > MAX_PARTITIONS {
            let message = format!(
                "more than {MAX_PARTITIONS} partitions, the last of which is {directory}: choose a column with fewer \
                 values"
            );
            return Err(io::Error::other(message));
        }
    }
    Ok(())
}
