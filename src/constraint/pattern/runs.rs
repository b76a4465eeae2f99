//! The parts of a pattern, for strategies that generate matching texts.

use super::{Atom, Pattern, Repeated};

/// A sequence of characters, all of one class.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// Characters of the class: all of ASCII and a few others, letters first.
    pub(crate) characters: Vec<char>,
    /// The minimum number of characters.
    pub(crate) least: usize,
    /// Whether more are allowed.
    pub(crate) more: bool,
}

/// Characters outside ASCII: of each category that a pattern names, of two to four bytes, and some that
/// combine with the characters around them.
const NOT_ASCII: [char; 16] = [
    'é', 'ß', 'Ω', 'ж', '日', '한', '٣', '²', '\u{a0}', '\u{3000}', '€', '😀', '\u{301}', '𝒳',
    '\u{ad}', '\u{200b}',
];

impl Pattern {
    /// The alternatives, each a sequence of runs.
    pub(crate) fn alternatives(&self) -> Vec<Vec<Run>> {
        let mut alternatives = Vec::new();
        let mut runs = Vec::new();
        for atom in &self.atoms {
            runs.push(Run::of(atom));
            if atom.last {
                alternatives.push(std::mem::take(&mut runs));
            }
        }
        alternatives
    }
}

impl Run {
    fn of(atom: &Atom) -> Self {
        // Letters are first, so that texts shrink to letters.
        let ascii = ('a'..='z').chain('\0'..'a').chain('{'..='\u{7f}');
        let in_class = |character: &char| atom.class.contains(*character);
        let (least, more) = match atom.repeated {
            Repeated::Once => (1, false),
            Repeated::AtLeastOnce => (1, true),
            Repeated::AnyTimes => (0, true),
        };
        Self {
            characters: ascii.chain(NOT_ASCII).filter(in_class).collect(),
            least,
            more,
        }
    }
}
