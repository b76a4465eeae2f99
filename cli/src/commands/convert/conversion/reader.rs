//! The thread that reads the files.

use std::{
    ops::ControlFlow,
    sync::{
        atomic::AtomicU64,
        mpsc::{self, Sender},
    },
};

use super::{
    failure::Failure,
    flow::Flow,
    input::{Input, Piece, Unreadable},
    output::GroupSize,
    worker::Group,
};
use crate::reading::Source;

/// Cuts the input into groups.
pub(super) struct Reader<'f> {
    flow: &'f Flow,
    group_size: GroupSize,
    groups: Sender<Group>,
    /// The pieces of the last group.
    pieces: Option<Sender<Piece>>,
    started: usize,
    rows: usize,
    bytes: usize,
}

impl<'f> Reader<'f> {
    pub(super) fn new(flow: &'f Flow, group_size: GroupSize, groups: Sender<Group>) -> Self {
        Self {
            flow,
            group_size,
            groups,
            pieces: None,
            started: 0,
            rows: 0,
            bytes: 0,
        }
    }

    /// Reads the files one after another; a group can have the end of one and the start of the next.
    pub(super) fn run(
        mut self,
        input: &Input,
        files: &[Source],
        count: &AtomicU64,
    ) -> Result<(), Failure> {
        for file in files {
            let read = input.read(file, count, &mut |piece| self.pass(piece));
            match read {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => break,
                Err(Unreadable { file, reason }) => {
                    return Err(Failure::Unreadable { file, reason });
                }
            }
        }
        Ok(())
    }

    /// Passes a piece to the thread that decodes its group.
    fn pass(&mut self, piece: Piece) -> ControlFlow<()> {
        let (rows, bytes) = (piece.rows(), piece.len());
        let GroupSize {
            rows: max_rows,
            bytes: max_bytes,
            ..
        } = self.group_size;
        if self.rows + rows > max_rows || self.bytes + bytes > max_bytes {
            self.pieces = None;
        }
        let group = self.started - usize::from(self.pieces.is_some());
        if !self.flow.wait_for_room(group, bytes) {
            return ControlFlow::Break(());
        }
        let pieces = if let Some(pieces) = &self.pieces {
            pieces
        } else {
            let (sender, pieces) = mpsc::channel();
            let index = self.started;
            if self.groups.send(Group { index, pieces }).is_err() {
                return ControlFlow::Break(());
            }
            self.started += 1;
            (self.rows, self.bytes) = (0, 0);
            self.pieces.insert(sender)
        };
        self.rows += rows;
        self.bytes += bytes;
        match pieces.send(piece) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }
}
