//! Documents of one operation, which older device clients and the jobs agent run.

use iot_jobs_macros::shape;

use super::{LenientBoolean, LenientInteger};

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
    pub include_std_out: Option<LenientBoolean>,
    /// How many lines on standard error still count as success.
    pub allow_std_err: Option<LenientInteger>,
}
