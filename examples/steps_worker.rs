//! A device agent that runs job documents of steps, such as those of the managed templates, as processes.
//!
//! ```text
//! cargo run --example steps_worker -- 127.0.0.1 1883 lamp lamp.json /etc/handlers 600
//! ```
//!
//! Like the AWS IoT Device Client, it runs handlers from a folder, passes `runAsUser` as their first argument, and runs
//! commands with another user through `sudo`, whose rules decide which users a document may name. It rejects a document if a
//! handler is outside of the folder or other users may change it, or if a condition is not met, before the first step; the
//! folders above the handlers are not checked. A step that takes more than the given seconds, or is stopped, is ended with
//! the processes of its group; one that leaves the group, as daemons and `setsid` do, goes on.
//!
//! Run the program as root, since only root may end the processes of other users, and as a service of systemd, which ends
//! these processes if the program itself is killed. It is for Unix.

#[path = "steps_worker/handlers.rs"]
mod handlers;
#[path = "steps_worker/plan.rs"]
mod plan;
#[path = "steps_worker/process.rs"]
mod process;
#[path = "device_agent/report.rs"]
mod report;
#[path = "steps_worker/run.rs"]
mod run;
#[path = "device_agent/setup.rs"]
mod setup;
#[path = "steps_worker/tail.rs"]
mod tail;
#[path = "steps_worker/worker.rs"]
mod worker;

use std::{env, error::Error, thread, time::Duration, time::Instant};

use iot_jobs::device::{agent::Output, topic::Filter};
use rumqttc::{Client, Event, Packet, QoS, SubscribeFilter};
use setup::Setup;

const USAGE: &str = "usage: steps_worker HOST PORT THING FILE HANDLERS SECONDS";
/// The interval at which the reports of the steps are passed on.
const TICK: Duration = Duration::from_millis(50);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let Setup {
        mut agent,
        options,
        file,
    } = Setup::read(&mut arguments, USAGE)?;
    let handlers = handlers::Handlers::new(arguments.next().ok_or(USAGE)?)?;
    let timeout = Duration::from_secs(arguments.next().ok_or(USAGE)?.parse()?);
    let mut worker = worker::Worker::new(plan::Device::new(handlers), timeout);
    let origin = Instant::now();
    let (client, mut connection) = Client::new(options, 100);
    let mut is_connected = false;
    loop {
        // Connecting takes longer than a tick.
        let wait = if is_connected { TICK } else { TICK * 100 };
        let event = connection.recv_timeout(wait);
        let now = origin.elapsed();
        worker.report(&mut agent, now)?;
        match event {
            Ok(Ok(Event::Incoming(Packet::ConnAck(_)))) => {
                is_connected = true;
                agent.connected(now);
            }
            Ok(Ok(Event::Incoming(Packet::SubAck(_)))) => agent.subscribed(now),
            Ok(Ok(Event::Incoming(Packet::Publish(message)))) => {
                setup::log_rejection(&message.topic, &message.payload);
                agent.message(now, &message.topic, &message.payload);
            }
            Ok(Err(error)) => {
                eprintln!("offline: {error}");
                is_connected = false;
                agent.disconnected(now);
                thread::sleep(TICK * 10); // the next iteration reconnects
            }
            _ => agent.time(now),
        }
        while let Some(output) = agent.poll_output() {
            worker.perform(&output);
            match output {
                Output::Store(state) => setup::store(&file, &state)?,
                Output::Subscribe(filters) => {
                    let filter = |it: Filter| SubscribeFilter::new(it.into(), QoS::AtLeastOnce);
                    client.subscribe_many(filters.into_iter().map(filter))?;
                }
                Output::Publish(message) => {
                    client.publish(message.topic, QoS::AtLeastOnce, false, message.payload)?;
                }
                other => setup::log(&other),
            }
        }
    }
}
