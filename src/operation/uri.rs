//! URI templates: literal segments and labels.

use super::Facts;

/// A segment of a URI template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Text that stands in the path as it is.
    Literal(&'static str),
    /// The wire name of the member whose value stands in the path.
    Label(&'static str),
}

impl Facts {
    /// The segments of the URI template.
    pub(crate) fn segments(&self) -> impl Iterator<Item = Segment> + use<> {
        self.uri.split('/').skip(1).map(|segment| {
            let label = segment.strip_prefix('{').and_then(|s| s.strip_suffix('}'));
            label.map_or(Segment::Literal(segment), Segment::Label)
        })
    }

    /// Whether a request of this method and escaped path is this operation's.
    pub(crate) fn matches(&self, method: &str, path: &str) -> bool {
        method == self.method && self.labels(path).is_some()
    }

    /// The wire names and texts of a path's labels, still escaped, if the path is this operation's.
    pub(crate) fn labels<'p>(&self, path: &'p str) -> Option<Vec<(&'static str, &'p str)>> {
        let mut found = path.strip_prefix('/')?.split('/');
        let mut labels = Vec::new();
        for segment in self.segments() {
            let text = found.next()?;
            match segment {
                Segment::Literal(literal) if text == literal => {}
                Segment::Label(name) if !text.is_empty() => labels.push((name, text)),
                _ => return None,
            }
        }
        found.next().is_none().then_some(labels)
    }
}
