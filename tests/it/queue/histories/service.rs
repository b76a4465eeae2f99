//! A simulated service and the messages that it sends.

use std::collections::BTreeMap;

use iot_jobs::{
    device::{
        message::{
            GetPendingJobExecutionsResponse, NextJobExecutionChanged, UpdateJobExecutionRequest,
            UpdateJobExecutionResponse,
        },
        queue::ExecutionId,
        types::{JobExecution, JobExecutionState, JobExecutionStatus},
    },
    primitives::DateTime,
};
use proptest::prelude::*;

use super::{Received, notify, summary};

#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    Create,
    Start(usize),
    Report(usize),
    Finish(usize),
    Cancel(usize),
    TimeOutAndRetry(usize),
    DeleteAndCreateAgain(usize),
    Ask,
}

pub(super) fn change() -> impl Strategy<Value = Change> {
    let which = || 0..9_usize;
    prop_oneof![
        3 => Just(Change::Create),
        3 => which().prop_map(Change::Start),
        1 => which().prop_map(Change::Report),
        2 => which().prop_map(Change::Finish),
        1 => which().prop_map(Change::Cancel),
        1 => which().prop_map(Change::TimeOutAndRetry),
        1 => which().prop_map(Change::DeleteAndCreateAgain),
        1 => Just(Change::Ask),
    ]
}

/// The pending executions, and every message that the service sent.
#[derive(Debug, Default)]
pub(super) struct Service {
    now: i64,
    created: usize,
    pending: BTreeMap<(String, i64), (JobExecutionStatus, i64, i64)>,
    pub(super) sent: Vec<Received>,
}

impl Service {
    pub(super) fn run(changes: &[(i64, Change)]) -> Self {
        let mut service = Self {
            now: 1_000,
            ..Self::default()
        };
        for (seconds, change) in changes {
            service.now += seconds;
            service.step(*change);
        }
        service
    }

    fn at(&self) -> DateTime {
        DateTime::from_secs(self.now)
    }

    fn pick(&self, which: usize, status: &JobExecutionStatus) -> Option<(String, i64)> {
        let mut of_status = self.pending.iter().filter(|(_, known)| known.0 == *status);
        of_status.nth(which).map(|(id, _)| id.clone())
    }

    fn step(&mut self, change: Change) {
        use JobExecutionStatus::{InProgress, Queued, Succeeded};
        match change {
            // A list of ten may be truncated, so the device could not know all executions.
            Change::Create if self.pending.len() < 9 => {
                let job = format!("job-{}", self.created);
                self.created += 1;
                self.pending.insert((job, 1), (Queued, 1, self.now));
                self.notify();
            }
            Change::Start(which) => {
                if let Some(id) = self.pick(which, &Queued) {
                    self.update(&id, InProgress);
                }
            }
            Change::Report(which) => {
                if let Some(id) = self.pick(which, &InProgress) {
                    self.update(&id, InProgress);
                }
            }
            Change::Finish(which) => {
                if let Some(id) = self.pick(which, &InProgress) {
                    self.update(&id, Succeeded);
                }
            }
            Change::Cancel(which) => {
                if let Some(id) = self.pending.keys().nth(which).cloned() {
                    self.pending.remove(&id);
                    self.notify();
                }
            }
            Change::TimeOutAndRetry(which) => {
                if let Some(id) = self.pick(which, &InProgress) {
                    self.pending.remove(&id);
                    self.pending.insert((id.0, id.1 + 1), (Queued, 1, self.now));
                    self.notify();
                }
            }
            Change::DeleteAndCreateAgain(which) => {
                if let Some(id) = self.pending.keys().nth(which).cloned() {
                    self.pending.remove(&id);
                    self.notify();
                    self.now += 1;
                    self.pending.insert((id.0, 1), (Queued, 1, self.now));
                    self.notify();
                }
            }
            Change::Ask | Change::Create => {
                let executions = self.executions();
                let of = |status: &JobExecutionStatus| {
                    let of = executions
                        .iter()
                        .filter(|e| e.status.as_ref() == Some(status));
                    Some(of.map(summary).collect())
                };
                let answer = GetPendingJobExecutionsResponse::builder()
                    .timestamp(self.at())
                    .set_in_progress_jobs(of(&InProgress))
                    .set_queued_jobs(of(&Queued));
                self.sent.push(Received::Pending(answer.build()));
            }
        }
    }

    fn executions(&self) -> Vec<JobExecution> {
        let pending = self.pending.iter();
        pending
            .map(|((job, number), (status, version, queued_at))| {
                JobExecution::builder()
                    .job_id(job)
                    .execution_number(*number)
                    .status(status.clone())
                    .version_number(*version)
                    .queued_at(DateTime::from_secs(*queued_at))
                    .build()
            })
            .collect()
    }

    fn notify(&mut self) {
        let executions = self.executions();
        self.sent.push(notify(Some(self.at()), &executions));
        let next = executions.iter().min_by_key(|e| {
            (
                e.status.clone() != Some(JobExecutionStatus::InProgress),
                e.queued_at,
            )
        });
        let changed = NextJobExecutionChanged::builder()
            .timestamp(self.at())
            .set_execution(next.cloned());
        self.sent.push(Received::NotifyNext(changed.build()));
    }

    /// The device updates an execution; every third request expects a version, or requests the state.
    fn update(&mut self, id: &(String, i64), status: JobExecutionStatus) {
        let (_, version, queued_at) = self.pending.remove(id).unwrap();
        let mut request = UpdateJobExecutionRequest::builder().status(status.clone());
        let mut answer = UpdateJobExecutionResponse::builder().timestamp(self.at());
        match self.sent.len() % 3 {
            0 => request = request.expected_version(version),
            1 => {
                let state = JobExecutionState::builder().status(status.clone());
                answer = answer.execution_state(state.version_number(version + 1).build());
            }
            _ => {}
        }
        let name = ExecutionId::new(&id.0, Some(id.1));
        self.sent.push(Received::Updated(
            name,
            request.build().unwrap(),
            answer.build(),
        ));
        if status.is_terminal() {
            self.notify();
        } else {
            self.pending
                .insert(id.clone(), (status, version + 1, queued_at));
        }
    }

    pub(super) fn known(&self) -> Vec<(ExecutionId, JobExecutionStatus)> {
        let pending = self.pending.iter();
        pending
            .map(|((job, number), known)| (ExecutionId::new(job, Some(*number)), known.0.clone()))
            .collect()
    }
}
