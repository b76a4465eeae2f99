//! A device agent: works the jobs of one thing off, one at a time, and starts none twice.
//!
//! ```text
//! cargo run --example device_agent -- 127.0.0.1 1883 lamp
//! ```
//!
//! Whatever is heard goes into a [`Queue`], which says what comes next. A queued execution is claimed
//! by an update that expects the version heard of, so of two claims the service accepts one; what is
//! found in progress is gone on with. A refusal brings the execution's state along, and the next
//! update goes by that. Once connected again, the agent asks anew.
//!
//! Put your own work in place of `device_agent/work.rs`. This is plain TCP; AWS IoT wants TLS, so put a
//! proxy in between, or turn on rumqttc's `use-rustls`.

#[path = "device_agent/work.rs"]
mod work;

use std::time::{Duration, Instant};
use std::{collections::BTreeMap, env, error::Error, thread};

use iot_jobs::device::{
    message::{
        DescribeJobExecutionRequest, Message, Publish, UpdateJobExecutionRequest, client_token,
    },
    queue::{ExecutionId, Next, Queue},
    topic::{Filter, JobId, JobOrNext, Stage, ThingName, Topic},
    types::JobExecution,
};
use rumqttc::{Client, Event, MqttOptions, Packet, QoS, SubscribeFilter};
use work::Work;

const USAGE: &str = "usage: device_agent HOST PORT THING";
/// How long an answer may take until the request is made again.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often to look whether there is something to report, and to connect again.
const TICK: Duration = Duration::from_millis(50);

struct Agent {
    client: Client,
    thing: ThingName<'static>,
    queue: Queue,
    work: BTreeMap<ExecutionId, Work>,
    subscribed: bool,
    asked: Option<Asked>,
}

/// A request that waits for its answer.
struct Asked {
    token: String,
    at: Instant,
    update: Option<Update>,
}

type Update = (ExecutionId, UpdateJobExecutionRequest);
type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let mut arguments = env::args().skip(1);
    let mut next = || arguments.next().ok_or(USAGE);
    let (host, port, thing) = (next()?, next()?.parse()?, next()?);
    let (client, mut connection) = Client::new(MqttOptions::new(&thing, host, port), 10);
    let mut agent = Agent {
        client,
        thing: thing.parse()?,
        queue: Queue::default(),
        work: BTreeMap::new(),
        subscribed: false,
        asked: None,
    };
    loop {
        // Connecting takes longer than a tick.
        match connection.recv_timeout(if agent.subscribed { TICK } else { PATIENCE }) {
            Ok(Ok(Event::Incoming(packet))) => {
                agent
                    .hear(&packet)
                    .unwrap_or_else(|error| eprintln!("{error}"));
            }
            Ok(Err(error)) => {
                eprintln!("offline: {error}");
                (agent.subscribed, agent.asked) = (false, None);
                thread::sleep(TICK * 10); // the next turn connects again
            }
            _ => {}
        }
        agent.act()?;
    }
}

impl Agent {
    fn hear(&mut self, packet: &Packet) -> Outcome {
        match packet {
            Packet::ConnAck(_) => {
                let thing = Some(&self.thing);
                let filters = [
                    Filter::notify_next(thing),
                    Filter::describe(thing, Some(&JobOrNext::Next), Stage::Answer),
                    Filter::update(thing, None, Stage::Answer),
                ];
                let filter = |it: Filter| SubscribeFilter::new(it.into(), QoS::AtLeastOnce);
                self.client.subscribe_many(filters.map(filter))?;
            }
            Packet::SubAck(_) => {
                self.subscribed = true;
                self.ask()?; // much may have happened unheard
            }
            Packet::Publish(publish) => {
                let topic = Topic::parse(&publish.topic)?;
                self.learn(&Message::decode(&topic, &publish.payload)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn learn(&mut self, message: &Message) {
        let asked = self.asked.take_if(|it| message.answers(&it.token));
        let update = asked.as_ref().and_then(|it| it.update.as_ref());
        match (message, update) {
            (Message::NextJobExecutionChanged(changed), _) => {
                self.queue.next_changed(changed);
                self.keep(changed.execution());
            }
            (Message::DescribeJobExecutionResponse(answer), _) => {
                self.queue.described(answer);
                self.keep(answer.execution());
            }
            (Message::UpdateJobExecutionResponse(answer), Some((id, update))) => {
                self.queue.updated(id, update, answer);
                if let Some(work) = self.work.get_mut(id) {
                    work.reported(&update.status);
                }
            }
            (Message::ErrorResponse(error), Some((id, _))) => {
                println!("refused {} {:?}", id.job_id(), error.code);
                self.queue.rejected(id, error);
                if !error.is_version_mismatch() && !error.is_over() {
                    self.asked = asked; // made again once it is overdue
                }
            }
            _ => {}
        }
    }

    /// Keeps what there is to do for an execution; what is kept already may be under way.
    fn keep(&mut self, execution: Option<&JobExecution>) {
        if let Some(execution) = execution
            && let Some(job) = execution.job_id()
            && execution.job_document().is_some()
        {
            let id = ExecutionId::new(job, execution.execution_number());
            self.work.entry(id).or_insert_with(|| Work::of(execution));
        }
    }

    fn act(&mut self) -> Outcome {
        self.asked.take_if(|asked| asked.at.elapsed() > PATIENCE);
        if !self.subscribed || self.asked.is_some() {
            return Ok(());
        }
        let (execution, in_progress) = match self.queue.next() {
            Next::Ask => return self.ask(),
            Next::Start(execution) => (execution, false),
            Next::Resume(execution) => (execution, true),
            _ => return Ok(()),
        };
        let (id, version) = (execution.id().clone(), execution.version_number());
        let work = self.work.get_mut(&id);
        let Some((status, steps)) = work.and_then(|work| work.due(in_progress)) else {
            return Ok(());
        };
        let token = client_token();
        let update = UpdateJobExecutionRequest::builder()
            .status(status)
            .status_details("steps", steps.to_string())
            .set_expected_version(version)
            .set_execution_number(id.execution_number())
            .client_token(&token)
            .build()?;
        let publish = update.publish(&self.thing, JobId::new(id.job_id())?)?;
        self.send(publish, token, Some((id, update)))
    }

    /// Asks for the next execution.
    fn ask(&mut self) -> Outcome {
        let token = client_token();
        let request = DescribeJobExecutionRequest::builder().client_token(&token);
        let publish = request.build().publish(&self.thing, JobOrNext::Next)?;
        self.send(publish, token, None)
    }

    fn send(&mut self, publish: Publish, token: String, update: Option<Update>) -> Outcome {
        let (topic, payload) = (publish.topic, publish.payload);
        self.client
            .publish(topic, QoS::AtLeastOnce, false, payload)?;
        let at = Instant::now();
        self.asked = Some(Asked { token, at, update });
        Ok(())
    }
}
