//! Runs a schedule and checks the invariants.

use std::collections::{BTreeMap, VecDeque};

use crate::{
    bug::Bug,
    device::{Action, Device},
    network::{Faults, Network, Packet},
    random::Random,
    schedule::{Event, FAULTS_END, Schedule},
    service::{Message, Refusals, Service, THING, is_terminal},
};

/// All executions must be over at this time, in milliseconds.
const END: u64 = FAULTS_END + 240_000;
/// The highest number of publishes of an agent in a minute.
const MOST_PUBLISHES: usize = 140;
/// The largest debug text of an agent, which grows with its memory.
const MOST_TEXT: usize = 20_000;

struct World {
    random: Random,
    faults: Faults,
    service: Service,
    network: Network,
    devices: Vec<Device>,
    published: Vec<VecDeque<u64>>,
    refused_until: u64,
    without_state_until: u64,
    created_again: Vec<(u64, u64)>,
    /// The agent that began each execution, by its `uid`.
    owners: BTreeMap<u64, usize>,
    ends: BTreeMap<u64, &'static str>,
    /// Reboots of the agent since it began an execution.
    reboots: BTreeMap<u64, usize>,
    now: u64,
}

type Checked = Result<(), String>;

/// Runs a schedule; fails with the invariant that does not hold.
pub(crate) fn run(schedule: &Schedule, bug: Option<Bug>) -> Checked {
    let mut world = World {
        random: Random(schedule.seed ^ 0x5157),
        faults: schedule.faults,
        service: Service::default(),
        network: Network::default(),
        devices: (0..schedule.agents)
            .map(|at| Device::new(schedule, at, bug))
            .collect(),
        published: vec![VecDeque::new(); schedule.agents],
        refused_until: 0,
        without_state_until: 0,
        created_again: Vec::new(),
        owners: BTreeMap::new(),
        ends: BTreeMap::new(),
        reboots: BTreeMap::new(),
        now: 0,
    };
    let mut events = schedule.events.iter().peekable();
    for _ in 0..60_000 {
        let event = events.peek().map(|(at, _)| *at);
        let devices = world.devices.iter().filter_map(Device::next_time);
        let again = world.created_again.iter().map(|(at, _)| *at);
        let next = devices
            .chain(again)
            .chain(event)
            .chain(world.network.next_time())
            .min();
        let Some(next) = next.filter(|next| *next <= END) else {
            return world.check_end();
        };
        world.now = world.now.max(next);
        world.service.now = world.now;
        if world.now >= FAULTS_END {
            world.faults = Faults::default();
        }
        world.service.refusals = Refusals {
            code: world
                .service
                .refusals
                .code
                .filter(|_| world.now < world.refused_until),
            without_state: world.now < world.without_state_until,
        };
        while let Some((_, event)) = events.next_if(|(at, _)| *at <= world.now) {
            world.event(*event)?;
        }
        world.step()?;
    }
    let agents = world
        .devices
        .iter()
        .map(|device| &device.agent)
        .collect::<Vec<_>>();
    Err(format!(
        "the agents never stop acting at {}: {agents:#?}",
        world.now
    ))
}

impl World {
    fn step(&mut self) -> Checked {
        let now = self.now;
        let due = self.created_again.iter().position(|(at, _)| *at <= now);
        if let Some(due) = due {
            let (_, job) = self.created_again.remove(due);
            let messages = self.service.create(&name(job), false);
            self.broadcast(&messages);
        }
        while let Some(packet) = self.network.receive(now) {
            self.deliver(&packet)?;
        }
        for at in 0..self.devices.len() {
            if !self.devices[at].connected && self.devices[at].connect_at <= now {
                self.devices[at].connect(now);
            }
            let actions = self.devices[at].time(now);
            self.perform(at, actions)?;
            self.act(at)?;
        }
        Ok(())
    }

    fn deliver(&mut self, packet: &Packet) -> Checked {
        if packet.to_service {
            let messages = self.service.request(&packet.topic, &packet.payload);
            self.broadcast(&messages);
            return Ok(());
        }
        let device = &mut self.devices[packet.agent];
        if !device.connected || device.connection != packet.connection {
            return Ok(());
        }
        if packet.topic == "subscribed" {
            device.subscribed(self.now);
        } else {
            device.message(self.now, &packet.topic, &packet.payload);
        }
        self.act(packet.agent)
    }

    fn broadcast(&mut self, messages: &[Message]) {
        for (topic, payload) in messages {
            for agent in 0..self.devices.len() {
                let payload = serde_json::to_vec(payload).unwrap();
                self.send(agent, false, topic.clone(), payload);
            }
        }
    }

    fn send(&mut self, agent: usize, to_service: bool, topic: String, payload: Vec<u8>) {
        let connection = self.devices[agent].connection;
        let packet = Packet {
            agent,
            connection,
            to_service,
            topic,
            payload,
        };
        self.network
            .send(self.now, self.faults, &mut self.random, &packet);
    }

    /// Does what the agent returns, until nothing is left or the device loses its power.
    fn act(&mut self, at: usize) -> Checked {
        loop {
            if self.devices[at].power == Some(0) {
                self.devices[at].restart(self.now);
            }
            let Some(actions) = self.devices[at].act(self.now) else {
                return Ok(());
            };
            if let Some(power) = &mut self.devices[at].power {
                *power -= 1;
            }
            self.perform(at, actions)?;
        }
    }

    fn perform(&mut self, at: usize, actions: Vec<Action>) -> Checked {
        for action in actions {
            match action {
                Action::Publish(publish) => {
                    self.count_publish(at)?;
                    let payload = self.devices[at].with_uid(&publish);
                    self.send(at, true, publish.topic, payload);
                }
                Action::Subscribe => self.send(at, false, "subscribed".to_owned(), Vec::new()),
                Action::Begin { uid, resumed } => self.check_begin(at, uid, resumed)?,
                Action::End { uid, status } => {
                    if self.is_reboot(uid) && !self.reboots.contains_key(&uid) {
                        return Err(format!("execution {uid} ended before the reboot"));
                    }
                    // Without the stored state, the work may end again after a restart.
                    self.ends.insert(uid, status);
                }
                Action::Reboot => {
                    // The state with the checkpoint is stored first.
                    let actions = self.devices[at].act(self.now).unwrap_or_default();
                    self.perform(at, actions)?;
                    for (uid, owner) in &self.owners {
                        if *owner == at {
                            *self.reboots.entry(*uid).or_default() += 1;
                        }
                    }
                    self.devices[at].restart(self.now);
                }
                Action::Wrong(message) => return Err(message),
            }
        }
        Ok(())
    }

    fn is_reboot(&self, uid: u64) -> bool {
        let all = self
            .service
            .executions
            .values()
            .chain(&self.service.deleted);
        all.into_iter().any(|it| it.uid == uid && it.is_reboot)
    }

    fn count_publish(&mut self, at: usize) -> Checked {
        let published = &mut self.published[at];
        published.push_back(self.now);
        while published
            .front()
            .is_some_and(|first| first + 60_000 <= self.now)
        {
            published.pop_front();
        }
        // A new process has a new burst.
        let restarts = 20 * 6;
        if published.len() > MOST_PUBLISHES + restarts {
            return Err(format!("{} publishes in a minute", published.len()));
        }
        Ok(())
    }

    fn check_begin(&mut self, at: usize, uid: u64, resumed: bool) -> Checked {
        let mut executions = self.service.executions.values();
        if executions.any(|execution| execution.uid == uid && execution.mistaken) {
            return Ok(());
        }
        match self.owners.insert(uid, at) {
            Some(owner) if owner != at => Err(format!("two agents run execution {uid}")),
            Some(_) if !resumed => Err(format!("execution {uid} begun twice")),
            _ => Ok(()),
        }
    }

    fn event(&mut self, event: Event) -> Checked {
        let now = self.now;
        let messages = match event {
            Event::Create { job, is_reboot } => self.service.create(&name(job), is_reboot),
            Event::Cancel { job } => self.service.end(&name(job), "CANCELED"),
            Event::TimeOut { job } => self.service.end(&name(job), "TIMED_OUT"),
            Event::Remove { job } => self.service.end(&name(job), "REMOVED"),
            Event::Delete { job } => {
                let pause = 2_000 + self.random.below(10_000);
                self.created_again.push((now + pause, job));
                self.service.delete(&name(job))
            }
            Event::Touch { job } => {
                self.service.touch(&name(job));
                Vec::new()
            }
            Event::Disconnect { agent } => {
                self.devices[agent].lose_connection(now);
                Vec::new()
            }
            Event::Restart { agent, outputs } => {
                self.devices[agent].power = Some(outputs);
                Vec::new()
            }
            Event::Refuse { code, seconds } => {
                self.service.refusals.code = Some(code);
                self.refused_until = now + seconds * 1000;
                Vec::new()
            }
            Event::WithoutState { seconds } => {
                self.without_state_until = now + seconds * 1000;
                Vec::new()
            }
            Event::Invalid { agent, kind } => return self.invalid(agent, kind),
        };
        self.broadcast(&messages);
        Ok(())
    }

    /// An invalid message gives one problem and changes nothing else.
    fn invalid(&mut self, agent: usize, kind: usize) -> Checked {
        let (topic, payload) = [
            ("$aws/things/other/jobs/notify-next", "{}"),
            ("$aws/things/lamp/jobs/notify-next", "{"),
            ("$aws/things/lamp/shadow/update", "{}"),
            (
                "$aws/things/lamp/jobs/notify-next",
                r#"{"execution":{"jobId":"job-0","executionNumber":1,"status":"PAUSED"}}"#,
            ),
            (
                "$aws/things/lamp/jobs/notify-next",
                r#"{"execution":{"status":"QUEUED"}}"#,
            ),
            ("$aws/things/lamp/jobs/notify", r#"{"jobs":{"PAUSED":[]}}"#),
        ][kind];
        assert!(topic.contains(THING) || kind == 0);
        self.act(agent)?;
        let device = &mut self.devices[agent];
        let (before, problems) = (device.agent.next_timeout(), device.problems);
        device.message(self.now, topic, payload.as_bytes());
        let unchanged = device.agent.next_timeout() == before;
        self.act(agent)?;
        let found = self.devices[agent].problems.saturating_sub(problems);
        // A restart during the outputs loses the problem.
        if found > 1 || !unchanged && before.is_some_and(|at| at > crate::device::time(self.now)) {
            return Err(format!(
                "{topic} {payload} changed the agent, {found} problems"
            ));
        }
        Ok(())
    }

    fn check_end(&mut self) -> Checked {
        for execution in self.service.executions.values() {
            if !is_terminal(execution.status) && !execution.mistaken {
                return Err(format!("lost: {execution:?}"));
            }
            let end = self.ends.get(&execution.uid);
            let by_device = !execution.ended_by_service && !execution.mistaken;
            if by_device && end != Some(&execution.status) {
                return Err(format!("reported {end:?}: {execution:?}"));
            }
        }
        for device in &self.devices {
            if !device.is_idle() {
                return Err("an agent still runs an execution that is over".to_owned());
            }
            let text = format!("{:?}", device.agent).len();
            if text > MOST_TEXT {
                return Err(format!("an agent has grown to {text} characters"));
            }
        }
        Ok(())
    }
}

fn name(job: u64) -> String {
    format!("job-{job}")
}
