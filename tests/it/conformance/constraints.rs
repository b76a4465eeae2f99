//! Limits: of strings, numbers, lists and maps, and of what lists and maps hold.

use iot_jobs::constraint::Constraint;

use super::Comparison;

impl Comparison<'_> {
    /// Compares a constraint of ours with the limits of the model's shape, and of its parts.
    pub(super) fn constraint(&mut self, at: &str, name: &str, ours: Option<&Constraint>) {
        let shape = self.model.shape(name);
        if !shape.has("members") && !shape.has("enum") {
            self.understood(
                name,
                shape,
                &["type", "min", "max", "pattern", "member", "key", "value"],
            );
        }
        if let Some(ours) = ours {
            self.differ(at, "the constraint", name, ours.name);
        }
        let number = |limit: Option<f64>| limit.map_or_else(String::new, |limit| limit.to_string());
        let limit = |name| {
            shape
                .has(name)
                .then(|| shape.text(name).parse().expect("a number"))
        };
        let at = format!("{at} ({name})");
        self.differ(
            &at,
            "min",
            number(limit("min")),
            number(ours.and_then(|ours| ours.min)),
        );
        self.differ(
            &at,
            "max",
            number(limit("max")),
            number(ours.and_then(|ours| ours.max)),
        );
        self.differ(
            &at,
            "the pattern",
            shape.text("pattern"),
            ours.and_then(|ours| ours.pattern).unwrap_or_default(),
        );
        let parts = [
            ("member", ours.and_then(|ours| ours.member)),
            ("key", ours.and_then(|ours| ours.key)),
            ("value", ours.and_then(|ours| ours.value)),
        ];
        for (part, ours) in parts {
            if shape.has(part) {
                self.constraint(&format!("{at} {part}"), &shape.text(part), ours);
            } else if let Some(ours) = ours {
                self.differ(&at, part, "", ours.name);
            }
        }
    }
}
