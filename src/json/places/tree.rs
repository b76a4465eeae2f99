//! Paths as a tree, and the ranges of the values at them.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use crate::{
    json::{Invalid, Literal, Reader, syntax},
    path::{Path, Step},
};

/// The requested paths as a tree; the first node is the whole.
pub(super) struct PathTree<'p> {
    nodes: Vec<Node<'p>>,
    /// The steps of the last path and their nodes: most paths share their first steps with the one before, and
    /// comparing a step with its copy takes the same time whatever its length.
    last: Vec<(&'p Step, usize)>,
}

#[derive(Default)]
struct Node<'p> {
    parent: usize,
    members: HashMap<&'p str, usize>,
    elements: HashMap<usize, usize>,
    embedded: Option<usize>,
    range: Range<usize>,
    /// The name of the member before the value, with its quotes.
    name: Option<Range<usize>>,
    /// Whether this is embedded text that is not JSON, and the range is where its error is.
    malformed: bool,
    /// How many times a value was found here, to distinguish values that a repeated member replaced.
    found: usize,
    /// The same of the parent, at the time when this was found last.
    found_in: usize,
}

impl Default for PathTree<'_> {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default()],
            last: Vec::new(),
        }
    }
}

impl<'p> PathTree<'p> {
    /// Adds a path; its node.
    pub(super) fn add(&mut self, path: &'p Path) -> usize {
        let steps = path.steps();
        let pairs = self.last.iter().zip(steps);
        let common = pairs.take_while(|((last, _), step)| last == step);
        let common = common.count();
        self.last.truncate(common);
        let parent = self.last.last().map_or(0, |(_, node)| *node);
        steps.iter().skip(common).fold(parent, |parent, step| {
            let next = self.nodes.len();
            let Some(node) = self.nodes.get_mut(parent) else {
                return parent;
            };
            let child = match step {
                Step::Member(name) => *node.members.entry(name).or_insert(next),
                Step::Index(index) => *node.elements.entry(*index).or_insert(next),
                Step::Embedded => *node.embedded.get_or_insert(next),
            };
            if child == next {
                self.nodes.push(Node {
                    parent,
                    ..Node::default()
                });
            }
            self.last.push((step, child));
            child
        })
    }

    /// Reads the value of a node.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, node: usize) -> Result<(), Invalid> {
        let start = reader.offset();
        let found = self.nodes.get(node).map_or(0, |node| node.found + 1);
        let (members, elements, embedded) = match self.nodes.get_mut(node) {
            Some(node) => {
                node.found = found;
                let (members, elements) = (!node.members.is_empty(), !node.elements.is_empty());
                (members, elements, node.embedded)
            }
            None => (false, false, None),
        };
        match (reader.peek(), embedded) {
            (Some(b'"'), Some(embedded)) => {
                let literal = Literal::new(reader.raw()?.text, start).ok_or(Invalid)?;
                self.read_embedded(literal, embedded)?;
            }
            _ => self.read_below(reader, node, members, elements)?,
        }
        let parent = self.nodes.get(node).map_or(0, |node| node.parent);
        let found_in = self.nodes.get(parent).map_or(0, |parent| parent.found);
        if let Some(node) = self.nodes.get_mut(node) {
            node.range = start..reader.offset();
            node.found_in = found_in;
        }
        Ok(())
    }

    /// Reads the value of a node, which may have requested members or elements.
    fn read_below(
        &mut self,
        reader: &mut Reader<'_>,
        node: usize,
        members: bool,
        elements: bool,
    ) -> Result<(), Invalid> {
        match reader.peek() {
            Some(b'{') if members => {
                let mut more = reader.open(b'{', b'}')?;
                while more {
                    let (start, rest) = (reader.offset(), reader.rest());
                    let name: Cow<'_, str> = reader.name()?;
                    let child = self
                        .nodes
                        .get(node)
                        .and_then(|node| node.members.get(&*name));
                    match child.copied() {
                        Some(child) => {
                            if let Some(node) = self.nodes.get_mut(child) {
                                let read = rest.get(..reader.offset() - start).unwrap_or_default();
                                // Between the name and the value are a colon and white space.
                                let quote = read.iter().rposition(|byte| *byte == b'"');
                                node.name = quote.map(|quote| start..start + quote + 1);
                            }
                            self.read(reader, child)?;
                        }
                        None => reader.raw().map(|_| ())?,
                    }
                    more = reader.more(b'}')?;
                }
            }
            Some(b'[') if elements => {
                let mut more = reader.open(b'[', b']')?;
                let mut index = 0;
                while more {
                    let child = self
                        .nodes
                        .get(node)
                        .and_then(|node| node.elements.get(&index));
                    match child.copied() {
                        Some(child) => self.read(reader, child)?,
                        None => reader.raw().map(|_| ())?,
                    }
                    index += 1;
                    more = reader.more(b']')?;
                }
            }
            _ => reader.raw().map(|_| ())?,
        }
        Ok(())
    }

    /// Reads the text in a string, which is the value of a node.
    fn read_embedded(&mut self, literal: Literal<'_>, node: usize) -> Result<(), Invalid> {
        let text = literal.value();
        if let Some(offset) = syntax::error_offset(&text) {
            let offset = literal.offsets().of(offset);
            let parent = self.nodes.get(node).map_or(0, |node| node.parent);
            let found_in = self.nodes.get(parent).map_or(0, |parent| parent.found);
            if let Some(node) = self.nodes.get_mut(node) {
                (node.range, node.malformed) = (offset..offset, true);
                (node.found, node.found_in) = (node.found + 1, found_in);
            }
            return Ok(());
        }
        self.read(&mut Reader::new(&text), node)?;
        let below = self.below(node);
        let ranges = below.iter().filter_map(|node| self.nodes.get(*node));
        let ranges = ranges.flat_map(|node| node.name.iter().chain([&node.range]));
        let mut offsets: Vec<_> = ranges.flat_map(|it| [it.start, it.end]).collect();
        offsets.sort_unstable();
        offsets.dedup();
        let mut outer = literal.offsets();
        let outer: HashMap<_, _> = offsets
            .into_iter()
            .map(|offset| (offset, outer.of(offset)))
            .collect();
        for node in below {
            if let Some(Node { range, name, .. }) = self.nodes.get_mut(node) {
                let of = |offset| outer.get(&offset).copied().unwrap_or_default();
                for range in name.iter_mut().chain([range]) {
                    *range = of(range.start)..of(range.end);
                }
            }
        }
        Ok(())
    }

    /// A node and all below it.
    fn below(&self, node: usize) -> Vec<usize> {
        let mut below = vec![node];
        let mut next = 0;
        while let Some(node) = below.get(next).and_then(|node| self.nodes.get(*node)) {
            next += 1;
            let children = node.members.values().chain(node.elements.values());
            below.extend(children.chain(&node.embedded));
        }
        below
    }

    /// The range of the name of the member at a node, if its value was found.
    pub(super) fn name(&self, target: usize) -> Option<Range<usize>> {
        let (_, exact) = self.range(target);
        let node = self.nodes.get(target).filter(|_| exact)?;
        node.name.clone()
    }

    /// The range of the value at a node, or of the innermost value around it.
    pub(super) fn range(&self, target: usize) -> (Range<usize>, bool) {
        let up = std::iter::successors(Some(target), |&node| {
            (node != 0)
                .then(|| self.nodes.get(node).map(|node| node.parent))
                .flatten()
        });
        let way: Vec<_> = up.collect();
        // From the whole down, as far as each value was in the last one found for its parent.
        let mut innermost = 0;
        for &node in way.iter().rev().skip(1) {
            let parent = self.nodes.get(innermost).map_or(0, |parent| parent.found);
            match self.nodes.get(node) {
                Some(here) if here.found > 0 && here.found_in == parent => innermost = node,
                _ => break,
            }
        }
        let Some(node) = self.nodes.get(innermost) else {
            return (0..0, false);
        };
        let exact = innermost == target && !node.malformed;
        (node.range.clone(), exact)
    }
}
