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
            match operation::all().find(|facts| facts.name == ours) {
                Some(facts) => self.operation(name, operation, facts),
                None => self.differences.push(format!("{ours}: not in the crate")),
            }
        }
    }

    fn operation(&mut self, name: &str, model: Shape<'_>, ours: &Facts) {
        self.understood(name, model, &["method", "uri", "input", "output", "errors"]);
        let plane = self.plane;
        self.differ(name, "the method", model.text("method"), ours.method);
        self.differ(name, "the URI", model.text("uri"), ours.uri);
        let input = plane.unprefixed(ours.input.name);
        self.differ(name, "the input", model.text("input"), input);
        let output = plane.unprefixed(ours.output.name);
        if model.has("output") {
            self.differ(name, "the output", model.text("output"), output);
        } else {
            self.differ(name, "the output", format!("{name}Response"), output);
            let members = ours.output.members.len();
            self.differ(name, "the number of the output's members", 0, members);
        }
        let names = ours.errors.iter().map(|error| plane.unprefixed(error.name));
        let names: Vec<&str> = names.collect();
        self.differ(
            name,
            "the errors",
            model.strings("errors").join(", "),
            names.join(", "),
        );
        for facts in [&ours.input, &ours.output].into_iter().chain(ours.errors) {
            if shape::find(facts.name).is_none_or(|entry| entry.structure() != facts) {
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
            let name = plane.unprefixed(ours);
            let expected = model.has_shape(name) || (empty && without_output(name));
            if !expected {
                self.differences.push(format!("{ours}: not in the model"));
            }
        }
        for facts in operation::all().filter(|facts| plane.is(facts.name)) {
            if !model
                .operations()
                .any(|(name, _)| name == plane.unprefixed(facts.name))
            {
                self.differences
                    .push(format!("{}: not in the model", facts.name));
            }
        }
    }
}
