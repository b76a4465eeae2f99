//! What happens at which time, from a seed.

use iot_jobs::device::agent::Style;

use crate::random::Random;

/// The faults end at this time, in milliseconds.
pub(crate) const FAULTS_END: u64 = 90_000;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Event {
    Create {
        job: u64,
        is_reboot: bool,
    },
    /// Cancels the job with force.
    Cancel {
        job: u64,
    },
    TimeOut {
        job: u64,
    },
    Remove {
        job: u64,
    },
    Delete {
        job: u64,
    },
    /// An operator updates the execution.
    Touch {
        job: u64,
    },
    Disconnect {
        agent: usize,
    },
    /// The device loses its power after this many outputs.
    Restart {
        agent: usize,
        outputs: u64,
    },
    /// The service refuses every request for some seconds.
    Refuse {
        code: &'static str,
        seconds: u64,
    },
    /// Error responses have no state for some seconds.
    WithoutState {
        seconds: u64,
    },
    /// A message that the agent must not use.
    Invalid {
        agent: usize,
        kind: usize,
    },
}

/// A run of the simulation.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) seed: u64,
    pub(crate) style: Style,
    pub(crate) agents: usize,
    pub(crate) concurrent: usize,
    pub(crate) step_timeout: bool,
    pub(crate) faults: crate::network::Faults,
    pub(crate) events: Vec<(u64, Event)>,
}

impl Schedule {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random(seed);
        let style = [Style::Next, Style::StartNext, Style::Pending][random.index(3)];
        let several = style == Style::Pending;
        let agents = if several && random.percent(60) { 2 } else { 1 };
        let concurrent = if several { 1 + random.index(3) } else { 1 };
        let step_timeout = random.percent(30);
        let faults = crate::network::Faults {
            lost: [0, 5, 20][random.index(3)],
            repeated: [0, 10][random.index(2)],
            late: [0, 10, 40][random.index(3)],
        };
        let mut events = vec![(
            random.below(2_000),
            Event::Create {
                job: 0,
                is_reboot: false,
            },
        )];
        for _ in 0..random.below(14) {
            let at = random.below(FAULTS_END);
            events.push((at, event(&mut random, agents)));
        }
        events.sort_by_key(|(at, _)| *at);
        Self {
            seed,
            style,
            agents,
            concurrent,
            step_timeout,
            faults,
            events,
        }
    }

    /// A schedule that fails in the same way, with as few events as removing them one by one gives.
    pub(crate) fn shrink(mut self, fails: impl Fn(&Self) -> bool) -> Self {
        let mut at = 0;
        while at < self.events.len() {
            let mut smaller = self.clone();
            smaller.events.remove(at);
            if fails(&smaller) {
                self = smaller;
                at = 0;
            } else {
                at += 1;
            }
        }
        for clear in [
            |faults: &mut crate::network::Faults| faults.lost = 0,
            |faults: &mut crate::network::Faults| faults.repeated = 0,
            |faults: &mut crate::network::Faults| faults.late = 0,
        ] {
            let mut smaller = self.clone();
            clear(&mut smaller.faults);
            if fails(&smaller) {
                self = smaller;
            }
        }
        self
    }
}

fn event(random: &mut Random, agents: usize) -> Event {
    let job = random.below(4);
    let agent = random.index(agents);
    let codes = [
        "RequestThrottled",
        "InternalError",
        "InvalidRequest",
        "NewCode",
    ];
    match random.below(20) {
        0..=5 => Event::Create {
            job,
            is_reboot: random.percent(15),
        },
        6 => Event::Cancel { job },
        7 => Event::TimeOut { job },
        8 => Event::Remove { job },
        9 | 10 => Event::Delete { job },
        11 => Event::Touch { job },
        12 | 13 => Event::Disconnect { agent },
        14..=16 => Event::Restart {
            agent,
            outputs: random.below(8),
        },
        17 => Event::Refuse {
            code: codes[random.index(4)],
            seconds: 1 + random.below(20),
        },
        18 => Event::WithoutState {
            seconds: 1 + random.below(20),
        },
        _ => Event::Invalid {
            agent,
            kind: random.index(6),
        },
    }
}
