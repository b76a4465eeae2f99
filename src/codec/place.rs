//! Where the values of JSON text stand, from the paths that violations and errors write.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
    ops::Range,
};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::scan;
use crate::error::Error;

/// The part of a JSON text that a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The bytes of the value.
    pub range: Range<usize>,
    /// The line that the value starts in, from 1.
    pub line: usize,
    /// The column in this line, in characters from 1.
    pub column: usize,
    /// Whether the value is the one that the path names, and not the innermost one around it.
    pub exact: bool,
}

/// The places of the values at these paths, as violations and errors write them, in one pass over
/// the text; of the innermost value around one that is not there, such as an absent member.
///
/// Of members with equal names the last counts. Only text that is not JSON is an error.
///
/// ```
/// use iot_jobs::codec;
///
/// let text = "{\n  \"steps\": [{\"action\": {}}]\n}";
/// let places = codec::places(text, ["steps[0].action", "steps[0].action.name"])?;
/// assert_eq!((places[0].line, places[0].column, places[0].exact), (2, 24, true));
/// assert_eq!(&text[places[0].range.clone()], "{}");
/// assert_eq!((places[1].line, places[1].column, places[1].exact), (2, 24, false));
/// # Ok::<(), iot_jobs::Error>(())
/// ```
pub fn places<'p>(
    text: &str,
    paths: impl IntoIterator<Item = &'p str>,
) -> Result<Vec<Place>, Error> {
    let paths: Vec<_> = paths.into_iter().collect();
    let starts = starts(text, &paths)?;
    let newlines: Vec<_> = text.match_indices('\n').map(|(at, _)| at).collect();
    let mut ends = HashMap::new();
    let place = |&path: &&str| {
        let (around, start) = innermost(&starts, path);
        let end = *ends.entry(start).or_insert_with(|| end(text, start));
        let above = newlines.partition_point(|&newline| newline < start);
        let line = newlines.get(above.wrapping_sub(1)).map_or(0, |at| at + 1);
        let before = text.get(line..start).unwrap_or_default();
        Place {
            range: start..end,
            line: above + 1,
            column: before.chars().count() + 1,
            exact: around == in_text(path),
        }
    };
    Ok(paths.iter().map(place).collect())
}

/// The line and column of the value at a path, or of the innermost value around it; see [`places`].
///
/// `None` if the text is not JSON.
///
/// ```
/// use iot_jobs::codec;
///
/// let text = "{\n  \"steps\": [{\"action\": {}}]\n}";
/// assert_eq!(codec::locate(text, "steps[0].action.name"), Some((2, 24)));
/// assert_eq!(codec::locate(text, "version"), Some((1, 1)));
/// ```
pub fn locate(text: &str, path: &str) -> Option<(usize, usize)> {
    let place = places(text, [path]).ok()?.pop()?;
    Some((place.line, place.column))
}

/// Where the values at these paths, or the innermost around them, start.
pub(crate) fn offsets(text: &str, paths: &[&str]) -> Result<Vec<usize>, Error> {
    let starts = starts(text, paths)?;
    let offset = |path: &&str| innermost(&starts, path).1;
    Ok(paths.iter().map(offset).collect())
}

/// A path as a scan writes it, which has no sign for the whole.
fn in_text(path: &str) -> &str {
    if path == "$" { "" } else { path }
}

/// Where the values at these paths and around them start.
fn starts<'p>(text: &str, paths: &[&'p str]) -> Result<HashMap<&'p str, usize>, Error> {
    let wanted: HashSet<_> = paths.iter().flat_map(|path| outwards(path)).collect();
    let mut starts = HashMap::new();
    if wanted.is_empty() {
        return Ok(starts);
    }
    let mut path = String::new();
    scan::each(text, |at, token| {
        path.clear();
        // Writing to a String does not fail.
        let _ = write!(path, "{at}");
        if let Some(&path) = wanted.get(path.as_str()) {
            starts.insert(path, token.offset());
        }
    })?;
    Ok(starts)
}

/// A path and the paths of all around it, the whole as the last.
fn outwards(path: &str) -> impl Iterator<Item = &str> {
    scan::outwards(in_text(path)).chain([""])
}

/// The longest of a path and those around it that something stands at.
fn innermost<'p>(starts: &HashMap<&str, usize>, path: &'p str) -> (&'p str, usize) {
    let mut around = outwards(path);
    let found = around.find_map(|around| Some((around, *starts.get(around)?)));
    found.unwrap_or_default()
}

/// Where the value that starts here ends.
fn end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut json = serde_json::Deserializer::from_str(rest);
    start + <&RawValue>::deserialize(&mut json).map_or(0, |value| value.get().len())
}
