//! Bounds what is in memory between the thread that reads and the one that writes.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The bytes of pieces and the number of groups that were read and not yet written.
pub(super) struct Flow {
    max_bytes: usize,
    max_groups: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// The bytes of pieces that no thread has decoded yet.
    bytes: usize,
    /// How many groups are written; they are written in order.
    written: usize,
    stopped: bool,
}

impl Flow {
    /// Allows so many bytes of pieces, or one larger piece, and so many groups.
    pub(super) fn new(max_bytes: usize, max_groups: usize) -> Self {
        Self {
            max_bytes,
            max_groups,
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// Waits until a piece of this group can be passed on; returns whether the run goes on.
    pub(super) fn wait_for_room(&self, group: usize, bytes: usize) -> bool {
        let has_room = |state: &State| {
            let fits = state.bytes == 0 || state.bytes.saturating_add(bytes) <= self.max_bytes;
            fits && group < state.written + self.max_groups
        };
        let mut state = self.wait_until(has_room);
        state.bytes += bytes;
        !state.stopped
    }

    /// Waits until all groups before this are written; returns whether the run goes on.
    pub(super) fn wait_for_turn(&self, group: usize) -> bool {
        !self.wait_until(|state| state.written >= group).stopped
    }

    /// Counts a piece as decoded.
    pub(super) fn decoded(&self, bytes: usize) {
        self.change(|state| state.bytes = state.bytes.saturating_sub(bytes));
    }

    /// Counts a group as written.
    pub(super) fn written(&self) {
        self.change(|state| state.written += 1);
    }

    /// Ends the run early.
    pub(super) fn stop(&self) {
        self.change(|state| state.stopped = true);
    }

    /// Whether the run ends early.
    pub(super) fn is_stopped(&self) -> bool {
        self.lock().stopped
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    fn wait_until(&self, condition: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let waits = |state: &mut State| !state.stopped && !condition(state);
        let waited = self.changed.wait_while(self.lock(), waits);
        waited.unwrap_or_else(PoisonError::into_inner)
    }

    /// The state; no code panics while it is locked.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
