//! The documentation of shapes as plain text.

use iot_jobs::catalog::ShapeEntry;

/// The first sentence of a shape's documentation, without links and code marks.
pub(super) fn shape_doc(entry: ShapeEntry) -> String {
    let mut doc = entry.structure().doc.replace("[`", "").replace("`]", "");
    doc.retain(|c| c != '`');
    doc
}
