//! Parses a pattern's text at compile time.

// All of this is evaluated at compile time, where a panic is a build error.
#![allow(clippy::indexing_slicing, clippy::panic)]

use super::{ATOMS, Atom, Class, Pattern, Repeated};

impl Pattern {
    /// Parses a pattern; one with unsupported syntax does not compile.
    pub(crate) const fn read(text: &str) -> Self {
        let mut atoms = [Atom::NONE; ATOMS];
        let mut count = 0;
        let mut first = true;
        let mut rest = text.as_bytes();
        while let [next, after @ ..] = rest {
            rest = after;
            let class = match next {
                // A value is matched whole, so anchors at its ends add nothing.
                b'^' => {
                    assert!(first, "`^` begins an alternative");
                    continue;
                }
                b'$' => {
                    assert!(matches!(rest, [] | [b'|', ..]), "`$` ends an alternative");
                    continue;
                }
                b'(' | b')' => {
                    assert!(
                        !matches!(rest, [b'+' | b'*', ..]),
                        "a group is not repeated"
                    );
                    continue;
                }
                b'|' => {
                    assert!(!first, "an alternative is empty");
                    atoms[count - 1].last = true;
                    first = true;
                    continue;
                }
                b'[' => {
                    let (class, after) = class(rest);
                    rest = after;
                    class
                }
                b'.' => Class::ANY,
                b'\\' => {
                    let (character, after) = escaped(rest);
                    rest = after;
                    Class::NONE.character(character)
                }
                b'?' | b'{' | b'+' | b'*' => panic!("an unsupported repetition"),
                character => Class::NONE.character(*character),
            };
            let repeated = match rest {
                [b'+', ..] => Repeated::AtLeastOnce,
                [b'*', ..] => Repeated::AnyTimes,
                _ => Repeated::Once,
            };
            if let ([_, after @ ..], Repeated::AtLeastOnce | Repeated::AnyTimes) = (rest, repeated)
            {
                rest = after;
            }
            atoms[count] = Atom {
                class,
                ranges: class.ranges(),
                repeated,
                first,
                last: false,
                next: 0,
            };
            first = false;
            count += 1;
        }
        assert!(!first, "an alternative is empty");
        atoms[count - 1].last = true;
        let (mut start, mut index) = (0, 0);
        while index < count {
            if atoms[index].first {
                start |= Self::enter(&atoms, index);
            }
            atoms[index].next = Self::next(&atoms, index);
            index += 1;
        }
        Self { atoms, start }
    }
}

/// The class after a `[`, and the text after its `]`.
const fn class(text: &[u8]) -> (Class, &[u8]) {
    let (negated, mut rest) = match text {
        [b'^', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let mut class = Class::NONE;
    while let [next, after @ ..] = rest {
        rest = after;
        let first = match next {
            b']' => {
                let class = if negated { class.negated() } else { class };
                return (class, rest);
            }
            b'\\' => {
                if let [b'p', b'{', after @ ..] = rest {
                    let (name, after) = name(after);
                    class = class.property(name);
                    rest = after;
                    continue;
                }
                let (character, after) = escaped(rest);
                rest = after;
                character
            }
            character => *character,
        };
        (class, rest) = match rest {
            [b'-', b'\\', after @ ..] => {
                let (last, after) = escaped(after);
                (class.range(first, last), after)
            }
            [b'-', b']', ..] => (class.character(first), rest),
            [b'-', last, after @ ..] => (class.range(first, *last), after),
            _ => (class.character(first), rest),
        };
    }
    panic!("a class without its `]`")
}

/// The name inside `\p{…}`, and the text after the `}`.
const fn name(text: &[u8]) -> (&[u8], &[u8]) {
    let mut length = 0;
    let mut rest = text;
    while let [next, after @ ..] = rest {
        rest = after;
        if *next == b'}' {
            break;
        }
        length += 1;
    }
    (text.split_at(length).0, rest)
}

/// The character after a `\`, and the text after it.
const fn escaped(text: &[u8]) -> (u8, &[u8]) {
    if let [b'x', high, low, rest @ ..] = text {
        return (digit(*high) * 16 + digit(*low), rest);
    }
    match text {
        [character, rest @ ..] if !character.is_ascii_alphanumeric() => (*character, rest),
        _ => panic!("an unsupported escape"),
    }
}

/// The value of a hexadecimal digit.
const fn digit(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'A'..=b'F' => digit - b'A' + 10,
        b'a'..=b'f' => digit - b'a' + 10,
        _ => panic!("not a hexadecimal digit"),
    }
}
