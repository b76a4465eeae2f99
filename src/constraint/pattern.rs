//! The patterns of the model, matched against whole values.
//!
//! Both models keep to a small part of regular expressions: a few character classes or characters in
//! a row, each once, at least once or any number of times, and alternatives of these. The compiler
//! reads them while it builds the constants, so a pattern outside that part is a build error, and
//! matching needs neither a cache nor the heap.

mod class;
mod read;

use self::class::Class;

/// The most characters and classes that a pattern may have.
const ATOMS: usize = 8;
/// The bit of the state in which everything has been matched.
const DONE: u16 = 1 << ATOMS;

/// A pattern, read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pattern {
    atoms: [Atom; ATOMS],
}

/// One character or class of a pattern, with how often it stands there.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Atom {
    class: Class,
    repeated: Repeated,
    /// Whether an alternative begins here.
    first: bool,
    /// Whether an alternative ends here.
    last: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Repeated {
    Once,
    AtLeastOnce,
    AnyTimes,
}

/// Where a value leaves its pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mismatch {
    /// The character at this index, from 0, may not stand there.
    At(usize, char),
    /// More characters are needed.
    TooShort,
}

impl Pattern {
    /// Matches the whole of a value, or says where it leaves the pattern.
    pub(crate) fn check(&self, value: &str) -> Result<(), Mismatch> {
        if let [only, rest, ..] = &self.atoms
            && only.last
            && only.repeated != Repeated::Once
            && !rest.first
        {
            return only.check_all(value);
        }
        let mut state = self.start();
        for (index, found) in value.chars().enumerate() {
            state = self.step(state, found);
            if state == 0 {
                return Err(Mismatch::At(index, found));
            }
        }
        if state & DONE == 0 {
            return Err(Mismatch::TooShort);
        }
        Ok(())
    }

    /// The atoms that may match the first character.
    fn start(&self) -> u16 {
        let atoms = self.atoms.iter().enumerate();
        atoms
            .filter(|(_, atom)| atom.first)
            .fold(0, |state, (index, _)| state | self.enter(index))
    }

    /// The atoms that may match the next character once the atom at `index` is reached.
    fn enter(&self, index: usize) -> u16 {
        let mut state = 0;
        for (index, atom) in self.atoms.iter().enumerate().skip(index) {
            state |= 1 << index;
            if atom.repeated != Repeated::AnyTimes {
                return state;
            }
            if atom.last {
                break;
            }
        }
        state | DONE
    }

    /// The state behind a character.
    fn step(&self, state: u16, found: char) -> u16 {
        let mut next = 0;
        for (index, atom) in self.atoms.iter().enumerate() {
            if state & (1 << index) == 0 || !atom.class.contains(found) {
                continue;
            }
            if atom.repeated != Repeated::Once {
                next |= 1 << index;
            }
            next |= if atom.last {
                DONE
            } else {
                self.enter(index + 1)
            };
        }
        next
    }
}

impl Atom {
    /// Fills the places that a pattern does not need.
    const NONE: Self = Self {
        class: Class::NONE,
        repeated: Repeated::Once,
        first: false,
        last: false,
    };

    /// Matches a value of this atom alone, which is what most patterns are.
    fn check_all(&self, value: &str) -> Result<(), Mismatch> {
        if value.is_empty() && self.repeated == Repeated::AtLeastOnce {
            return Err(Mismatch::TooShort);
        }
        let mut characters = value.chars().enumerate();
        match characters.find(|(_, found)| !self.class.contains(*found)) {
            Some((index, found)) => Err(Mismatch::At(index, found)),
            None => Ok(()),
        }
    }
}
