//! A device agent that runs the jobs of one thing, over MQTT with rumqttc.
//!
//! ```text
//! cargo run --example device_agent -- 127.0.0.1 1883 lamp lamp.json
//! ```
//!
//! The [`Agent`] decides what to publish and to run; the file has what must survive a restart. Replace
//! `device_agent/work.rs` with your own work. The example uses plain TCP; AWS IoT requires TLS, so use a
//! proxy, or enable the feature `use-rustls` of rumqttc.

#[path = "device_agent/work.rs"]
mod work;

use std::{env, error::Error, fs, process, thread, time::Duration, time::Instant};

use iot_jobs::{
    codec,
    device::agent::{Agent, Config, Output},
    device::topic::{Filter, ThingName},
};
use rumqttc::{Client, Event, MqttOptions, Packet, QoS, SubscribeFilter};
use work::Worker;

const USAGE: &str = "usage: device_agent HOST PORT THING FILE";
/// The interval at which the work is continued.
const TICK: Duration = Duration::from_millis(50);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let mut next = || arguments.next().ok_or(USAGE);
    let (host, port, thing, file) = (next()?, next()?.parse()?, next()?, next()?);
    let stored = fs::read(&file).ok();
    let stored = stored.map(|json| codec::from_slice(&json)).transpose()?;
    let config = Config::new(ThingName::new(&thing)?).seed(process::id().into());
    let mut agent = Agent::new(config, stored);
    let mut worker = Worker::default();
    let origin = Instant::now();
    let (client, mut connection) = Client::new(MqttOptions::new(&thing, host, port), 100);
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
                work::log_rejection(&message.topic, &message.payload);
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
                Output::Store(state) => work::store(&file, &codec::to_vec(&state)?)?,
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
