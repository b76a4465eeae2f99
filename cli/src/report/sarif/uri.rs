//! File names as URIs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters of a path that are percent-encoded.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The URI of a file. It is relative for a relative path: code scanning resolves it against the
/// repository's root.
pub(super) fn from_file(file: &str) -> String {
    let (scheme, file) = match file {
        "-" => ("", "stdin"),
        absolute if absolute.starts_with('/') => ("file://", absolute),
        relative => ("", relative.strip_prefix("./").unwrap_or(relative)),
    };
    format!("{scheme}{}", utf8_percent_encode(file, ESCAPED))
}

#[cfg(test)]
mod tests {
    use super::from_file;

    #[test]
    fn reserved_characters_are_percent_encoded() {
        for (file, uri) in [
            ("jobs/a-b_c.json", "jobs/a-b_c.json"),
            ("./jobs/a.json", "jobs/a.json"),
            ("/tmp/a b%.json", "file:///tmp/a%20b%25.json"),
            ("c:d?é#", "c%3Ad%3F%C3%A9%23"),
            ("-", "stdin"),
        ] {
            assert_eq!(from_file(file), uri);
        }
    }
}
