//! A set of characters.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use super::ranges::Ranges;

/// A set of characters: any of ASCII, and of the others whole general categories or all but these.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Class {
    /// A bit for each character of ASCII below 64.
    low: u64,
    /// A bit for each character of ASCII from 64 on.
    high: u64,
    /// The categories whose characters outside ASCII it contains.
    categories: u8,
    /// Whether it contains, outside ASCII, all characters except those of its categories.
    negated: bool,
}

const OTHER: u8 = 1;
const LETTER: u8 = 2;
const SEPARATOR: u8 = 4;
const NUMBER: u8 = 8;

impl Class {
    /// No character.
    pub(super) const NONE: Self = Self {
        low: 0,
        high: 0,
        categories: 0,
        negated: false,
    };

    /// Every character except line terminators.
    pub(super) const ANY: Self = Self::NONE.character(b'\n').character(b'\r').negated();

    /// Adds an ASCII character.
    pub(super) const fn character(self, character: u8) -> Self {
        self.range(character, character)
    }

    /// Adds a range of ASCII characters, both ends included.
    pub(super) const fn range(self, first: u8, last: u8) -> Self {
        assert!(first <= last && last < 128, "a range of ASCII");
        self.with((u128::MAX >> (127 - last)) & (u128::MAX << first))
    }

    /// Adds an ASCII character for each bit.
    #[allow(clippy::cast_possible_truncation)] // Each half is kept.
    const fn with(mut self, bits: u128) -> Self {
        self.low |= bits as u64;
        self.high |= (bits >> 64) as u64;
        self
    }

    /// Adds the characters of `\p{…}`; `Upper` and `Digit` are ASCII only, as in Java.
    pub(super) const fn property(self, name: &[u8]) -> Self {
        let (ascii, category) = match name {
            b"Upper" => (Self::NONE.range(b'A', b'Z'), 0),
            b"Digit" => (Self::NONE.range(b'0', b'9'), 0),
            b"C" => (Self::NONE.range(0, 0x1F).character(0x7F), OTHER),
            b"L" => (Self::NONE.range(b'A', b'Z').range(b'a', b'z'), LETTER),
            b"Z" => (Self::NONE.character(b' '), SEPARATOR),
            b"N" => (Self::NONE.range(b'0', b'9'), NUMBER),
            _ => (Self::NONE, 0),
        };
        assert!(ascii.low | ascii.high != 0, "an unsupported property");
        Self {
            low: self.low | ascii.low,
            high: self.high | ascii.high,
            categories: self.categories | category,
            negated: self.negated,
        }
    }

    /// The characters that are not in this set.
    pub(super) const fn negated(self) -> Self {
        Self {
            low: !self.low,
            high: !self.high,
            categories: self.categories,
            negated: !self.negated,
        }
    }

    pub(super) fn contains(&self, character: char) -> bool {
        match u8::try_from(character) {
            Ok(ascii @ ..128) => self.has(ascii),
            _ => (self.categories & category(character) != 0) != self.negated,
        }
    }

    /// Its ASCII characters, as ranges.
    pub(super) const fn ranges(&self) -> Ranges {
        Ranges::of(self.low as u128 | (self.high as u128) << 64)
    }

    /// Whether it contains an ASCII character.
    fn has(&self, ascii: u8) -> bool {
        let half = if ascii < 64 { self.low } else { self.high };
        half >> (ascii & 63) & 1 == 1
    }
}

/// The bit of a character's category; none for the categories that no pattern names.
fn category(character: char) -> u8 {
    // Most letters outside ASCII are in these ranges, for which the search in the table is not needed.
    if let 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ѐ'..='ҁ' | '一'..='鿿' | '가'..='힣' = character
    {
        return LETTER;
    }
    match character.general_category_group() {
        GeneralCategoryGroup::Other => OTHER,
        GeneralCategoryGroup::Letter => LETTER,
        GeneralCategoryGroup::Separator => SEPARATOR,
        GeneralCategoryGroup::Number => NUMBER,
        _ => 0,
    }
}
