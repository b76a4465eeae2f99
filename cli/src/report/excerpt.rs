//! The part of a line that an error is about.

use unicode_width::UnicodeWidthChar;

use super::harmless::visible;

/// The most characters of a payload that are shown.
const SHOWN: usize = 80;

/// How many of them stand before the column, in a line that is cut.
const BEFORE: usize = 50;

/// A part of a line, and where in it the column is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The part, fit for a terminal.
    pub(super) text: String,
    /// How many cells of a terminal stand before the column.
    pub(super) caret: usize,
}

/// The part of a line around a column, which counts characters from 1.
pub(super) fn excerpt(line: &[u8], column: usize) -> Option<Excerpt> {
    let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line));
    if line.trim().is_empty() {
        return None;
    }
    let line: Vec<char> = without_queries(&line).chars().map(visible).collect();
    let column = column.saturating_sub(1).min(line.len());
    let start = match line.len() {
        ..=SHOWN => 0,
        long => column.saturating_sub(BEFORE).min(long - SHOWN),
    };
    let mut text = String::new();
    let mut caret = 0;
    if start > 0 {
        text.push('…');
        caret += 1;
    }
    let shown = line.iter().enumerate().skip(start).take(SHOWN);
    for (index, c) in shown {
        text.push(*c);
        if index < column {
            caret += c.width().unwrap_or_default();
        }
    }
    if start + SHOWN < line.len() {
        text.push('…');
    }
    Some(Excerpt { text, caret })
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
    use super::excerpt;

    #[test]
    fn the_caret_stands_under_the_column() {
        for (line, column, text, caret) in [
            ("{\"a\": 7}", 7, "{\"a\": 7}", 6),
            ("{\"a\"", 9, "{\"a\"", 4),
            ("\t{\"a\": 7}\r", 8, " {\"a\": 7}", 7),
            ("{\"名\": 7}", 7, "{\"名\": 7}", 7),
            ("{\"e\u{301}\": 7}", 8, "{\"e\u{301}\": 7}", 6),
            ("\u{1b}[2J", 1, "␛[2J", 0),
            (
                r#"["https://h/p?a=b\"","really?"]"#,
                1,
                r#"["https://h/p?***\"","really?"]"#,
                0,
            ),
            (
                r#"["https:\/\/h\/p?a=b","#,
                1,
                r#"["https:\/\/h\/p?***","#,
                0,
            ),
        ] {
            let excerpt = excerpt(line.as_bytes(), column).unwrap();
            assert_eq!((excerpt.text.as_str(), excerpt.caret), (text, caret));
        }
    }

    #[test]
    fn a_long_line_is_cut_to_a_window() {
        let line: String = ('a'..='z').cycle().take(200).collect();
        for (column, start, end, caret) in [
            (1, 0, 80, 0),
            (51, 0, 80, 50),
            (52, 1, 81, 51),
            (170, 119, 199, 51),
            (171, 120, 200, 51),
            (200, 120, 200, 80),
            (999, 120, 200, 81),
        ] {
            let excerpt = excerpt(line.as_bytes(), column).unwrap();
            let head = if start > 0 { "…" } else { "" };
            let tail = if end < 200 { "…" } else { "" };
            let text = format!("{head}{}{tail}", &line[start..end]);
            assert_eq!((excerpt.text, excerpt.caret), (text, caret), "{column}");
        }
    }

    #[test]
    fn a_blank_line_is_not_shown() {
        assert_eq!(excerpt(b"", 1), None);
        assert_eq!(excerpt(b" \t\r", 2), None);
    }

    #[test]
    fn bytes_that_are_not_text_stay_one_column() {
        let excerpt = excerpt(b"{\"a\": \"\xff\"}", 8).unwrap();
        assert_eq!(
            (excerpt.text.as_str(), excerpt.caret),
            ("{\"a\": \"\u{fffd}\"}", 7)
        );
    }
}
