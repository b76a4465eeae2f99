//! Strings that programs stumble over.

use proptest::{collection::vec, prelude::*, sample::select};

/// What strings are pieced together from, besides words.
const PIECES: &[&str] = &[
    "é",
    "日本",
    "😀",
    "e\u{301}",
    // A family: four people, joined.
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}",
    "\0",
    "\u{1f}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    // What follows is shown from right to left.
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

/// Short strings of words and odd pieces.
pub(super) fn text() -> BoxedStrategy<String> {
    let piece = select(PIECES).prop_map(str::to_owned);
    vec(prop_oneof!["[a-zA-Z0-9 /.:_$-]{1,8}", piece], 0..4)
        .prop_map(|pieces| pieces.concat())
        .boxed()
}
