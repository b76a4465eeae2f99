//! The requests of an agent.

use super::{
    Agent, Output, StatusDetails, Style,
    execution::Execution,
    request::{Purpose, Request, Sent},
};
use crate::{
    device::{
        message::{
            DescribeJobExecutionRequest, GetPendingJobExecutionsRequest, Publish,
            StartNextPendingJobExecutionRequest, UpdateJobExecutionRequest,
        },
        queue::ExecutionId,
        topic::{Call, Filter, JobId, JobOrNext},
        types::JobExecutionStatus,
    },
    shape::Shape,
};

/// The status detail with the agent that started an execution.
pub(super) const CLAIMED_BY: &str = "claimedBy";

impl Agent {
    pub(super) fn filters(&self) -> Vec<Filter> {
        let thing = Some(&self.config.thing);
        match &self.config.namespace {
            Some(namespace) => Filter::namespace(thing, namespace),
            None => self.config.style.filters(thing),
        }
    }

    pub(super) fn ask(&mut self) {
        self.asked_at = Some(self.now);
        self.named.clear();
        let token = self.random.token();
        let thing = &self.config.thing;
        let publish = match self.config.effective_style() {
            Style::Next => {
                let request = DescribeJobExecutionRequest::builder().client_token(&token);
                publish(self.describe_call(JobOrNext::Next), &request.build())
            }
            Style::StartNext => {
                let request = StartNextPendingJobExecutionRequest::builder()
                    .client_token(&token)
                    .set_status_details(Some(self.claim()))
                    .set_step_timeout_in_minutes(self.config.step_timeout);
                publish(Call::start_next(thing), &request.build())
            }
            Style::Pending => {
                let request = GetPendingJobExecutionsRequest::builder().client_token(&token);
                publish(Call::get_pending(thing), &request.build())
            }
        };
        self.send(Purpose::Pending, token, publish);
    }

    pub(super) fn look_up(&mut self) {
        if let Some(id) = self.to_look_up.front().cloned() {
            self.describe(Purpose::LookUp(id.clone()), &id);
        }
    }

    pub(super) fn check(&mut self, at: usize) {
        if let Some(execution) = self.executions.get_mut(at) {
            execution.checked_at = self.now;
            let id = execution.id.clone();
            self.describe(Purpose::Check(id.clone()), &id);
        }
    }

    pub(super) fn start(&mut self, at: usize) {
        let Some(candidate) = self.candidates.get(at).cloned() else {
            return;
        };
        let token = self.random.token();
        let update = UpdateJobExecutionRequest::builder()
            .status(JobExecutionStatus::InProgress)
            .set_status_details(Some(self.claim()))
            .expected_version(candidate.version)
            .set_execution_number(candidate.id.execution_number())
            .include_job_execution_state(true)
            .include_job_document(true)
            .set_step_timeout_in_minutes(self.config.step_timeout)
            .client_token(&token);
        let publish = self.update(&candidate.id, update.build().ok());
        self.started.add(candidate.id.clone(), candidate.queued_at);
        self.send(Purpose::Start(candidate.id), token, publish);
    }

    pub(super) fn report(&mut self, at: usize) {
        let Some(execution) = self.executions.get(at) else {
            return;
        };
        let Execution {
            id, version, end, ..
        } = execution;
        let id = id.clone();
        let sent = Sent {
            status: end
                .as_ref()
                .map_or(JobExecutionStatus::InProgress, |end| end.status.clone()),
            has_progress: end.is_none() && execution.progress.is_some(),
            expected_version: *version,
        };
        let details = match end {
            Some(end) => end.details.clone(),
            None => execution.progress.clone(),
        };
        let step_timeout = execution.step_timeout.filter(|_| end.is_none());
        if let Some((progress, queued_at)) = execution.progress.as_ref().zip(execution.queued_at) {
            self.sent_progress.add(id.clone(), queued_at, progress);
        }
        let token = self.random.token();
        let update = UpdateJobExecutionRequest::builder()
            .status(sent.status.clone())
            .set_status_details(details)
            .set_expected_version(sent.expected_version)
            .set_execution_number(id.execution_number())
            .include_job_execution_state(true)
            .set_step_timeout_in_minutes(step_timeout)
            .client_token(&token);
        let publish = self.update(&id, update.build().ok());
        self.send(Purpose::Report(id, sent), token, publish);
    }

    /// Sends the request at an index again, with the same token.
    pub(super) fn repeat(&mut self, at: usize) {
        let attempts = self.requests.get(at).map_or(0, |request| request.attempts);
        let repeat_at = self
            .now
            .saturating_add(self.delay(attempts.saturating_add(1)));
        if let Some(request) = self.requests.get_mut(at) {
            request.attempts = request.attempts.saturating_add(1);
            request.repeat_at = repeat_at;
            request.sent_at = self.now;
            self.outputs
                .push_back(Output::Publish(request.publish.clone()));
            self.rate.count(self.now);
        }
    }

    /// The status details of a start.
    fn claim(&self) -> StatusDetails {
        let value = format!("{} {}", self.config.name, self.process);
        StatusDetails::from([(CLAIMED_BY.to_owned(), value)])
    }

    fn describe_call<'a>(&'a self, job: JobOrNext<'a>) -> Call<'a> {
        Call::Describe {
            thing: (&self.config.thing).into(),
            job,
            namespace: self.config.namespace.as_ref().map(Into::into),
        }
    }

    fn describe(&mut self, purpose: Purpose, id: &ExecutionId) {
        let token = self.random.token();
        let request = DescribeJobExecutionRequest::builder()
            .set_execution_number(id.execution_number())
            .client_token(&token)
            .build();
        let job = JobId::new(id.job_id()).ok();
        let publish = job.and_then(|job| publish(self.describe_call(job.into()), &request));
        self.send(purpose, token, publish);
    }

    fn update(
        &self,
        id: &ExecutionId,
        request: Option<UpdateJobExecutionRequest>,
    ) -> Option<Publish> {
        let call = Call::Update {
            thing: (&self.config.thing).into(),
            job: JobId::new(id.job_id()).ok()?,
            namespace: self.config.namespace.as_ref().map(Into::into),
        };
        publish(call, &request?)
    }

    fn send(&mut self, purpose: Purpose, token: String, publish: Option<Publish>) {
        let Some(publish) = publish else {
            // Requests with valid names are always encoded; without a pause this would be tried for ever.
            self.throttled_until = self.now.saturating_add(self.config.longest_delay);
            return;
        };
        let repeat_at = self.now.saturating_add(self.delay(0));
        self.rate.count(self.now);
        self.outputs.push_back(Output::Publish(publish.clone()));
        self.requests.push(Request {
            token,
            purpose,
            publish,
            sent_at: self.now,
            repeat_at,
            attempts: 0,
        });
    }
}

fn publish(call: Call<'_>, request: &impl Shape) -> Option<Publish> {
    Publish::new(call, request).ok()
}
