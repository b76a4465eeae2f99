//! Documents of one operation, which older device clients and the jobs agent run.

use iot_jobs_macros::shape;

use super::{LenientBoolean, LenientInteger, lenient};
use crate::{path::Path, validate::Report};

/// A document of one operation.
///
/// What the jobs agent reads besides (`packageName`, `files` and more) is kept among the unknown
/// members.
#[shape]
pub struct OperationDocument {
    /// The operation, such as `reboot`; for the device client, the file name of a handler.
    #[shape(DOCUMENT_TEXT)]
    pub operation: String,
    /// The arguments the operation gets.
    pub args: Option<Vec<String>>,
    /// The folder of the handler; `default` or absent for the one the client is configured with.
    pub path: Option<String>,
    /// Whether the status details show what is printed on standard output.
    #[shape(rule = include_std_out)]
    pub include_std_out: Option<LenientBoolean>,
    /// How many lines on standard error still count as success.
    #[shape(rule = allow_std_err)]
    pub allow_std_err: Option<LenientInteger>,
}

fn include_std_out(document: &OperationDocument, at: &Path<'_>, report: &mut Report) {
    lenient::boolean_in_string(document.include_std_out.as_ref(), at, report);
}

fn allow_std_err(document: &OperationDocument, at: &Path<'_>, report: &mut Report) {
    lenient::bare_integer(document.allow_std_err.as_ref(), at, report);
}
