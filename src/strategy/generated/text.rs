//! Texts, as runs of characters.

use super::{Sequence, Simplify, Steps, simplify::halvings};

/// A text; its runs shrink separately.
#[derive(Clone, Debug, Default)]
pub(in crate::strategy) struct Text(Vec<Run>);

/// A row of characters, repeated up to a length, so that long texts are as cheap as short ones.
#[derive(Clone, Debug)]
struct Run {
    row: Vec<Character>,
    length: usize,
    /// The minimum length.
    least: usize,
}

/// A character, and the simplest one that may replace it.
#[derive(Clone, Copy, Debug)]
struct Character {
    value: char,
    simplest: char,
}

impl Text {
    /// Any text, which shrinks to the empty one.
    pub(in crate::strategy) fn any(text: &str) -> Self {
        let row: Vec<_> = text.chars().collect();
        Self::default().run(&row, row.len(), 0, 'a')
    }

    /// Appends a run of which at least `least` characters must remain.
    pub(in crate::strategy) fn run(
        mut self,
        row: &[char],
        length: usize,
        least: usize,
        simplest: char,
    ) -> Self {
        let row = row.iter().map(|&value| Character { value, simplest });
        self.0.push(Run::new(row.collect(), length, least));
        self
    }

    /// Appends another text.
    pub(in crate::strategy) fn followed_by(mut self, text: Self) -> Self {
        self.0.extend(text.0);
        self
    }

    /// Appends text that does not shrink.
    pub(in crate::strategy) fn literal(mut self, text: &str) -> Self {
        let row = text.chars().map(|value| Character {
            value,
            simplest: value,
        });
        let row: Vec<_> = row.collect();
        let length = row.len();
        self.0.push(Run::new(row, length, length));
        self
    }

    pub(in crate::strategy) fn string(&self) -> String {
        self.0.iter().map(Run::string).collect()
    }
}

impl Simplify for Text {
    fn is_simplest(&self) -> bool {
        self.0.iter().all(Run::is_simplest)
    }

    fn simplest(&self) -> Self {
        Self(self.0.iter().map(Run::simplest).collect())
    }

    fn simpler(&self, steps: &mut Steps) -> Option<Self> {
        let mut runs = self.0.iter().enumerate();
        let (index, simpler) = runs.find_map(|(index, run)| Some((index, run.simpler(steps)?)))?;
        let mut runs = self.0.clone();
        *runs.get_mut(index)? = simpler;
        Some(Self(runs))
    }
}

impl Run {
    fn new(mut row: Vec<Character>, length: usize, least: usize) -> Self {
        row.truncate(length);
        Self { row, length, least }
    }

    fn string(&self) -> String {
        let row: String = self.row.iter().map(|character| character.value).collect();
        let rest = self.length.checked_rem(self.row.len()).unwrap_or(0);
        let rest = row.chars().take(rest);
        let repeated = row.repeat(self.length.checked_div(self.row.len()).unwrap_or(0));
        repeated + &rest.collect::<String>()
    }
}

impl Simplify for Run {
    fn is_simplest(&self) -> bool {
        self.length <= self.least && self.row.iter().all(Character::is_simplest)
    }

    fn simplest(&self) -> Self {
        let row = self.row.iter().map(Character::simplest).collect();
        Self::new(row, self.least, self.least)
    }

    fn simpler(&self, steps: &mut Steps) -> Option<Self> {
        if self.length == self.row.len() {
            let row = Sequence::at_least(self.least, self.row.clone()).simpler(steps)?;
            return Some(Self::new(row.to_vec(), row.len(), self.least));
        }
        let spare = self.length - self.least;
        if let Some(nth) = steps.nth_of(halvings(spare)) {
            let length = self.length - (spare >> nth);
            return Some(Self::new(self.row.clone(), length, self.least));
        }
        let row = Sequence::all(self.row.clone()).simpler(steps)?;
        Some(Self::new(row.to_vec(), self.length, self.least))
    }
}

impl Simplify for Character {
    fn is_simplest(&self) -> bool {
        self.value == self.simplest
    }

    fn simplest(&self) -> Self {
        Self {
            value: self.simplest,
            ..*self
        }
    }

    fn simpler(&self, _: &mut Steps) -> Option<Self> {
        None
    }
}
