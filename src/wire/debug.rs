//! `Debug` of members.

use std::fmt;

use super::Wire;

/// A value as a shape's `Debug` shows it.
pub(crate) struct Debugged<'a, T>(pub(crate) &'a T);

impl<T: Wire> fmt::Debug for Debugged<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.debug(f)
    }
}
