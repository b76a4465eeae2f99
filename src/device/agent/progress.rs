//! The details of the last progress reports.

use std::{
    collections::{VecDeque, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

use super::StatusDetails;
use crate::{
    device::{queue::ExecutionId, queued_at},
    primitives::DateTime,
};

/// The executions and the hashed details of the last progress reports.
#[derive(Clone, Debug, Default)]
pub(super) struct SentProgress(VecDeque<(ExecutionId, DateTime, u64)>);

impl SentProgress {
    const MOST: usize = 16;

    pub(super) fn add(&mut self, id: ExecutionId, queued_at: DateTime, details: &StatusDetails) {
        if self.0.len() >= Self::MOST {
            self.0.pop_front();
        }
        self.0.push_back((id, queued_at, hash(details)));
    }

    /// Whether these details were reported for an execution with the identifier that was queued at another time.
    pub(super) fn is_of_another(
        &self,
        id: &ExecutionId,
        queued_at: DateTime,
        details: &StatusDetails,
    ) -> bool {
        let hash = hash(details);
        self.0.iter().any(|(sent, at, sent_hash)| {
            sent == id && queued_at::differ(Some(*at), Some(queued_at)) && *sent_hash == hash
        })
    }
}

fn hash(details: &StatusDetails) -> u64 {
    let mut pairs: Vec<_> = details.iter().collect();
    pairs.sort();
    let mut hasher = DefaultHasher::new();
    pairs.hash(&mut hasher);
    hasher.finish()
}
