//! Any JSON, for documents and unknown members.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    generate::{either, weighted},
    generated::{Generated, Sequence},
    unusual,
};
use crate::facts::draft::JsonTree;

/// Numbers and strings in spellings that no encoder produces.
const SPELLINGS: &[&str] = &[
    "-0",
    "1.50",
    "1e400",
    "-1.0E-0007",
    "12345678901234567890123",
    "0.1000",
    "1549395301.389",
    r#""\u00e9\ud83d\uDE00\u0000\/""#,
    r#""\\u0041\"{[,:]}""#,
];

/// The depth of the deepest array.
const DEPTH: usize = 64;

/// Any JSON, which a round trip does not change.
pub(super) fn any_json() -> BoxedStrategy<Generated> {
    let raw = |text: &str| Generated::Fixed(JsonTree::Raw(text.to_owned()));
    let words = select(vec!["0", "null", "true", "false"]).prop_map(raw);
    let spelled = select(SPELLINGS).prop_map(raw);
    // Generated values contain this at some depth, and the reader's limit is 127 levels.
    let deep = Just(raw(&("[".repeat(DEPTH) + &"]".repeat(DEPTH))));
    let leaf = weighted(vec![
        (6, words.boxed()),
        (6, spelled.boxed()),
        (6, unusual::text()),
        (1, deep.boxed()),
    ]);
    leaf.prop_map(or_zero)
        .prop_recursive(3, 12, 4, |inner| {
            let elements = vec(inner.clone(), 0..4)
                .prop_map(|elements| Generated::List(Sequence::at_least(0, elements)));
            let entries = vec((unusual::text(), inner), 0..4)
                .prop_map(|entries| Generated::Entries(Sequence::at_least(0, entries)));
            either([elements.boxed(), entries.boxed()]).prop_map(or_zero)
        })
        .boxed()
}

/// A value that also shrinks to `0`.
fn or_zero(generated: Generated) -> Generated {
    generated.or_simpler(vec![JsonTree::Raw("0".to_owned())])
}

/// JSON that is an object, a list, a number or a boolean.
pub(super) fn any_but_text() -> BoxedStrategy<Generated> {
    any_json()
        .prop_map(|generated| {
            generated.mapped(|json| match json.to_string().as_bytes() {
                [b'"' | b'n', ..] => JsonTree::List(vec![json]),
                _ => json,
            })
        })
        .boxed()
}
