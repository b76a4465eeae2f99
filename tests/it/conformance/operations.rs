//! Operations, and that the crate has nothing that the model has not.

use iot_jobs::{
    operation::{self, Facts},
    shape,
};

use super::{Comparison, model::Shape};

impl Comparison<'_> {
    pub(super) fn operations(&mut self) {
        let model = self.model;
        for (name, operation) in model.operations() {
            let ours = format!("{}{name}", self.plane.prefix);
            match operation::find(&ours) {
                Some(entry) => self.operation(name, operation, entry.facts()),
                None => self.differences.push(format!("{ours}: not in the crate")),
            }
        }
    }

    fn operation(&mut self, name: &str, model: Shape<'_>, ours: &Facts) {
        self.understood(name, model, &["method", "uri", "input", "output", "errors"]);
        self.differ(name, "the method", model.text("method"), ours.method);
        self.differ(name, "the URI", model.text("uri"), ours.uri);
        self.differ(name, "the name", name, ours.name);
        self.differ(name, "the input", model.text("input"), ours.input.name);
        let output = ours.output.name;
        if model.has("output") {
            self.differ(name, "the output", model.text("output"), output);
        } else {
            self.differ(name, "the output", format!("{name}Response"), output);
            let members = ours.output.members.len();
            self.differ(name, "the number of the output's members", 0, members);
        }
        let names: Vec<&str> = ours.errors.iter().map(|error| error.name).collect();
        self.differ(
            name,
            "the errors",
            model.strings("errors").join(", "),
            names.join(", "),
        );
        for facts in [&ours.input, &ours.output].into_iter().chain(ours.errors) {
            let listed = format!("{}{}", self.plane.prefix, facts.name);
            if shape::find(&listed).is_none_or(|entry| entry.structure() != facts) {
                let line = format!("{name}: another {} than the listed one", facts.name);
                self.differences.push(line);
            }
        }
    }

    /// What the crate has, the model has too.
    ///
    /// An operation without an output in the model has an empty one in the crate.
    pub(super) fn nothing_more(&mut self) {
        let (plane, model) = (self.plane, self.model);
        let without_output = |name: &str| {
            let mut operations = model.operations();
            operations.any(|(operation, facts)| {
                !facts.has("output") && name == format!("{operation}Response")
            })
        };
        let entries =
            shape::all().map(|entry| (entry.name(), entry.structure().members.is_empty()));
        for (ours, empty) in entries.filter(|(name, _)| plane.is(name)) {
            let name = plane.unprefixed(&ours);
            let expected = model.has_shape(name) || (empty && without_output(name));
            if !expected {
                self.differences.push(format!("{ours}: not in the model"));
            }
        }
        for ours in operation::all().map(|entry| entry.name()) {
            let name = plane.unprefixed(&ours);
            if plane.is(&ours) && !model.operations().any(|(operation, _)| operation == name) {
                self.differences.push(format!("{ours}: not in the model"));
            }
        }
    }
}
