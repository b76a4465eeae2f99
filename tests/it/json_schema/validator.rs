//! Compares what the schema of a shape accepts with what the crate accepts.

use iot_jobs::{
    catalog::ShapeEntry,
    validate::{Rule, Severity},
};
use jsonschema::Validator;

/// The rules that are declared constraints and that schemas can state.
const DECLARED: &[Rule] = &[
    Rule::Length,
    Rule::Size,
    Rule::Range,
    Rule::Pattern,
    Rule::Required,
    Rule::Arn,
];

pub(super) struct SchemaValidator {
    entry: ShapeEntry,
    validator: Validator,
}

impl SchemaValidator {
    pub(super) fn of(entry: ShapeEntry) -> Self {
        let schema = entry.schema().to_value();
        // Editors check formats, so that a sample must pass with them.
        let validator = jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .should_validate_formats(true)
            .build(&schema)
            .unwrap_or_else(|error| panic!("{}: {error}", entry.name()));
        Self { entry, validator }
    }

    /// Whether the schema accepts a payload; text that is not JSON is rejected.
    pub(super) fn accepts(&self, text: &str) -> bool {
        let value = serde_json::from_str(text);
        value.is_ok_and(|value| self.validator.is_valid(&value))
    }

    /// Whether the crate decodes a payload and finds no declared constraint violated.
    pub(super) fn crate_accepts(&self, text: &str) -> bool {
        self.entry.decode(text).is_ok_and(|value| {
            let violations = value.violations();
            !violations.iter().any(|violation| {
                violation.severity == Severity::Error && DECLARED.contains(&violation.rule)
            })
        })
    }

    /// Both say the same, which is returned.
    #[track_caller]
    pub(super) fn agrees(&self, text: &str, what: &str) -> bool {
        let (schema, ours) = (self.accepts(text), self.crate_accepts(text));
        let why = || {
            let value = serde_json::from_str(text).unwrap_or_default();
            let errors = self.validator.iter_errors(&value);
            let errors: Vec<_> = errors.map(|error| error.to_string()).collect();
            let decoded = self.entry.decode(text).map(|value| value.violations());
            format!("schema: {errors:.500?}\ncrate: {decoded:.500?}")
        };
        assert_eq!(schema, ours, "{what}: {text:.300}\n{}", why());
        schema
    }
}
