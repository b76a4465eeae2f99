//! Compares the declared facts with the service models in `tests/model`, member by member.

mod cloudformation;
mod constraints;
mod json;
pub(crate) mod model;
mod operations;
mod structures;
mod vendored;

use std::{collections::BTreeSet, fmt::Display};

use iot_jobs::{catalog, facts::Kind};

use model::Model;

/// A model, and the prefix of its shapes' names in the catalog.
struct Plane {
    file: &'static str,
    text: &'static str,
    prefix: &'static str,
    /// Whether the crate declares a more precise kind for a model shape than the model does.
    refined: fn(Kind, &str) -> bool,
}

const PLANES: &[Plane] = &[
    Plane {
        file: "control-plane.json",
        text: model::CONTROL_PLANE,
        prefix: "",
        refined: |_, _| false,
    },
    Plane {
        file: "data-plane.json",
        text: model::DATA_PLANE,
        prefix: "device.",
        // Epoch seconds in the model are timestamps in the crate, and a document's string is a document.
        refined: |kind, shape| match kind {
            Kind::Timestamp => ["QueuedAt", "StartedAt", "LastUpdatedAt"].contains(&shape),
            Kind::Document => shape == "JobDocument",
            _ => false,
        },
    },
];

#[test]
fn facts_equal_the_models() {
    for plane in PLANES {
        let model = Model::parse(plane.text);
        let differences = Comparison::of(plane, &model);
        assert_eq!(differences, [""; 0], "{}", plane.file);
    }
}

/// So a model without some of its items does not pass.
#[test]
fn an_empty_model_differs_in_every_shape_and_operation() {
    let model = Model::parse(r#"{"operations": {}, "shapes": {}}"#);
    for plane in PLANES {
        let shapes = catalog::shapes().map(|entry| entry.name());
        let operations = catalog::operations().map(|entry| entry.name());
        let missing: Vec<_> = shapes
            .chain(operations)
            .filter(|name| plane.contains(name))
            .map(|name| format!("{name}: not in the model"))
            .collect();
        assert!(!missing.is_empty());
        assert_eq!(Comparison::of(plane, &model), missing, "{}", plane.file);
    }
}

/// So a shape or operation that is in the model only does not pass.
#[test]
fn an_item_that_is_absent_from_the_crate_is_a_difference() {
    let model = r#"{
        "operations": {"PauseJob": {}},
        "shapes": {"PauseJobRequest": {"type": "structure"}, "PauseReason": {"type": "string", "enum": []}}
    }"#;
    let model = Model::parse(model);
    for plane in PLANES {
        let differences = Comparison::of(plane, &model);
        let prefix = plane.prefix;
        assert_eq!(
            differences.get(..3).unwrap_or(&differences),
            [
                format!("{prefix}PauseJobRequest: not in the crate"),
                "PauseReason: no member of the crate has this enum".to_owned(),
                format!("{prefix}PauseJob: not in the crate"),
            ]
        );
    }
}

impl Plane {
    /// The model's name for a name of the catalog.
    fn unprefixed<'n>(&self, name: &'n str) -> &'n str {
        name.strip_prefix(self.prefix).unwrap_or(name)
    }

    /// Whether a name of the catalog belongs to this plane.
    fn contains(&self, name: &str) -> bool {
        let rest = name.strip_prefix(self.prefix);
        rest.is_some_and(|rest| !rest.contains('.'))
    }
}

/// The differences between a plane's model and the crate's facts.
struct Comparison<'a> {
    plane: &'a Plane,
    model: &'a Model,
    differences: Vec<String>,
    /// The model's enums that a compared member uses.
    used_enums: BTreeSet<String>,
}

impl Comparison<'_> {
    fn of(plane: &Plane, model: &Model) -> Vec<String> {
        let mut comparison = Comparison {
            plane,
            model,
            differences: Vec::new(),
            used_enums: BTreeSet::new(),
        };
        comparison.structures();
        comparison.operations();
        comparison.items_absent_from_the_model();
        comparison.differences
    }

    // Callers format texts for this call only.
    #[allow(clippy::needless_pass_by_value)]
    fn compare(&mut self, path: &str, what: &str, expected: impl Display, found: impl Display) {
        let (expected, found) = (expected.to_string(), found.to_string());
        if expected != found {
            let line =
                format!("{path}: {what} is `{expected}` in the model, `{found}` in the crate");
            self.differences.push(line);
        }
    }

    /// Reports properties of a model object that no comparison here reads.
    fn require_known_properties(&mut self, path: &str, object: model::Object<'_>, known: &[&str]) {
        for name in object.names().filter(|name| !known.contains(name)) {
            self.differences
                .push(format!("{path}: the model's `{name}` is not compared"));
        }
    }
}
