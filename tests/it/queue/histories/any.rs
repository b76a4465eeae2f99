//! Arbitrary messages.

use iot_jobs::{
    device::{
        message::{
            ErrorCode, ErrorResponse, GetPendingJobExecutionsResponse, NextJobExecutionChanged,
            StartNextPendingJobExecutionResponse, UpdateJobExecutionRequest,
            UpdateJobExecutionResponse,
        },
        queue::ExecutionId,
        types::{JobExecution, JobExecutionState, JobExecutionStatus},
    },
    primitives::DateTime,
};
use proptest::prelude::*;

use super::{Received, notify, summary};

fn status() -> impl Strategy<Value = JobExecutionStatus> {
    let values = JobExecutionStatus::values().iter().copied();
    let texts: Vec<_> = values.chain(["SOMEDAY", "PAUSED"]).collect();
    prop::sample::select(texts).prop_map(JobExecutionStatus::from)
}

fn moment() -> impl Strategy<Value = Option<DateTime>> {
    prop::option::weighted(0.9, (0..6_i64).prop_map(DateTime::from_secs))
}

fn number() -> impl Strategy<Value = Option<i64>> {
    prop::option::weighted(0.8, 1..4_i64)
}

prop_compose! {
    pub(super) fn id()(job in "[ab]", number in number()) -> ExecutionId {
        ExecutionId::new(job, number)
    }
}

prop_compose! {
    fn execution()(
        id in id(),
        status in prop::option::weighted(0.9, status()),
        version in number(),
        queued_at in moment(),
    ) -> JobExecution {
        JobExecution::builder()
            .job_id(id.job_id())
            .set_execution_number(id.execution_number())
            .set_status(status)
            .set_version_number(version)
            .set_queued_at(queued_at)
            .build()
    }
}

pub(super) fn message() -> impl Strategy<Value = Received> {
    let executions = || prop::collection::vec(execution(), 0..12);
    let state = (prop::option::of(status()), number()).prop_map(|(status, version)| {
        JobExecutionState::builder()
            .set_status(status)
            .set_version_number(version)
            .build()
    });
    let state = prop::option::of(state).boxed();
    prop_oneof![
        (moment(), executions()).prop_map(|(at, executions)| notify(at, &executions)),
        (moment(), prop::option::of(execution())).prop_map(|(at, execution)| {
            let changed = NextJobExecutionChanged::builder();
            Received::NotifyNext(changed.set_timestamp(at).set_execution(execution).build())
        }),
        (moment(), prop::option::of(execution())).prop_map(|(at, execution)| {
            let answer = StartNextPendingJobExecutionResponse::builder();
            Received::Started(answer.set_timestamp(at).set_execution(execution).build())
        }),
        (moment(), executions(), executions()).prop_map(|(at, running, waiting)| {
            let answer = GetPendingJobExecutionsResponse::builder()
                .set_timestamp(at)
                .set_in_progress_jobs(Some(running.iter().map(summary).collect()))
                .set_queued_jobs(Some(waiting.iter().map(summary).collect()));
            Received::Pending(answer.build())
        }),
        (moment(), id(), status(), number(), state.clone()).prop_map(
            |(at, id, status, expected, state)| {
                let request = UpdateJobExecutionRequest::builder()
                    .status(status)
                    .set_expected_version(expected);
                let answer = UpdateJobExecutionResponse::builder()
                    .set_timestamp(at)
                    .set_execution_state(state);
                Received::Updated(id, request.build().unwrap(), answer.build())
            }
        ),
        (
            moment(),
            id(),
            prop::sample::select(ErrorCode::values()),
            state
        )
            .prop_map(|(at, id, code, state)| {
                let error = ErrorResponse::builder()
                    .code(code.into())
                    .set_timestamp(at)
                    .set_execution_state(state);
                Received::Rejected(id, error.build())
            }),
    ]
}
