//! The numbers in doc comments are the limits of the constraints that they describe.

use std::collections::{BTreeMap, BTreeSet};

use iot_jobs::{catalog, constraint::Constraint};
use regex::Regex;

/// A member or constant, a number in its doc comment that is not a limit of a constraint, and the reason.
type Exception = (&'static str, &'static str, &'static str);

const OF_MEMBERS: &[Exception] = &[
    (
        "SchedulingConfig.startTime",
        "30",
        "a rule that depends on the time of the request",
    ),
    (
        "SchedulingConfig.endTime",
        "30",
        "a rule that depends on the time of the request",
    ),
    (
        "device.JobExecution.approximateSecondsBeforeTimedOut",
        "60",
        "the precision of the service's timers",
    ),
    (
        "mqtt.JobExecutionsChanged.jobs",
        "10",
        "how many executions the service lists at once",
    ),
    (
        "mqtt.JobExecutionsChanged.jobs",
        "15",
        "how many executions the service lists at once",
    ),
];

const OF_CONSTANTS: &[Exception] = &[
    ("EXECUTION_NUMBER", "64", "the size of the integer"),
    ("EXPECTED_VERSION", "64", "the size of the integer"),
    ("VERSION_NUMBER", "64", "the size of the integer"),
    (
        "MANAGED_TEMPLATE_VERSION",
        "0",
        "a digit that the pattern excludes",
    ),
];

/// The numbers of a sentence, without those in code or beside letters, such as `1.0`, "S3" and "64-bit".
fn numbers(sentence: &str) -> BTreeSet<String> {
    let text: String = sentence.split('`').step_by(2).collect();
    let words: Vec<_> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-'))
        .collect();
    let mut numbers = BTreeSet::new();
    for (index, word) in words.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| words[before]);
        let after = words.get(index + 1).copied().unwrap_or_default();
        // "One" and "two" may also be pronouns.
        let is_count = matches!(before, Some("least" | "most")) || after.starts_with("decimal");
        match *word {
            "one" if is_count => numbers.insert("1".to_owned()),
            "two" if is_count => numbers.insert("2".to_owned()),
            _ => word.parse::<f64>().is_ok() && numbers.insert((*word).to_owned()),
        };
    }
    numbers
}

/// The limits of a constraint, and of the elements, keys and values below it.
fn limits(constraint: &Constraint) -> BTreeSet<String> {
    let documented = constraint.documented;
    let model = [constraint.min, constraint.max].into_iter().flatten();
    let service = [documented.min, documented.max, documented.also_allowed];
    let bytes = documented.max_bytes.map(|bytes| bytes.to_string());
    let decimals = documented.decimals.map(|decimals| decimals.to_string());
    let mut limits: BTreeSet<_> = model
        .map(|limit| limit.to_string())
        .chain(service.into_iter().flatten().map(|limit| limit.to_string()))
        .chain(bytes)
        .chain(decimals)
        .collect();
    let whole = constraint.pattern.map(|pattern| format!("^(?:{pattern})$"));
    if whole.is_some_and(|pattern| !Regex::new(&pattern).unwrap().is_match("")) {
        limits.insert("1".to_owned());
    }
    for inner in inner(constraint) {
        limits.extend(self::limits(inner));
    }
    limits
}

fn inner(constraint: &Constraint) -> impl Iterator<Item = &'static Constraint> + use<> {
    let inner = [constraint.element, constraint.key, constraint.value];
    inner.into_iter().flatten()
}

/// What is wrong with the numbers of a sentence.
fn wrong(
    name: &str,
    sentence: &str,
    limits: &BTreeSet<String>,
    exceptions: &[Exception],
    used: &mut BTreeSet<(String, String)>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for number in numbers(sentence) {
        let mut exceptions = exceptions.iter();
        if exceptions.any(|(of, excepted, _)| *of == name && *excepted == number) {
            used.insert((name.to_owned(), number));
        } else if !limits.contains(&number) {
            wrong.push(format!(
                "{name}: {number} is none of {limits:?}: {sentence}"
            ));
        }
    }
    wrong
}

/// Fails if numbers are wrong or exceptions are not needed.
fn check(mut wrong: Vec<String>, exceptions: &[Exception], used: &BTreeSet<(String, String)>) {
    for (name, number, _) in exceptions {
        if !used.contains(&((*name).to_owned(), (*number).to_owned())) {
            wrong.push(format!("{name}: the exception for {number} is not needed"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_in_the_docs_of_members_are_limits() {
    let (mut wrongs, mut used, mut checked) = (Vec::new(), BTreeSet::new(), 0);
    for entry in catalog::shapes() {
        for member in entry.structure().members {
            let name = format!("{}.{}", entry.name(), member.wire_name);
            let limits = member.constraint.map(limits).unwrap_or_default();
            checked += numbers(member.doc).len();
            wrongs.extend(wrong(&name, member.doc, &limits, OF_MEMBERS, &mut used));
        }
    }
    check(wrongs, OF_MEMBERS, &used);
    assert!(checked > 100, "only {checked} numbers");
}

/// The limits of the constraints with one name.
#[derive(Clone, Default)]
struct Limits {
    all: BTreeSet<String>,
    /// The upper limits, without those of elements, keys and values.
    upper: BTreeSet<String>,
}

/// The limits of all members by the names of their constraints.
fn constraints() -> BTreeMap<&'static str, Limits> {
    let shapes = catalog::shapes();
    let members = shapes.flat_map(|entry| entry.structure().members);
    let mut left: Vec<&Constraint> = members.filter_map(|member| member.constraint).collect();
    let mut constraints: BTreeMap<_, Limits> = BTreeMap::new();
    while let Some(constraint) = left.pop() {
        let of_name = constraints.entry(constraint.name).or_default();
        of_name.all.extend(limits(constraint));
        let documented = constraint.documented;
        let upper = constraint.max.map(|max| max.to_string());
        let documented_upper = documented.max.map(|max| max.to_string());
        let bytes = documented.max_bytes.map(|max| max.to_string());
        let upper = upper.into_iter().chain(documented_upper).chain(bytes);
        of_name.upper.extend(upper);
        left.extend(inner(constraint));
    }
    constraints
}

/// A constant of a source file: its name, its doc comment and the name of its constraint.
struct Constant {
    name: String,
    doc: String,
    constraint: Option<String>,
}

fn constants(source: &str) -> Vec<Constant> {
    let item =
        Regex::new(r"(?m)((?:^/// .*\n)+)^pub (?:const|static) (\w+): Constraint =\s*([^;]*);");
    let name = Regex::new(r#"Constraint::\w+\(\s*"(\w+)""#).unwrap();
    let item = item.unwrap();
    let items = item.captures_iter(source).map(|item| Constant {
        name: item[2].to_owned(),
        doc: item[1].replace("/// ", ""),
        constraint: name.captures(&item[3]).map(|found| found[1].to_owned()),
    });
    items.collect()
}

#[test]
fn numbers_in_the_docs_of_constants_are_their_limits() {
    let sources = [
        include_str!("../../src/constraint/limits.rs"),
        include_str!("../../src/constraint/documents.rs"),
    ];
    let constraints = constraints();
    let (mut wrongs, mut used, mut checked) = (Vec::new(), BTreeSet::new(), 0);
    for source in sources {
        let constants = constants(source);
        let declared = source.lines().filter(|line| line.starts_with("pub "));
        assert_eq!(
            constants.len(),
            declared.count(),
            "constants without a doc comment"
        );
        for Constant {
            name,
            doc,
            constraint,
        } in constants
        {
            let limits = match constraint {
                Some(constraint) => constraints.get(constraint.as_str()).cloned(),
                None => Some(Limits::default()),
            };
            let Some(limits) = limits else {
                wrongs.push(format!("{name}: no member has this constraint"));
                continue;
            };
            let found = numbers(&doc);
            checked += found.len();
            for missing in limits.upper.difference(&found) {
                wrongs.push(format!(
                    "{name}: the limit {missing} is not documented: {doc}"
                ));
            }
            wrongs.extend(wrong(&name, &doc, &limits.all, OF_CONSTANTS, &mut used));
        }
    }
    check(wrongs, OF_CONSTANTS, &used);
    assert!(checked > 60, "only {checked} numbers");
}
