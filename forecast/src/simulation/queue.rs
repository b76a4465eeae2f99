//! The events that are yet to come.

use super::event::{BLOCK, Event, Packed};

const WORD: u32 = u64::BITS;

/// The events that are yet to come, by second.
///
/// The events of the current block of seconds are in a list for each second, the others in a list for each block, so
/// that an event is moved at most twice: the cost is linear, where that of a heap is not.
pub(super) struct Queue {
    block: u32,
    seconds: Vec<Vec<Packed>>,
    /// A bit for each second that has events.
    occupied: Vec<u64>,
    blocks: Vec<Block>,
    /// The first block after the current one that may have events.
    first: u32,
    next: Option<u32>,
}

#[derive(Clone, Default)]
struct Block {
    earliest: u32,
    events: Vec<Packed>,
}

impl Queue {
    pub(super) fn new() -> Self {
        Self {
            block: 0,
            seconds: vec![Vec::new(); BLOCK as usize],
            occupied: vec![0; (BLOCK / WORD) as usize],
            blocks: Vec::new(),
            first: 1,
            next: None,
        }
    }

    /// The time of the next events.
    pub(super) fn next(&self) -> Option<u32> {
        self.next
    }

    /// Adds an event at a time that is not before the last one taken.
    pub(super) fn push(&mut self, time: u32, event: Event) {
        let event = Packed::new(time, event);
        let block = time / BLOCK;
        if block == self.block {
            self.push_near(event);
        } else {
            let index = block as usize;
            if index >= self.blocks.len() {
                self.blocks.resize_with(index + 1, Block::default);
            }
            if let Some(block) = self.blocks.get_mut(index) {
                if block.events.is_empty() || time < block.earliest {
                    block.earliest = time;
                }
                block.events.push(event);
            }
            self.first = self.first.min(block);
        }
        self.next = Some(self.next.map_or(time, |next| next.min(time)));
    }

    fn push_near(&mut self, event: Packed) {
        let second = event.second();
        if let Some(events) = self.seconds.get_mut(second as usize) {
            events.push(event);
        }
        if let Some(word) = self.occupied.get_mut((second / WORD) as usize) {
            *word |= 1 << (second % WORD);
        }
    }

    /// Takes the next events, which are all at one time.
    pub(super) fn take(&mut self) -> Vec<Packed> {
        let Some(time) = self.next else {
            return Vec::new();
        };
        let block = time / BLOCK;
        if block != self.block {
            self.block = block;
            self.first = block + 1;
            let far = self.blocks.get_mut(block as usize);
            let events = far.map(|block| std::mem::take(&mut block.events));
            for event in events.unwrap_or_default() {
                self.push_near(event);
            }
        }
        let second = time % BLOCK;
        let events = self.seconds.get_mut(second as usize);
        let events = events.map(std::mem::take).unwrap_or_default();
        if let Some(word) = self.occupied.get_mut((second / WORD) as usize) {
            *word &= !(1 << (second % WORD));
        }
        self.next = self.find(second);
        events
    }

    /// The time of the first events, not before this second of the current block.
    fn find(&mut self, second: u32) -> Option<u32> {
        let words = self.occupied.iter().enumerate();
        for (index, word) in words.skip((second / WORD) as usize) {
            if *word != 0 {
                #[allow(clippy::cast_possible_truncation)]
                let second = index as u32 * WORD + word.trailing_zeros();
                return Some(self.block * BLOCK + second);
            }
        }
        while let Some(block) = self.blocks.get(self.first as usize) {
            if !block.events.is_empty() {
                return Some(block.earliest);
            }
            self.first += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::event::{Kind, Outcome, UsedRetries},
        *,
    };

    fn event(thing: u32) -> Event {
        Event {
            thing,
            used: UsedRetries {
                failed: 3,
                timed_out: 10,
            },
            kind: Kind::Start(Outcome::Rejects),
        }
    }

    #[test]
    fn events_come_in_the_order_of_their_times() {
        let times = [9000, 5, 4095, 4096, 70_000, 5, 0, 63_158_400];
        let mut queue = Queue::new();
        for (thing, time) in (0..).zip(times) {
            queue.push(time, event(thing));
        }
        let mut taken = Vec::new();
        while let Some(time) = queue.next() {
            for packed in queue.take() {
                assert_eq!(packed.event(), event(packed.event().thing));
                taken.push((time, packed.event().thing));
            }
        }
        let mut sorted: Vec<_> = times.into_iter().zip(0..).collect();
        sorted.sort_unstable();
        assert_eq!(taken, sorted);
    }

    #[test]
    fn events_are_added_before_the_next_block_is_reached() {
        let mut queue = Queue::new();
        queue.push(10, event(0));
        queue.push(100_000, event(1));
        assert_eq!(queue.take().len(), 1);
        assert_eq!(queue.next(), Some(100_000));
        queue.push(50_000, event(2));
        queue.push(20, event(3));
        let mut times = Vec::new();
        while let Some(time) = queue.next() {
            times.push(time);
            queue.take();
        }
        assert_eq!(times, [20, 50_000, 100_000]);
    }
}
