//! Strings in any spelling, and JSON that nobody knows the meaning of.

use std::cmp::Ordering;

use proptest::{collection::vec, prelude::*, sample::select};

use super::Payload;

/// A string, and a spelling of it in JSON; the same string is equal whatever its spelling.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) spelled: String,
    pub(super) plain: String,
}

impl Text {
    pub(super) fn payload(self) -> Payload {
        Payload::new(self.spelled, quoted(&self.plain))
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.plain == other.plain
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.plain.cmp(&other.plain)
    }
}

/// A string's canonical text.
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Pieces of strings: what stands in JSON, and what it stands for.
const PIECES: &[(&str, &str)] = &[
    ("é", "é"),
    ("日本", "日本"),
    ("😀", "😀"),
    ("\u{7f}", "\u{7f}"),
    ("\u{2028}", "\u{2028}"),
    ("\u{feff}", "\u{feff}"),
    (r"\u00e9", "é"),
    (r"\ud83d\uDE00", "😀"),
    (r"\u0000", "\0"),
    (r"\u001F", "\u{1f}"),
    (r#"\""#, "\""),
    (r"\\", "\\"),
    (r"\\u0041", r"\u0041"),
    (r"\/", "/"),
    (r"\b\f\n\r\t", "\u{8}\u{c}\n\r\t"),
    (r"{[,:]}", "{[,:]}"),
];

/// Strings.
pub(super) fn text() -> impl Strategy<Value = Text> + Clone {
    let word = "[a-zA-Z0-9 /.:_$-]{1,8}".prop_map(|word| (word.clone(), word));
    let piece = select(PIECES).prop_map(|(spelled, plain)| (spelled.to_owned(), plain.to_owned()));
    vec(prop_oneof![word, piece], 0..4).prop_map(|pieces| {
        let (spelled, plain): (String, String) = pieces.into_iter().unzip();
        let spelled = format!("\"{spelled}\"");
        Text { spelled, plain }
    })
}

/// Spellings of an ASCII name.
pub(super) fn spelled(name: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![9 => Just(None), 1 => (0..name.len()).prop_map(Some)].prop_map(move |escaped| {
        let letter = |(at, letter): (usize, char)| match escaped {
            Some(escaped) if escaped == at => format!("\\u{:04x}", u32::from(letter)),
            _ => letter.to_string(),
        };
        format!(
            "\"{}\"",
            name.char_indices().map(letter).collect::<String>()
        )
    })
}

/// Any JSON; all but the white space leaves as it came.
pub(super) fn any() -> impl Strategy<Value = Payload> {
    const NUMBERS: &[&str] = &[
        "0",
        "-0",
        "1.50",
        "1e400",
        "-1.0E-0007",
        "12345678901234567890123",
        "0.1000",
        "1549395301.389",
    ];
    let word = prop_oneof![select(vec!["null", "true", "false"]), select(NUMBERS)];
    let leaf = prop_oneof![
        word.prop_map(str::to_owned),
        text().prop_map(|text| text.spelled)
    ];
    leaf.prop_map(|leaf| Payload::new(leaf.clone(), leaf))
        .prop_recursive(3, 12, 4, |inner| {
            let space = select(vec!["", " ", "\n\t", "\r"]);
            let member = (text(), inner.clone(), space.clone()).prop_map(|(name, value, space)| {
                let name = name.spelled;
                Payload::new(
                    format!("{name}{space}:{space}{}", value.input),
                    format!("{name}:{}", value.canonical),
                )
            });
            let list = (vec(inner, 0..4), space.clone(), Just(['[', ']']));
            let object = (vec(member, 0..4), space, Just(['{', '}']));
            prop_oneof![list.boxed(), object.boxed()].prop_map(|(parts, space, [open, close])| {
                let inputs: Vec<_> = parts.iter().map(|part| part.input.as_str()).collect();
                let texts: Vec<_> = parts.iter().map(|part| part.canonical.as_str()).collect();
                let separator = format!("{space},{space}");
                Payload::new(
                    format!("{open}{space}{}{space}{close}", inputs.join(&separator)),
                    format!("{open}{}{close}", texts.join(",")),
                )
            })
        })
}
