//! Where the values at many paths are in a text, found in one pass.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::{Invalid, Reader, syntax};
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
    range: Range<usize>,
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
        let (members, elements) = match self.nodes.get_mut(node) {
            Some(node) => {
                node.found = found;
                (!node.members.is_empty(), !node.elements.is_empty())
            }
            None => (false, false),
        };
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
        let parent = self.nodes.get(node).map_or(0, |node| node.parent);
        let found_in = self.nodes.get(parent).map_or(0, |parent| parent.found);
        if let Some(node) = self.nodes.get_mut(node) {
            node.range = start..reader.offset();
            node.found_in = found_in;
        }
        Ok(())
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
        let range = self.nodes.get(innermost).map(|node| node.range.clone());
        (range.unwrap_or_default(), innermost == target)
    }
}
