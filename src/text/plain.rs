//! Doc comments as plain text.

/// A doc comment without its intra-doc links, which have no target elsewhere.
pub(crate) fn plain(doc: &str) -> String {
    let mut plain = String::with_capacity(doc.len());
    let mut rest = doc;
    while let Some((before, name, after)) = next_link(rest) {
        plain.push_str(before);
        plain.push_str(name);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// The text before the next link, the link's text, and the text after it.
fn next_link(doc: &str) -> Option<(&str, &str, &str)> {
    let (before, link) = doc.split_once("[`")?;
    let (name, after) = link.split_once("`]")?;
    let target = after.strip_prefix('(').and_then(|t| t.split_once(')'));
    Some((before, name, target.map_or(after, |(_, after)| after)))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn links_become_their_texts() {
        for (doc, text) in [
            (
                "The response to [`UpdateJob`].",
                "The response to UpdateJob.",
            ),
            (
                "A [`Command`](crate::x::Command) reads it.",
                "A Command reads it.",
            ),
            ("[`A`] and [`B`](b) (or `c`).", "A and B (or `c`)."),
            ("Any of `_.:/=+-@[`.", "Any of `_.:/=+-@[`."),
        ] {
            assert_eq!(plain(doc), text);
        }
    }
}
