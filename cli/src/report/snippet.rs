//! A finding under the line that it is about.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use iot_jobs::validate::Severity;

use super::harmless::harmless;
use crate::{
    check::verdict::{Finding, Spot},
    input::Input,
};

/// How many characters of a line and of what follows it are shown at most.
const WIDTH: usize = 100;

/// How many characters of a value are underlined at most, so that the message stands near its line.
const UNDERLINED: usize = 40;

/// How many bytes of a line are laid out to either side of a column; more would only take time.
const AROUND: usize = 1 << 12;

/// A finding, its place, and under its line what is wrong, with the escapes of a terminal's colours.
pub(super) fn snippet(input: &Input<'_>, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = |title: String| match finding.rule {
        "" => level.clone().primary_title(title),
        rule => level.clone().primary_title(title).id(rule),
    };
    let (file, path) = (super::file(input), harmless(&finding.path));
    let message = harmless(&finding.message);
    let origin = match finding.spot {
        Some(Spot { line, column, .. }) => {
            Origin::path(file.clone()).line(line).char_column(column)
        }
        None => Origin::path(file.clone()),
    };
    let group = if let Some(shown) = Shown::of(input, finding) {
        let underline = AnnotationKind::Primary.span(shown.range).label(message);
        let snippet = Snippet::source(shown.line)
            .line_start(shown.number)
            .annotation(underline);
        let group = Group::with_title(title(path));
        if shown.cut {
            // Its own count of columns would start where the line was cut.
            group.element(origin).element(snippet)
        } else {
            group.element(snippet.path(file))
        }
    } else {
        Group::with_title(title(format!("{path}: {message}"))).element(origin)
    };
    Renderer::styled().term_width(WIDTH).render(&[group])
}

/// A line fit for a terminal, and the part of it that is underlined.
struct Shown {
    line: String,
    number: usize,
    range: std::ops::Range<usize>,
    /// Whether the line goes on at either end.
    cut: bool,
}

impl Shown {
    /// The line of a finding, unless there is nothing on it to see.
    fn of(input: &Input<'_>, finding: &Finding) -> Option<Self> {
        let spot = finding.spot?;
        let line = input.line_of_text(spot.line)?;
        let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line));
        if line.trim().is_empty() {
            return None;
        }
        let column = spot.column.saturating_sub(1);
        let at = line
            .char_indices()
            .nth(column)
            .map_or(line.len(), |it| it.0);
        // A query is known by what stands before it in its string.
        let from = line.floor_char_boundary(at.saturating_sub(AROUND));
        let from = line.get(..from).and_then(|head| head.rfind('"'));
        let from = from.unwrap_or_default();
        let to = line.ceil_char_boundary(at + AROUND);
        let shown = fit(line.get(from..to).unwrap_or_default());
        let skipped = line.get(from..at).unwrap_or_default().chars().count();
        let underlined = spot.length.min(UNDERLINED);
        let bytes = |characters: usize| -> usize {
            let characters = shown.chars().take(characters);
            characters.map(char::len_utf8).sum()
        };
        Some(Self {
            range: bytes(skipped)..bytes(skipped + underlined),
            line: shown,
            number: spot.line,
            cut: from > 0 || to < line.len(),
        })
    }
}

/// Text fit for a terminal, with a character for each.
fn fit(text: &str) -> String {
    harmless(&without_queries(text))
}

/// A line with the queries of URLs starred out: presigned ones carry their signature there.
fn without_queries(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    for piece in line.split_inclusive('"') {
        let url = piece.find("://").or_else(|| piece.find(r":\/\/"));
        let query = url.and_then(|url| Some(url + piece.get(url..)?.find('?')? + 1));
        let (before, query) = piece.split_at(query.unwrap_or(piece.len()));
        kept.push_str(before);
        let stars = |c| if matches!(c, '"' | '\\') { c } else { '*' };
        kept.extend(query.chars().map(stars));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::snippet;
    use crate::{
        check::verdict::{Finding, Spot},
        input::Input,
    };
    use iot_jobs::validate::Severity;

    /// What is shown of a line, and what is under it, without the gutter.
    fn shown(line: &[u8], column: usize, length: usize) -> (String, String) {
        let input = Input {
            file: "f",
            line: None,
            shape: "Job",
            text: line,
        };
        let finding = Finding {
            rule: "form",
            severity: Severity::Error,
            path: "$".to_owned(),
            message: "wrong".to_owned(),
            spot: Some(Spot {
                line: 1,
                column,
                length,
            }),
        };
        let text = anstream::adapter::strip_str(&snippet(&input, &finding)).to_string();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("error[form]: $"));
        let place = format!(" --> f:1:{column}");
        assert_eq!(lines.next(), Some(place.as_str()));
        let source = lines.find_map(|line| line.strip_prefix("1 | ")).unwrap();
        let under = lines
            .next()
            .and_then(|line| line.strip_prefix("  | "))
            .unwrap();
        (source.to_owned(), under.to_owned())
    }

    #[test]
    fn the_underline_stands_under_the_value() {
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
                shown(line.as_bytes(), column, length),
                (text.to_owned(), under.to_owned())
            );
        }
    }

    #[test]
    fn bytes_that_are_not_text_stay_one_column() {
        let (text, under) = shown(b"{\"a\": \"\xff\"}", 8, 1);
        assert_eq!(text, "{\"a\": \"\u{fffd}\"}");
        assert_eq!(under, "       ^ wrong");
    }

    #[test]
    fn a_long_line_is_cut_around_the_value() {
        for filler in [200, 20_000] {
            let filler = "n".repeat(filler);
            let line = format!("[\"{filler}\",7,\"{filler}\"]");
            let (text, under) = shown(line.as_bytes(), filler.len() + 5, 1);
            assert!(
                text.starts_with("...nnn") && text.ends_with("nnn..."),
                "{text}"
            );
            assert!(text.chars().count() <= 100, "{text}");
            assert_eq!(text.find('7'), under.find('^'), "{text}");
        }
    }

    #[test]
    fn the_middle_of_a_long_query_is_not_shown() {
        let line = format!("[\"https://h/p?{}\"]", "é".repeat(20_000));
        let (text, _) = shown(line.as_bytes(), 10_000, 1);
        assert!(text.chars().all(|c| matches!(c, '*' | '.')), "{text}");
    }
}
