//! Messages from the broker.

use std::time::Duration;

use super::{Agent, Output, Problem};
use crate::device::{
    message::Message,
    topic::{Call, ThingName, Topic},
};

impl Agent {
    /// A message was received; one that the agent cannot use is returned as a [`Problem`].
    pub fn message(&mut self, now: Duration, topic: &str, payload: &[u8]) {
        self.now = self.now.max(now);
        if let Err(problem) = self.receive(topic, payload) {
            self.outputs.push_back(Output::Problem(problem));
        }
        self.advance(now);
    }

    fn receive(&mut self, text: &str, payload: &[u8]) -> Result<(), Problem> {
        let topic = Topic::parse(text).map_err(Problem::Topic)?;
        if topic.thing() != Some(&self.config.thing) {
            let thing = topic.thing().cloned();
            return Err(Problem::OtherThing(thing.map(ThingName::into_owned)));
        }
        if topic.namespace() != self.config.namespace.as_ref() {
            return Err(Problem::UnexpectedTopic(text.to_owned()));
        }
        let message = Message::decode(&topic, payload).map_err(|error| Problem::Payload {
            topic: text.to_owned(),
            message: error.to_string(),
        })?;
        if let Message::NextJobExecutionChanged(changed) = &message {
            return self.on_next_changed(changed);
        }
        if let Message::JobExecutionsChanged(changed) = &message {
            return self.on_jobs_changed(changed);
        }
        let (Topic::Accepted(call) | Topic::Rejected(call)) = topic else {
            return Err(Problem::UnexpectedTopic(text.to_owned()));
        };
        // A response to another client of the thing, or to a request that was answered before.
        let Some(at) = self.request_of(call, message.client_token()) else {
            return Ok(());
        };
        match &message {
            Message::DescribeJobExecutionResponse(response) => {
                self.on_execution(at, response.execution())
            }
            Message::StartNextPendingJobExecutionResponse(response) => {
                self.on_execution(at, response.execution())
            }
            Message::GetPendingJobExecutionsResponse(response) => self.on_listed(at, response),
            Message::UpdateJobExecutionResponse(response) => self.on_updated(at, response),
            Message::ErrorResponse(error) => self.on_rejected(at, error),
            _ => Err(Problem::UnexpectedTopic(text.to_owned())),
        }
    }

    /// The request that a response is to. A response to a request that the service could not parse has no token.
    fn request_of(&self, call: Call<'_>, token: Option<&str>) -> Option<usize> {
        let topic = call.request().to_string();
        self.requests.iter().position(|request| {
            request.publish.topic == topic && token.is_none_or(|token| token == request.token)
        })
    }
}
