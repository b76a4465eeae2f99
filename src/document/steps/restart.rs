//! Steps that restart the device.

use super::{Action, ActionInput, ActionType, Step, StepsDocument};
use crate::{
    document::Command,
    facts::Member,
    path::PathRef,
    report::{Finding, Report, Rule},
    text,
};

/// How a step restarts the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Restart {
    /// By a handler that detects that the device has restarted.
    Handler,
    /// By a command, at once.
    CommandNow,
    /// By a command, after a delay.
    CommandLater,
}

/// The handler of the device client that restarts a device.
const HANDLER: &str = "reboot.sh";

const AT_ONCE: &str = "the device can restart before its client reports the result, and the client then runs the document \
                       again, this step included: write shutdown,-r,+1, or use the handler reboot.sh";

/// Advice for a command that is the last step of its document.
pub(crate) fn advice_on_last(command: &Command) -> Option<Finding> {
    let at_once = of_command(command.tokens()) == Some(Restart::CommandNow);
    at_once.then(|| Finding::advice(Rule::RestartLast, AT_ONCE))
}

/// Advice for steps that restart the device.
pub(super) fn restart_is_last(document: &StepsDocument, at: &PathRef<'_>, report: &mut Report) {
    let steps = at.member(StepsDocument::STEPS);
    let mut following = document.steps.len() + usize::from(document.final_step.is_some());
    for (index, step) in document.steps.iter().enumerate() {
        following = following.saturating_sub(1);
        check(step, following > 0, &steps.index(index), report);
    }
    if let Some(step) = &document.final_step {
        check(step, false, &at.member(StepsDocument::FINAL_STEP), report);
    }
}

fn check(step: &Step, steps_follow: bool, at: &PathRef<'_>, report: &mut Report) {
    let Some((restart, member, value)) = restart(&step.action) else {
        return;
    };
    let message = match (restart, steps_follow) {
        (Restart::Handler, true) => {
            "it restarts the device before the steps that follow, and the device client then runs the document again \
             from its first step: make it the last step"
        }
        (Restart::CommandNow | Restart::CommandLater, true) => {
            "it restarts the device before the steps that follow are done, and the device client then runs the \
             document again from its first step, this one included: make it the last step"
        }
        (Restart::CommandNow, false) => AT_ONCE,
        (Restart::Handler | Restart::CommandLater, false) => return,
    };
    let (action, finding) = (
        at.member(Step::ACTION),
        Finding::advice(Rule::RestartLast, message),
    );
    let place = action.member(Action::INPUT);
    let finding = finding.value(text::quoted_within_64(value));
    report.add(&place.member(member), finding);
}

/// How an action restarts the device, and the member of its input that says so.
fn restart(action: &Action) -> Option<(Restart, &'static Member, &str)> {
    let input = &action.input;
    match action.r#type {
        ActionType::RunHandler => {
            let handler = input.handler.as_deref()?;
            let restarts = file_name(handler) == HANDLER;
            restarts.then_some((Restart::Handler, ActionInput::HANDLER, handler))
        }
        ActionType::RunCommand => {
            let command = input.command.as_deref()?;
            let parsed: Command = command.parse().ok()?;
            Some((of_command(parsed.tokens())?, ActionInput::COMMAND, command))
        }
        ActionType::Unknown(_) => None,
    }
}

/// How a command restarts the device.
fn of_command(tokens: &[String]) -> Option<Restart> {
    let (program, arguments) = tokens.split_first()?;
    let has = |wanted: &[&str]| arguments.iter().any(|it| wanted.contains(&it.as_str()));
    match file_name(program) {
        "sudo" => {
            let options = arguments
                .iter()
                .take_while(|it| it.starts_with('-'))
                .count();
            of_command(arguments.get(options..)?)
        }
        "reboot" => Some(Restart::CommandNow),
        "systemctl" if has(&["reboot"]) => Some(Restart::CommandNow),
        "init" | "telinit" if has(&["6"]) => Some(Restart::CommandNow),
        "shutdown" if has(&["-r", "--reboot"]) => {
            // Without a time, it waits for a minute.
            let now = has(&["now", "+0"]);
            Some(if now {
                Restart::CommandNow
            } else {
                Restart::CommandLater
            })
        }
        _ => None,
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
