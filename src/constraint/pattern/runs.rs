//! What a pattern is made of, for strategies that spell texts of it.

use super::{Atom, Pattern, Repeated};

/// Some characters in a row, all out of one class.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// Characters of the class: all of ASCII, and a few beyond it; a letter stands first.
    pub(crate) characters: Vec<char>,
    /// How many have to stand there.
    pub(crate) least: usize,
    /// Whether more may.
    pub(crate) more: bool,
}

/// Characters beyond ASCII: of each category that a pattern names, of one to four bytes, and marks
/// that change how their neighbours look.
const BEYOND: [char; 16] = [
    'é', 'ß', 'Ω', 'ж', '日', '한', '٣', '²', '\u{a0}', '\u{3000}', '€', '😀', '\u{301}', '𝒳',
    '\u{ad}', '\u{200b}',
];

impl Pattern {
    /// The alternatives, each a row of runs.
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
        // From the letters on, so that texts shrink to letters.
        let ascii = ('a'..='z').chain('\0'..'a').chain('{'..='\u{7f}');
        let in_class = |character: &char| atom.class.contains(*character);
        let (least, more) = match atom.repeated {
            Repeated::Once => (1, false),
            Repeated::AtLeastOnce => (1, true),
            Repeated::AnyTimes => (0, true),
        };
        Self {
            characters: ascii.chain(BEYOND).filter(in_class).collect(),
            least,
            more,
        }
    }
}
