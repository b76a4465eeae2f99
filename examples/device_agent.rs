//! A device agent that runs the jobs of one thing, over MQTT with rumqttc.
//!
//! ```text
//! cargo run --example device_agent -- 127.0.0.1 1883 lamp lamp.json
//! ```
//!
//! The [`Agent`](iot_jobs::device::agent::Agent) decides what to publish and to run; the file has what must survive a
//! restart. Replace `device_agent/work.rs` with your own work. The example uses plain TCP; AWS IoT requires TLS, so use
//! a proxy, or enable the feature `use-rustls` of rumqttc. `device_agent_tokio.rs` is the same with tokio.

#[path = "device_agent/report.rs"]
mod report;
#[path = "device_agent/setup.rs"]
mod setup;
#[path = "device_agent/work.rs"]
mod work;
#[path = "device_agent/worker.rs"]
mod worker;

use std::{env, error::Error, thread, time::Duration, time::Instant};

use iot_jobs::device::{agent::Output, topic::Filter};
use rumqttc::{Client, Event, Packet, QoS, SubscribeFilter};
use setup::Setup;
use worker::Worker;

/// The interval at which the work is continued.
const TICK: Duration = Duration::from_millis(50);

fn main() -> Result<(), Box<dyn Error>> {
    let usage = "usage: device_agent HOST PORT THING FILE";
    let setup = Setup::read(env::args().skip(1), usage)?;
    let (mut agent, mut worker) = (setup.agent, Worker::default());
    let origin = Instant::now();
    let (client, mut connection) = Client::new(setup.options, 100);
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
            match output {
                Output::Store(state) => setup::store(&setup.file, &state)?,
                Output::Subscribe(filters) => {
                    let filter = |it: Filter| SubscribeFilter::new(it.into(), QoS::AtLeastOnce);
                    client.subscribe_many(filters.into_iter().map(filter))?;
                }
                Output::Publish(message) => {
                    client.publish(message.topic, QoS::AtLeastOnce, false, message.payload)?;
                }
                other => worker.perform(other, now),
            }
        }
    }
}
