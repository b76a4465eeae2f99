//! A device agent without I/O: what to subscribe to, to publish and to run, for any MQTT client.
//!
//! An [`Agent`] requests the executions of one thing, starts them, returns their documents to the program and sends the
//! program's reports. It has no connection, no clock and no threads: the program passes it what happened together with
//! the time since an origin of its choice, does what [`poll_output`](Agent::poll_output) returns, and calls
//! [`time`](Agent::time) at [`next_timeout`](Agent::next_timeout) at the latest.
//!
//! ```
//! use std::time::Instant;
//!
//! use iot_jobs::device::{agent::{Agent, Config, Output, State}, topic::ThingName};
//!
//! let stored: Option<State> = None; // read what Output::Store stored, with `codec` or serde
//! let mut agent = Agent::new(Config::new(ThingName::new("lamp")?).seed(7), stored);
//! let origin = Instant::now();
//!
//! agent.connected(origin.elapsed()); // and `disconnected`, `subscribed`, `message`, `time`
//! while let Some(output) = agent.poll_output() {
//!     match output {
//!         Output::Store(state) => { /* write it to a file, and flush the file */ }
//!         Output::Subscribe(filters) => assert_eq!(filters.len(), 3),
//!         Output::Publish(publish) => { /* client.publish(publish.topic, publish.payload) */ }
//!         Output::Begin(work) | Output::Resume(work) => {
//!             // Run work.document, then, or later:
//!             agent.succeeded(origin.elapsed(), &work.id, None)?;
//!         }
//!         Output::Stop(id, reason) => { /* stop the work on it */ }
//!         Output::Problem(problem) => eprintln!("{problem}"),
//!         _ => {}
//!     }
//! }
//! // Wait for the client's next event, until this time at the latest.
//! assert!(agent.next_timeout().is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Complete programs are in the folder `examples` of the repository: `device_agent.rs` with threads, `device_agent_tokio.rs`
//! with tokio, and `steps_worker.rs`, which runs [documents of steps](crate::document::StepsDocument) as processes.
//!
//! # What it ensures
//!
//! - An execution begins once: after the service accepted its start, which expects the version of its latest message.
//!   The start has the name of the agent in the status detail `claimedBy`, which shows whose start the service accepted
//!   if the response is lost or two agents of one thing start the same execution. If the start followed a notification
//!   or its response was late, the execution is described before it begins, since its job may have been created again;
//!   the response to an older request does not count.
//! - The end of an execution that the program reported is stored and sent until the service accepts it or has another
//!   end. Of progress only the latest is sent.
//! - Every request has a client token. One without a response is sent again, after a time that doubles with each
//!   attempt and varies at random. All publishes together are limited to a rate.
//! - If a notification names an execution that is not in the response to a request sent before, the agent
//!   requests the executions again soon.
//! - After every connection the state of each started execution is requested before it is reported.
//! - An execution that is no longer in progress is stopped: if a report is rejected, after a notification of another
//!   execution, after a reconnect, and at the latest after the poll interval.
//!
//! # Restarts
//!
//! The program stores each [`State`] that the agent returns before it polls the next output, and passes the last one to
//! [`Agent::new`]. The agent then requests the state of the executions in it: those still in progress are returned
//! as [`Output::Resume`], the others as [`Output::Stop`]. A job that restarts the device sets a
//! [checkpoint](Agent::checkpoint) before and reports success after it:
//!
//! ```
//! # use iot_jobs::device::agent::{Agent, ReportError, Work};
//! # use std::time::Duration;
//! fn run_reboot(agent: &mut Agent, now: Duration, work: &Work) -> Result<(), ReportError> {
//!     match work.checkpoint.as_deref() {
//!         Some("reboot") => agent.succeeded(now, &work.id, None),
//!         _ => agent.checkpoint(&work.id, "reboot"), // reboot after the next Output::Store
//!     }
//! }
//! ```
//!
//! If the state is lost, an execution that the status detail `claimedBy` shows to be of this agent is resumed although it may
//! have begun; a report with other details has replaced that detail. Without it, the execution is left alone, unless
//! [`Config::resume_unknown`] is set.
//!
//! # Error responses
//!
//! | code | to a request for executions or for the state of one | to a start | to a report |
//! |---|---|---|---|
//! | `InvalidTopic`, `InvalidJson`, `InvalidRequest` | problem; again after the longest delay | problem; request executions after the longest delay | problem; the progress is dropped, the end is sent again without details, and after that described first |
//! | `InvalidStateTransition`, `VersionMismatch` | again later | begin if `claimedBy` is of this agent, else request executions | end or stop if the state is terminal, else send with its version; without a state, describe first |
//! | `ResourceNotFound` | nothing is pending; a started execution is stopped | request executions | stop |
//! | `TerminalStateReached` | a started execution is stopped, or its end is sent | request executions | stop |
//! | `InternalError` | again later | again later | again later |
//! | `RequestThrottled` | no publishes for a while, then again | the same | the same |
//! | unknown or absent | problem; as if there were no response | the same | the same |
//!
//! "Later" is a delay that doubles with each attempt, up to the longest one. A message of another thing, with a topic or a
//! payload that is not valid, or with an unknown state is a [`Problem`] and changes nothing.
//!
//! # Without MQTT
//!
//! With the feature `http`, the module `https` makes HTTPS requests of the messages that an agent publishes, and messages of the
//! responses.
//!
//! # Limits
//!
//! An update names the execution by job, number and version only. If a job is deleted and created again while a report
//! is on its way, and the new execution is started with the same version, the service takes the report for one about the
//! new execution. If it was progress, it has replaced `claimedBy`. An agent with [`Style::Next`] or [`Style::StartNext`]
//! that finds the details of its own late report in a new execution takes the start for its own and begins the execution;
//! should several agents have one of these styles, another one may run it too. With [`Style::Pending`] or after a restart,
//! the execution is left alone, unless [`Config::resume_unknown`] is set.

mod agenda;
mod answer;
mod candidate;
mod config;
mod execution;
mod found;
#[cfg(feature = "http")]
pub mod https;
mod notification;
mod output;
mod problem;
mod progress;
mod random;
mod rate;
mod reaction;
mod receive;
mod rejection;
mod report;
mod request;
mod send;
mod start;
mod state;

use std::{
    collections::{HashMap, VecDeque},
    time::Duration,
};

use self::{
    candidate::Candidate, execution::Execution, found::Seen, progress::SentProgress,
    random::Random, rate::Rate, request::Request,
};
pub use self::{
    config::{Config, Style},
    output::{Output, StopReason, Work},
    problem::Problem,
    report::ReportError,
    state::{State, StoredExecution},
};
use super::{queue::ExecutionId, topic::JobId};

/// Names and values that a device reports with a state, at most 10.
pub type StatusDetails = HashMap<String, String>;

/// A state machine that runs the executions of one thing; see the [module](self).
#[derive(Clone, Debug)]
pub struct Agent {
    config: Config,
    random: Random,
    rate: Rate,
    /// How often an agent was created with the state.
    starts: i64,
    had_state: bool,
    /// Distinguishes the executions started by this process from those of earlier ones.
    process: String,
    connection: Connection,
    now: Duration,
    executions: Vec<Execution>,
    candidates: Vec<Candidate>,
    /// Executions of the list whose state and document are to be requested.
    to_look_up: VecDeque<ExecutionId>,
    requests: Vec<Request>,
    /// The last executions that ended, and those that other agents have started.
    ended: Seen,
    foreign: Seen,
    /// The last executions for which a start was sent.
    started: Seen,
    sent_progress: SentProgress,
    ask_at: Duration,
    asked_at: Option<Duration>,
    ask_failures: u32,
    /// Executions that notifications named since the last request for pending executions, whose response may be older.
    named: Vec<ExecutionId>,
    /// No publishes before this time.
    throttled_until: Duration,
    throttled: u32,
    /// Whether the stored state is out of date.
    changed: bool,
    outputs: VecDeque<Output>,
}

/// The state of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Connection {
    Offline,
    /// Connected, without a confirmation of the subscriptions, which are repeated at this time.
    Subscribing {
        repeat_at: Duration,
        attempts: u32,
    },
    Subscribed,
}

impl Agent {
    /// An agent with the state that the program stored last, if it has one.
    pub fn new(config: Config, state: Option<State>) -> Self {
        let had_state = state.is_some();
        let State {
            starts, executions, ..
        } = state.unwrap_or_else(|| State::builder().build());
        let starts = starts.unwrap_or(0).wrapping_add(1);
        let mut random = Random::new(config.seed, &config.name, starts.cast_unsigned());
        let executions = executions.unwrap_or_default().into_iter();
        Self {
            process: random.token(),
            random,
            rate: Rate::new(config.publishes_per_minute),
            starts,
            had_state,
            connection: Connection::Offline,
            now: Duration::ZERO,
            executions: executions
                .filter_map(Execution::load)
                .filter(|execution| JobId::new(execution.id.job_id()).is_ok())
                .collect(),
            candidates: Vec::new(),
            to_look_up: VecDeque::new(),
            requests: Vec::new(),
            ended: Seen::default(),
            foreign: Seen::default(),
            started: Seen::default(),
            sent_progress: SentProgress::default(),
            ask_at: Duration::ZERO,
            asked_at: None,
            ask_failures: 0,
            named: Vec::new(),
            throttled_until: Duration::ZERO,
            throttled: 0,
            changed: true,
            outputs: VecDeque::new(),
            config,
        }
    }

    /// The client has connected to the broker.
    pub fn connected(&mut self, now: Duration) {
        self.disconnected(now);
        self.connection = Connection::Subscribing {
            repeat_at: self.now,
            attempts: 0,
        };
        self.advance(now);
    }

    /// The connection was lost; messages that were not published yet must not be published later.
    pub fn disconnected(&mut self, now: Duration) {
        self.connection = Connection::Offline;
        self.requests.clear();
        self.candidates.clear();
        self.to_look_up.clear();
        for execution in &mut self.executions {
            execution.checked = false;
            execution.not_before = Duration::ZERO;
            execution.failures = 0;
        }
        self.outputs
            .retain(|output| !matches!(output, Output::Publish(_) | Output::Subscribe(_)));
        self.advance(now);
    }

    /// The broker has confirmed the subscriptions.
    pub fn subscribed(&mut self, now: Duration) {
        if let Connection::Subscribing { .. } = self.connection {
            self.connection = Connection::Subscribed;
            self.ask_at = Duration::ZERO;
            self.ask_failures = 0;
        }
        self.advance(now);
    }

    /// The time is now this; call it at [`next_timeout`](Agent::next_timeout) at the latest.
    pub fn time(&mut self, now: Duration) {
        self.advance(now);
    }

    /// The next thing to do; `None` if there is nothing until the next input.
    pub fn poll_output(&mut self) -> Option<Output> {
        if self.changed {
            self.changed = false;
            return Some(Output::Store(self.state()));
        }
        self.outputs.pop_front()
    }

    /// When to call [`time`](Agent::time) at the latest; `None` if no time has to be waited for.
    pub fn next_timeout(&self) -> Option<Duration> {
        self.next_task().map(|(at, _)| at)
    }

    /// The executions that were begun and whose end was not reported.
    pub fn running(&self) -> impl Iterator<Item = &ExecutionId> {
        self.executions
            .iter()
            .filter(|execution| execution.is_running())
            .map(|execution| &execution.id)
    }

    fn state(&self) -> State {
        State::builder()
            .starts(self.starts)
            .set_executions(Some(
                self.executions.iter().map(Execution::stored).collect(),
            ))
            .build()
    }
}
