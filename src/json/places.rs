//! Where the values at many paths are in a text, found in one pass.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::{Invalid, Literal, Reader, syntax};
use crate::{
    error::Error,
    path::{Path, Step},
};

/// The part of a JSON text at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The bytes of the value.
    pub range: Range<usize>,
    /// The line of the value's first character, from 1.
    pub line: usize,
    /// The column in this line, in characters from 1.
    pub column: usize,
    /// Whether the value is the one that the path names, and not the innermost one around it.
    pub exact: bool,
}

/// The places of the values at these paths; of an absent value, that of the innermost value around it.
///
/// Of members with equal names the last counts. The text is read once, however many paths there are.
/// Ranges, lines and columns of values in embedded text ([`Path::embedded`]) are those of the outer text,
/// escapes included; if the embedded text is not JSON, they are those of its error.
///
/// # Errors
///
/// Fails only if the text is not JSON.
///
/// ```
/// use iot_jobs::{Path, codec};
///
/// let text = "{\n  \"steps\": [{\"action\": {}}]\n}";
/// let action = Path::root().member("steps").index(0).member("action");
/// let places = codec::places(text, [&action, &action.clone().member("name")])?;
/// assert_eq!((places[0].line, places[0].column, places[0].exact), (2, 24, true));
/// assert_eq!(&text[places[0].range.clone()], "{}");
/// assert_eq!((places[1].line, places[1].column, places[1].exact), (2, 24, false));
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn places<'p>(
    text: &str,
    paths: impl IntoIterator<Item = &'p Path>,
) -> Result<Vec<Place>, Error> {
    let ranges = ranges(text, paths)?;
    let positions = positions(text, ranges.iter().map(|(range, _)| range.start));
    let place = |(range, exact): (Range<usize>, bool)| {
        let (line, column) = positions.get(&range.start).copied().unwrap_or((1, 1));
        Place {
            range,
            line,
            column,
            exact,
        }
    };
    Ok(ranges.into_iter().map(place).collect())
}

/// The line and column of the value at a path, or of the innermost value around it; see [`places`].
///
/// `None` if the text is not JSON.
///
/// ```
/// use iot_jobs::{Path, codec};
///
/// let text = "{\n  \"steps\": [{\"action\": {}}]\n}";
/// let action = Path::root().member("steps").index(0).member("action");
/// assert_eq!(codec::locate(text, &action.member("name")), Some((2, 24)));
/// assert_eq!(codec::locate(text, &Path::root().member("version")), Some((1, 1)));
/// ```
pub fn locate(text: &str, path: &Path) -> Option<(usize, usize)> {
    let place = places(text, [path]).ok()?.pop()?;
    Some((place.line, place.column))
}

/// Where the values at these paths, or the innermost around them, start.
pub(crate) fn offsets<'p>(
    text: &str,
    paths: impl IntoIterator<Item = &'p Path>,
) -> Result<Vec<usize>, Error> {
    let ranges = ranges(text, paths)?;
    Ok(ranges.into_iter().map(|(range, _)| range.start).collect())
}

/// The ranges of the values at these paths, and whether each is the value itself.
fn ranges<'p>(
    text: &str,
    paths: impl IntoIterator<Item = &'p Path>,
) -> Result<Vec<(Range<usize>, bool)>, Error> {
    let mut tree = PathTree::default();
    let nodes: Vec<_> = paths.into_iter().map(|path| tree.add(path)).collect();
    syntax::check(text)?;
    let mut reader = Reader::new(text);
    if tree.read(&mut reader, 0).is_err() {
        syntax::explain(text)?;
    }
    Ok(nodes.into_iter().map(|node| tree.range(node)).collect())
}

/// Lines and columns of these offsets, in one pass over the text.
fn positions(text: &str, offsets: impl Iterator<Item = usize>) -> HashMap<usize, (usize, usize)> {
    let mut offsets: Vec<_> = offsets.collect();
    offsets.sort_unstable();
    offsets.dedup();
    let (mut line, mut column, mut read) = (1, 1, 0);
    let position = |offset| {
        for character in text.get(read..offset).unwrap_or_default().chars() {
            if character == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        read = offset;
        (offset, (line, column))
    };
    offsets.into_iter().map(position).collect()
}

/// The requested paths as a tree; the first node is the whole.
struct PathTree<'p> {
    nodes: Vec<Node<'p>>,
}

#[derive(Default)]
struct Node<'p> {
    parent: usize,
    members: HashMap<&'p str, usize>,
    elements: HashMap<usize, usize>,
    embedded: Option<usize>,
    range: Range<usize>,
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
        }
    }
}

impl<'p> PathTree<'p> {
    /// Adds a path; its node.
    fn add(&mut self, path: &'p Path) -> usize {
        path.steps().iter().fold(0, |parent, step| {
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
            child
        })
    }

    /// Reads the value of a node.
    fn read(&mut self, reader: &mut Reader<'_>, node: usize) -> Result<(), Invalid> {
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
                    let name: Cow<'_, str> = reader.name()?;
                    let child = self
                        .nodes
                        .get(node)
                        .and_then(|node| node.members.get(&*name));
                    match child.copied() {
                        Some(child) => self.read(reader, child)?,
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
        let mut offsets: Vec<_> = ranges
            .flat_map(|node| [node.range.start, node.range.end])
            .collect();
        offsets.sort_unstable();
        offsets.dedup();
        let mut outer = literal.offsets();
        let outer: HashMap<_, _> = offsets
            .into_iter()
            .map(|offset| (offset, outer.of(offset)))
            .collect();
        for node in below {
            if let Some(Node { range, .. }) = self.nodes.get_mut(node) {
                let of = |offset| outer.get(&offset).copied().unwrap_or_default();
                *range = of(range.start)..of(range.end);
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

    /// The range of the value at a node, or of the innermost value around it.
    fn range(&self, target: usize) -> (Range<usize>, bool) {
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
