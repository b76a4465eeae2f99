//! Operations, and shapes and operations of the crate that are absent from the model.

use iot_jobs::{catalog, facts::OperationFacts};

use super::{Comparison, model::Object};

impl Comparison<'_> {
    pub(super) fn operations(&mut self) {
        let model = self.model;
        for (name, operation) in model.operations() {
            let ours = format!("{}{name}", self.plane.prefix);
            match catalog::find_operation(&ours) {
                Some(entry) => self.operation(name, operation, entry.facts()),
                None => self.differences.push(format!("{ours}: not in the crate")),
            }
        }
    }

    fn operation(&mut self, name: &str, model: Object<'_>, ours: &OperationFacts) {
        self.require_known_properties(name, model, &["method", "uri", "input", "output", "errors"]);
        self.compare(name, "the method", model.text("method"), ours.method);
        self.compare(name, "the URI", model.text("uri"), ours.uri);
        self.compare(name, "the name", name, ours.name);
        self.compare(name, "the input", model.text("input"), ours.input.name);
        let output = ours.output.name;
        if model.has("output") {
            self.compare(name, "the output", model.text("output"), output);
        } else {
            self.compare(name, "the output", format!("{name}Response"), output);
            let members = ours.output.members.len();
            self.compare(name, "the number of the output's members", 0, members);
        }
        let names: Vec<&str> = ours.errors.iter().map(|error| error.name).collect();
        self.compare(
            name,
            "the errors",
            model.strings("errors").join(", "),
            names.join(", "),
        );
        for facts in [ours.input, ours.output]
            .into_iter()
            .chain(ours.errors.iter().copied())
        {
            let catalog_name = format!("{}{}", self.plane.prefix, facts.name);
            if catalog::find_shape(&catalog_name).is_none_or(|entry| entry.structure() != facts) {
                let line = format!("{name}: its {} is not the one in the catalog", facts.name);
                self.differences.push(line);
            }
        }
    }

    /// Reports shapes and operations of the crate that are absent from the model.
    ///
    /// An operation without an output in the model has an empty output in the crate.
    pub(super) fn items_absent_from_the_model(&mut self) {
        let (plane, model) = (self.plane, self.model);
        let is_empty_output = |name: &str| {
            let mut operations = model.operations();
            operations.any(|(operation, facts)| {
                !facts.has("output") && name == format!("{operation}Response")
            })
        };
        let entries =
            catalog::shapes().map(|entry| (entry.name(), entry.structure().members.is_empty()));
        for (ours, empty) in entries.filter(|(name, _)| plane.contains(name)) {
            let name = plane.unprefixed(&ours);
            let expected = model.has_shape(name) || (empty && is_empty_output(name));
            if !expected {
                self.differences.push(format!("{ours}: not in the model"));
            }
        }
        for ours in catalog::operations().map(|entry| entry.name()) {
            let name = plane.unprefixed(&ours);
            if plane.contains(&ours) && !model.operations().any(|(operation, _)| operation == name)
            {
                self.differences.push(format!("{ours}: not in the model"));
            }
        }
    }
}
