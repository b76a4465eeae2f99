//! What a step does.

use iot_jobs_macros::shape;

#[cfg(feature = "proptest")]
use crate::facts::draft::{JsonTree, Members};
use crate::{
    constraint::PLACEHOLDER_START,
    document::{Command, CommandErrorKind, LenientBoolean, LenientInteger, lenient},
    path::PathRef,
    report::{Finding, Report, Rule},
    string_enum, text,
};

/// What a step does: a handler or a command, and how it is run.
#[shape(rule = input_of_its_type, consistency = remove_unused_input)]
pub struct Action {
    /// The name of the action, such as `Download-File`.
    #[shape(DOCUMENT_TEXT)]
    pub name: String,
    /// Whether a handler or a command is run.
    pub r#type: ActionType,
    /// The handler or the command.
    pub input: ActionInput,
    /// The user that it runs as; if absent, the user of the client.
    pub run_as_user: Option<String>,
    /// The maximum number of lines on standard error for success.
    #[shape(rule = allow_std_err)]
    pub allow_std_err: Option<LenientInteger>,
    /// Whether the next step runs even if this one fails.
    #[shape(rule = ignore_step_failure)]
    pub ignore_step_failure: Option<LenientBoolean>,
}

/// What an action runs: `handler`, `args` and `path`, or `command`.
#[shape(name = "ActionInput", consistency = make_runnable)]
pub struct ActionInput {
    /// The file name of the handler, which a `runHandler` action needs.
    #[shape(DOCUMENT_TEXT)]
    pub handler: Option<String>,
    /// The arguments of the handler.
    pub args: Option<Vec<String>>,
    /// The folder of the handler; if `default` or absent, the one in the client's configuration.
    pub path: Option<String>,
    /// The program and its arguments, separated by commas, which a `runCommand` action needs, in the
    /// syntax of `Command`.
    #[shape(DOCUMENT_TEXT, rule = runnable)]
    pub command: Option<String>,
}

string_enum! {
    /// What an action runs.
    pub enum ActionType {
        /// A script in the handler folder of the device.
        RunHandler = "runHandler",
        /// A program with its arguments.
        RunCommand = "runCommand",
    }
}

fn input_of_its_type(action: &Action, at: &PathRef<'_>, report: &mut Report) {
    let Action { r#type, input, .. } = action;
    let handler = (ActionInput::HANDLER, input.handler.is_some());
    let command = (ActionInput::COMMAND, input.command.is_some());
    let ((needed, has_needed), (other, has_other)) = match r#type {
        ActionType::RunHandler => (handler, command),
        ActionType::RunCommand => (command, handler),
        ActionType::Unknown(_) => return,
    };
    let input = at.member(Action::INPUT);
    if !has_needed {
        let message = format!("an action of type {type} needs this member, and it is absent");
        report.add(
            &input.member(needed),
            Finding::error(Rule::ActionInput, message),
        );
    }
    if has_other {
        let message = format!("devices ignore this member in an action of type {type}");
        report.add(
            &input.member(other),
            Finding::warning(Rule::DocumentIgnored, message),
        );
    }
}

#[cfg(feature = "proptest")]
fn remove_unused_input(members: &mut Members<'_>) {
    let command = JsonTree::string(ActionType::RunCommand.as_str());
    let unused = if members.get(Action::TYPE) == Some(&command) {
        ActionInput::HANDLER
    } else {
        ActionInput::COMMAND
    };
    members.change(Action::INPUT, |input| input.remove(unused));
}

fn runnable(command: &str, _: &ActionInput, at: &PathRef<'_>, report: &mut Report) {
    let Err(error) = command.parse::<Command>() else {
        return;
    };
    // The substituted value may contain the program.
    let open = command
        .split(',')
        .next()
        .is_some_and(|program| program.contains(PLACEHOLDER_START));
    if open || (command.is_empty() && error.kind() == CommandErrorKind::NoProgram) {
        return;
    }
    let finding = Finding::error(Rule::Command, error.to_string());
    report.add(at, finding.value(text::quoted_within_64(command)));
}

/// Adds a handler and a command that can be run; the action removes the one that it does not use.
#[cfg(feature = "proptest")]
fn make_runnable(members: &mut Members<'_>) {
    members.set_present(ActionInput::HANDLER, true);
    members.set_present(ActionInput::COMMAND, true);
    members.change(ActionInput::COMMAND, |command| {
        let text = command.text().unwrap_or_default();
        let program: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let program = if program.is_empty() { "run" } else { &program };
        if let Ok(runnable) = Command::new([program, text.trim()]) {
            *command = JsonTree::string(runnable.to_string());
        }
    });
}

fn allow_std_err(value: &LenientInteger, _: &Action, at: &PathRef<'_>, report: &mut Report) {
    lenient::expect_number(value, at, report);
}

fn ignore_step_failure(value: &LenientBoolean, _: &Action, at: &PathRef<'_>, report: &mut Report) {
    lenient::expect_string(value, at, report);
}
