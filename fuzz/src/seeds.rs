//! The seed corpora: an example of every shape from its facts, fixtures that differ from the model, and
//! written-out texts.

use std::{fs, path::Path};

use iot_jobs::{
    codec,
    device::topic::Topic,
    facts::{Kind, Structure},
};

use crate::{
    messages, operations,
    shapes::{self, Case},
};

mod texts;

/// A seed: target, file name and bytes.
pub type Seed = (&'static str, String, Vec<u8>);

/// Every seed.
pub fn all() -> Vec<Seed> {
    let mut seeds = Vec::new();
    for (target, cases) in [
        ("responses", &*shapes::RESPONSES),
        ("requests", &*shapes::REQUESTS),
        ("differential", &*shapes::ALL),
        ("readers", &*shapes::ALL),
        ("checks", &*shapes::ALL),
    ] {
        for (number, case) in cases.iter().enumerate() {
            let example = example(case.structure());
            seeds.push((target, case.name(), numbered(number, &example)));
            for (stem, json) in fixtures(case) {
                seeds.push((
                    target,
                    format!("{}-{stem}", case.name()),
                    numbered(number, &json),
                ));
            }
        }
    }
    for (number, case) in shapes::ALL.iter().enumerate() {
        // Two rows of a batch, and the last one alone, with a line between them that is none.
        let example = example(case.structure());
        let lines = format!("\u{2}{example}\n{{\"new\":1.50}}\n[\n{example}");
        seeds.push(("arrow", case.name(), numbered(number, &lines)));
    }
    for (number, topic) in messages::TOPICS.iter().enumerate() {
        let topic = Topic::parse(topic).expect("a topic of the list");
        let example = example(messages::payload_shape(&topic).structure());
        seeds.push((
            "messages",
            format!("{number:02}"),
            numbered(number, &example),
        ));
    }
    for (number, operation) in operations::ALL.iter().enumerate() {
        let (name, facts) = (operation.entry.name(), operation.entry.facts());
        let request = format!(
            "{} {}\n{}",
            facts.method,
            uri(facts.uri),
            example(facts.input)
        );
        seeds.push(("http_request", name.clone(), numbered(number, &request)));
        let mut response = numbered(number, "\0");
        response.extend(example(facts.output).bytes());
        seeds.push(("http_response", name, response));
    }
    // Enough bytes for the generator to write every member.
    for number in 0..u8::try_from(shapes::ALL.len()).expect("one byte selects the shape") {
        let choices = (0..200_u8).map(|step| step.wrapping_mul(number | 1) | 128);
        seeds.push((
            "generated",
            format!("{number:03}"),
            std::iter::once(number).chain(choices).collect(),
        ));
    }
    texts::add(&mut seeds);
    seeds
}

/// Text after the byte that selects its shape or operation.
fn numbered(number: usize, text: &str) -> Vec<u8> {
    let mut bytes = vec![u8::try_from(number).expect("one byte selects it")];
    bytes.extend(text.bytes());
    bytes
}

/// The URI template with a value for each label.
fn uri(template: &str) -> String {
    let segments = template.split('/').map(|segment| match segment {
        "{executionNumber}" => "1",
        label if label.starts_with('{') => "a%20b",
        literal => literal,
    });
    segments.collect::<Vec<_>>().join("/")
}

/// A value with every member.
fn example(structure: &Structure) -> String {
    let members = structure.members.iter().map(|member| {
        let value = value(member.kind);
        format!("\"{}\":{value}", member.wire_name)
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn value(kind: Kind) -> String {
    match kind {
        Kind::Structure(structure) => example(structure),
        Kind::List(element) => format!("[{}]", value(*element)),
        Kind::Map(element) => format!("{{\"k\":{}}}", value(*element)),
        Kind::Enum(facts) => format!("\"{}\"", facts.values[0]),
        Kind::Boolean => "true".to_owned(),
        Kind::Integer | Kind::Long | Kind::LenientInteger => "7".to_owned(),
        Kind::Double => "1.5".to_owned(),
        Kind::Timestamp => "1549395301.389".to_owned(),
        Kind::Blob => "\"AAEC\"".to_owned(),
        Kind::LenientBoolean => "\"true\"".to_owned(),
        Kind::Document => "{\"operation\":\"reboot\"}".to_owned(),
        _ => "\"a\"".to_owned(),
    }
}

/// The library's fixtures that differ from the model, without white space.
fn fixtures(case: &Case) -> Vec<(String, String)> {
    const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures");
    if case.name().contains('.') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let folder = Path::new(ROOT).join(kebab(case.structure().name));
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let stem = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if [
            "syntax-alternatives",
            "lenient",
            "unknown",
            "whole-numbers",
            "empty",
        ]
        .contains(&&*stem)
        {
            let text = fs::read_to_string(&path).expect("a fixture");
            found.push((stem, codec::compact(&text)));
        }
    }
    found.sort();
    found
}

/// `JobExecution` as `job-execution`.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(letter.to_lowercase());
    }
    kebab
}

#[test]
fn examples_decode() {
    for entry in iot_jobs::catalog::shapes() {
        let json = example(entry.structure());
        assert!(entry.decode(&json).is_ok(), "{}: {json}", entry.name());
    }
}

#[test]
fn generated_seeds_start_json_objects() {
    for seed in all().into_iter().filter(|seed| seed.0 == "generated") {
        let mut text = String::new();
        let structure = shapes::select(&shapes::ALL, usize::from(seed.2[0])).structure();
        let mut from = arbitrary::Unstructured::new(&seed.2[1..]);
        let _ = crate::generate::structure(structure, &mut from, &mut text);
        assert!(text.starts_with(['{', ' ', '\n']), "{text}");
    }
}
