//! The model's patterns as regular expressions of JSON Schema.

/// A pattern of the model for a schema.
///
/// The model's patterns have Java's syntax and match whole values. Those of schemas have the syntax of
/// ECMA-262 with the flag `u` and match any part of a value, so anchors are added. ECMA-262 has no
/// `\p{Upper}` and `\p{Digit}`, which are ASCII only in Java and occur only inside classes; the other
/// properties have the same names.
pub(super) fn translated(pattern: &str) -> String {
    let pattern = pattern
        .replace(r"\p{Upper}", "A-Z")
        .replace(r"\p{Digit}", "0-9");
    format!("^(?:{pattern})$")
}

#[cfg(test)]
mod tests {
    use super::translated;

    #[test]
    fn a_value_is_matched_whole_and_properties_of_java_are_ranges() {
        for (model, schema) in [
            (r"[\p{Upper}\p{Digit}_]+", "^(?:[A-Z0-9_]+)$"),
            (r"[^\p{C}]+", r"^(?:[^\p{C}]+)$"),
            (r"[a-zA-Z0-9_-]+|^\$next", r"^(?:[a-zA-Z0-9_-]+|^\$next)$"),
        ] {
            assert_eq!(translated(model), schema);
        }
    }
}
