//! Places for the labels of marks above a chart.

/// The number of rows for labels.
pub(super) const ROWS: i32 = 4;

/// The space between two labels.
const GAP: i32 = 6;

/// A label in a row above the chart, at the line of its mark, which goes up to that row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The row, 0 directly above the chart.
    pub(super) row: i32,
    /// Whether the label is left of the line, not right of it.
    pub(super) left: bool,
}

/// A line with a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// The column of the line.
    pub(super) x: i32,
    /// The width of the text.
    pub(super) width: i32,
    /// Whether it is in the highest free row, so that its line crosses no other label.
    pub(super) high: bool,
}

impl Label {
    fn span(self, left: bool) -> (i32, i32) {
        if left {
            (self.x - self.width - GAP, self.x)
        } else {
            (self.x, self.x + self.width + GAP)
        }
    }
}

/// The place of each label, in this order of precedence; `None` if there is no free one up to this column.
pub(super) fn places(labels: &[Label], min: i32, max: i32) -> Vec<Option<Place>> {
    let mut taken: Vec<(Label, Place)> = Vec::new();
    let mut places = Vec::new();
    for &label in labels {
        let row = |index| if label.high { ROWS - 1 - index } else { index };
        let mut candidates = [false, true].into_iter().flat_map(|left| {
            (0..ROWS).map(move |index| Place {
                row: row(index),
                left,
            })
        });
        let place = candidates.find(|place| {
            let (start, end) = label.span(place.left);
            min <= start
                && end <= max
                && taken.iter().all(|other| are_apart((label, *place), *other))
        });
        taken.extend(place.map(|place| (label, place)));
        places.push(place);
    }
    places
}

fn are_apart((one, place): (Label, Place), (two, other): (Label, Place)) -> bool {
    let (one_span, two_span) = (one.span(place.left), two.span(other.left));
    let overlap = one_span.0 < two_span.1 && two_span.0 < one_span.1;
    let crosses = |x: i32, (start, end): (i32, i32)| start < x && x < end;
    // The line of a label passes through the rows below it.
    !(place.row == other.row && overlap
        || place.row > other.row && crosses(one.x, two_span)
        || place.row < other.row && crosses(two.x, one_span))
}

#[cfg(test)]
mod tests {
    use super::{Label, Place, places};

    #[test]
    fn labels_do_not_overlap() {
        let right = |row| Some(Place { row, left: false });
        let left = |row| Some(Place { row, left: true });
        for (labels, expected) in [
            (&[(0, 50), (100, 50)][..], &[right(0), right(0)][..]),
            // Left of its line, since it would end after the chart.
            (&[(190, 50)], &[left(0)]),
            (&[(190, 50), (120, 50)], &[left(0), right(1)]),
            (&[(190, 50), (160, 50)], &[left(0), None]),
            (
                &[(50, 90), (40, 90), (30, 90), (20, 90), (10, 90)],
                &[right(0), right(1), right(2), right(3), None],
            ),
            (&[(10, 300)], &[None]),
        ] {
            let found = labels.iter().map(|&(x, width)| Label {
                x,
                width,
                high: false,
            });
            let found: Vec<_> = found.collect();
            assert_eq!(places(&found, 0, 200), expected, "{labels:?}");
        }
        let high = Label {
            x: 190,
            width: 90,
            high: true,
        };
        let low = Label {
            x: 160,
            width: 30,
            high: false,
        };
        assert_eq!(places(&[high, low], 0, 200), [left(3), left(0)]);
    }
}
