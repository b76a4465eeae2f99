//! What happens to a thing, and when.

/// What a thing will do at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// The number of the thing: first the targets, then the things that join.
    pub(super) thing: u32,
    pub(super) used: UsedRetries,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The device starts the execution, which will have an outcome.
    Start(Outcome),
    /// The execution ends.
    End(Ending),
}

/// What a device does with an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Succeeds,
    Fails,
    Rejects,
    NeverAnswers,
}

impl Outcome {
    /// In the order of the shares.
    pub(super) const ALL: [Self; 4] = [
        Self::Succeeds,
        Self::Fails,
        Self::Rejects,
        Self::NeverAnswers,
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Succeeded,
    Failed,
    Rejected,
    TimedOut,
}

impl Ending {
    const ALL: [Self; 4] = [
        Self::Succeeded,
        Self::Failed,
        Self::Rejected,
        Self::TimedOut,
    ];
}

/// The retries that a thing has used, of each type at most 10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct UsedRetries {
    pub(super) failed: u8,
    pub(super) timed_out: u8,
}

impl UsedRetries {
    pub(super) const fn total(self) -> u8 {
        self.failed.saturating_add(self.timed_out)
    }
}

/// An event and the second of its block in eight bytes, since there is one for each execution that has not ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packed(u64);

const SECOND_BITS: u32 = 12;
/// The seconds of a block of the queue.
pub(super) const BLOCK: u32 = 1 << SECOND_BITS;
const THING: u32 = SECOND_BITS;
const FAILED: u32 = THING + 32;
const TIMED_OUT: u32 = FAILED + 4;
const VALUE: u32 = TIMED_OUT + 4;
const ENDS: u32 = VALUE + 2;

impl Packed {
    pub(super) fn new(second: u32, event: Event) -> Self {
        let (ends, value) = match event.kind {
            Kind::Start(outcome) => (0, outcome as u64),
            Kind::End(ending) => (1, ending as u64),
        };
        Self(
            u64::from(second % BLOCK)
                | u64::from(event.thing) << THING
                | u64::from(event.used.failed & 0xf) << FAILED
                | u64::from(event.used.timed_out & 0xf) << TIMED_OUT
                | value << VALUE
                | ends << ENDS,
        )
    }

    /// The second of the block.
    pub(super) fn second(self) -> u32 {
        self.bits(0, SECOND_BITS)
    }

    pub(super) fn event(self) -> Event {
        let value = self.bits(VALUE, 2) as usize;
        Event {
            thing: self.bits(THING, 32),
            used: UsedRetries {
                failed: self.retries(FAILED),
                timed_out: self.retries(TIMED_OUT),
            },
            kind: if self.bits(ENDS, 1) == 0 {
                Kind::Start(
                    Outcome::ALL
                        .get(value)
                        .copied()
                        .unwrap_or(Outcome::Succeeds),
                )
            } else {
                Kind::End(Ending::ALL.get(value).copied().unwrap_or(Ending::Succeeded))
            },
        }
    }

    fn retries(self, from: u32) -> u8 {
        u8::try_from(self.bits(from, 4)).unwrap_or(0)
    }

    #[allow(clippy::cast_possible_truncation)]
    fn bits(self, from: u32, count: u32) -> u32 {
        (self.0 >> from & ((1 << count) - 1)) as u32
    }
}
