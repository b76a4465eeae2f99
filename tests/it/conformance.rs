//! Compares the declared facts with the service models, member by member.
//!
//! Runs where `IOT_JOBS_SHARED` names the folder that holds `model/`.

mod constraints;
mod json;
pub(crate) mod model;
mod operations;
mod structures;

use std::{collections::BTreeSet, fmt::Display};

use iot_jobs::shape::Kind;

use model::Model;

/// A model file and what the crate puts before the names of its shapes.
struct Plane {
    file: &'static str,
    prefix: &'static str,
    /// Pairs of a kind of ours and a model shape that it stands for with more than the model says.
    widened: fn(Kind, &str) -> bool,
}

const PLANES: &[Plane] = &[
    Plane {
        file: "model/control-plane.json",
        prefix: "",
        widened: |_, _| false,
    },
    Plane {
        file: "model/data-plane.json",
        prefix: "device.",
        // The model has whole seconds and text where the crate has a moment and a document.
        widened: |kind, shape| match kind {
            Kind::Timestamp => ["QueuedAt", "StartedAt", "LastUpdatedAt"].contains(&shape),
            Kind::Document => shape == "JobDocument",
            _ => false,
        },
    },
];

#[test]
fn the_facts_are_the_models() {
    let Some(folder) = model::shared() else {
        return;
    };
    for plane in PLANES {
        let text = model::read(&folder.join(plane.file));
        let differences = Comparison::of(plane, &Model::parse(&text));
        assert_eq!(differences, [""; 0], "{}", plane.file);
    }
}

impl Plane {
    /// The name as the model has it.
    fn unprefixed<'n>(&self, name: &'n str) -> &'n str {
        name.strip_prefix(self.prefix).unwrap_or(name)
    }

    /// Whether the name is of this plane and not of another.
    fn is(&self, name: &str) -> bool {
        let rest = name.strip_prefix(self.prefix);
        rest.is_some_and(|rest| !rest.contains('.'))
    }
}

/// What differs between a plane's model and the crate's facts.
struct Comparison<'a> {
    plane: &'a Plane,
    model: &'a Model,
    differences: Vec<String>,
    /// The model's enums that some member leads to.
    enums: BTreeSet<String>,
}

impl Comparison<'_> {
    fn of(plane: &Plane, model: &Model) -> Vec<String> {
        let mut comparison = Comparison {
            plane,
            model,
            differences: Vec::new(),
            enums: BTreeSet::new(),
        };
        comparison.structures();
        comparison.operations();
        comparison.nothing_more();
        comparison.differences
    }

    // Texts made for the call come by value.
    #[allow(clippy::needless_pass_by_value)]
    fn differ(&mut self, at: &str, what: &str, model: impl Display, crates: impl Display) {
        let (model, crates) = (model.to_string(), crates.to_string());
        if model != crates {
            let line = format!("{at}: {what} is `{model}` in the model, `{crates}` in the crate");
            self.differences.push(line);
        }
    }

    /// Names the parts of the model that this test passes over.
    fn understood(&mut self, at: &str, shape: model::Shape<'_>, known: &[&str]) {
        for name in shape.names().filter(|name| !known.contains(name)) {
            self.differences
                .push(format!("{at}: the model's `{name}` is not compared"));
        }
    }
}
