//! What an agent is created with.

use std::time::Duration;

use crate::device::topic::{Filter, NamespaceId, Stage, ThingName};

/// The thing, the limits and the times of an [`Agent`](super::Agent).
///
/// ```
/// use std::time::Duration;
///
/// use iot_jobs::device::{agent::{Config, Style}, topic::ThingName};
///
/// let config = Config::new(ThingName::new("lamp")?)
///     .seed(0x6d2b_79f5) // a random number, another one at every start
///     .style(Style::Pending)
///     .concurrent(2)
///     .response_timeout(Duration::from_secs(5));
/// # Ok::<(), iot_jobs::device::topic::TopicError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    pub(super) thing: ThingName<'static>,
    pub(super) name: String,
    pub(super) seed: u64,
    pub(super) style: Style,
    pub(super) namespace: Option<NamespaceId<'static>>,
    pub(super) concurrent: usize,
    pub(super) step_timeout: Option<i64>,
    pub(super) resume_unknown: bool,
    pub(super) response_timeout: Duration,
    pub(super) longest_delay: Duration,
    pub(super) poll_interval: Duration,
    pub(super) publishes_per_minute: u32,
}

/// How an agent asks for executions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// With `DescribeJobExecution` for `$next`, and an update that starts the execution.
    #[default]
    Next,
    /// With `StartNextPendingJobExecution`, which starts it.
    StartNext,
    /// With `GetPendingJobExecutions`, `DescribeJobExecution` for each execution, and an update that starts it:
    /// for several executions at a time, and for several agents on one thing.
    Pending,
}

impl Style {
    /// What an agent subscribes to, outside namespaces; `None` matches any thing.
    pub(in crate::device) fn filters(self, thing: Option<&ThingName<'_>>) -> Vec<Filter> {
        let mut filters = match self {
            Self::Next => vec![Filter::notify_next(thing)],
            Self::StartNext => vec![
                Filter::notify_next(thing),
                Filter::start_next(thing, Stage::Accepted),
                Filter::start_next(thing, Stage::Rejected),
            ],
            Self::Pending => vec![
                Filter::notify(thing),
                Filter::get_pending(thing, Stage::Accepted),
                Filter::get_pending(thing, Stage::Rejected),
            ],
        };
        filters.push(Filter::describe(thing, None, Stage::Response));
        filters.push(Filter::update(thing, None, Stage::Response));
        filters
    }
}

impl Config {
    /// The configuration for a thing, with the default values.
    pub fn new<'a>(thing: impl Into<ThingName<'a>>) -> Self {
        Self {
            thing: thing.into().into_owned(),
            name: "iot-jobs".to_owned(),
            seed: 0,
            style: Style::Next,
            namespace: None,
            concurrent: 1,
            step_timeout: None,
            resume_unknown: false,
            response_timeout: Duration::from_secs(10),
            longest_delay: Duration::from_mins(5),
            poll_interval: Duration::from_mins(10),
            publishes_per_minute: 120,
        }
    }

    /// The name of the agent, at most 900 characters, by default `iot-jobs`; agents of one thing must have
    /// different names, and each must keep its own.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into().chars().take(900).collect();
        self
    }

    /// The seed of client tokens and of random delays; it should be another number at every start.
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// How the agent asks for executions, by default [`Style::Next`].
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The namespace whose jobs the agent runs, with [`Style::Next`], since no other request names one.
    pub fn namespace<'a>(mut self, namespace: impl Into<NamespaceId<'a>>) -> Self {
        self.namespace = Some(namespace.into().into_owned());
        self
    }

    /// How many executions run at a time, by default 1; more require [`Style::Pending`].
    pub const fn concurrent(mut self, executions: usize) -> Self {
        self.concurrent = executions;
        self
    }

    /// The step timer of every execution in minutes, 1 to 10080, which the agent sets and renews, by default none.
    pub fn step_timeout(mut self, minutes: u16) -> Self {
        self.step_timeout = Some(i64::from(minutes.clamp(1, 10080)));
        self
    }

    /// Whether to resume executions in progress that neither the stored state nor their status details
    /// show to be of this agent, by default not; correct only if the thing has no other agent.
    pub const fn resume_unknown(mut self, resume: bool) -> Self {
        self.resume_unknown = resume;
        self
    }

    /// The time after which a request without a response is sent again, by default 10 seconds; it doubles
    /// with every attempt.
    pub const fn response_timeout(mut self, timeout: Duration) -> Self {
        self.response_timeout = timeout;
        self
    }

    /// The longest time between two attempts of a request, by default 5 minutes.
    pub const fn longest_delay(mut self, delay: Duration) -> Self {
        self.longest_delay = delay;
        self
    }

    /// The time after which the agent asks without a notification, by default 10 minutes.
    pub const fn poll_interval(mut self, interval: Duration) -> Self {
        self.poll_interval = interval;
        self
    }

    /// How many messages the agent publishes in a minute, after a burst of 20, by default 120.
    pub const fn publishes_per_minute(mut self, publishes: u32) -> Self {
        self.publishes_per_minute = publishes;
        self
    }

    /// The style; only `Next` has requests with a namespace.
    pub(super) const fn effective_style(&self) -> Style {
        if self.namespace.is_some() {
            Style::Next
        } else {
            self.style
        }
    }

    /// How many executions run at a time; only `Pending` returns several.
    pub(super) fn slots(&self) -> usize {
        match self.effective_style() {
            Style::Next | Style::StartNext => 1,
            Style::Pending => self.concurrent.max(1),
        }
    }
}
