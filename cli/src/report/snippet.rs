//! A finding under its line, as rustc shows one.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
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
    let group = if let Some(line) = SourceLine::new(input, finding) {
        let underline = AnnotationKind::Primary.span(line.underlined).label(message);
        let snippet = Snippet::source(line.text)
            .line_start(line.number)
            .annotation(underline);
        let group = Group::with_title(title(path));
        if line.cut {
            // The column that the snippet would show is counted from the cut.
            group.element(origin).element(snippet)
        } else {
            group.element(snippet.path(file))
        }
    } else {
        Group::with_title(title(format!("{path}: {message}"))).element(origin)
    };
    Renderer::styled().term_width(WIDTH).render(&[group])
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
        let (line, at) = match span.offset {
            Some(offset) => line_at(str::from_utf8(input.text).ok()?, offset)?,
            None => line_of(input, span)?,
        };
        if line.trim().is_empty() {
            return None;
        }
        // A query is recognized by the start of its string, which has to be included.
        let from = line.floor_char_boundary(at.saturating_sub(MAX_BYTES_AROUND));
        let from = line.get(..from).and_then(|head| head.rfind('"'));
        let from = from.unwrap_or_default();
        let to = line.ceil_char_boundary(at + MAX_BYTES_AROUND);
        let text = escape_control(&mask_queries(line.get(from..to).unwrap_or_default()));
        // Escaping and masking keep the number of characters, not that of bytes.
        let before = line.get(from..at).unwrap_or_default().chars().count();
        let underlined = span.length.min(MAX_UNDERLINED);
        let byte_count = |characters: usize| -> usize {
            let characters = text.chars().take(characters);
            characters.map(char::len_utf8).sum()
        };
        Some(Self {
            underlined: byte_count(before)..byte_count(before + underlined),
            text,
            number: span.line,
            cut: from > 0 || to < line.len(),
        })
    }
}

/// The line of an offset, and the offset in it. The cost of a finding must not grow with the lines before it.
fn line_at(text: &str, offset: usize) -> Option<(Cow<'_, str>, usize)> {
    let (before, after) = text.split_at_checked(offset)?;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = after.find('\n').map_or(text.len(), |end| offset + end);
    let line = text.get(start..end)?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    Some((Cow::Borrowed(line), offset - start))
}

/// The line of a span, and the offset of its column; for text that may not be UTF-8.
fn line_of<'a>(input: &Input<'a>, span: Span) -> Option<(Cow<'a, str>, usize)> {
    let line = input.source_line(span.line)?;
    let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line));
    let at = line.char_indices().nth(span.column.saturating_sub(1));
    let at = at.map_or(line.len(), |(at, _)| at);
    Some((line, at))
}

/// Replaces the queries of URLs with asterisks: those of presigned URLs contain a signature.
fn mask_queries(line: &str) -> String {
    let mut masked = String::with_capacity(line.len());
    for string in line.split_inclusive('"') {
        let url = string.find("://").or_else(|| string.find(r":\/\/"));
        let query = url.and_then(|url| Some(url + string.get(url..)?.find('?')? + 1));
        let (before, query) = string.split_at(query.unwrap_or(string.len()));
        masked.push_str(before);
        let mask = |c| if matches!(c, '"' | '\\') { c } else { '*' };
        masked.extend(query.chars().map(mask));
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::with_rule;
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
    }
}
