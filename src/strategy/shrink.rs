//! Strategies whose values shrink as [`Generated`] does.

use proptest::{
    strategy::{BoxedStrategy, NewTree, Strategy, ValueTree},
    test_runner::TestRunner,
};

use super::generated::{Generated, Simplify, Steps};
use crate::facts::draft::JsonTree;

/// Values of a strategy as JSON.
pub(super) fn shrinking(generated: BoxedStrategy<Generated>) -> Shrinking {
    Shrinking(generated)
}

/// Values of a strategy whose values are strings.
pub(super) fn strings(generated: BoxedStrategy<Generated>) -> BoxedStrategy<String> {
    shrinking(generated).prop_map(JsonTree::into_text).boxed()
}

#[derive(Debug)]
pub(super) struct Shrinking(BoxedStrategy<Generated>);

impl Strategy for Shrinking {
    type Tree = Shrink;
    type Value = JsonTree;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        Ok(Shrink::new(self.0.new_tree(runner)?.current()))
    }
}

/// Tests the simpler values of a failing value until none of them fails.
///
/// After a simpler value fails, the search continues at the same index in the simpler values of that
/// value: those before the index are similar to values that have passed already.
pub(super) struct Shrink {
    /// The simplest value so far that failed.
    failed: Generated,
    json: JsonTree,
    /// The simpler value that is being tested.
    candidate: Option<(Generated, JsonTree)>,
    /// The index of the candidate among the simpler values of `failed`.
    step: usize,
    /// The index at which `failed` was found.
    found: usize,
    /// Whether the simpler values from `found` to the last have passed.
    wrapped: bool,
}

impl Shrink {
    fn new(generated: Generated) -> Self {
        Self {
            json: generated.json(),
            failed: generated,
            candidate: None,
            step: 0,
            found: 0,
            wrapped: false,
        }
    }

    fn simpler(&self) -> Option<Generated> {
        let first = usize::from(!self.failed.is_simplest());
        if self.step < first {
            return Some(self.failed.simplest());
        }
        self.failed.simpler(&mut Steps::skip(self.step - first))
    }

    /// Finds the next candidate.
    fn next(&mut self) -> bool {
        loop {
            if self.wrapped && self.step >= self.found {
                return false;
            }
            let Some(generated) = self.simpler() else {
                if self.wrapped {
                    return false;
                }
                self.wrapped = true;
                self.step = 0;
                continue;
            };
            let json = generated.json();
            if json == self.json {
                // Only absent members became simpler, so this value fails, too.
                self.failed = generated;
                continue;
            }
            self.candidate = Some((generated, json));
            return true;
        }
    }
}

impl ValueTree for Shrink {
    type Value = JsonTree;

    fn current(&self) -> JsonTree {
        let candidate = self.candidate.as_ref().map(|(_, json)| json);
        candidate.unwrap_or(&self.json).clone()
    }

    fn simplify(&mut self) -> bool {
        if let Some((generated, json)) = self.candidate.take() {
            self.failed = generated;
            self.json = json;
            self.found = self.step;
            self.wrapped = false;
        }
        self.next()
    }

    fn complicate(&mut self) -> bool {
        if self.candidate.take().is_none() {
            return false;
        }
        self.step += 1;
        // Without another candidate the current value is `failed` again, which is also a change.
        self.next();
        true
    }
}
