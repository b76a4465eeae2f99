//! JSON text: reading, writing, checking, and where its values are.
//!
//! [`Reader`] is the one scanner: decoding, skipping, locating and checking for placeholders go through it. It
//! rejects text without giving a reason; [`syntax`] finds the reason once something has been rejected.

mod digits;
mod layout;
mod locate;
mod number;
mod places;
mod reader;
mod scan;
mod split;
mod string;
pub(crate) mod syntax;
mod writer;

pub use self::{
    layout::{compact, indent},
    places::{Place, locate, name_places, places},
};
pub(crate) use self::{
    locate::{Occurrence, find},
    number::{integer, scaled},
    places::offsets,
    reader::{Invalid, MAX_DEPTH, Reader},
    scan::{Literal, Token, each},
    split::{elements, members},
    writer::Writer,
};
