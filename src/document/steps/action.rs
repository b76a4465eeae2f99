//! What a step does.

use iot_jobs_macros::shape;

use crate::{
    document::{LenientBoolean, LenientInteger},
    string_enum,
};

/// What a step does: a handler or a command, and how it is run.
#[shape]
pub struct Action {
    /// A name for people, such as `Download-File`.
    #[shape(DOCUMENT_TEXT)]
    pub name: String,
    /// Whether a handler or a command is run.
    pub r#type: ActionType,
    /// What is run.
    pub input: ActionInput,
    /// The user of the device's system that runs it; the client's own if absent.
    pub run_as_user: Option<String>,
    /// How many lines on standard error still count as success.
    pub allow_std_err: Option<LenientInteger>,
    /// Whether the next step is taken even if this one fails.
    pub ignore_step_failure: Option<LenientBoolean>,
}

/// What an action runs: `handler`, `args` and `path`, or `command`.
#[shape]
pub struct ActionInput {
    /// The file name of the handler, which a `runHandler` action needs.
    #[shape(DOCUMENT_TEXT)]
    pub handler: Option<String>,
    /// The arguments the handler gets.
    pub args: Option<Vec<String>>,
    /// The folder of the handler; `default` or absent for the one the client is configured with.
    pub path: Option<String>,
    /// The program and its arguments behind commas, which a `runCommand` action needs; a
    /// [`Command`](crate::document::Command) reads and writes it.
    #[shape(DOCUMENT_TEXT)]
    pub command: Option<String>,
}

string_enum! {
    /// What kind of thing an action runs.
    pub enum ActionType {
        /// A script in the handler folder of the device.
        RunHandler = "runHandler",
        /// A program with its arguments.
        RunCommand = "runCommand",
    }
}
