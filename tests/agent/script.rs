//! Runs an agent step by step.

use std::{collections::HashMap, time::Duration};

use iot_jobs::device::{
    agent::{Agent, Config, Output, State, Style},
    queue::ExecutionId,
    topic::ThingName,
};
use serde_json::{Value, json};

pub(crate) const P: &str = "$aws/things/lamp/jobs/";

pub(crate) fn config() -> Config {
    Config::new(ThingName::new("lamp").unwrap())
        .name("a")
        .seed(1)
}

pub(crate) fn j1() -> ExecutionId {
    ExecutionId::new("j", Some(1))
}

/// An execution of `j` as the service describes it.
pub(crate) fn execution(status: &str, version: u64) -> Value {
    json!({
        "jobId": "j", "executionNumber": 1, "versionNumber": version, "status": status,
        "queuedAt": 100, "jobDocument": {"do": "it"},
    })
}

/// An agent, the time in milliseconds, and what was published.
pub(crate) struct Script {
    pub(crate) agent: Agent,
    pub(crate) now: u64,
    /// The requests without their tokens, and the tokens.
    pub(crate) published: Vec<(String, Value)>,
    pub(crate) tokens: Vec<String>,
    /// The other outputs, shortly.
    pub(crate) done: Vec<String>,
    pub(crate) stored: Option<State>,
}

impl Script {
    pub(crate) fn new(config: Config, state: Option<State>) -> Self {
        Self {
            agent: Agent::new(config, state),
            now: 0,
            published: Vec::new(),
            tokens: Vec::new(),
            done: Vec::new(),
            stored: None,
        }
    }

    /// An agent that is connected and has asked.
    pub(crate) fn connected(config: Config, state: Option<State>) -> Self {
        let mut script = Self::new(config, state);
        script.reconnect();
        script
    }

    /// An agent that runs `j`, at version 2.
    pub(crate) fn running(config: Config) -> Self {
        let mut script = Self::connected(config, None);
        script.accept(&json!({"execution": execution("QUEUED", 1)}));
        script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 2}}));
        assert_eq!(script.done.last().unwrap(), "begin j");
        script.clear();
        script
    }

    pub(crate) fn at(&self) -> Duration {
        Duration::from_millis(self.now)
    }

    pub(crate) fn reconnect(&mut self) {
        self.agent.connected(self.at());
        self.agent.subscribed(self.at());
        self.poll();
        self.done.clear();
    }

    pub(crate) fn clear(&mut self) {
        self.published.clear();
        self.done.clear();
    }

    pub(crate) fn poll(&mut self) {
        while let Some(output) = self.agent.poll_output() {
            let id = |id: &ExecutionId| id.job_id().to_owned();
            self.done.push(match output {
                Output::Publish(publish) => {
                    let mut payload: Value = serde_json::from_slice(&publish.payload).unwrap();
                    let token = payload
                        .as_object_mut()
                        .unwrap()
                        .remove("clientToken")
                        .unwrap();
                    self.tokens.push(token.as_str().unwrap().to_owned());
                    let topic = publish.topic.strip_prefix(P).unwrap().to_owned();
                    self.published.push((topic, payload));
                    continue;
                }
                Output::Store(state) => {
                    self.stored = Some(state);
                    continue;
                }
                Output::Subscribe(filters) => format!("subscribe {filters:?}"),
                Output::Begin(work) => format!("begin {}", id(&work.id)),
                Output::Resume(work) => format!("resume {}", id(&work.id)),
                Output::Stop(of, reason) => format!("stop {} {reason:?}", id(&of)),
                Output::Reported(of, status) => format!("reported {} {status}", id(&of)),
                Output::Discarded(of, reason) => format!("discarded {} {reason:?}", id(&of)),
                Output::Problem(problem) => format!("problem: {problem}"),
                other => panic!("{other:?}"),
            });
        }
    }

    pub(crate) fn message(&mut self, topic: &str, payload: &Value) {
        let payload = payload.to_string();
        self.agent
            .message(self.at(), &format!("{P}{topic}"), payload.as_bytes());
        self.poll();
    }

    /// Answers the last request.
    fn answer(&mut self, word: &str, payload: &Value) {
        let topic = self.published.last().unwrap().0.clone();
        let token = self.tokens.last().unwrap().clone();
        self.answer_to(&format!("{topic}/{word}"), &token, payload);
    }

    fn answer_to(&mut self, topic: &str, token: &str, payload: &Value) {
        let mut payload = payload.clone();
        payload["clientToken"] = json!(token);
        payload["timestamp"] = json!(200);
        self.message(topic, &payload);
    }

    /// Accepts the last request with this topic.
    pub(crate) fn accept_of(&mut self, topic: &str, payload: &Value) {
        let mut sent = self.published.iter().rev().zip(self.tokens.iter().rev());
        let found = sent.find(|((sent, _), _)| sent == topic);
        let (_, token) = found.unwrap_or_else(|| panic!("no request {topic}"));
        let token = token.clone();
        self.answer_to(&format!("{topic}/accepted"), &token, payload);
    }

    pub(crate) fn accept(&mut self, payload: &Value) {
        self.answer("accepted", payload);
    }

    pub(crate) fn reject(&mut self, code: &str, state: Option<Value>) {
        let mut payload = json!({"code": code});
        if let Some(state) = state {
            payload["executionState"] = state;
        }
        self.answer("rejected", &payload);
    }

    /// Waits until the agent acts, at most this long; returns the milliseconds.
    pub(crate) fn wait(&mut self, most: u64) -> u64 {
        let start = self.now;
        let timeout = self.agent.next_timeout().map_or(u64::MAX, |at| {
            u64::try_from(at.as_nanos().div_ceil(1_000_000)).unwrap()
        });
        self.now = timeout.clamp(self.now, start + most);
        self.agent.time(self.at());
        self.poll();
        self.now - start
    }

    /// Waits this long, without answering.
    pub(crate) fn pass(&mut self, millis: u64) {
        let end = self.now + millis;
        while self.now < end {
            self.wait(end - self.now);
        }
    }
}

pub(crate) fn pending() -> Config {
    config().style(Style::Pending)
}

/// The topic of the request for the next execution.
pub(crate) const ASK: &str = "$next/get";

pub(crate) fn details<const N: usize>(pairs: [(&str, &str); N]) -> HashMap<String, String> {
    HashMap::from(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

/// The topics of what was published.
pub(crate) fn topics(script: &Script) -> Vec<&str> {
    script
        .published
        .iter()
        .map(|(topic, _)| topic.as_str())
        .collect()
}
