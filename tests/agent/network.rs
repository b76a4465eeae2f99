//! A network that delays, loses, duplicates and reorders messages.

use std::collections::BTreeMap;

use crate::random::Random;

/// A message on its way.
#[derive(Clone, Debug)]
pub(crate) struct Packet {
    /// The agent that it is from or for.
    pub(crate) agent: usize,
    /// The connection of the agent; a packet to an earlier one is lost.
    pub(crate) connection: u64,
    pub(crate) to_service: bool,
    pub(crate) topic: String,
    pub(crate) payload: Vec<u8>,
}

#[derive(Default)]
pub(crate) struct Network {
    packets: BTreeMap<(u64, u64), Packet>,
    sent: u64,
}

/// How bad the network is, in percent of the packets.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Faults {
    pub(crate) lost: u64,
    pub(crate) repeated: u64,
    pub(crate) late: u64,
}

/// The longest delay in milliseconds.
const LONGEST: u64 = 8_000;

impl Network {
    pub(crate) fn send(&mut self, now: u64, faults: Faults, random: &mut Random, packet: &Packet) {
        let copies = if random.percent(faults.lost) {
            0
        } else {
            1 + u64::from(random.percent(faults.repeated))
        };
        for _ in 0..copies {
            let range = if random.percent(faults.late) {
                LONGEST
            } else {
                100
            };
            let at = now + 10 + random.below(range - 10);
            self.sent += 1;
            self.packets.insert((at, self.sent), packet.clone());
        }
    }

    pub(crate) fn next_time(&self) -> Option<u64> {
        self.packets.keys().next().map(|(at, _)| *at)
    }

    pub(crate) fn receive(&mut self, now: u64) -> Option<Packet> {
        let entry = self.packets.first_entry()?;
        (entry.key().0 <= now).then(|| entry.remove())
    }
}
