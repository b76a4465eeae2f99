//! Merges the executions in a payload.

use super::{
    Execution, ExecutionId, Queue,
    observation::{Observation, Source},
};
use crate::{
    device::{
        message::{Executions, Named, StatesExecutions},
        types::{JobExecutionStatus, JobExecutionSummary},
    },
    primitives::DateTime,
};

/// A list of this length or more may be truncated.
pub(in crate::device) const MAY_BE_TRUNCATED: usize = 10;

/// The next execution, as a message named it; the largest value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NextExecution {
    /// When the message was sent.
    pub(super) at: DateTime,
    pub(super) is_in_progress: bool,
    pub(super) queued_at: Option<DateTime>,
}

impl Queue {
    pub(super) fn merge_payload(&mut self, payload: &impl StatesExecutions) {
        match payload.executions() {
            Some(Executions::List {
                sent_at,
                executions,
            }) => self.merge_list(sent_at, &executions),
            Some(Executions::Next(next)) => self.merge_next(next),
            Some(Executions::Started(started)) => {
                self.merge_next(started);
                self.merge_one(started, Source::Accepted);
            }
            Some(Executions::Described(described)) => self.merge_one(described, Source::Stated),
            None => {}
        }
        self.forget();
    }

    pub(super) fn merge_next(&mut self, next: Named<'_>) {
        self.merge_one(next, Source::Stated);
        if let (Some(at), Some(execution)) = (next.sent_at, next.execution)
            && let Some(status @ (JobExecutionStatus::Queued | JobExecutionStatus::InProgress)) =
                &execution.status
        {
            self.next = self.next.max(Some(NextExecution {
                at,
                is_in_progress: *status == JobExecutionStatus::InProgress,
                queued_at: execution.queued_at,
            }));
        }
    }

    fn merge_one(&mut self, named: Named<'_>, source: Source) {
        let Some(execution) = named.execution else {
            return self.merge_list(named.sent_at, &[]);
        };
        // Without a state it is outside its maintenance window and cannot be started yet.
        let (Some(job_id), Some(status)) = (&execution.job_id, &execution.status) else {
            return;
        };
        let at = named.sent_at.or(execution.last_updated_at);
        let observation = Observation {
            version: execution.version_number,
            at: at.or(execution.queued_at),
            source,
            ..Observation::of(status)
        };
        let id = ExecutionId::new(job_id, execution.execution_number);
        self.merge(&id, execution.queued_at, observation);
    }

    fn merge_list(
        &mut self,
        at: Option<DateTime>,
        entries: &[(&JobExecutionStatus, &JobExecutionSummary)],
    ) {
        for (status, summary) in entries {
            let Some(job_id) = &summary.job_id else {
                continue;
            };
            let observation = Observation {
                version: summary.version_number,
                at: at.or(summary.last_updated_at).or(summary.queued_at),
                ..Observation::of(status)
            };
            let id = ExecutionId::new(job_id, summary.execution_number);
            self.merge(&id, summary.queued_at, observation);
        }
        if entries.len() < MAY_BE_TRUNCATED {
            self.listed = true;
            self.listed_at = self.listed_at.max(at);
        }
    }

    pub(super) fn merge(
        &mut self,
        id: &ExecutionId,
        queued_at: Option<DateTime>,
        observation: Observation,
    ) {
        let known = self.executions.entry(id.clone());
        let known = known.or_insert_with(|| Execution::new(id.clone()));
        known.merge(queued_at, observation);
    }
}
