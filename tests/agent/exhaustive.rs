//! Every order of a few events: a breadth-first search over all states of two agents, one job and a network that
//! delays, loses and repeats messages, up to a depth (`AGENT_DEPTH`).

use std::{
    collections::{BTreeMap, HashSet, hash_map::DefaultHasher},
    env,
    hash::{Hash, Hasher},
};

use iot_jobs::device::{
    agent::{Agent, Config, Output, State, Style},
    queue::ExecutionId,
    topic::ThingName,
};
use serde_json::Value;

use crate::{
    device::time,
    service::{Service, THING},
};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Packet {
    /// The agent that receives it; `None` for the service.
    to: Option<usize>,
    topic: String,
    payload: String,
}

/// A state of the model.
#[derive(Clone, Debug)]
struct Node {
    agents: Vec<Agent>,
    stored: Vec<Option<State>>,
    /// What each agent runs.
    work: Vec<Option<ExecutionId>>,
    service: Service,
    packets: Vec<Packet>,
    owners: BTreeMap<u64, usize>,
    now: u64,
    /// How many more messages are lost or repeated, agents restarted, and executions canceled.
    faults: u32,
    restarts: u32,
    cancels: u32,
}

fn config(style: Style, agent: usize, start: u64) -> Config {
    Config::new(ThingName::new(THING).unwrap())
        .name(format!("agent-{agent}"))
        .style(style)
        .seed(start)
}

impl Node {
    fn new(style: Style, agents: usize) -> Self {
        let mut service = Service::default();
        service.create("job", false);
        let mut node = Self {
            agents: (0..agents)
                .map(|at| Agent::new(config(style, at, 0), None))
                .collect(),
            stored: vec![None; agents],
            work: vec![None; agents],
            service,
            packets: Vec::new(),
            owners: BTreeMap::new(),
            now: 0,
            faults: 1,
            restarts: 1,
            cancels: 1,
        };
        for at in 0..agents {
            node.connect(at);
        }
        // The search begins when every agent has asked and sends its start.
        while node
            .packets
            .iter()
            .any(|packet| !packet.topic.ends_with("/update"))
        {
            let at = node
                .packets
                .iter()
                .position(|packet| !packet.topic.ends_with("/update"));
            let packet = node.packets.remove(at.unwrap());
            node.deliver(&packet);
        }
        node
    }

    fn connect(&mut self, at: usize) {
        self.packets.retain(|packet| packet.to != Some(at));
        self.agents[at].connected(time(self.now));
        self.agents[at].subscribed(time(self.now));
        self.poll(at);
    }

    fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        format!("{self:?}").hash(&mut hasher);
        hasher.finish()
    }

    fn poll(&mut self, at: usize) {
        while let Some(output) = self.agents[at].poll_output() {
            match output {
                Output::Store(state) => self.stored[at] = Some(state),
                Output::Publish(publish) => self.packets.push(Packet {
                    to: None,
                    topic: publish.topic,
                    payload: String::from_utf8(publish.payload).unwrap(),
                }),
                Output::Begin(work) => {
                    let document: Value = work.document.unwrap().parse().unwrap();
                    let uid = document["uid"].as_u64().unwrap();
                    let owner = self.owners.insert(uid, at);
                    assert_eq!(owner, None, "execution {uid} begun by {at} and {owner:?}");
                    self.work[at] = Some(work.id);
                }
                Output::Resume(work) => {
                    let document: Value = work.document.unwrap().parse().unwrap();
                    let uid = document["uid"].as_u64().unwrap();
                    let owner = self.owners.insert(uid, at);
                    assert_eq!(owner.unwrap_or(at), at, "two agents run execution {uid}");
                    self.work[at] = Some(work.id);
                }
                Output::Stop(..) => self.work[at] = None,
                _ => {}
            }
        }
        self.packets.sort();
    }

    fn deliver(&mut self, packet: &Packet) {
        let Some(at) = packet.to else {
            let messages = self
                .service
                .request(&packet.topic, packet.payload.as_bytes());
            return self.broadcast(messages);
        };
        self.agents[at].message(time(self.now), &packet.topic, packet.payload.as_bytes());
        self.poll(at);
    }

    fn broadcast(&mut self, messages: Vec<crate::service::Message>) {
        for (topic, payload) in messages {
            for at in 0..self.agents.len() {
                let topic = topic.clone();
                self.packets.push(Packet {
                    to: Some(at),
                    topic,
                    payload: payload.to_string(),
                });
            }
        }
        self.packets.sort();
    }

    /// All states that may follow.
    fn following(&self, style: Style) -> Vec<Self> {
        let mut following = Vec::new();
        let mut add = |change: &dyn Fn(&mut Self)| {
            let mut node = self.clone();
            change(&mut node);
            following.push(node);
        };
        for (at, packet) in self.packets.iter().enumerate() {
            if at > 0 && self.packets[at - 1] == *packet {
                continue;
            }
            add(&|node| {
                node.packets.remove(at);
                node.deliver(packet);
            });
            if self.faults > 0 {
                add(&|node| {
                    node.faults -= 1;
                    node.packets.remove(at);
                });
                add(&|node| {
                    node.faults -= 1;
                    node.deliver(packet);
                });
            }
        }
        for at in 0..self.agents.len() {
            if let Some(timeout) = self.agents[at].next_timeout() {
                let timeout = u64::try_from(timeout.as_nanos().div_ceil(1_000_000)).unwrap();
                add(&|node| {
                    node.now = node.now.max(timeout);
                    node.agents[at].time(time(node.now));
                    node.poll(at);
                });
            }
            if self.work[at].is_some() {
                add(&|node| {
                    let id = node.work[at].take().unwrap();
                    node.agents[at]
                        .succeeded(time(node.now), &id, None)
                        .unwrap();
                    node.poll(at);
                });
            }
            if self.restarts > 0 {
                add(&|node| {
                    node.restarts -= 1;
                    node.work[at] = None;
                    node.agents[at] = Agent::new(config(style, at, 1), node.stored[at].clone());
                    node.connect(at);
                });
            }
        }
        if self.cancels > 0 {
            add(&|node| {
                node.cancels -= 1;
                let messages = node.service.end("job", "TIMED_OUT");
                node.broadcast(messages);
            });
        }
        following
    }
}

#[test]
fn no_order_of_events_begins_an_execution_twice() {
    let depth = env::var("AGENT_DEPTH").map_or(4, |depth| depth.parse().unwrap());
    for (style, agents) in [(Style::Next, 2), (Style::Pending, 2)] {
        let mut seen = HashSet::new();
        let mut nodes = vec![Node::new(style, agents)];
        for _ in 0..depth {
            let following = nodes.iter().flat_map(|node| node.following(style));
            nodes = following.filter(|node| seen.insert(node.key())).collect();
        }
        println!(
            "{style:?}, {agents} agents: {} states to depth {depth}",
            seen.len()
        );
        assert!(seen.len() > 100, "{style:?}: {} states", seen.len());
    }
}
