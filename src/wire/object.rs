//! Structures: JSON objects with declared members.

use super::{UnknownMembers, Wire};
use crate::facts::Member;

/// A structure that is read and written member by member.
pub trait Object: Wire {
    /// Whether it is an MQTT message, in which job documents are JSON values.
    const MQTT: bool;

    /// The index of the member with this wire name.
    fn position(wire_name: &str) -> Option<usize>;

    /// The index of the member whose quoted wire name and colon the text starts with, and their length; `None`
    /// for names that are written in another way, too.
    fn literal(text: &[u8]) -> Option<(usize, usize)>;

    /// Reads the members of an object into `place`, which is empty.
    fn read_members<'de, R: MemberReader<'de>>(
        reader: R,
        place: &mut Option<Self>,
    ) -> Result<(), R::Error>;

    /// Writes the declared members that are not absent.
    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error>;

    /// The members that the shape does not declare.
    fn undeclared(&self) -> &UnknownMembers;
}

/// The members of an object to be decoded.
pub trait MemberReader<'de> {
    /// Why a member was not decoded.
    type Error;

    /// Reads the value of a declared member like [`value`](Self::value), if a reader of text is at this literal,
    /// the member's quoted name and its colon; the generated code calls this for each member in order before
    /// [`next`](Self::next), which reads what is not in order.
    #[inline]
    fn value_in_order<const NULLABLE: bool, const N: usize, T: Wire>(
        &mut self,
        _position: usize,
        _literal: &[u8; N],
        _member: &'static Member,
        _place: &mut Option<T>,
    ) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Reads the name of the next member of an object of this type; `None` at the end of the object.
    fn next<T: Object>(&mut self) -> Result<Option<NextMember>, Self::Error>;

    /// Reads the value of a declared member, which has this index, into its place; `null` leaves it empty if
    /// `NULLABLE`.
    fn value<const NULLABLE: bool, T: Wire>(
        &mut self,
        position: usize,
        member: &'static Member,
        place: &mut Option<T>,
    ) -> Result<(), Self::Error>;

    /// Reads the value of the unknown member whose name was read last.
    fn unknown(&mut self, members: &mut UnknownMembers) -> Result<(), Self::Error>;

    /// The error that a required member is absent.
    fn missing(&self, member: &'static Member) -> Self::Error;
}

/// The member whose name was read.
#[derive(Clone, Copy, Debug)]
pub enum NextMember {
    /// A declared member, by its index.
    Declared(usize),
    /// A member that the shape does not declare.
    Unknown,
}

/// Where the members of an object are encoded to.
pub trait MemberWriter {
    /// Why a member was not encoded.
    type Error;

    /// Writes a member, unless it is absent; `name` is a comma, the quoted wire name and a colon.
    fn member<T: Wire>(
        &mut self,
        name: &'static str,
        member: &'static Member,
        value: &T,
    ) -> Result<(), Self::Error>;
}

/// The declared members that have been read, if only as `null`: a bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen(u64);

impl Seen {
    /// Adds a member; whether it is the first time.
    #[inline]
    pub(super) fn insert(&mut self, position: usize) -> bool {
        let bit = 1 << position;
        let first = self.0 & bit == 0;
        self.0 |= bit;
        first
    }
}

/// The index and the length of a member's literal, if the text starts with it.
#[inline]
pub(crate) fn literal<const N: usize>(
    text: &[u8],
    literal: &[u8; N],
    position: usize,
) -> Option<(usize, usize)> {
    (text.first_chunk() == Some(literal)).then_some((position, N))
}

/// Puts a value in a place that is empty.
#[inline]
pub(crate) fn fill<T>(place: &mut Option<T>, value: T) {
    // The compiler cannot know that there is nothing to drop.
    std::mem::forget(place.replace(value));
}
