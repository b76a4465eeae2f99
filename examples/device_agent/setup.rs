//! What the examples of device agents share besides the work: arguments, the stored state, and messages on standard output.

use std::{
    env,
    error::Error,
    fs,
    io::{ErrorKind, Write},
    path::Path,
    process,
    time::Duration,
};

use iot_jobs::{
    codec,
    device::{
        agent::{Agent, Config, Output, State},
        message::Message,
        topic::{ThingName, Topic},
    },
};
use rumqttc::MqttOptions;

/// The first arguments of every example.
pub(crate) struct Setup {
    pub(crate) agent: Agent,
    pub(crate) options: MqttOptions,
    pub(crate) file: String,
}

impl Setup {
    /// Reads the arguments `HOST PORT THING FILE` and the state in the file.
    pub(crate) fn read(
        mut arguments: impl Iterator<Item = String>,
        usage: &'static str,
    ) -> Result<Self, Box<dyn Error>> {
        let mut next = || arguments.next().ok_or(usage);
        let (host, port, thing, file) = (next()?, next()?.parse()?, next()?, next()?);
        let stored = match fs::read(&file) {
            Ok(json) => Some(codec::from_slice(&json)?),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        let mut config = Config::new(ThingName::new(&thing)?).seed(process::id().into());
        // For tests on a network that loses messages, where the default times would be too long.
        if let Ok(millis) = env::var("RESPONSE_TIMEOUT_MS") {
            let timeout = Duration::from_millis(millis.parse()?);
            config = config.response_timeout(timeout);
            config = config.longest_delay(timeout * 8).poll_interval(timeout * 8);
        }
        let mut options = MqttOptions::new(&thing, host, port);
        // The limit of AWS IoT; by default rumqttc refuses messages with job documents of more than 10 KB.
        options.set_max_packet_size(128 * 1024, 128 * 1024);
        Ok(Self {
            agent: Agent::new(config, stored),
            options,
            file,
        })
    }
}

/// Replaces the state in a file, so that the file has the old or the new state after a loss of power.
pub(crate) fn store(file: &str, state: &State) -> Result<(), Box<dyn Error>> {
    let new = format!("{file}.new");
    let mut written = fs::File::create(&new)?;
    written.write_all(&codec::to_vec(state)?)?;
    written.sync_all()?;
    fs::rename(new, file)?;
    if cfg!(unix) {
        let folder = Path::new(file).parent();
        let folder = folder.filter(|folder| *folder != Path::new(""));
        fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

/// Prints an error response.
pub(crate) fn log_rejection(topic: &str, payload: &[u8]) {
    if let Ok(topic) = Topic::parse(topic)
        && let Ok(Message::ErrorResponse(error)) = Message::decode(&topic, payload)
    {
        let job = topic.job().map_or("$next", |job| job.as_str());
        println!("rejected {job} {:?}", error.code);
    }
}

/// Prints an output.
pub(crate) fn log(output: &Output) {
    match output {
        Output::Begin(work) => println!("started {}", work.id.job_id()),
        Output::Resume(work) => println!("resumed {}", work.id.job_id()),
        Output::Stop(id, reason) => println!("stopped {} {reason:?}", id.job_id()),
        Output::Reported(id, status) => println!("reported {} {status}", id.job_id()),
        Output::Problem(problem) => eprintln!("{problem}"),
        other => println!("{other:?}"),
    }
}
