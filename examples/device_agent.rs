//! A device agent that runs the jobs of one thing, one at a time, and starts each execution only once.
//!
//! ```text
//! cargo run --example device_agent -- 127.0.0.1 1883 lamp
//! ```
//!
//! Every received message is applied to a [`Queue`], which returns the next action. The agent starts a
//! queued execution with an update that expects the known version, so the service accepts only one of
//! two such updates; it resumes an execution in progress. An error response has the state of the
//! execution, which the next update uses. After a reconnect the agent requests the next execution again.
//!
//! Replace `device_agent/work.rs` with your own work. The example uses plain TCP; AWS IoT requires TLS,
//! so use a proxy, or enable the feature `use-rustls` of rumqttc.

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
/// The time after which a request without a response is sent again.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(5);
/// The interval of progress reports and reconnects.
const TICK: Duration = Duration::from_millis(50);

struct Agent {
    client: Client,
    thing: ThingName<'static>,
    queue: Queue,
    work: BTreeMap<ExecutionId, Work>,
    subscribed: bool,
    pending_request: Option<PendingRequest>,
}

/// A request without a response so far.
struct PendingRequest {
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
        pending_request: None,
    };
    loop {
        // Connecting takes longer than a tick.
        match connection.recv_timeout(if agent.subscribed {
            TICK
        } else {
            RESPONSE_TIMEOUT
        }) {
            Ok(Ok(Event::Incoming(packet))) => {
                agent
                    .receive(&packet)
                    .unwrap_or_else(|error| eprintln!("{error}"));
            }
            Ok(Err(error)) => {
                eprintln!("offline: {error}");
                (agent.subscribed, agent.pending_request) = (false, None);
                thread::sleep(TICK * 10); // the next iteration reconnects
            }
            _ => {}
        }
        agent.act()?;
    }
}

impl Agent {
    fn receive(&mut self, packet: &Packet) -> Outcome {
        match packet {
            Packet::ConnAck(_) => {
                let thing = Some(&self.thing);
                let filters = [
                    Filter::notify_next(thing),
                    Filter::describe(thing, Some(&JobOrNext::Next), Stage::Response),
                    Filter::update(thing, None, Stage::Response),
                ];
                let filter = |it: Filter| SubscribeFilter::new(it.into(), QoS::AtLeastOnce);
                self.client.subscribe_many(filters.map(filter))?;
            }
            Packet::SubAck(_) => {
                self.subscribed = true;
                self.request_next()?; // messages may have been missed
            }
            Packet::Publish(publish) => {
                let topic = Topic::parse(&publish.topic)?;
                self.apply(&Message::decode(&topic, &publish.payload)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn apply(&mut self, message: &Message) {
        let request = self
            .pending_request
            .take_if(|request| message.is_response_to(&request.token));
        let update = request.as_ref().and_then(|request| request.update.as_ref());
        match (message, update) {
            (Message::NextJobExecutionChanged(changed), _) => {
                self.queue.on_next_changed(changed);
                self.add_work(changed.execution());
            }
            (Message::DescribeJobExecutionResponse(response), _) => {
                self.queue.on_described(response);
                self.add_work(response.execution());
            }
            (Message::UpdateJobExecutionResponse(response), Some((id, update))) => {
                self.queue.on_updated(id, update, response);
                if let Some(work) = self.work.get_mut(id) {
                    work.reported(&update.status);
                }
            }
            (Message::ErrorResponse(error), Some((id, _))) => {
                println!("rejected {} {:?}", id.job_id(), error.code);
                self.queue.on_rejected(id, error);
                if !error.is_version_mismatch() && !error.is_over() {
                    self.pending_request = request; // sent again after the timeout
                }
            }
            _ => {}
        }
    }

    /// Adds the work of an execution, unless it was added before and may be running.
    fn add_work(&mut self, execution: Option<&JobExecution>) {
        if let Some(execution) = execution
            && let Some(job) = execution.job_id()
            && execution.job_document().is_some()
        {
            let id = ExecutionId::new(job, execution.execution_number());
            self.work.entry(id).or_insert_with(|| Work::of(execution));
        }
    }

    fn act(&mut self) -> Outcome {
        self.pending_request
            .take_if(|request| request.at.elapsed() > RESPONSE_TIMEOUT);
        if !self.subscribed || self.pending_request.is_some() {
            return Ok(());
        }
        let (execution, in_progress) = match self.queue.next() {
            Next::Request => return self.request_next(),
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

    /// Requests the next execution.
    fn request_next(&mut self) -> Outcome {
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
        self.pending_request = Some(PendingRequest { token, at, update });
        Ok(())
    }
}
