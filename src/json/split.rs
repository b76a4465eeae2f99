//! The members of one object and the elements of one array, as JSON text.

use std::borrow::Cow;

use super::{Invalid, Reader};

/// The names and values of an object, if the text starts with one.
pub(crate) fn members(text: &str) -> Result<Vec<(Cow<'_, str>, &str)>, Invalid> {
    let mut reader = Reader::new(text);
    let mut members = Vec::new();
    let mut more = reader.open(b'{', b'}')?;
    while more {
        let name = reader.name()?;
        members.push((name, reader.raw()?.text));
        more = reader.more(b'}')?;
    }
    Ok(members)
}

/// The values of an array, if the text starts with one.
pub(crate) fn elements(text: &str) -> Result<Vec<&str>, Invalid> {
    let mut reader = Reader::new(text);
    let mut elements = Vec::new();
    let mut more = reader.open(b'[', b']')?;
    while more {
        elements.push(reader.raw()?.text);
        more = reader.more(b']')?;
    }
    Ok(elements)
}
