//! The patterns of the model, matched against whole values.
//!
//! Both models use a small part of the syntax of regular expressions: sequences of characters and
//! character classes, each once, at least once or any number of times, and alternatives of such
//! sequences. Patterns are parsed at compile time, so a pattern with other syntax is a build error, and
//! matching needs neither a cache nor allocation.

mod class;
mod ranges;
mod read;
#[cfg(feature = "proptest")]
mod runs;

#[cfg(feature = "proptest")]
pub(crate) use self::runs::Run;
use self::{class::Class, ranges::Ranges};

/// The maximum number of characters and classes in a pattern.
const ATOMS: usize = 8;
/// The bit of the state in which everything has been matched.
const DONE: u16 = 1 << ATOMS;

/// A parsed pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pattern {
    atoms: [Atom; ATOMS],
    /// The atoms that may match the first character.
    start: u16,
}

/// One character or class of a pattern, and how often it may occur.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Atom {
    class: Class,
    /// The class's ASCII characters, for comparing many bytes at once.
    ranges: Ranges,
    repeated: Repeated,
    /// Whether an alternative begins here.
    first: bool,
    /// Whether an alternative ends here.
    last: bool,
    /// The atoms that may match the character after one that this atom matched.
    next: u16,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Repeated {
    Once,
    AtLeastOnce,
    AnyTimes,
}

/// Where a value does not match its pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mismatch {
    /// The character at this index, from 0, is not allowed there.
    At(usize, char),
    /// More characters are needed.
    TooShort,
}

impl Pattern {
    /// Matches a whole value, or returns where it does not match the pattern.
    pub(crate) fn check(&self, value: &str) -> Result<(), Mismatch> {
        let mut state = self.start;
        let mut index = 0;
        let mut rest = value.chars();
        loop {
            if let Some(last) = self.only_last(state) {
                return last.check_all(rest.as_str(), state & DONE != 0, index);
            }
            let Some(found) = rest.next() else { break };
            state = self.step(state, found);
            if state == 0 {
                return Err(Mismatch::At(index, found));
            }
            index += 1;
        }
        if state & DONE == 0 {
            return Err(Mismatch::TooShort);
        }
        Ok(())
    }

    /// The atom that must match all remaining characters, if the state has no other.
    fn only_last(&self, state: u16) -> Option<&Atom> {
        let index = usize::try_from(state.trailing_zeros()).ok()?;
        let atom = self.atoms.get(index)?;
        let only = state & !DONE == 1 << index;
        (only && atom.last && atom.repeated != Repeated::Once).then_some(atom)
    }

    /// The atoms that may match the next character once the atom at `index` is reached.
    const fn enter(atoms: &[Atom; ATOMS], mut index: usize) -> u16 {
        let mut state = 0;
        while index < ATOMS {
            state |= 1 << index;
            let (_, [atom, ..]) = atoms.split_at(index) else {
                break;
            };
            match (atom.repeated, atom.last) {
                (Repeated::AnyTimes, true) => return state | DONE,
                (Repeated::AnyTimes, false) => index += 1,
                _ => break,
            }
        }
        state
    }

    /// The atoms that may match the character after one that the atom at `index` matched.
    const fn next(atoms: &[Atom; ATOMS], index: usize) -> u16 {
        let (_, [atom, ..]) = atoms.split_at(index) else {
            return 0;
        };
        let after = if atom.last {
            DONE
        } else {
            Self::enter(atoms, index + 1)
        };
        match atom.repeated {
            Repeated::Once => after,
            _ => after | 1 << index,
        }
    }

    /// The state after a character.
    fn step(&self, state: u16, found: char) -> u16 {
        let mut next = 0;
        let mut left = state;
        while let Ok(index) = usize::try_from(left.trailing_zeros())
            && let Some(atom) = self.atoms.get(index)
        {
            left &= left - 1;
            if atom.class.contains(found) {
                next |= atom.next;
            }
        }
        next
    }
}

impl Atom {
    /// Fills the elements of the array that a pattern does not need.
    const NONE: Self = Self {
        class: Class::NONE,
        ranges: Ranges::NONE,
        repeated: Repeated::Once,
        first: false,
        last: false,
        next: 0,
    };

    /// Matches the rest of a value, which starts at the character `index`, with this atom alone.
    fn check_all(&self, rest: &str, may_be_empty: bool, index: usize) -> Result<(), Mismatch> {
        if rest.is_empty() && !may_be_empty {
            return Err(Mismatch::TooShort);
        }
        if self.ranges.contain_all(rest.as_bytes()) {
            return Ok(());
        }
        let outside = |&(_, found): &(usize, char)| !self.class.contains(found);
        match rest.chars().enumerate().find(outside) {
            Some((at, found)) => Err(Mismatch::At(index + at, found)),
            None => Ok(()),
        }
    }
}
