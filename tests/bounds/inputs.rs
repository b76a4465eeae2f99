//! The adversarial values, each at a fraction of its full size.

use std::fmt::Write as _;

/// A value to put in a payload.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    /// The JSON text at the full size divided by a scale.
    pub(crate) make: fn(usize) -> String,
}

const LEVELS: usize = 1_000_000;
const MEGABYTES_50: usize = 50_000_000;
const MEMBERS: usize = 10_000_000;
const DIGITS: usize = 100_000;

pub(crate) const INPUTS: &[Input] = &[
    Input {
        name: "open arrays",
        make: |scale| "[".repeat(LEVELS / scale),
    },
    Input {
        name: "arrays",
        make: |scale| {
            format!(
                "{}{}",
                "[".repeat(LEVELS / scale),
                "]".repeat(LEVELS / scale)
            )
        },
    },
    Input {
        name: "objects",
        make: |scale| {
            let (open, close) = ("{\"a\":".repeat(LEVELS / scale), "}".repeat(LEVELS / scale));
            format!("{open}0{close}")
        },
    },
    Input {
        name: "120 levels",
        make: |_| format!("{}0{}", "{\"a\":".repeat(120), "}".repeat(120)),
    },
    Input {
        name: "string",
        make: |scale| format!("\"{}\"", "x".repeat(MEGABYTES_50 / scale)),
    },
    Input {
        name: "escapes",
        make: |scale| format!("\"{}\"", "\\n".repeat(MEGABYTES_50 / 2 / scale)),
    },
    Input {
        name: "string in string",
        make: |scale| {
            format!(
                "\"\\\"{}\\\"\"",
                "\\\\\\\"".repeat(MEGABYTES_50 / 4 / scale)
            )
        },
    },
    Input {
        name: "members",
        make: |scale| members(MEMBERS / scale, "0"),
    },
    Input {
        name: "string members",
        make: |scale| members(MEMBERS / scale, "\"\""),
    },
    Input {
        name: "numbers",
        make: |scale| format!("[0{}]", ",0".repeat(MEMBERS / scale)),
    },
    Input {
        name: "strings",
        make: |scale| format!("[\"\"{}]", ",\"\"".repeat(MEMBERS / scale)),
    },
    Input {
        name: "empty objects",
        make: |scale| format!("[{{}}{}]", ",{}".repeat(MEMBERS / scale)),
    },
    Input {
        name: "digits",
        make: |_| "9".repeat(DIGITS),
    },
    Input {
        name: "decimals",
        make: |_| format!("1.{}e{}", "1".repeat(DIGITS), "1".repeat(DIGITS)),
    },
];

/// An object of this number of members, with distinct names of four characters.
fn members(count: usize, value: &str) -> String {
    const LETTERS: &[u8; 64] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    let mut text = "{".to_owned();
    for number in 0..count {
        let letter = |place: usize| char::from(LETTERS[number >> (6 * place) & 63]);
        let name = [letter(3), letter(2), letter(1), letter(0)];
        let comma = if number > 0 { "," } else { "" };
        let name = String::from_iter(name);
        write!(text, "{comma}\"{name}\":{value}").expect("a string");
    }
    text.push('}');
    text
}

/// The outcomes of each input at the places in their order; those over HTTP are last.
#[rustfmt::skip]
pub(crate) const OUTCOMES: &[&str] = &[
    "open arrays: syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax limit syntax syntax syntax syntax syntax syntax syntax",
    "arrays: syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax limit syntax syntax syntax syntax syntax syntax syntax",
    "objects: syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax syntax limit syntax syntax syntax syntax syntax syntax syntax",
    "120 levels: ok ok data ok data data syntax data data data data ok ok ok data data data ok ok data data ok data ok",
    "string: data ok ok data data data ok data ok data ok ok ok ok ok ok limit ok data data data ok ok ok",
    "escapes: data ok ok data data data ok data ok data ok ok ok ok ok ok limit ok data data data ok ok ok",
    "string in string: data ok ok data data data ok data ok data ok ok ok ok ok ok limit ok data data data ok ok ok",
    "members: ok ok data ok data data syntax data data data data ok ok ok data data limit ok ok data data ok data ok",
    "string members: ok ok data ok data data syntax data data ok data ok ok ok data data limit ok ok data data ok data ok",
    "numbers: data ok data data data data syntax data data data data ok ok ok data data limit ok data data data ok data ok",
    "strings: data ok data data data data syntax ok data data data ok ok ok data data limit ok data data ok ok data ok",
    "empty objects: data ok data data data data syntax data data data data ok ok ok data data limit ok data ok data ok data ok",
    "digits: data ok data data data data syntax data data data data ok ok ok data data limit ok data data data ok data ok",
    "decimals: data ok data data data data syntax data data data data ok ok ok data data limit ok data data data ok data ok",
];
