//! A finding under its line, as rustc shows one.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::adapter::strip_str;
use iot_jobs::validate::Severity;

use crate::{
    check_result::{Finding, Span},
    escape::escape_control,
    input::Input,
};

/// The maximum number of characters of a line and its message that are shown.
const WIDTH: usize = 100;

/// The maximum number of characters of a value that are underlined, so that the message is not far to the right.
const MAX_UNDERLINED: usize = 40;

/// The maximum number of bytes of a line that are processed before and after the column; more would not be shown.
const MAX_BYTES_AROUND: usize = 1 << 10;

/// The maximum number of bytes before the column in which the start of a string is searched.
const MAX_BYTES_TO_QUOTE: usize = 1 << 16;

/// The finding under its line, with its rule.
pub(super) fn with_rule(input: &Input<'_>, finding: &Finding) -> String {
    render(input, finding, Some(finding.rule))
}

/// The finding under its line.
pub(super) fn without_rule(input: &Input<'_>, finding: &Finding) -> String {
    render(input, finding, None)
}

/// The text with escape sequences for colors.
fn render(input: &Input<'_>, finding: &Finding, rule: Option<&'static str>) -> String {
    let level = match finding.severity {
        Severity::Information => Level::NOTE,
        Severity::Advice => Level::HELP.with_name("advice"),
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = |title: String| match rule {
        None => level.clone().primary_title(title),
        Some(rule) => level.clone().primary_title(title).id(rule),
    };
    let (file, path) = (
        input.display_file(),
        escape_control(&finding.path.to_string()),
    );
    let message = escape_control(&finding.message);
    let origin = match finding.span {
        Some(Span { line, column, .. }) => {
            Origin::path(file.clone()).line(line).char_column(column)
        }
        None => Origin::path(file.clone()),
    };
    let mut cut = false;
    let group = if let Some(line) = SourceLine::new(input, finding) {
        let underline = AnnotationKind::Primary.span(line.underlined).label(message);
        let snippet = Snippet::source(line.text)
            .line_start(line.number)
            .annotation(underline);
        let group = Group::with_title(title(path));
        if line.cut {
            // The column that the snippet would show is counted from the cut.
            cut = true;
            group.element(origin).element(snippet)
        } else {
            group.element(snippet.path(file))
        }
    } else {
        Group::with_title(title(format!("{path}: {message}"))).element(origin)
    };
    let rendered = Renderer::styled().term_width(WIDTH).render(&[group]);
    if cut {
        without_origin_of_snippet(&rendered)
    } else {
        rendered
    }
}

/// The text without the line that introduces a snippet of another file than the finding's, here always empty.
fn without_origin_of_snippet(rendered: &str) -> String {
    let lines = rendered.lines();
    let lines = lines.filter(|line| strip_str(line).to_string().trim() != ":::");
    lines.collect::<Vec<_>>().join("\n")
}

/// A line of the input without control characters, and the part of it that is underlined.
struct SourceLine {
    text: String,
    number: usize,
    underlined: std::ops::Range<usize>,
    /// Whether the text is a part of a longer line.
    cut: bool,
}

impl SourceLine {
    /// The line of a finding; `None` if it is blank or not part of the input.
    fn new(input: &Input<'_>, finding: &Finding) -> Option<Self> {
        let span = finding.span?;
        let offset = span.offset;
        let offset = offset.or_else(|| input.offset_of(span.line, span.column))?;
        // The start of a value is not inside a string, unlike the position of a syntax error.
        let outside = span.offset.is_some();
        let window = Window::around(input.text, offset, outside)?;
        let (head, tail) = (
            String::from_utf8_lossy(window.head),
            String::from_utf8_lossy(window.tail),
        );
        let line = format!("{head}{tail}");
        if line.trim().is_empty() {
            return None;
        }
        // Escaping and masking keep the number of characters, not that of bytes.
        let text = escape_control(&mask_queries(&line, window.in_string));
        let before = head.chars().count();
        let underlined = span.length.min(MAX_UNDERLINED);
        let byte_count = |characters: usize| -> usize {
            let characters = text.chars().take(characters);
            characters.map(char::len_utf8).sum()
        };
        Some(Self {
            underlined: byte_count(before)..byte_count(before + underlined),
            text,
            number: span.line,
            cut: window.cut,
        })
    }
}

/// A part of a line around an offset, of a limited size however long the line is.
struct Window<'t> {
    /// The part before the offset.
    head: &'t [u8],
    /// The part from the offset on.
    tail: &'t [u8],
    /// Whether the line is longer.
    cut: bool,
    /// Whether the part may start inside a string of unknown start.
    in_string: bool,
}

impl<'t> Window<'t> {
    /// The part around an offset, which may be known to be outside of strings.
    fn around(text: &'t [u8], offset: usize, outside: bool) -> Option<Self> {
        let (before, after) = text.split_at_checked(offset)?;
        let nearest = before.len().saturating_sub(MAX_BYTES_TO_QUOTE);
        let mut head = before.get(nearest..)?;
        let mut head_cut = nearest > 0;
        if let Some(line) = head.iter().rposition(|byte| *byte == b'\n') {
            head = head.get(line + 1..)?;
            head_cut = false;
        }
        let mut in_string = false;
        if let Some((far, near)) =
            head.split_at_checked(head.len().saturating_sub(MAX_BYTES_AROUND))
        {
            let outside = outside && !near.contains(&b'"');
            // A query is recognized by the start of its string, which has to be included.
            match far.iter().rposition(|byte| *byte == b'"') {
                _ if outside => {
                    head_cut |= !far.is_empty();
                    head = near;
                }
                Some(quote) => {
                    head_cut |= quote > 0;
                    head = head.get(quote..)?;
                }
                None if head_cut => {
                    in_string = true;
                    head = near;
                }
                None => {}
            }
        }
        let end = after.iter().take(MAX_BYTES_AROUND);
        let end = end.take_while(|byte| **byte != b'\n').count();
        let line_ends = matches!(after.get(end), None | Some(b'\n'));
        // A character is not cut.
        let rest = after.get(end..).unwrap_or_default().iter();
        let end = end
            + rest
                .take_while(|byte| is_continuation(**byte))
                .count()
                .min(3);
        let mut tail = after.get(..end)?;
        if line_ends {
            match tail.strip_suffix(b"\r") {
                Some(line) => tail = line,
                None if tail.is_empty() => head = head.strip_suffix(b"\r").unwrap_or(head),
                None => {}
            }
        }
        let start = head
            .iter()
            .take_while(|byte| is_continuation(**byte))
            .count();
        Some(Self {
            head: if head_cut { head.get(start..)? } else { head },
            tail,
            cut: head_cut || !line_ends,
            in_string,
        })
    }
}

/// Whether a byte continues a character of UTF-8.
fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// Replaces the queries of URLs with asterisks: those of presigned URLs contain a signature. If the line may
/// start inside a string, all of it up to the first quote is replaced.
fn mask_queries(line: &str, in_string: bool) -> String {
    let mut masked = String::with_capacity(line.len());
    let mask = |c| if matches!(c, '"' | '\\') { c } else { '*' };
    for (index, string) in line.split_inclusive('"').enumerate() {
        let url = string.find("://").or_else(|| string.find(r":\/\/"));
        let query = url.and_then(|url| Some(url + string.get(url..)?.find('?')? + 1));
        let query = if in_string && index == 0 {
            Some(0)
        } else {
            query
        };
        let (before, query) = string.split_at(query.unwrap_or(string.len()));
        masked.push_str(before);
        masked.extend(query.chars().map(mask));
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES_AROUND, Window, with_rule};
    use crate::{
        check_result::{Finding, Span},
        input::Input,
    };
    use iot_jobs::{Path, validate::Severity};

    /// The line and what is under it, without the line number.
    fn rendered(line: &[u8], column: usize, length: usize) -> (String, String) {
        let input = Input {
            file: "f",
            line: None,
            text: line,
        };
        let finding = Finding {
            rule: "form",
            severity: Severity::Error,
            path: Path::root(),
            suggestion: None,
            message: "wrong".to_owned(),
            span: Some(Span {
                line: 1,
                column,
                length,
                offset: None,
            }),
        };
        let text = anstream::adapter::strip_str(&with_rule(&input, &finding)).to_string();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("error[form]: $"));
        let origin = format!(" --> f:1:{column}");
        assert_eq!(lines.next(), Some(origin.as_str()));
        let source = lines.find_map(|line| line.strip_prefix("1 | ")).unwrap();
        let under = lines
            .next()
            .and_then(|line| line.strip_prefix("  | "))
            .unwrap();
        (source.to_owned(), under.to_owned())
    }

    #[test]
    fn the_value_is_underlined() {
        for (line, column, length, text, under) in [
            ("{\"a\": 7}", 7, 1, "{\"a\": 7}", "      ^ wrong"),
            ("{\"a\": 700}\r", 7, 3, "{\"a\": 700}", "      ^^^ wrong"),
            ("{\"a\"", 5, 1, "{\"a\"", "    ^ wrong"),
            ("\t{\"a\": 7}", 8, 1, " {\"a\": 7}", "       ^ wrong"),
            ("{\"名\": 7}", 7, 1, "{\"名\": 7}", "       ^ wrong"),
            (
                "{\"e\u{301}\": 7}",
                8,
                1,
                "{\"e\u{301}\": 7}",
                "      ^ wrong",
            ),
            ("\u{1b}[2J\u{9b}", 1, 2, "␛[2J\u{fffd}", "^^ wrong"),
            (
                r#"["https://h/p?a=b\"","really?"]"#,
                2,
                1,
                r#"["https://h/p?***\"","really?"]"#,
                " ^ wrong",
            ),
            (
                r#"["https:\/\/h\/p?é=b",7"#,
                23,
                1,
                r#"["https:\/\/h\/p?***",7"#,
                "                      ^ wrong",
            ),
        ] {
            assert_eq!(
                rendered(line.as_bytes(), column, length),
                (text.to_owned(), under.to_owned())
            );
        }
    }

    #[test]
    fn a_byte_that_is_not_utf8_has_one_column() {
        let (text, under) = rendered(b"{\"a\": \"\xff\"}", 8, 1);
        assert_eq!(text, "{\"a\": \"\u{fffd}\"}");
        assert_eq!(under, "       ^ wrong");
    }

    #[test]
    fn a_long_line_is_cut_around_the_value() {
        for filler in [200, 20_000] {
            let filler = "n".repeat(filler);
            let line = format!("[\"{filler}\",7,\"{filler}\"]");
            let (text, under) = rendered(line.as_bytes(), filler.len() + 5, 1);
            assert!(
                text.starts_with("...nnn") && text.ends_with("nnn..."),
                "{text}"
            );
            assert!(text.chars().count() <= 100, "{text}");
            assert_eq!(text.find('7'), under.find('^'), "{text}");
        }
    }

    #[test]
    fn the_middle_of_a_long_query_is_masked() {
        let line = format!("[\"https://h/p?{}\"]", "é".repeat(20_000));
        let (text, _) = rendered(line.as_bytes(), 10_000, 1);
        assert!(text.chars().all(|c| matches!(c, '*' | '.')), "{text}");
        // Its start is too far away to be found.
        let line = format!("[\"https://h/p?{}\"]", "é".repeat(200_000));
        let (text, _) = rendered(line.as_bytes(), 100_000, 1);
        assert!(text.chars().all(|c| matches!(c, '*' | '.')), "{text}");
    }

    #[test]
    fn a_part_that_may_start_in_a_string_is_known() {
        let long = "x".repeat(200_000);
        for (text, outside, in_string) in [
            (format!("[\"https://h/p?{long}\",7"), true, true),
            (format!("[\"https://h/p?{long}\",7"), false, true),
            (format!("[{long},7"), true, false),
            (format!("[{long},7"), false, true),
            (format!("[\"{}\",7", "x".repeat(2000)), true, false),
        ] {
            let offset = text.len() - 1;
            let window = Window::around(text.as_bytes(), offset, outside).unwrap();
            assert_eq!(window.in_string, in_string, "{text:.20} {outside}");
        }
    }

    #[test]
    fn the_size_of_the_part_that_is_processed_is_limited() {
        for (element, power) in [
            ("[],", 10),
            ("[],", 20),
            ("7é,", 20),
            ("\"a\",", 20),
            ("\\", 20),
        ] {
            let text = element.repeat(1 << power);
            for offset in [0, text.len() / 3, text.len() / 2, text.len()] {
                let window = Window::around(text.as_bytes(), offset, true).unwrap();
                let size = window.head.len() + window.tail.len();
                assert!(size <= 3 * MAX_BYTES_AROUND, "{size} of {element}");
                if power > 10 {
                    assert!(window.cut);
                }
            }
        }
    }
}
