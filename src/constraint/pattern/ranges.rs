//! Ranges of ASCII, which many bytes are compared with at once.

/// The bytes that are compared at once.
const WIDTH: usize = 16;
/// The most ranges that a class may need.
const MOST: usize = 8;

/// Up to eight ranges of ASCII.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ranges {
    /// The first byte of each, and how many follow it.
    ranges: [(u8, u8); MOST],
    count: usize,
}

impl Ranges {
    pub(super) const NONE: Self = Self {
        ranges: [(0, 0); MOST],
        count: 0,
    };

    /// The ranges of the bytes below 128 whose bits are set.
    // The compiler evaluates this, so that a panic here is a build error.
    #[allow(clippy::indexing_slicing)]
    pub(super) const fn of(bits: u128) -> Self {
        let mut all = Self::NONE;
        let mut byte: u8 = 0;
        while byte < 128 {
            if bits >> byte & 1 == 1 {
                let first = byte;
                while byte < 127 && bits >> (byte + 1) & 1 == 1 {
                    byte += 1;
                }
                all.ranges[all.count] = (first, byte - first);
                all.count += 1;
            }
            byte += 1;
        }
        all
    }

    /// Whether each of these bytes lies in one of the ranges.
    pub(super) fn hold_all(&self, bytes: &[u8]) -> bool {
        let Some(last) = bytes.last_chunk() else {
            // Filled up with a byte that makes no difference.
            let mut few = [self.ranges[0].0; WIDTH];
            for (place, byte) in few.iter_mut().zip(bytes) {
                *place = *byte;
            }
            return self.hold(&few);
        };
        // The last bytes may overlap others, which is less work than one by one.
        let (chunks, _) = bytes.as_chunks();
        chunks.iter().all(|chunk| self.hold(chunk)) && self.hold(last)
    }

    // Every byte is compared with every range: without branches that is a few instructions for all.
    #[inline]
    fn hold(&self, bytes: &[u8; WIDTH]) -> bool {
        let mut held = [0; WIDTH];
        for &(first, others) in self.ranges.iter().take(self.count) {
            for (held, byte) in held.iter_mut().zip(bytes) {
                *held |= u8::from(byte.wrapping_sub(first) <= others);
            }
        }
        held.iter().fold(1, |all, held| all & held) == 1
    }
}
