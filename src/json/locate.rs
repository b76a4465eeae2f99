//! The text of one value, also in text that is malformed after it.

use super::{Invalid, Reader};
use crate::path::Step;

/// One of several members with the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occurrence {
    First,
    Second,
}

/// The JSON text of the value at a path and its offset, if the value is well-formed.
pub(crate) fn find<'t>(
    text: &'t str,
    path: &[Step],
    occurrence: Occurrence,
) -> Option<(&'t str, usize)> {
    let mut reader = Reader::new(text);
    descend(&mut reader, path, occurrence).ok()?;
    let offset = reader.offset();
    Some((reader.raw().ok()?.text, offset))
}

/// Moves the reader to the value at a path.
fn descend(reader: &mut Reader<'_>, path: &[Step], occurrence: Occurrence) -> Result<(), Invalid> {
    let Some((step, below)) = path.split_first() else {
        return Ok(());
    };
    match step {
        Step::Member(target) => {
            let mut skipped = below.is_empty() && occurrence == Occurrence::Second;
            let mut more = reader.open(b'{', b'}')?;
            while more {
                if *reader.name()? == **target && !std::mem::take(&mut skipped) {
                    return descend(reader, below, occurrence);
                }
                reader.raw()?;
                more = reader.more(b'}')?;
            }
        }
        Step::Index(target) => {
            let mut more = reader.open(b'[', b']')?;
            for _ in 0..*target {
                if more {
                    reader.raw()?;
                    more = reader.more(b']')?;
                }
            }
            if more {
                return descend(reader, below, occurrence);
            }
        }
        // Errors of decoding are not about what a string contains.
        Step::Embedded => {}
    }
    Err(Invalid)
}
