//! The forms of input: lines, values and pages.

/// How the values are written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A value on each line.
    Lines,
    /// Arrays of values, and values one after another.
    Values,
    /// Objects with a list of values, as the AWS CLI prints them.
    Pages,
}

impl Form {
    /// The form of a text that starts like this; `lists` are the names of the lists of pages.
    pub(super) fn of(start: &[u8], lists: &[&str]) -> Self {
        let start = start.trim_ascii_start();
        match start.first() {
            Some(b'[') => Self::Values,
            Some(b'{') if has_list(start, lists) => Self::Pages,
            Some(b'{') if is_indented(start) => Self::Values,
            _ => Self::Lines,
        }
    }
}

/// Whether the first object has one of the lists.
fn has_list(start: &[u8], lists: &[&str]) -> bool {
    let (mut depth, mut string, mut escaped) = (0_usize, None, false);
    for (at, byte) in start.iter().enumerate() {
        match (string, byte) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(opened), b'"') => {
                string = None;
                let name = start.get(opened + 1..at).unwrap_or_default();
                let rest = start.get(at + 1..).unwrap_or_default().trim_ascii_start();
                let value = rest.strip_prefix(b":").map(<[u8]>::trim_ascii_start);
                let is_list = value.is_some_and(|value| value.starts_with(b"["));
                if depth == 1 && is_list && lists.iter().any(|list| list.as_bytes() == name) {
                    return true;
                }
            }
            (None, b'"') => string = Some(at),
            (None, b'{' | b'[') => depth += 1,
            (None, b'}' | b']') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return false;
                }
            }
            _ => {}
        }
    }
    false
}

/// Whether the first line is the start of an object that is written on several lines.
fn is_indented(start: &[u8]) -> bool {
    let Some(end) = start.iter().position(|byte| *byte == b'\n') else {
        return false;
    };
    let (first, rest) = start.split_at(end);
    let next = rest.trim_ascii_start().first();
    match first.trim_ascii_end().last() {
        Some(b'{' | b'[') => true,
        // A line that was cut at its comma is followed by another object.
        Some(b',') => next == Some(&b'"'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn the_first_bytes_say_the_form() {
        for (start, form) in [
            ("", Form::Lines),
            ("{\"jobId\": \"a\"}\n{\"jobId\": \"b\"}\n", Form::Lines),
            ("{\"jobId\": \"a\",\n{\"jobId\": \"b\"}\n", Form::Lines),
            ("{\"jobId\": \"a\n{\"jobId\": \"b\"}\n", Form::Lines),
            ("{\"jobId\": {\"list\": []}}\n", Form::Lines),
            ("{\"jobId\": \"list\"}\n{\"list\": []}\n", Form::Lines),
            ("{\"list\": 1}\n", Form::Lines),
            ("nonsense", Form::Lines),
            (" \n[", Form::Values),
            ("[]", Form::Values),
            ("{\n  \"jobId\": \"a\"\n}\n", Form::Values),
            ("{\"statusDetails\": {\n", Form::Values),
            ("{\"jobId\": \"a\",\n \"n\": 1}\n", Form::Values),
            ("{\"list\": [", Form::Pages),
            (
                "\n{\n \"nextToken\": \"\\\"{\",\n \"list\" : [\n",
                Form::Pages,
            ),
            ("{\"o\": {\"list\": []}, \"list\": []}", Form::Pages),
        ] {
            assert_eq!(Form::of(start.as_bytes(), &["list"]), form, "{start}");
        }
    }
}
