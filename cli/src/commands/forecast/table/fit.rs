//! Cells of the table in lines, so that it is not wider than a terminal.

use super::cell::Row;
use crate::commands::forecast::wrap::lines;

/// The narrowest column.
const MIN_WIDTH: usize = 12;

/// The width of each column of cells in a terminal of so many columns, after names of this width.
pub(crate) fn cell_width(terminal: usize, names: usize, columns: usize) -> usize {
    // Two spaces before each cell, and before the name.
    let cells = terminal.saturating_sub(names + 2) / columns.max(1);
    cells.saturating_sub(2).max(MIN_WIDTH)
}

/// Rows whose cells have at most so many characters: what does not fit is in rows without a name.
pub(crate) fn fit(rows: Vec<Row>, width: usize) -> Vec<Row> {
    rows.into_iter()
        .flat_map(|row| fit_row(row, width))
        .collect()
}

fn fit_row(row: Row, width: usize) -> Vec<Row> {
    let cells: Vec<_> = row.cells.iter().map(|cell| lines(cell, width)).collect();
    let count = cells.iter().map(Vec::len).max().unwrap_or(1);
    let mut name = Some(row.name);
    let rows = (0..count).map(|line| Row {
        name: name.take().unwrap_or_default(),
        cells: cells
            .iter()
            .map(|lines| lines.get(line).cloned().unwrap_or_default())
            .collect(),
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::{Row, cell_width, fit};

    #[test]
    fn a_cell_that_is_too_wide_has_several_rows() {
        let row = |name: &str, cells: &[&str]| Row {
            name: name.to_owned(),
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        let rows = vec![
            row("end", &["completed", "-"]),
            row(
                "  if",
                &[
                    "abort-base=ended: failures are divided by what has ended",
                    "one two three four",
                ],
            ),
            row("3 more increases", &[]),
        ];
        let fitted = fit(rows, 17);
        let fitted: Vec<_> = fitted
            .iter()
            .map(|row| (row.name.as_str(), row.cells.join("|")))
            .collect();
        let fitted: Vec<_> = fitted
            .iter()
            .map(|(name, cells)| (*name, cells.as_str()))
            .collect();
        assert_eq!(
            fitted,
            [
                ("end", "completed|-"),
                ("  if", "abort-base=ended:|one two three"),
                ("", "failures are|four"),
                ("", "divided by what|"),
                ("", "has ended|"),
                ("3 more increases", ""),
            ]
        );
    }

    #[test]
    fn columns_divide_the_width_of_the_terminal() {
        for (terminal, columns, width) in [(80, 1, 56), (80, 2, 27), (40, 1, 16), (40, 2, 12)] {
            assert_eq!(cell_width(terminal, 20, columns), width, "{terminal}");
        }
    }
}
