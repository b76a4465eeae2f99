//! Lists, the entries of maps, and the characters of texts.

use std::ops::{Deref, Range};

use super::{Entry, Simplify, Steps, simplify::halvings};

/// The number of parts in which elements are removed.
const REMOVED_PARTS: usize = 16;

/// The number of parts in which elements are replaced by their simplest values.
const REPLACED_PARTS: usize = 64;

/// Elements, some of which may be removed.
#[derive(Clone, Debug)]
pub(in crate::strategy) struct Sequence<T> {
    elements: Vec<T>,
    least: usize,
}

impl<T: Simplify> Sequence<T> {
    /// Elements of which at least this number must remain.
    pub(in crate::strategy) fn at_least(least: usize, elements: Vec<T>) -> Self {
        Self { elements, least }
    }

    /// Elements all of which must remain.
    pub(in crate::strategy) fn all(elements: Vec<T>) -> Self {
        Self::at_least(elements.len(), elements)
    }

    fn with(&self, elements: Vec<T>) -> Self {
        Self::at_least(self.least, elements)
    }

    fn without(&self, removed: &Range<usize>) -> Self {
        let elements = self.elements.iter().enumerate();
        let left = elements.filter(|(index, _)| !removed.contains(index));
        self.with(left.map(|(_, element)| element.clone()).collect())
    }

    /// Fewer elements: the last removed, the first removed, or one part removed.
    fn fewer(&self, steps: &mut Steps) -> Option<Self> {
        let count = self.elements.len();
        let spare = count.saturating_sub(self.least);
        let halvings = halvings(spare);
        if let Some(nth) = steps.nth_of(halvings) {
            return Some(self.without(&(count - (spare >> nth)..count)));
        }
        if let Some(nth) = steps.nth_of(halvings) {
            return Some(self.without(&(0..spare >> nth)));
        }
        let part = count.div_ceil(REMOVED_PARTS).min(spare);
        let parts = if part == 0 { 0 } else { count.div_ceil(part) };
        let nth = steps.nth_of(parts)?;
        Some(self.without(&(nth * part..(nth + 1) * part)))
    }

    /// The same number of elements with some replaced by the simplest: first all of them, then each part.
    fn replaced(&self, steps: &mut Steps) -> Option<Self> {
        let elements = self.elements.iter().enumerate();
        let others = elements.filter(|(_, element)| !element.is_simplest());
        let others: Vec<_> = others.map(|(index, _)| index).collect();
        let replace = |replaced: &[usize]| {
            let mut elements = self.elements.clone();
            for &index in replaced {
                if let Some(element) = elements.get_mut(index) {
                    *element = element.simplest();
                }
            }
            Some(self.with(elements))
        };
        if others.is_empty() {
            return None;
        }
        if steps.nth_of(1).is_some() {
            return replace(&others);
        }
        let mut parts = others.chunks(others.len().div_ceil(REPLACED_PARTS));
        if parts.len() == 1 {
            return None;
        }
        let nth = steps.nth_of(parts.len())?;
        replace(parts.nth(nth)?)
    }
}

impl<T: Simplify> Simplify for Sequence<T> {
    fn is_simplest(&self) -> bool {
        self.elements.len() <= self.least && self.elements.iter().all(T::is_simplest)
    }

    fn simplest(&self) -> Self {
        let first = self.elements.iter().take(self.least);
        self.with(first.map(T::simplest).collect())
    }

    fn simpler(&self, steps: &mut Steps) -> Option<Self> {
        if let Some(simpler) = self.fewer(steps).or_else(|| self.replaced(steps)) {
            return Some(simpler);
        }
        let mut elements = self.elements.iter().enumerate();
        let (index, simpler) =
            elements.find_map(|(index, element)| Some((index, element.simpler(steps)?)))?;
        let mut elements = self.elements.clone();
        *elements.get_mut(index)? = simpler;
        Some(self.with(elements))
    }
}

impl<T> Deref for Sequence<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.elements
    }
}

impl Simplify for Entry {
    fn is_simplest(&self) -> bool {
        self.0.is_simplest() && self.1.is_simplest()
    }

    fn simplest(&self) -> Self {
        (self.0.simplest(), self.1.simplest())
    }

    fn simpler(&self, steps: &mut Steps) -> Option<Self> {
        let (name, value) = self;
        let neither = !name.is_simplest() && !value.is_simplest();
        if let Some(nth) = steps.nth_of(if neither { 2 } else { 0 }) {
            return Some(match nth {
                0 => (name.simplest(), value.clone()),
                _ => (name.clone(), value.simplest()),
            });
        }
        if let Some(name) = name.simpler(steps) {
            return Some((name, value.clone()));
        }
        Some((name.clone(), value.simpler(steps)?))
    }
}
