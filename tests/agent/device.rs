//! A device: an agent with its stored state and its work, which is lost in a restart.

use std::{collections::BTreeMap, time::Duration};

use iot_jobs::device::{
    agent::{Agent, Config, Output, State, StatusDetails, StopReason, Work},
    message::Publish,
    queue::ExecutionId,
    topic::{ThingName, Topic},
};
use serde_json::Value;

use crate::{bug::Bug, schedule::Schedule, service::THING};

/// What a device did that the simulation has to know.
#[derive(Debug)]
pub(crate) enum Action {
    Publish(Publish),
    Subscribe,
    /// It runs the execution with this `uid`.
    Begin {
        uid: u64,
        resumed: bool,
    },
    /// The program reported the end.
    End {
        uid: u64,
        status: &'static str,
    },
    /// It restarts itself.
    Reboot,
    /// What must not happen.
    Wrong(String),
}

#[derive(Debug)]
struct Running {
    uid: u64,
    /// The next progress, and the end, in milliseconds; `None` for work that ends with a restart.
    ends: Option<u64>,
    progress: u64,
}

pub(crate) struct Device {
    config: Config,
    bug: Option<Bug>,
    pub(crate) agent: Agent,
    stored: Option<State>,
    to_store: Option<State>,
    work: BTreeMap<ExecutionId, Running>,
    /// The `uid` of the last execution that it ran under each identifier, also before a restart.
    uids: BTreeMap<ExecutionId, u64>,
    starts: u64,
    pub(crate) problems: usize,
    pub(crate) connection: u64,
    pub(crate) connected: bool,
    pub(crate) connect_at: u64,
    /// The remaining outputs before a loss of power.
    pub(crate) power: Option<u64>,
}

pub(crate) fn time(now: u64) -> Duration {
    Duration::from_millis(now)
}

impl Device {
    pub(crate) fn new(schedule: &Schedule, index: usize, bug: Option<Bug>) -> Self {
        let mut config = Config::new(ThingName::new(THING).unwrap())
            .name(format!("agent-{index}"))
            .style(schedule.style)
            .concurrent(schedule.concurrent)
            .response_timeout(Duration::from_secs(4))
            .longest_delay(Duration::from_secs(20))
            .poll_interval(Duration::from_secs(40));
        if schedule.step_timeout {
            config = config.step_timeout(1);
        }
        let config = config.seed(schedule.seed ^ index as u64);
        Self {
            agent: Agent::new(config.clone(), None),
            config,
            bug,
            stored: None,
            to_store: None,
            work: BTreeMap::new(),
            uids: BTreeMap::new(),
            starts: 0,
            problems: 0,
            connection: 0,
            connected: false,
            connect_at: 0,
            power: None,
        }
    }

    pub(crate) fn restart(&mut self, now: u64) {
        self.starts += 1;
        let seed = self.starts << 32;
        self.agent = Agent::new(self.config.clone().seed(seed), self.stored.clone());
        self.work.clear();
        self.power = None;
        self.to_store = None;
        self.lose_connection(now);
    }

    pub(crate) fn lose_connection(&mut self, now: u64) {
        self.connected = false;
        self.connection += 1;
        self.connect_at = now + 1_500;
        self.agent.disconnected(time(now));
    }

    pub(crate) fn connect(&mut self, now: u64) {
        self.connected = true;
        self.agent.connected(time(now));
    }

    pub(crate) fn subscribed(&mut self, now: u64) {
        if self.bug != Some(Bug::NotSubscribed) || self.connection == 0 {
            self.agent.subscribed(time(now));
        }
    }

    pub(crate) fn message(&mut self, now: u64, topic: &str, payload: &[u8]) {
        if self.bug == Some(Bug::LoserBegins)
            && let Some(update) = topic.strip_suffix("/update/rejected")
        {
            let accepted = format!("{update}/update/accepted");
            return self.agent.message(time(now), &accepted, payload);
        }
        self.agent.message(time(now), topic, payload);
    }

    /// When the device acts without a message.
    pub(crate) fn next_time(&self) -> Option<u64> {
        if !self.connected {
            return Some(self.connect_at);
        }
        let timeout = self
            .agent
            .next_timeout()
            .filter(|_| self.bug != Some(Bug::NoTime));
        // Rounded up, so that the time has come then.
        let timeout = timeout.map(|at| u64::try_from(at.as_nanos().div_ceil(1_000_000)).unwrap());
        let work = self.work.values();
        let work = work.filter_map(|running| running.ends.map(|ends| ends.min(running.progress)));
        timeout.into_iter().chain(work).min()
    }

    /// Continues the work, and returns what the program reported.
    pub(crate) fn time(&mut self, now: u64) -> Vec<Action> {
        let mut actions = Vec::new();
        let mut over = Vec::new();
        for (id, running) in &mut self.work {
            let Some(ends) = running.ends else { continue };
            if ends <= now {
                over.push(id.clone());
            } else if running.progress <= now {
                running.progress = now + 3_000;
                let details = StatusDetails::from([("at".to_owned(), now.to_string())]);
                if let Err(error) = self.agent.progress(time(now), id, details) {
                    actions.push(Action::Wrong(error.to_string()));
                }
            }
        }
        for id in over {
            let running = self.work.remove(&id).unwrap();
            actions.push(self.end(now, &id, running.uid));
        }
        if self.bug != Some(Bug::NoTime) {
            self.agent.time(time(now));
        }
        actions
    }

    fn end(&mut self, now: u64, id: &ExecutionId, uid: u64) -> Action {
        let status = ["SUCCEEDED", "FAILED", "REJECTED"][(uid % 3) as usize];
        let reported = match status {
            "SUCCEEDED" if self.bug != Some(Bug::SuccessFails) => {
                self.agent.succeeded(time(now), id, None)
            }
            "REJECTED" => self.agent.rejected(time(now), id, None),
            _ => self.agent.failed(time(now), id, None),
        };
        match reported {
            Ok(()) => Action::End { uid, status },
            Err(error) => Action::Wrong(error.to_string()),
        }
    }

    /// The next thing that the device does; `None` once there is no output.
    pub(crate) fn act(&mut self, now: u64) -> Option<Vec<Action>> {
        let Some(output) = self.agent.poll_output() else {
            if let Some(state) = self.to_store.take() {
                self.stored = Some(state);
            }
            return None;
        };
        Some(match output {
            Output::Store(state) => {
                match self.bug {
                    Some(Bug::NothingStored) => {}
                    Some(Bug::StoredLate) => self.to_store = Some(state),
                    _ => self.stored = Some(state),
                }
                Vec::new()
            }
            Output::Subscribe(_) => vec![Action::Subscribe],
            Output::Publish(publish) => self.publish(publish),
            Output::Begin(work) => self.run(now, work, false),
            Output::Resume(work) => self.run(now, work, self.bug != Some(Bug::ResumedBegins)),
            Output::Stop(id, reason) => self.stop(&id, reason),
            Output::Problem(_) => {
                self.problems += 1;
                Vec::new()
            }
            _ => Vec::new(),
        })
    }

    fn stop(&mut self, id: &ExecutionId, _: StopReason) -> Vec<Action> {
        if self.bug != Some(Bug::StopIgnored) {
            self.work.remove(id);
        }
        Vec::new()
    }

    fn run(&mut self, now: u64, work: Work, resumed: bool) -> Vec<Action> {
        let Some(document) = work.document else {
            return vec![Action::Wrong("work without a document".to_owned())];
        };
        let document: Value = document.parse().unwrap();
        let uid = document["uid"].as_u64().unwrap();
        self.uids.insert(work.id.clone(), uid);
        let mut actions = vec![Action::Begin { uid, resumed }];
        let mut ends = Some(now + 2_000 + uid * 977 % 9_000);
        if document["reboot"] == true {
            if work.checkpoint.is_some() {
                actions.push(self.end(now, &work.id, uid));
                return actions;
            }
            ends = None;
            match self.agent.checkpoint(&work.id, "reboot") {
                Ok(()) => actions.push(Action::Reboot),
                Err(error) => actions.push(Action::Wrong(error.to_string())),
            }
        }
        let running = Running {
            uid,
            ends,
            progress: now + 1_000,
        };
        if self.work.insert(work.id, running).is_some() {
            actions.push(Action::Wrong("work that already runs".to_owned()));
        }
        actions
    }

    fn publish(&self, publish: Publish) -> Vec<Action> {
        let mut payload: Value = serde_json::from_slice(&publish.payload).unwrap();
        let members = payload.as_object_mut().unwrap();
        let is_end = members
            .get("status")
            .is_some_and(|status| status != "IN_PROGRESS");
        let mut times = 1;
        match self.bug {
            Some(Bug::NoExpectedVersion) => _ = members.remove("expectedVersion"),
            Some(Bug::NoClaim) => _ = members.remove("statusDetails"),
            Some(Bug::EndNotSent) if is_end => times = 0,
            Some(Bug::PublishRepeated) => times = 20,
            _ => return vec![Action::Publish(publish)],
        }
        let mut changed = publish;
        changed.payload = serde_json::to_vec(&payload).unwrap();
        (0..times)
            .map(|_| Action::Publish(changed.clone()))
            .collect()
    }

    /// The payload; of a report, with the `uid` of the execution that it is about.
    pub(crate) fn with_uid(&self, publish: &Publish) -> Vec<u8> {
        let topic = Topic::parse(&publish.topic).unwrap();
        let mut payload: Value = serde_json::from_slice(&publish.payload).unwrap();
        let job = topic.job().map(|job| job.as_str().to_owned());
        let id = job.map(|job| ExecutionId::new(job, payload["executionNumber"].as_i64()));
        let is_start = payload["statusDetails"].get("claimedBy").is_some();
        if let Some(uid) = id.and_then(|id| self.uids.get(&id)).filter(|_| !is_start) {
            payload["uid"] = (*uid).into();
        }
        serde_json::to_vec(&payload).unwrap()
    }

    /// Whether the agent runs nothing.
    pub(crate) fn is_idle(&self) -> bool {
        self.agent.running().next().is_none() && self.work.is_empty()
    }
}
