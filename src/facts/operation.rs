//! The declared facts of an operation.

use super::Structure;

/// The declared facts of an operation.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct OperationFacts {
    /// The model's name.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The URI template, with labels in braces.
    pub uri: &'static str,
    /// The HTTP status of a success.
    pub success_status: u16,
    /// The input's facts.
    pub input: &'static Structure,
    /// The output's facts.
    pub output: &'static Structure,
    /// The error shapes that the model lists, in its order.
    pub errors: &'static [&'static Structure],
}
