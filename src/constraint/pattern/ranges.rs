//! Ranges of ASCII characters, for comparing many bytes at once.

/// The number of bytes that are compared at once.
const WIDTH: usize = 16;
/// The maximum number of ranges of a class.
const MAX_RANGES: usize = 8;

/// Up to eight ranges of ASCII characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ranges {
    /// The first byte of each, and how many bytes follow it.
    ranges: [(u8, u8); MAX_RANGES],
    count: usize,
}

impl Ranges {
    pub(super) const NONE: Self = Self {
        ranges: [(0, 0); MAX_RANGES],
        count: 0,
    };

    /// The ranges of the bytes below 128 whose bits are set.
    // This is evaluated at compile time, where a panic is a build error.
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

    /// Whether each of these bytes is in one of the ranges.
    pub(super) fn contain_all(&self, bytes: &[u8]) -> bool {
        let Some(last) = bytes.last_chunk() else {
            // The rest is filled with a byte that is in a range.
            let mut few = [self.ranges[0].0; WIDTH];
            for (place, byte) in few.iter_mut().zip(bytes) {
                *place = *byte;
            }
            return self.contain(&few);
        };
        // The last chunk may overlap the one before it, which is faster than comparing single bytes.
        let (chunks, _) = bytes.as_chunks();
        chunks.iter().all(|chunk| self.contain(chunk)) && self.contain(last)
    }

    // Every byte is compared with every range: without branches the compiler vectorizes this.
    #[inline]
    fn contain(&self, bytes: &[u8; WIDTH]) -> bool {
        let mut held = [0; WIDTH];
        for &(first, others) in self.ranges.iter().take(self.count) {
            for (held, byte) in held.iter_mut().zip(bytes) {
                *held |= u8::from(byte.wrapping_sub(first) <= others);
            }
        }
        held.iter().fold(1, |all, held| all & held) == 1
    }
}
