//! Limits of strings, numbers, lists and maps, and of their elements, keys and values.

use iot_jobs::constraint::Constraint;

use super::Comparison;

impl Comparison<'_> {
    /// Compares a constraint with the limits of a model shape and of its elements, keys and values.
    pub(super) fn constraint(&mut self, path: &str, name: &str, ours: Option<&Constraint>) {
        let shape = self.model.shape(name);
        if !shape.has("members") && !shape.has("enum") {
            self.require_known_properties(
                name,
                shape,
                &["type", "min", "max", "pattern", "member", "key", "value"],
            );
        }
        if let Some(ours) = ours {
            self.compare(path, "the constraint", name, ours.name);
        }
        let number = |limit: Option<f64>| limit.map_or_else(String::new, |limit| limit.to_string());
        let limit = |name| {
            shape
                .has(name)
                .then(|| shape.text(name).parse().expect("a number"))
        };
        let path = format!("{path} ({name})");
        self.compare(
            &path,
            "min",
            number(limit("min")),
            number(ours.and_then(|ours| ours.min)),
        );
        self.compare(
            &path,
            "max",
            number(limit("max")),
            number(ours.and_then(|ours| ours.max)),
        );
        self.compare(
            &path,
            "the pattern",
            shape.text("pattern"),
            ours.and_then(|ours| ours.pattern).unwrap_or_default(),
        );
        let parts = [
            ("member", ours.and_then(|ours| ours.element)),
            ("key", ours.and_then(|ours| ours.key)),
            ("value", ours.and_then(|ours| ours.value)),
        ];
        for (part, ours) in parts {
            if shape.has(part) {
                self.constraint(&format!("{path} {part}"), &shape.text(part), ours);
            } else if let Some(ours) = ours {
                self.compare(&path, part, "", ours.name);
            }
        }
    }
}
