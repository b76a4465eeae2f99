//! Text in lines of a width.

/// A text in lines of at most so many characters, between words where they are not longer than a line.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        let mut rest = word;
        let mut size = word.chars().count();
        if length > 0 && length + 1 + size > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        } else if length > 0 {
            line.push(' ');
            length += 1;
        }
        while size > width
            && let Some((end, _)) = rest.char_indices().nth(width)
        {
            let (start, after) = rest.split_at(end);
            lines.push(start.to_owned());
            (rest, size) = (after, size - width);
        }
        line.push_str(rest);
        length += size;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_have_at_most_the_width() {
        for (text, width, expected) in [
            ("", 5, &[""][..]),
            ("one two", 7, &["one two"]),
            ("one two", 6, &["one", "two"]),
            ("a b c d", 3, &["a b", "c d"]),
            // A word that is longer than a line.
            ("a=012345 b", 4, &["a=01", "2345", "b"]),
            ("x a=01234", 4, &["x", "a=01", "234"]),
            ("éàü", 2, &["éà", "ü"]),
        ] {
            assert_eq!(lines(text, width), expected, "{text} {width}");
        }
    }
}
