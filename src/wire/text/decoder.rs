//! Decoding from text.

use std::borrow::Cow;

use aws_smithy_types::DateTime;

use crate::{
    facts::Member,
    json::{Invalid, Reader, compact},
    wire::{
        Decoder, FromJson, Json, Key, MemberReader, NextMember, Object, Repeated, UnknownMembers,
        Wire, object::Seen, timestamp,
    },
};

/// The next value of a reader, which may be that of a member.
pub(crate) struct TextDecoder<'r, 't> {
    reader: &'r mut Reader<'t>,
    member: Option<&'static Member>,
}

impl<'r, 't> TextDecoder<'r, 't> {
    /// The next value of a reader.
    #[inline]
    pub(crate) fn new(reader: &'r mut Reader<'t>) -> Self {
        let member = None;
        Self { reader, member }
    }

    /// Whether the constraint allows a string of digits in place of the number.
    fn allows_digits(&self) -> bool {
        let constraint = self.member.and_then(|member| member.constraint);
        constraint.is_some_and(|constraint| constraint.digits_in_a_string)
    }
}

impl<'t> Decoder<'t> for TextDecoder<'_, 't> {
    type Error = Invalid;

    #[inline]
    fn string(self) -> Result<String, Invalid> {
        self.reader.owned_string()
    }

    #[inline]
    fn string_with<T>(self, make: fn(&str) -> T) -> Result<T, Invalid> {
        match self.reader.short_plain_string() {
            Some(text) => Ok(make(text)),
            None => self.reader.string().map(|text| make(&text)),
        }
    }

    #[inline]
    fn boolean(self) -> Result<bool, Invalid> {
        self.reader.boolean()
    }

    #[inline]
    fn integer<T: Wire + TryFrom<i64>>(self) -> Result<T, Invalid> {
        let number = match self.reader.peek() {
            Some(b'"') if self.allows_digits() => digits(&self.reader.string()?).ok_or(Invalid)?,
            _ => self.reader.integer()?,
        };
        T::try_from(number).map_err(|_| Invalid)
    }

    fn double(self) -> Result<f64, Invalid> {
        let number: f64 = self.reader.number()?.parse().map_err(|_| Invalid)?;
        if number.is_finite() {
            Ok(number)
        } else {
            Err(Invalid)
        }
    }

    #[inline]
    fn timestamp(self) -> Result<DateTime, Invalid> {
        match self.reader.decimal() {
            Some((seconds, micros)) => Ok(timestamp::from_seconds(seconds, micros)),
            None => unusual_timestamp(self.reader),
        }
    }

    fn json<T: FromJson>(self) -> Result<T, Invalid> {
        let json = match self.reader.peek() {
            Some(b'"') => Json::String(self.reader.string()?),
            // The absence of a value, of whatever type.
            Some(b'n') => return Err(Invalid),
            _ => Json::Other(self.reader.raw()?.text),
        };
        T::from_json(json).ok_or(Invalid)
    }

    fn list<T: Wire>(self) -> Result<Vec<T>, Invalid> {
        let mut elements = Vec::new();
        let mut more = self.reader.open(b'[', b']')?;
        while more {
            let mut element = None;
            T::decode_into(TextDecoder::new(self.reader), &mut element)?;
            let Some(element) = element else {
                return Err(Invalid);
            };
            elements.push(element);
            more = self.reader.more(b']')?;
        }
        Ok(elements)
    }

    fn map<K: Key, T: Wire>(
        self,
        insert: &mut dyn FnMut(K, Option<T>) -> Result<(), Repeated>,
    ) -> Result<(), Invalid> {
        let mut more = self.reader.open(b'{', b'}')?;
        while more {
            let key = K::from_text(&self.reader.name()?);
            let value = T::decode(TextDecoder::new(self.reader))?;
            insert(key, Some(value)).map_err(|Repeated| Invalid)?;
            more = self.reader.more(b'}')?;
        }
        Ok(())
    }

    #[inline]
    fn object<T: Object>(self) -> Result<T, Invalid> {
        let mut place = None;
        self.object_into(&mut place)?;
        place.ok_or(Invalid)
    }

    #[inline]
    fn object_into<T: Object>(self, place: &mut Option<T>) -> Result<(), Invalid> {
        let more = self.reader.open(b'{', b'}')?;
        let members = TextMembers {
            reader: self.reader,
            more,
            seen: Seen::default(),
            unknown: Cow::Borrowed(""),
        };
        T::read_members(members, place)
    }

    #[inline]
    fn nullable<T: Wire>(self, place: &mut Option<T>) -> Result<(), Invalid> {
        // From the start of the value, not from where it was rejected.
        let start = self.reader.mark();
        let (reader, member) = (self.reader, self.member);
        if T::decode_into(TextDecoder { reader, member }, place).is_ok() {
            return Ok(());
        }
        reader.reset(start);
        reader.null()
    }
}

/// A timestamp with a sign, an exponent, many digits, or as a string.
#[cold]
fn unusual_timestamp(reader: &mut Reader<'_>) -> Result<DateTime, Invalid> {
    let timestamp = match reader.peek() {
        Some(b'"') => timestamp::from_iso(&reader.string()?),
        _ => timestamp::from_number(reader.number()?),
    };
    timestamp.ok_or(Invalid)
}

/// The integer of a string of digits.
pub(in crate::wire) fn digits(text: &str) -> Option<i64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// The members of an object of a text.
struct TextMembers<'r, 't> {
    reader: &'r mut Reader<'t>,
    /// Whether the reader is at a name, and not after the object.
    more: bool,
    seen: Seen,
    /// The name of the unknown member that was read last.
    unknown: Cow<'t, str>,
}

impl TextMembers<'_, '_> {
    /// Reads a value, and the comma or the bracket after it.
    #[inline]
    fn value_and_comma<const NULLABLE: bool, T: Wire>(
        &mut self,
        member: &'static Member,
        place: &mut Option<T>,
    ) -> Result<(), Invalid> {
        let decoder = TextDecoder {
            reader: self.reader,
            member: Some(member),
        };
        if NULLABLE {
            decoder.nullable(place)?;
        } else {
            T::decode_into(decoder, place)?;
        }
        self.more = self.reader.more(b'}')?;
        Ok(())
    }
}

impl<'t> MemberReader<'t> for TextMembers<'_, 't> {
    type Error = Invalid;

    #[inline]
    fn value_in_order<const NULLABLE: bool, const N: usize, T: Wire>(
        &mut self,
        position: usize,
        literal: &[u8; N],
        member: &'static Member,
        place: &mut Option<T>,
    ) -> Result<(), Invalid> {
        if !self.more || self.reader.rest().first_chunk() != Some(literal) {
            return Ok(());
        }
        self.reader.skip(N);
        self.reader.skip_space();
        self.seen.insert(position);
        self.value_and_comma::<NULLABLE, T>(member, place)
    }

    #[inline]
    fn next<T: Object>(&mut self) -> Result<Option<NextMember>, Invalid> {
        if !self.more {
            return Ok(None);
        }
        if let Some((position, length)) = T::literal(self.reader.rest()) {
            self.reader.skip(length);
            self.reader.skip_space();
            return Ok(Some(NextMember::Declared(position)));
        }
        let name = self.reader.name()?;
        if let Some(position) = T::position(&name) {
            return Ok(Some(NextMember::Declared(position)));
        }
        self.unknown = name;
        Ok(Some(NextMember::Unknown))
    }

    fn value<const NULLABLE: bool, T: Wire>(
        &mut self,
        position: usize,
        member: &'static Member,
        place: &mut Option<T>,
    ) -> Result<(), Invalid> {
        if !self.seen.insert(position) {
            return Err(Invalid);
        }
        self.value_and_comma::<NULLABLE, T>(member, place)
    }

    fn unknown(&mut self, members: &mut UnknownMembers) -> Result<(), Invalid> {
        let raw = self.reader.raw()?;
        let value = if raw.spaced {
            compact(raw.text).into_boxed_str()
        } else {
            raw.text.into()
        };
        if !members.add(&self.unknown, value) {
            return Err(Invalid);
        }
        self.more = self.reader.more(b'}')?;
        Ok(())
    }

    #[cold]
    fn missing(&self, _: &'static Member) -> Invalid {
        Invalid
    }
}
