//! Strategies that only generate; [`Generated`](super::generated::Generated) determines how values shrink.
//!
//! Proptest's combinators keep every alternative, each with its own random generator, to shrink from one
//! to another. That is not needed here, and it takes most of the time.

use std::fmt::Debug;

use proptest::{
    strategy::{BoxedStrategy, Just, NewTree, Strategy, ValueTree},
    test_runner::TestRunner,
};

/// Values of one of several strategies, chosen by weight.
pub(super) fn weighted<T: Debug + 'static>(
    alternatives: Vec<(usize, BoxedStrategy<T>)>,
) -> BoxedStrategy<T> {
    OneOf(alternatives).boxed()
}

/// Values of one of several strategies, chosen with equal probability.
pub(super) fn either<T: Debug + 'static>(
    alternatives: impl IntoIterator<Item = BoxedStrategy<T>>,
) -> BoxedStrategy<T> {
    let alternatives = alternatives.into_iter().map(|strategy| (1, strategy));
    weighted(alternatives.collect())
}

/// Values that a function generates from random numbers.
pub(super) fn random<T: Clone + Debug + 'static>(
    value: impl Fn(&mut Random<'_>) -> T + 'static,
) -> BoxedStrategy<T> {
    FromRandom(value).boxed()
}

/// A source of random numbers.
pub(super) struct Random<'a>(&'a mut TestRunner);

impl Random<'_> {
    /// A number from zero to `end`, exclusive; zero if `end` is zero.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let number = (0..end.max(1)).new_tree(self.0);
        number.map_or(0, |number| number.current())
    }
}

#[derive(Debug)]
struct OneOf<T>(Vec<(usize, BoxedStrategy<T>)>);

impl<T: Debug> Strategy for OneOf<T> {
    type Tree = Box<dyn ValueTree<Value = T>>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let total = self.0.iter().map(|(weight, _)| weight).sum();
        let mut chosen = Random(runner).below(total);
        for (weight, strategy) in &self.0 {
            if chosen < *weight {
                return strategy.new_tree(runner);
            }
            chosen -= weight;
        }
        Err("there are no alternatives".into())
    }
}

struct FromRandom<F>(F);

impl<F> Debug for FromRandom<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FromRandom")
    }
}

impl<T: Clone + Debug, F: Fn(&mut Random<'_>) -> T> Strategy for FromRandom<F> {
    type Tree = Just<T>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        Ok(Just((self.0)(&mut Random(runner))))
    }
}
