//! The payloads of `tests/fixtures`: a folder for each shape, a file for each payload.
//!
//! `NAME.canonical.json` is the text that `NAME.json` encodes to. Where it is not there, the input
//! itself is canonical but for its white space.

use std::{fs, path::Path};

use iot_jobs::{
    catalog,
    catalog::ShapeEntry,
    codec,
    facts::{Kind, Structure},
    operation::describe_job::DescribeJobOutput,
    shape::{Shape, UnknownKind},
};
use serde_json::Value;

use crate::lossless;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

pub(crate) struct Fixture {
    pub(crate) entry: ShapeEntry,
    pub(crate) name: String,
    pub(crate) input: String,
    canonical: Option<String>,
}

/// `JobExecution` as `job-execution`.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for (index, letter) in name.char_indices() {
        if letter.is_uppercase() && index > 0 {
            kebab.push('-');
        }
        kebab.extend(letter.to_lowercase());
    }
    kebab
}

/// JSON without the white space between its tokens.
fn compact(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let mut compact = String::new();
    for letter in text.chars() {
        if in_string || !letter.is_whitespace() {
            compact.push(letter);
        }
        in_string ^= letter == '"' && !escaped;
        escaped = in_string && letter == '\\' && !escaped;
    }
    compact
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands in a folder, sorted, so that reports do not depend on the file system.
fn sorted(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

pub(crate) fn fixtures() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for folder in sorted(Path::new(ROOT)).iter().filter(|path| path.is_dir()) {
        let shape = folder.file_name().unwrap().to_str().unwrap();
        let entry = catalog::shapes()
            .find(|entry| kebab(&entry.name()) == shape)
            .unwrap_or_else(|| panic!("tests/fixtures/{shape} names no shape"));
        for file in sorted(folder) {
            let file_name = file.file_name().unwrap().to_str().unwrap();
            if let Some(payload) = file_name.strip_suffix(".canonical.json") {
                let input = folder.join(format!("{payload}.json"));
                assert!(input.exists(), "{shape}/{file_name} has no input");
                continue;
            }
            let payload = file_name.strip_suffix(".json").unwrap();
            let canonical = folder.join(format!("{payload}.canonical.json"));
            fixtures.push(Fixture {
                entry,
                name: format!("{shape}/{payload}"),
                input: read(&file),
                canonical: canonical.exists().then(|| read(&canonical)),
            });
        }
    }
    assert!(!fixtures.is_empty());
    fixtures
}

impl Fixture {
    fn encoded(&self, text: &str) -> String {
        let value = self.entry.decode(text);
        let value = value.unwrap_or_else(|error| panic!("{}: {error}", self.name));
        value.to_json().unwrap()
    }
}

#[test]
fn fixtures_encode_to_the_written_text() {
    for fixture in fixtures() {
        let (name, input) = (&fixture.name, compact(&fixture.input));
        let canonical = match &fixture.canonical {
            Some(text) => text.trim_end(),
            None => &input,
        };
        if fixture.canonical.is_some() {
            assert_ne!(canonical, input, "{name}: needs no canonical text");
        }
        assert_eq!(fixture.encoded(&fixture.input), canonical, "{name}");
        assert_eq!(fixture.encoded(canonical), canonical, "{name}, canonical");
    }
}

#[test]
fn fixtures_lose_nothing() {
    for fixture in fixtures() {
        let output = fixture.encoded(&fixture.input);
        let structure = fixture.entry.structure();
        let differences = lossless::differences(structure, &fixture.input, &output);
        assert_eq!(differences, [""; 0], "{}", fixture.name);
    }
}

/// The members that a payload has too many or too few, all the way down.
fn misfits(
    structure: &Structure,
    value: &Value,
    at: &str,
    wanted: fn(bool) -> bool,
) -> Vec<String> {
    let object = value.as_object().expect("an object");
    let unknown = object
        .keys()
        .filter(|name| structure.member(name).is_none());
    let mut misfits: Vec<String> = unknown
        .map(|name| format!("{at}.{name} is unknown"))
        .collect();
    for member in structure.members {
        let place = format!("{at}.{}", member.wire_name);
        match (object.get(member.wire_name), wanted(member.required)) {
            (Some(value), true) => misfits.extend(within(member.kind, value, &place, wanted)),
            (None, true) => misfits.push(format!("{place} is not there")),
            (Some(_), false) => misfits.push(format!("{place} is there")),
            (None, false) => {}
        }
    }
    misfits
}

fn within(kind: Kind, value: &Value, at: &str, wanted: fn(bool) -> bool) -> Vec<String> {
    let inner: Vec<&Value> = match kind {
        Kind::Structure(structure) => return misfits(structure, value, at, wanted),
        Kind::List(_) => value.as_array().unwrap().iter().collect(),
        Kind::Map(_) => value.as_object().unwrap().values().collect(),
        _ => return Vec::new(),
    };
    let (Kind::List(element) | Kind::Map(element)) = kind else {
        unreachable!()
    };
    if inner.is_empty() {
        return vec![format!("{at} is empty")];
    }
    let inner = inner.into_iter();
    inner
        .flat_map(|value| within(*element, value, at, wanted))
        .collect()
}

/// The control plane's shapes; the data plane's are named `device.X`, and other payloads likewise.
fn shapes() -> impl Iterator<Item = ShapeEntry> {
    catalog::shapes().filter(|entry| !entry.name().contains('.'))
}

#[test]
fn every_shape_has_a_minimal_and_a_maximal_fixture() {
    let fixtures = fixtures();
    for entry in shapes() {
        let structure = entry.structure();
        let check = |payload, wanted| {
            let name = format!("{}/{payload}", kebab(&entry.name()));
            let fixture = fixtures.iter().find(|fixture| fixture.name == name);
            let fixture =
                fixture.unwrap_or_else(|| panic!("tests/fixtures/{name}.json is missing"));
            let value = serde_json::from_str(&fixture.input).unwrap();
            assert_eq!(misfits(structure, &value, "$", wanted), [""; 0], "{name}");
        };
        check("minimal", |required| required);
        // Without members the least is also the most.
        if !structure.members.is_empty() {
            check("maximal", |_| true);
        }
    }
}

#[test]
fn the_payload_of_the_readme_has_something_to_show() {
    let input = read(&Path::new(ROOT).join("describe-job-response.json"));
    let output: DescribeJobOutput = codec::from_str(&input).unwrap();
    let unknown = output.unknown();
    let unknown: Vec<_> = unknown
        .iter()
        .map(|u| (u.path.to_string(), u.kind))
        .collect();
    assert_eq!(
        unknown,
        [
            ("job.status".to_owned(), UnknownKind::Value),
            ("job.rolloutPhase".to_owned(), UnknownKind::Member)
        ]
    );
    assert_eq!(codec::to_string(&output).unwrap(), compact(&input));
}
