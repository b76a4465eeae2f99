//! What a step does.

use iot_jobs_macros::shape;

use crate::{
    document::{Command, CommandErrorKind, LenientBoolean, LenientInteger, lenient, placeholder},
    path::Path,
    shape::Shape,
    string_enum,
    validate::{Finding, Report, Rule, shortened},
};

/// What a step does: a handler or a command, and how it is run.
#[shape(rule = input_of_its_type)]
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
    #[shape(rule = allow_std_err)]
    pub allow_std_err: Option<LenientInteger>,
    /// Whether the next step is taken even if this one fails.
    #[shape(rule = ignore_step_failure)]
    pub ignore_step_failure: Option<LenientBoolean>,
}

/// What an action runs: `handler`, `args` and `path`, or `command`.
#[shape(name = "ActionInput")]
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
    #[shape(DOCUMENT_TEXT, rule = runnable)]
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

fn input_of_its_type(action: &Action, at: &Path<'_>, report: &mut Report) {
    let Action { r#type, input, .. } = action;
    let (handler, command) = (input.handler.is_some(), input.command.is_some());
    let (needed, other) = match r#type {
        ActionType::RunHandler => (("handler", handler), ("command", command)),
        ActionType::RunCommand => (("command", command), ("handler", handler)),
        ActionType::Unknown(_) => return,
    };
    let place = at.named(&Action::STRUCTURE, "input");
    if let (name, false) = needed {
        let message = format!("an action of type {type} needs this member, and it is absent");
        let place = place.named(&ActionInput::STRUCTURE, name);
        report.add(&place, Finding::error(Rule::ActionInput, message));
    }
    if let (name, true) = other {
        let message = format!("an action of type {type} does not read this member");
        let place = place.named(&ActionInput::STRUCTURE, name);
        report.add(&place, Finding::warning(Rule::DocumentIgnored, message));
    }
}

fn runnable(input: &ActionInput, at: &Path<'_>, report: &mut Report) {
    let Some(text) = input.command.as_deref() else {
        return;
    };
    let Err(error) = text.parse::<Command>() else {
        return;
    };
    // The text before the first comma may become anything.
    let open = text
        .split(',')
        .next()
        .is_some_and(|program| program.contains(placeholder::START));
    if open || (text.is_empty() && error.kind() == CommandErrorKind::NoProgram) {
        return;
    }
    let finding = Finding::error(Rule::Command, error.to_string());
    report.add(at, finding.value(shortened(text)));
}

fn allow_std_err(action: &Action, at: &Path<'_>, report: &mut Report) {
    lenient::bare_integer(action.allow_std_err.as_ref(), at, report);
}

fn ignore_step_failure(action: &Action, at: &Path<'_>, report: &mut Report) {
    lenient::boolean_in_string(action.ignore_step_failure.as_ref(), at, report);
}
