//! Pseudo-random numbers from a seed.

use std::time::Duration;

/// The generator `SplitMix64`.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// A generator for each seed, name and number of the start.
    pub(super) fn new(seed: u64, name: &str, start: u64) -> Self {
        let mut random = Self(seed);
        for byte in name.bytes().chain(start.to_le_bytes()) {
            random.0 ^= u64::from(byte);
            random.0 = random.number();
        }
        random
    }

    pub(super) const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A text for client tokens.
    pub(super) fn token(&mut self) -> String {
        format!("{:016x}", self.number())
    }

    /// A time between half of this one and all of it, in whole milliseconds, which most timers have.
    pub(super) fn jitter(&mut self, whole: Duration) -> Duration {
        let half = whole / 2;
        let [high, low, ..] = self.number().to_le_bytes();
        let part = f64::from(u16::from_le_bytes([high, low])) / f64::from(u16::MAX);
        let millis = (half + half.mul_f64(part)).as_millis();
        Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX))
    }
}
