//! Unusual texts: characters and spellings that programs often handle wrongly.

use proptest::strategy::BoxedStrategy;

use super::{
    generate::random,
    generated::{Generated, Text},
};

/// The parts of unusual texts other than words.
const PARTS: &[&str] = &[
    "é",
    "日本",
    "😀",
    "e\u{301}",
    // An emoji of four characters, joined by U+200D.
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}",
    "\0",
    "\u{1f}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    // Reverses the direction of the text after it.
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ffff}",
    "\u{10ffff}",
    "\u{8}\u{c}\n\r\t",
    "\"",
    "\\",
    "\\u0041",
    "'",
    "{[,:]}",
    "/",
    "../",
    "%00",
    "%2F",
    "?",
    "#",
    "+",
    "$next",
    "null",
    "-1",
    "1e400",
    "${aws:iot:parameter:",
    "${aws:iot:s3-presigned-url:https://s3.amazonaws.com/bucket/key}",
    "https://bucket.s3.amazonaws.com/key?X-Amz-Signature=0123456789abcdef",
];

/// The characters of words.
const IN_WORDS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 /.:_$-";

/// Short texts of words and unusual parts.
pub(super) fn text() -> BoxedStrategy<Generated> {
    random(|random| {
        let mut text = String::new();
        for _ in 0..random.below(4) {
            if random.below(2) == 0 {
                let word = (0..=random.below(8)).map(|_| random.below(IN_WORDS.len()));
                let word = word.filter_map(|index| IN_WORDS.get(index).copied());
                text.extend(word.map(char::from));
            } else {
                text.extend(PARTS.get(random.below(PARTS.len())).copied());
            }
        }
        Generated::Text(Text::any(&text))
    })
}
