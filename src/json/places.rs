//! Where the values at many paths are in a text, found in one pass.

mod tree;

use std::{collections::HashMap, ops::Range};

use self::tree::PathTree;
use super::{Reader, syntax};
use crate::{error::Error, path::Path};

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
    Ok(with_positions(text, ranges(text, paths, PathTree::range)?))
}

/// The places of the names of the members at these paths, with their quotes; where a path does not end with a
/// member or has no value, the place that [`places`] gives.
///
/// # Errors
///
/// Fails only if the text is not JSON.
///
/// ```
/// use iot_jobs::{Path, codec};
///
/// let text = r#"{"job": {"jobID": "a"}}"#;
/// let id = Path::root().member("job").member("jobID");
/// let places = codec::name_places(text, [&id])?;
/// assert_eq!(&text[places[0].range.clone()], r#""jobID""#);
/// assert_eq!((places[0].line, places[0].column), (1, 10));
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn name_places<'p>(
    text: &str,
    paths: impl IntoIterator<Item = &'p Path>,
) -> Result<Vec<Place>, Error> {
    let range = |tree: &PathTree<'_>, node| match tree.name(node) {
        Some(name) => (name, true),
        None => tree.range(node),
    };
    Ok(with_positions(text, ranges(text, paths, range)?))
}

/// Ranges as places.
fn with_positions(text: &str, ranges: Vec<(Range<usize>, bool)>) -> Vec<Place> {
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
    ranges.into_iter().map(place).collect()
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
    let ranges = ranges(text, paths, PathTree::range)?;
    Ok(ranges.into_iter().map(|(range, _)| range.start).collect())
}

/// The ranges of the values at these paths, as `range` gives them, and whether each is the value itself.
fn ranges<'p>(
    text: &str,
    paths: impl IntoIterator<Item = &'p Path>,
    range: impl Fn(&PathTree<'p>, usize) -> (Range<usize>, bool),
) -> Result<Vec<(Range<usize>, bool)>, Error> {
    let mut tree = PathTree::default();
    let nodes: Vec<_> = paths.into_iter().map(|path| tree.add(path)).collect();
    syntax::check(text)?;
    let mut reader = Reader::new(text);
    if tree.read(&mut reader, 0).is_err() {
        syntax::explain(text)?;
    }
    Ok(nodes.into_iter().map(|node| range(&tree, node)).collect())
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
