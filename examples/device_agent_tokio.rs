//! The device agent of `device_agent.rs` with tokio: the work runs in tasks, and nothing is polled at an interval.
//!
//! ```text
//! cargo run --example device_agent_tokio -- 127.0.0.1 1883 lamp lamp.json
//! ```

#[path = "device_agent/connection.rs"]
mod connection;
#[path = "device_agent/report.rs"]
mod report;
#[path = "device_agent/setup.rs"]
mod setup;
#[path = "device_agent/tasks.rs"]
mod tasks;
#[path = "device_agent/work.rs"]
mod work;

use std::{env, error::Error};

use iot_jobs::device::{agent::Output, topic::Filter};
use rumqttc::{AsyncClient, Event, Packet, QoS, SubscribeFilter};
use setup::Setup;
use tasks::Tasks;
use tokio::{sync::mpsc, time, time::Instant};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let usage = "usage: device_agent_tokio HOST PORT THING FILE";
    let setup = Setup::read(env::args().skip(1), usage)?;
    let mut agent = setup.agent;
    let origin = Instant::now();
    let (client, event_loop) = AsyncClient::new(setup.options, 100);
    let mut events = connection::events(event_loop);
    let (report_sender, mut reports) = mpsc::unbounded_channel();
    let mut tasks = Tasks::new(report_sender);
    loop {
        let timeout = agent.next_timeout();
        tokio::select! {
            Some(event) = events.recv() => match event {
                Ok(Event::Incoming(Packet::ConnAck(_))) => agent.connected(origin.elapsed()),
                Ok(Event::Incoming(Packet::SubAck(_))) => agent.subscribed(origin.elapsed()),
                Ok(Event::Incoming(Packet::Publish(message))) => {
                    setup::log_rejection(&message.topic, &message.payload);
                    agent.message(origin.elapsed(), &message.topic, &message.payload);
                }
                Ok(_) => {}
                Err(error) => {
                    eprintln!("offline: {error}");
                    agent.disconnected(origin.elapsed());
                }
            },
            Some(report) = reports.recv() => tasks.report(&mut agent, origin.elapsed(), report)?,
            () = time::sleep_until(origin + timeout.unwrap_or_default()), if timeout.is_some() => {
                agent.time(origin.elapsed());
            }
        }
        while let Some(output) = agent.poll_output() {
            match output {
                Output::Store(state) => setup::store(&setup.file, &state)?,
                Output::Subscribe(filters) => {
                    let filter = |it: Filter| SubscribeFilter::new(it.into(), QoS::AtLeastOnce);
                    let filters = filters.into_iter().map(filter);
                    client.subscribe_many(filters).await?;
                }
                Output::Publish(it) => {
                    let (topic, payload) = (it.topic, it.payload);
                    client
                        .publish(topic, QoS::AtLeastOnce, false, payload)
                        .await?;
                }
                other => tasks.perform(other),
            }
        }
    }
}
