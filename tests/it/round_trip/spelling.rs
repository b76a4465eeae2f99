//! Other spellings of canonical JSON, as clients and services write it: each decodes to the same value.

mod number;

use std::collections::BTreeMap;

use iot_jobs::{
    constraint::Constraint,
    facts::{Kind, Structure},
};
use proptest::test_runner::TestRng;
use serde_json::value::RawValue;

use self::number::{double, long, moment, whole};
use crate::round_trip::choice;

/// The same object with its members in any order, `null` for some that are absent, strings with
/// escapes, numbers and times in any form, and white space.
pub(crate) fn respelled(facts: &'static Structure, canonical: &str, rng: &mut TestRng) -> String {
    let text = structure(facts, canonical, rng);
    spaced(&text, rng)
}

type Members<'a> = BTreeMap<String, &'a RawValue>;

fn structure(facts: &'static Structure, canonical: &str, rng: &mut TestRng) -> String {
    let members: Members<'_> = serde_json::from_str(canonical).unwrap();
    let mut entries = Vec::new();
    for member in facts.members {
        if !members.contains_key(member.wire_name) && choice(rng, 4) == 0 {
            entries.push(format!("{}:null", string(member.wire_name, rng)));
        }
    }
    for (name, text) in &members {
        let text = match facts.member(name) {
            Some(member) => value(member.kind, member.constraint, text.get(), rng),
            None => text.get().to_owned(),
        };
        entries.push(format!("{}:{text}", string(name, rng)));
    }
    shuffle(&mut entries, rng);
    format!("{{{}}}", entries.join(","))
}

fn value(
    kind: Kind,
    constraint: Option<&'static Constraint>,
    canonical: &str,
    rng: &mut TestRng,
) -> String {
    match kind {
        Kind::Structure(facts) => structure(facts, canonical, rng),
        Kind::List(element) => {
            let elements: Vec<&RawValue> = serde_json::from_str(canonical).unwrap();
            let of_element = constraint.and_then(|list| list.element);
            let elements = elements.iter();
            let elements = elements.map(|text| value(*element, of_element, text.get(), rng));
            format!("[{}]", elements.collect::<Vec<_>>().join(","))
        }
        Kind::Map(of) => {
            let entries: Members<'_> = serde_json::from_str(canonical).unwrap();
            let of_value = constraint.and_then(|map| map.value);
            let entries = entries.iter().map(|(key, text)| {
                let text = value(*of, of_value, text.get(), rng);
                format!("{}:{text}", string(key, rng))
            });
            let mut entries: Vec<_> = entries.collect();
            shuffle(&mut entries, rng);
            format!("{{{}}}", entries.join(","))
        }
        _ if canonical.starts_with('"') => {
            string(&serde_json::from_str::<String>(canonical).unwrap(), rng)
        }
        Kind::Integer => whole(canonical.parse().unwrap(), rng),
        Kind::Long => long(canonical.parse().unwrap(), constraint, rng),
        Kind::Double => double(canonical.parse().unwrap(), rng),
        Kind::Timestamp => moment(canonical, constraint, rng),
        // Booleans have one spelling, documents stay as they come, and so does what is lenient.
        _ => canonical.to_owned(),
    }
}

/// A string with some of its characters as escapes.
fn string(plain: &str, rng: &mut TestRng) -> String {
    // Long strings would take long, and their starts have all there is to see.
    if plain.len() > 4_096 {
        return serde_json::to_string(plain).unwrap();
    }
    let spelled = plain.chars().map(|c| match choice(rng, 12) {
        0 => {
            let mut units = [0; 2];
            let units = c.encode_utf16(&mut units).iter();
            let units: Vec<_> = units.map(|unit| format!("\\u{unit:04x}")).collect();
            units.concat()
        }
        1 if c == '/' => r"\/".to_owned(),
        _ => {
            let quoted = serde_json::to_string(&c).unwrap();
            quoted[1..quoted.len() - 1].to_owned()
        }
    });
    format!("\"{}\"", spelled.collect::<String>())
}

fn shuffle(entries: &mut [String], rng: &mut TestRng) {
    for index in (1..entries.len()).rev() {
        entries.swap(index, choice(rng, index + 1));
    }
}

/// JSON with white space around its brackets, colons and commas, or without.
fn spaced(text: &str, rng: &mut TestRng) -> String {
    if choice(rng, 3) == 0 {
        return text.to_owned();
    }
    let (mut in_string, mut escaped) = (false, false);
    let mut spaced = String::new();
    for c in text.chars() {
        let structural = !in_string && matches!(c, '[' | ']' | '{' | '}' | ':' | ',');
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        let mut space = || {
            if structural {
                [" ", "\n\t", "", " \r\n "][choice(rng, 4)]
            } else {
                ""
            }
        };
        let (before, behind) = (space(), space());
        spaced.extend([before, c.encode_utf8(&mut [0; 4]), behind]);
    }
    spaced
}
