//! The text of paths.

use std::fmt;

use super::{Name, Path, Step};

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.steps.is_empty() {
            return f.write_str("$");
        }
        let mut first = true;
        for step in self.steps.iter().take(MOST_STEPS) {
            match step {
                Step::Member(name) => write_name(f, name, first)?,
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Embedded => f.write_str(if first { "$ → " } else { " → " })?,
            }
            first = matches!(step, Step::Embedded);
        }
        if first && self.steps.len() <= MOST_STEPS {
            f.write_str("$")?;
        }
        f.write_str(if self.steps.len() > MOST_STEPS {
            "…"
        } else {
            ""
        })
    }
}

// A name may be the URL of a download, whose query must not be logged.
impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Path({self})")
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Member(name) => write!(f, "Member({name:?})"),
            Step::Index(index) => write!(f, "Index({index})"),
            Step::Embedded => f.write_str("Embedded"),
        }
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_name(f, self, true)
    }
}

impl PartialEq<str> for Path {
    fn eq(&self, text: &str) -> bool {
        let shown = self.to_string();
        shown == text
    }
}

impl PartialEq<&str> for Path {
    fn eq(&self, text: &&str) -> bool {
        self == *text
    }
}

/// The maximum number of steps that are shown; no declared value is below so many.
const MOST_STEPS: usize = 24;

/// The longest part of a name that is shown, in characters.
const LONGEST: usize = 64;

/// Whether a name is the URL of a download; a long name counts as one, since it is shown for each of the
/// places below it.
fn may_be_url(name: &str) -> bool {
    const LONG: usize = 4096;
    name.len() > LONG || name.contains("://") || name.contains("X-Amz-")
}

/// Writes a name; one that contains the punctuation of paths is quoted.
fn write_name(f: &mut fmt::Formatter<'_>, name: &str, first: bool) -> fmt::Result {
    let long = name.char_indices().nth(LONGEST).map(|(end, _)| end);
    let start = name.get(..long.unwrap_or(name.len())).unwrap_or(name);
    let query = start.find('?').filter(|_| may_be_url(name));
    let end = query.unwrap_or(start.len());
    let excerpt = start.get(..end).unwrap_or(start);
    let ellipsis = if end < name.len() { "…" } else { "" };
    let punctuation =
        |c: char| matches!(c, '.' | '[' | ']' | '"') || c.is_whitespace() || c.is_control();
    if name.is_empty() || name == "$" || excerpt.contains(punctuation) {
        return write!(f, "[{excerpt:?}{ellipsis}]");
    }
    if !first {
        f.write_str(".")?;
    }
    write!(f, "{excerpt}{ellipsis}")
}
