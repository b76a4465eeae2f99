//! From offsets in the JSON text to positions in the YAML.

use granit_parser::ScalarStyle;

use super::converted::{Converted, Node, Place};

/// Positions of offsets that are given in ascending order, so that each scalar is read once.
pub(crate) struct Positions<'c> {
    converted: &'c Converted<'c>,
    /// The scalar that is being read, by its index.
    current: Option<(usize, Scalar<'c>)>,
}

impl Converted<'_> {
    /// The positions of offsets that are given in ascending order.
    pub(crate) fn positions(&self) -> Positions<'_> {
        Positions {
            converted: self,
            current: None,
        }
    }
}

impl Positions<'_> {
    /// The position of a part of the JSON text, which is a value or inside of a string; `length` is the number of
    /// its characters.
    pub(crate) fn of(&mut self, offset: usize, length: usize) -> Option<Place> {
        let converted = self.converted;
        let after = converted
            .nodes
            .partition_point(|node| node.json.start <= offset);
        let index = after.checked_sub(1)?;
        let node = converted.nodes.get(index)?;
        let style = node
            .style
            .filter(|_| node.json.start < offset && offset < node.json.end);
        let Some(style) = style else {
            return Some(node.place);
        };
        if self
            .current
            .as_ref()
            .is_none_or(|(current, _)| *current != index)
        {
            self.current = Some((index, Scalar::new(converted, node, style)));
        }
        let (_, scalar) = self.current.as_mut()?;
        scalar.skip_to(offset);
        let rest = converted
            .json
            .get(offset..node.json.end)
            .unwrap_or_default();
        Some(Place {
            line: scalar.line,
            column: scalar.column,
            length: decoded_length(rest, length).unwrap_or(1),
            offset: scalar.offset,
        })
    }
}

/// A scalar whose JSON string and whose source are read together, by the characters that are not white space: the
/// folding of lines and indentation change only white space.
struct Scalar<'c> {
    json: &'c str,
    json_offset: usize,
    yaml: &'c str,
    style: ScalarStyle,
    /// The position in the source.
    offset: usize,
    line: usize,
    column: usize,
}

impl<'c> Scalar<'c> {
    fn new(converted: &'c Converted<'_>, node: &Node, style: ScalarStyle) -> Self {
        let mut scalar = Self {
            json: &converted.json,
            json_offset: node.json.start + 1,
            yaml: converted.yaml,
            style,
            offset: node.place.offset,
            line: node.place.line,
            column: node.place.column,
        };
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        if is_block && scalar.is_first_of_line() {
            return scalar;
        }
        scalar.skip_properties();
        match style {
            ScalarStyle::Plain => {}
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => scalar.skip_character(),
            // The line with `|` or `>` is no content.
            ScalarStyle::Literal | ScalarStyle::Folded => scalar.skip_while(|c| c != '\n'),
        }
        scalar
    }

    /// Whether only white space is before the position on its line: a block scalar without a tag is at its content,
    /// one with a tag at the tag.
    fn is_first_of_line(&self) -> bool {
        let before = self.yaml.get(..self.offset).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.trim().is_empty()
    }

    /// Skips tags and anchors.
    fn skip_properties(&mut self) {
        loop {
            self.skip_while(char::is_whitespace);
            if !matches!(self.next(), Some('!' | '&')) {
                break;
            }
            self.skip_while(|c| !c.is_whitespace());
        }
    }

    fn skip_while(&mut self, skips: impl Fn(char) -> bool) {
        while self.next().is_some_and(&skips) {
            self.skip_character();
        }
    }

    /// The next character of the source.
    fn next(&self) -> Option<char> {
        self.yaml.get(self.offset..)?.chars().next()
    }

    /// Moves the source to the character at an offset of the JSON text.
    fn skip_to(&mut self, offset: usize) {
        while self.json_offset < offset {
            let rest = self.json.get(self.json_offset..).unwrap_or_default();
            let Some((character, length)) = json_character(rest) else {
                break;
            };
            self.json_offset += length;
            if !character.is_whitespace() {
                self.skip_white_space();
                self.skip_decoded();
            }
        }
        self.skip_white_space();
    }

    /// Skips white space of the source, also as escapes.
    fn skip_white_space(&mut self) {
        while self
            .decoded()
            .is_some_and(|(character, _)| character.is_whitespace())
        {
            self.skip_decoded();
        }
    }

    fn skip_decoded(&mut self) {
        let (_, length) = self.decoded().unwrap_or_default();
        for _ in 0..length {
            self.skip_character();
        }
    }

    /// The next character of the content, and the number of characters of its source.
    fn decoded(&self) -> Option<(char, usize)> {
        let mut rest = self.yaml.get(self.offset..)?.chars();
        let first = rest.next()?;
        Some(match (self.style, first) {
            (ScalarStyle::SingleQuoted, '\'') => ('\'', 2),
            (ScalarStyle::DoubleQuoted, '\\') => {
                let escape = rest.next()?;
                let digits = match escape {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => return Some((simple_escape(escape), 2)),
                };
                let number: String = rest.take(digits).collect();
                let number = u32::from_str_radix(&number, 16).ok();
                let character = number.and_then(char::from_u32).unwrap_or_default();
                (character, 2 + digits)
            }
            _ => (first, 1),
        })
    }

    fn skip_character(&mut self) {
        let Some(skipped) = self.next() else { return };
        self.offset += skipped.len_utf8();
        if skipped == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
    }
}

/// The character of an escape; only whether it is white space matters.
fn simple_escape(escape: char) -> char {
    match escape {
        'n' | 't' | 'r' | 'v' | 'f' | 'N' | '_' | 'L' | 'P' | ' ' | '\t' | '\n' | '\r' => ' ',
        other => other,
    }
}

/// The character that a part of a JSON string starts with, and its length in bytes.
fn json_character(text: &str) -> Option<(char, usize)> {
    let mut characters = text.chars();
    let first = characters.next()?;
    if first != '\\' {
        return Some((first, first.len_utf8()));
    }
    Some(match characters.next()? {
        'n' | 't' | 'r' | 'f' => (' ', 2),
        'u' => {
            let digits = text.get(2..6)?;
            let number = u32::from_str_radix(digits, 16).ok()?;
            (char::from_u32(number).unwrap_or_default(), 6)
        }
        other => (other, 2),
    })
}

/// The number of characters that a part of a JSON string stands for, if it has no line break.
fn decoded_length(text: &str, characters: usize) -> Option<usize> {
    let mut rest = text;
    let (mut read, mut decoded) = (0, 0);
    while read < characters {
        if rest.starts_with("\\n") {
            return None;
        }
        let (_, length) = json_character(rest)?;
        let (skipped, after) = rest.split_at_checked(length)?;
        read += skipped.chars().count();
        decoded += 1;
        rest = after;
    }
    Some(decoded)
}
