//! The rows of a forecast for people: a column for each setting that is compared.

mod assumptions;
mod cell;
mod condition;
mod ends;
mod fit;
mod phases;
mod things;

pub(super) use self::{
    assumptions::assumptions,
    cell::Row,
    fit::{cell_width, fit},
};
use super::variant::Variant;

/// A part of the table.
pub(super) struct Section {
    /// Its name.
    pub(super) heading: &'static str,
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// The parts of the table, without the assumptions.
pub(super) fn sections(variants: &[Variant<'_>]) -> Vec<Section> {
    let sections = [
        ("Rollout", phases::rows(variants)),
        ("End", ends::rows(variants)),
        ("Things at the end", things::rows(variants)),
    ];
    let sections = sections.into_iter().filter(|(_, rows)| !rows.is_empty());
    sections
        .map(|(heading, rows)| Section { heading, rows })
        .collect()
}
