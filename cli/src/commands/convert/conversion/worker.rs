//! A thread that decodes values and encodes rows.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
    mpsc::{Receiver, SyncSender},
};

use super::{
    bad_rows::BadRow,
    flow::Flow,
    input::{Piece, RowState},
    output::{Encoded, Encoders},
    rows::{NoRow, RowShape, Rows},
};

/// The text of the rows of a batch.
const BATCH_BYTES: usize = 16 << 20;

/// The size of the bad rows of a group that are kept until it is written.
const BAD_ROWS_BYTES: usize = 4 << 20;

/// Successive pieces of the input, which one thread decodes.
pub(super) struct Group {
    pub(super) index: usize,
    pub(super) pieces: Receiver<Piece>,
}

/// What all threads share.
pub(super) struct Shared<'s> {
    pub(super) groups: Mutex<Receiver<Group>>,
    pub(super) flow: &'s Flow,
    pub(super) shape: &'s RowShape,
    pub(super) encoders: &'s Encoders,
    /// The number of rows that were decoded.
    pub(super) decoded: &'s AtomicU64,
    pub(super) max_size: u64,
    /// Whether the first value that does not decode ends the run.
    pub(super) strict: bool,
}

/// What a thread passes to the one that writes.
pub(super) enum Message {
    /// Bad rows of the group that is written next.
    BadRows(BadRows),
    /// A group.
    Group(Box<Done>),
    /// A failure that is none of the input.
    Failed(std::io::Error),
}

/// A group that is decoded and encoded.
pub(super) struct Done {
    pub(super) index: usize,
    /// The number of values in the input.
    pub(super) values: u64,
    pub(super) encoded: Encoded,
    pub(super) bad: BadRows,
}

/// Rows of the file of errors.
#[derive(Default)]
pub(super) struct BadRows {
    pub(super) count: u64,
    /// NDJSON.
    pub(super) text: String,
    /// The first, which ends the run if it is strict.
    pub(super) strict: Option<String>,
}

/// Ends the run if a thread panics, since the others would wait for its group.
struct StopOnPanic<'f>(&'f Flow);

impl Drop for StopOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

/// Decodes and encodes groups until there are no more.
pub(super) fn run(shared: &Shared<'_>, messages: &SyncSender<Message>) {
    let _stop = StopOnPanic(shared.flow);
    // Made for the first group: while other threads are started, there may be no memory for it.
    let mut rows = None;
    loop {
        let groups = shared.groups.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(group) = groups.recv() else { return };
        drop(groups);
        let rows = rows.get_or_insert_with(|| shared.shape.rows());
        let message = match one_group(shared, &mut **rows, &group, messages) {
            Ok(done) => Message::Group(Box::new(done)),
            Err(error) => Message::Failed(error),
        };
        if messages.send(message).is_err() {
            return;
        }
    }
}

fn one_group(
    shared: &Shared<'_>,
    rows: &mut dyn Rows,
    group: &Group,
    messages: &SyncSender<Message>,
) -> std::io::Result<Done> {
    let mut encoder = shared.encoders.start(group.index)?;
    let batch_rows = shared.encoders.group_size().batch_rows;
    let (mut values, mut bytes) = (0, 0);
    let mut bad = BadRows::default();
    for piece in &group.pieces {
        if bad.strict.is_none() && !shared.flow.is_stopped() {
            let before = rows.len();
            values += decode(shared, rows, &piece, &mut bad);
            let decoded = u64::try_from(rows.len() - before).unwrap_or_default();
            shared.decoded.fetch_add(decoded, Ordering::Relaxed);
            bytes += piece.len();
        }
        shared.flow.decoded(piece.len());
        drop(piece);
        if rows.len() >= batch_rows || bytes >= BATCH_BYTES {
            encoder.push(rows.finish())?;
            bytes = 0;
        }
        if bad.text.len() >= BAD_ROWS_BYTES && shared.flow.wait_for_turn(group.index) {
            // If the thread that writes has ended, so does this when it sends the group.
            let _ = messages.send(Message::BadRows(std::mem::take(&mut bad)));
        }
    }
    if rows.len() > 0 {
        encoder.push(rows.finish())?;
    }
    Ok(Done {
        index: group.index,
        values,
        encoded: encoder.finish()?,
        bad,
    })
}

/// Decodes the values of a piece; returns their number.
fn decode(shared: &Shared<'_>, rows: &mut dyn Rows, piece: &Piece, bad: &mut BadRows) -> u64 {
    let mut values = 0;
    piece.for_each(|row| {
        if bad.strict.is_some() {
            return;
        }
        values += 1;
        let bad_row = match row.state {
            RowState::Complete => match rows.append(row.json) {
                Ok(()) => return,
                Err(NoRow::Error(error)) => BadRow::new(&piece.file, &row, &error),
                Err(NoRow::Empty) => BadRow::empty(&piece.file, &row),
                Err(NoRow::OtherShape(names)) => {
                    BadRow::other_shape(&piece.file, &row, &shared.shape.name, &names)
                }
            },
            RowState::TooLong => BadRow::too_long(&piece.file, &row, shared.max_size),
            RowState::NotList(list) => BadRow::not_list(&piece.file, &row, list),
            RowState::NoList(list) => BadRow::no_list(&piece.file, &row, list),
        };
        if shared.strict {
            bad.strict = Some(bad_row.to_message());
        } else {
            bad.count += 1;
            bad.text += &bad_row.to_json();
            bad.text.push('\n');
        }
    });
    values
}
