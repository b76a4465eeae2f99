//! The processes of a document of steps.

use std::{collections::BTreeMap, env::consts, process::Command};

use iot_jobs::{
    document::{self, Action, ActionType, Condition, ConditionType, Lenient, StepsDocument},
    validate::Validate,
};

use super::handlers::Handlers;

/// What the device offers to job documents.
pub(crate) struct Device {
    pub(crate) handlers: Handlers,
    /// The values that the conditions of documents are compared with.
    pub(crate) properties: BTreeMap<String, String>,
}

/// The processes of a document, in their order.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) steps: Vec<Step>,
    pub(crate) includes_output: bool,
}

/// A process, and when it counts as failed.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) name: String,
    /// The program and its arguments.
    pub(crate) tokens: Vec<String>,
    /// The largest number of lines on standard error.
    pub(crate) most_error_lines: Option<i64>,
    pub(crate) may_fail: bool,
}

impl Device {
    /// A device with these handlers, whose operating system and architecture are known.
    pub(crate) fn new(handlers: Handlers) -> Self {
        let properties = [
            ("operatingSystem", consts::OS),
            ("architecture", consts::ARCH),
        ];
        let properties = properties.map(|(key, value)| (key.to_owned(), value.to_owned()));
        Self {
            handlers,
            properties: BTreeMap::from(properties),
        }
    }

    /// All processes of a document, before the first one runs; fails if the device cannot run the document.
    pub(crate) fn plan(&self, document: &StepsDocument) -> Result<Plan, String> {
        document.validate().map_err(|error| error.to_string())?;
        for condition in document.conditions() {
            self.check(condition)?;
        }
        let steps = document.steps().iter().chain(document.final_step());
        let steps = steps.map(|step| self.step(&step.action));
        Ok(Plan {
            steps: steps.collect::<Result<_, _>>()?,
            includes_output: substituted(document.include_std_out())?.unwrap_or(false),
        })
    }

    fn check(&self, condition: &Condition) -> Result<(), String> {
        if !matches!(condition.r#type, None | Some(ConditionType::StringEqual)) {
            return Err(format!(
                "the type of the condition on {} is unknown",
                condition.key
            ));
        }
        let value = self.properties.get(&condition.key);
        if value.is_some_and(|value| condition.value.contains(value)) {
            return Ok(());
        }
        Err(format!("the condition on {} is not met", condition.key))
    }

    fn step(&self, action: &Action) -> Result<Step, String> {
        let input = &action.input;
        let user = action.run_as_user.as_deref().filter(|it| !it.is_empty());
        let tokens = match &action.r#type {
            ActionType::RunHandler => {
                let handler = input.handler.as_deref().unwrap_or_default();
                let file = self.handlers.find(input.path.as_deref(), handler)?;
                let file = file.into_os_string().into_string();
                let file = file.map_err(|_| "the path of a handler is not Unicode")?;
                // Like the AWS IoT Device Client: the handler changes the user itself.
                let mut tokens = vec![file, user.unwrap_or_default().to_owned()];
                tokens.extend(input.args.iter().flatten().cloned());
                tokens
            }
            ActionType::RunCommand => {
                let command = input.command.as_deref().unwrap_or_default();
                let command: document::Command = command
                    .parse()
                    .map_err(|error| format!("command: {error}"))?;
                let sudo = user.map(|user| ["sudo", "-n", "-u", user, "--"]);
                let sudo = sudo.into_iter().flatten().map(str::to_owned);
                sudo.chain(command.tokens().iter().cloned()).collect()
            }
            other => return Err(format!("the type {other} of an action is unknown")),
        };
        Ok(Step {
            name: action.name.clone(),
            tokens,
            most_error_lines: substituted(action.allow_std_err())?,
            may_fail: substituted(action.ignore_step_failure())?.unwrap_or(false),
        })
    }
}

impl Step {
    /// The command of the process; `None` if there is no program.
    pub(crate) fn command(&self) -> Option<Command> {
        let (program, arguments) = self.tokens.split_first()?;
        let mut command = Command::new(program);
        command.args(arguments);
        Some(command)
    }
}

/// The value of an optional member that is not a placeholder.
fn substituted<T: Copy>(value: Option<&Lenient<T>>) -> Result<Option<T>, String> {
    let found = value.map(|value| value.get().ok_or("a placeholder was not substituted"));
    found.transpose().map_err(str::to_owned)
}
