//! The forms of input: lines, values and pages.

use super::pages::Pages;

/// How the values are written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A value on each line.
    Lines,
    /// Arrays of values, and values one after another.
    Values,
    /// Objects with a list of values, as the AWS CLI prints them.
    Pages,
    /// A page without values, or several.
    Empty,
}

/// What is known of the object at the start of a text.
#[derive(Clone, Copy)]
enum FirstObject {
    /// It has one of the lists.
    Page,
    /// It ends before this index.
    Ended(usize),
    /// The text ends inside it.
    Open,
    /// It has an unescaped line end in a string, which is not JSON.
    Invalid,
}

/// The objects at the start of a text that are pages without values, and do not say the form.
struct EmptyPages<'t> {
    count: usize,
    /// Whether one of them is not a line of its own.
    is_joined: bool,
    rest: &'t [u8],
}

impl<'t> EmptyPages<'t> {
    fn at_start(text: &'t [u8], pages: &Pages) -> Self {
        let mut found = Self {
            count: 0,
            is_joined: false,
            rest: text.trim_ascii_start(),
        };
        while found.rest.starts_with(b"{")
            && let FirstObject::Ended(end) = first_object(found.rest, pages)
        {
            let (object, after) = found.rest.split_at(end);
            if !pages.is_empty(object) {
                break;
            }
            let line = after.split(|byte| *byte == b'\n').next();
            let is_followed = line.is_some_and(|line| line.trim_ascii_start().starts_with(b"{"));
            found.count += 1;
            found.is_joined |= is_followed || object.contains(&b'\n');
            found.rest = after.trim_ascii_start();
        }
        found
    }
}

impl Form {
    /// The form of a text that starts like this.
    ///
    /// `None` if only more of the text says the form, and this is not all of it.
    pub(super) fn of(start: &[u8], pages: &Pages, is_all: bool) -> Option<Self> {
        let EmptyPages {
            count,
            is_joined,
            rest: start,
        } = EmptyPages::at_start(start, pages);
        // Several empty objects are values unless the shape has pages.
        let is_empty = count == 1 || count > 1 && !pages.lists.is_empty();
        match start.first() {
            None if !is_all => return None,
            None if is_empty => return Some(Self::Empty),
            Some(b'[') => return Some(Self::Values),
            Some(b'{') => {}
            _ if is_joined => return Some(Self::Values),
            _ => return Some(Self::Lines),
        }
        match first_object(start, pages) {
            FirstObject::Page => return Some(Self::Pages),
            FirstObject::Open if !is_all => return None,
            FirstObject::Ended(end) => {
                let (object, rest) = start.split_at(end);
                let next = rest.iter().find(|byte| !b" \t\r".contains(byte));
                let is_line = !object.contains(&b'\n');
                match next {
                    None if !is_all => return None,
                    // Amazon Data Firehose writes no line end between the objects unless the stream is set up so.
                    Some(b'{') if is_line => return Some(Self::Values),
                    _ => {}
                }
            }
            FirstObject::Open | FirstObject::Invalid => {}
        }
        if is_joined {
            return Some(Self::Values);
        }
        Some(Self::of_first_line(start))
    }

    /// The form of a text whose first object has not ended after as much as is read ahead.
    pub(super) fn of_long(start: &[u8]) -> Self {
        let start = start.trim_ascii_start();
        if start.contains(&b'\n') {
            Self::of_first_line(start)
        } else {
            Self::Values
        }
    }

    fn of_first_line(start: &[u8]) -> Self {
        if is_indented(start) {
            Self::Values
        } else {
            Self::Lines
        }
    }
}

/// Searches the first object for one of the lists.
fn first_object(start: &[u8], pages: &Pages) -> FirstObject {
    let (mut depth, mut string, mut escaped) = (0_usize, None, false);
    for (at, byte) in start.iter().enumerate() {
        match (string, byte) {
            (Some(_), b'\n') => return FirstObject::Invalid,
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(opened), b'"') => {
                string = None;
                let name = start.get(opened + 1..at).unwrap_or_default();
                let rest = start.get(at + 1..).unwrap_or_default().trim_ascii_start();
                let value = rest.strip_prefix(b":").map(<[u8]>::trim_ascii_start);
                let is_list = value
                    .is_some_and(|value| value.starts_with(b"[") || value.starts_with(b"null"));
                if depth == 1 && is_list && pages.list(name).is_some() {
                    return FirstObject::Page;
                }
            }
            (None, b'"') => string = Some(at),
            (None, b'{' | b'[') => depth += 1,
            (None, b'}' | b']') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return FirstObject::Ended(at + 1);
                }
            }
            _ => {}
        }
    }
    FirstObject::Open
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
    use super::{Form, Pages};

    fn pages() -> Pages {
        Pages {
            lists: vec!["list"],
            members: vec!["jobId"],
        }
    }

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
            ("{\"list\": null}\n", Form::Pages),
            ("nonsense", Form::Lines),
            ("{\"jobId\": \"a\"} nonsense\n", Form::Lines),
            ("{\"jobId\": \"a\"}  \r\n{}{}\n", Form::Lines),
            ("{\"jobId\": \"a\"}{\"jobId\": \"b\"}", Form::Values),
            ("{\"jobId\": \"}\"} \t{}", Form::Values),
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
            let found = Form::of(start.as_bytes(), &pages(), true);
            assert_eq!(found, Some(form), "{start}");
        }
    }

    #[test]
    fn pages_without_values_do_not_say_the_form() {
        let page = r#"{"list":[]}"#;
        let value = r#"{"jobId":"a"}"#;
        for (start, form) in [
            (format!("{{}}\n{page}"), Form::Pages),
            (format!("{{}}{{\n}} {page}"), Form::Pages),
            (format!("{{\"nextToken\":null}}\n{page}"), Form::Pages),
            (format!("{{}}\n{value}\n{value}\n"), Form::Lines),
            (format!("{{}}\n{value}{value}\n"), Form::Values),
            (format!("{{}}{value}\n{value}\n"), Form::Values),
            (format!("{{\n}}\n{value}\n"), Form::Values),
            (format!("{{}}\n[{value}]\n"), Form::Values),
            ("{}\nnonsense".to_owned(), Form::Lines),
            ("{} nonsense\n".to_owned(), Form::Lines),
            ("{}".to_owned(), Form::Empty),
            ("{}\n{\n}\n".to_owned(), Form::Empty),
        ] {
            let found = Form::of(start.as_bytes(), &pages(), true);
            assert_eq!(found, Some(form), "{start}");
        }
        let without_pages = Pages {
            lists: Vec::new(),
            members: vec!["jobId"],
        };
        for (start, form) in [
            ("{}\n", Form::Empty),
            ("{}\n{}\n", Form::Lines),
            ("{}{}\n", Form::Values),
        ] {
            let found = Form::of(start.as_bytes(), &without_pages, true);
            assert_eq!(found, Some(form), "{start}");
        }
    }

    #[test]
    fn more_is_read_if_the_first_object_has_not_ended() {
        for start in [
            "",
            "{}\n",
            "{}{\"nextT",
            "{\"jobId\": \"a",
            "{\"jobId\": \"a\"} ",
        ] {
            let found = Form::of(start.as_bytes(), &pages(), false);
            assert_eq!(found, None, "{start}");
        }
        for start in ["{\"jobId\": \"a\n{", "{\"jobId\": \"a\"}\n"] {
            let found = Form::of(start.as_bytes(), &pages(), false);
            assert_eq!(found, Some(Form::Lines), "{start}");
        }
    }

    #[test]
    fn a_first_object_that_is_very_long_is_a_value_unless_it_is_a_line() {
        for (start, form) in [
            ("{\"jobId\": \"a", Form::Values),
            ("{\n  \"jobId\": ", Form::Values),
            ("{\"jobId\": \"a\",\n{\"jobId\": \"b\"}", Form::Lines),
        ] {
            assert_eq!(Form::of_long(start.as_bytes()), form, "{start}");
        }
    }
}
