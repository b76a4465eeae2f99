//! A set of characters.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// A set of characters: of ASCII any, beyond it whole general categories or all but these.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Class {
    /// A bit for each character of ASCII.
    ascii: u128,
    /// The categories whose other characters it holds.
    categories: u8,
    /// Whether it holds, beyond ASCII, all but its categories.
    negated: bool,
}

const OTHER: u8 = 1;
const LETTER: u8 = 2;
const SEPARATOR: u8 = 4;
const NUMBER: u8 = 8;

impl Class {
    /// No character.
    pub(super) const NONE: Self = Self {
        ascii: 0,
        categories: 0,
        negated: false,
    };

    /// Every character that ends no line.
    pub(super) const ANY: Self = Self::NONE.character(b'\n').character(b'\r').negated();

    /// With a character of ASCII.
    pub(super) const fn character(self, character: u8) -> Self {
        self.range(character, character)
    }

    /// With a range of ASCII, both ends included.
    pub(super) const fn range(mut self, first: u8, last: u8) -> Self {
        assert!(first <= last && last < 128, "a range of ASCII");
        let up_to_last = u128::MAX >> (127 - last);
        self.ascii |= up_to_last & (u128::MAX << first);
        self
    }

    /// With what `\p{…}` stands for; `Upper` and `Digit` are of ASCII, as in Java.
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
        assert!(ascii.ascii != 0, "a property that no pattern has yet");
        Self {
            ascii: self.ascii | ascii.ascii,
            categories: self.categories | category,
            negated: self.negated,
        }
    }

    /// All but these.
    pub(super) const fn negated(self) -> Self {
        Self {
            ascii: !self.ascii,
            categories: self.categories,
            negated: !self.negated,
        }
    }

    pub(super) fn contains(&self, character: char) -> bool {
        match u8::try_from(character) {
            Ok(ascii @ ..128) => self.ascii & (1 << ascii) != 0,
            _ => (self.categories & category(character) != 0) != self.negated,
        }
    }
}

/// The bit of a character's category; none for the categories that no pattern names.
fn category(character: char) -> u8 {
    match character.general_category_group() {
        GeneralCategoryGroup::Other => OTHER,
        GeneralCategoryGroup::Letter => LETTER,
        GeneralCategoryGroup::Separator => SEPARATOR,
        GeneralCategoryGroup::Number => NUMBER,
        _ => 0,
    }
}
