//! Notifications, after which the agent asks for executions.

use super::{
    Agent, Problem, Style,
    candidate::Candidate,
    found::{Found, id, known},
};
use crate::device::{
    message::{JobExecutionsChanged, NextJobExecutionChanged},
    queue::MAY_BE_TRUNCATED,
    types::JobExecutionStatus,
};

impl Agent {
    pub(super) fn on_next_changed(
        &mut self,
        changed: &NextJobExecutionChanged,
    ) -> Result<(), Problem> {
        let next = changed.execution().map(Found::read).transpose()?;
        for at in 0..self.executions.len() {
            let same = self
                .executions
                .get(at)
                .zip(next.as_ref())
                .is_some_and(|(own, next)| {
                    own.id == next.id
                        && !own.is_replaced_by(next.queued_at)
                        && next.status != Some(JobExecutionStatus::Queued)
                });
            // With several at a time, one that is not the next one may be in progress.
            if !same && self.config.slots() == 1 {
                self.check_soon(at);
            }
        }
        let Some(next) = next else {
            return Ok(());
        };
        if !self.has_room() || next.status.is_none() {
            return Ok(());
        }
        if self.config.effective_style() == Style::Next
            && next.status == Some(JobExecutionStatus::Queued)
            && let Some(version) = next.version
            && !self.ended.contains(&next.id, next.queued_at)
        {
            self.candidates.push(Candidate {
                id: next.id,
                queued_at: next.queued_at,
                version,
                document: next.document,
                stated_after: None,
                at: self.now,
            });
        } else {
            self.ask_for([next.id]);
        }
        Ok(())
    }

    pub(super) fn on_jobs_changed(
        &mut self,
        changed: &JobExecutionsChanged,
    ) -> Result<(), Problem> {
        let Some(jobs) = &changed.jobs else {
            return Ok(());
        };
        let mut listed = Vec::new();
        for (status, summaries) in jobs {
            known(status)?;
            for summary in summaries {
                listed.push(id(summary.job_id(), summary.execution_number)?);
            }
        }
        for at in 0..self.executions.len() {
            let execution = self.executions.get(at);
            let has = execution.is_some_and(|execution| listed.contains(&execution.id));
            if !has && listed.len() < MAY_BE_TRUNCATED {
                self.check_soon(at);
            }
        }
        if !listed.is_empty() {
            self.ask_for(listed);
        }
        Ok(())
    }
}
