//! Files as URIs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path holds that a URI may not hold as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The URI of a file: relative ones stay so, which a code scanner takes from the repository's root.
pub(super) fn of(file: &str) -> String {
    let (scheme, file) = match file {
        "-" => ("", "stdin"),
        absolute if absolute.starts_with('/') => ("file://", absolute),
        relative => ("", relative.strip_prefix("./").unwrap_or(relative)),
    };
    format!("{scheme}{}", utf8_percent_encode(file, ESCAPED))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_has_a_meaning_in_uris_is_escaped() {
        for (file, uri) in [
            ("jobs/a-b_c.json", "jobs/a-b_c.json"),
            ("./jobs/a.json", "jobs/a.json"),
            ("/tmp/a b%.json", "file:///tmp/a%20b%25.json"),
            ("c:d?é#", "c%3Ad%3F%C3%A9%23"),
            ("-", "stdin"),
        ] {
            assert_eq!(of(file), uri);
        }
    }
}
