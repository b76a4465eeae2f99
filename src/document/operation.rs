//! Documents of one operation, which older device clients and the jobs agent run.

use iot_jobs_macros::shape;

use super::{LenientBoolean, LenientInteger, lenient};
use crate::{path::PathRef, report::Report};

/// A document of one operation.
///
/// Other members of the jobs agent (`packageName`, `files` and more) are kept as unknown members.
#[shape]
pub struct OperationDocument {
    /// The operation, such as `reboot`; for the device client, the file name of a handler.
    #[shape(DOCUMENT_TEXT)]
    pub operation: String,
    /// The arguments of the operation.
    pub args: Option<Vec<String>>,
    /// The folder of the handler; if `default` or absent, the one in the client's configuration.
    pub path: Option<String>,
    /// Whether the status details contain the standard output of the operation.
    #[shape(rule = include_std_out)]
    pub include_std_out: Option<LenientBoolean>,
    /// The maximum number of lines on standard error for success.
    #[shape(rule = allow_std_err)]
    pub allow_std_err: Option<LenientInteger>,
}

fn include_std_out(
    value: &LenientBoolean,
    _: &OperationDocument,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    lenient::expect_string(value, at, report);
}

fn allow_std_err(
    value: &LenientInteger,
    _: &OperationDocument,
    at: &PathRef<'_>,
    report: &mut Report,
) {
    lenient::expect_number(value, at, report);
}
