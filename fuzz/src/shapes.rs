//! The shapes of the catalog, selected by a byte of the input.

use std::{collections::HashSet, sync::LazyLock};

use iot_jobs::{catalog, catalog::ShapeEntry, facts::Structure};

use crate::round_trip;

/// A shape of the catalog.
pub struct Case {
    /// The entry in the catalog.
    pub entry: ShapeEntry,
    /// Whether clients or devices send it to the service.
    pub is_request: bool,
    /// Whether it is an operation's input, which decodes without its required members.
    pub is_input: bool,
}

/// Every shape.
pub static ALL: LazyLock<Vec<Case>> = LazyLock::new(|| cases(|_| true));
/// The shapes that the service sends, and the structures inside messages.
pub static RESPONSES: LazyLock<Vec<Case>> = LazyLock::new(|| cases(|case| !case.is_request));
/// The shapes that are sent to the service.
pub static REQUESTS: LazyLock<Vec<Case>> = LazyLock::new(|| cases(|case| case.is_request));

impl Case {
    /// The name in the catalog.
    pub fn name(&self) -> String {
        self.entry.name()
    }

    /// The declared facts.
    pub fn structure(&self) -> &'static Structure {
        self.entry.structure()
    }

    /// Decodes, encodes, and decodes again.
    pub fn check(&self, json: &[u8]) {
        round_trip::check(&self.entry, json);
    }
}

/// The case that a number selects; every number selects one.
pub fn select(cases: &[Case], number: usize) -> &Case {
    &cases[number % cases.len()]
}

/// The catalog name of an operation's input.
pub fn input_name(operation: &catalog::OperationEntry) -> String {
    let facts = operation.facts();
    let name = operation.name();
    let plane = name.strip_suffix(facts.name).expect("a plane and a name");
    format!("{plane}{}", facts.input.name)
}

fn cases(keep: impl FnMut(&Case) -> bool) -> Vec<Case> {
    let inputs: HashSet<_> = catalog::operations()
        .map(|entry| input_name(&entry))
        .collect();
    let cases = catalog::shapes().map(|entry| Case {
        entry,
        is_request: entry.structure().name.ends_with("Request"),
        is_input: inputs.contains(&entry.name()),
    });
    cases.filter(keep).collect()
}

#[test]
fn one_byte_selects_any_shape() {
    assert!(ALL.len() <= 256);
    assert_eq!(RESPONSES.len() + REQUESTS.len(), ALL.len());
}

#[test]
fn every_operation_has_its_input() {
    let inputs = ALL.iter().filter(|case| case.is_input).count();
    assert_eq!(inputs, catalog::operations().count());
    assert!(ALL.iter().all(|case| case.is_request || !case.is_input));
}
