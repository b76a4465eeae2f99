//! The model's patterns in the dialect of schemas.

/// A pattern of the model as a schema takes it.
///
/// The model's patterns are Java's and match whole values. Schemas search, so that the ends are tied;
/// and theirs are patterns of ECMA-262 with the flag `u`, which has no `\p{Upper}` or `\p{Digit}` and
/// takes every other property by the same name. In Java these two are of ASCII, and the models use
/// them inside of classes only.
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
