//! The command of a `runCommand` action: a program and its arguments in one string.

use std::{fmt, str::FromStr};

/// A program and its arguments, which are one string in an [`ActionInput`](super::ActionInput).
///
/// Commas separate the tokens, `\,` is a comma inside a token, and white space around a token is
/// ignored. The first token is the program; it has no white space inside.
///
/// ```
/// use iot_jobs::document::Command;
///
/// let command: Command = r"echo, Hello\, World".parse()?;
/// assert_eq!(command.tokens(), ["echo", "Hello, World"]);
/// assert_eq!(command.to_string(), r"echo,Hello\, World");
/// # Ok::<(), iot_jobs::document::CommandError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Command {
    tokens: Vec<String>,
}

/// The error of a command that devices cannot run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommandError {
    kind: CommandErrorKind,
    offset: usize,
}

/// What is wrong with a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CommandErrorKind {
    /// There is no program: the text before the first comma is empty.
    NoProgram,
    /// There is white space inside the first token.
    SpaceInProgram,
    /// A token starts or ends with white space, which devices remove.
    SpaceAround,
}

impl Command {
    /// A command of these tokens.
    pub fn new<T: Into<String>>(tokens: impl IntoIterator<Item = T>) -> Result<Self, CommandError> {
        let command = Self {
            tokens: tokens.into_iter().map(Into::into).collect(),
        };
        let mut offset = 0;
        for token in &command.tokens {
            if trimmed(token) != token {
                let kind = CommandErrorKind::SpaceAround;
                return Err(CommandError { kind, offset });
            }
            offset += token.len() + 1;
        }
        command.with_program()
    }

    /// The program and its arguments.
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// The first token.
    pub fn program(&self) -> &str {
        self.tokens.first().map_or("", String::as_str)
    }

    /// The tokens after the first.
    pub fn arguments(&self) -> &[String] {
        self.tokens.get(1..).unwrap_or_default()
    }

    /// The command, if its first token is a program; the offset of an error is in that token.
    fn with_program(self) -> Result<Self, CommandError> {
        let program = self.program();
        let (kind, offset) = if program.is_empty() {
            (CommandErrorKind::NoProgram, 0)
        } else if let Some(offset) = program.find(is_space) {
            (CommandErrorKind::SpaceInProgram, offset)
        } else {
            return Ok(self);
        };
        Err(CommandError { kind, offset })
    }
}

impl FromStr for Command {
    type Err = CommandError;

    fn from_str(text: &str) -> Result<Self, CommandError> {
        let mut tokens = vec![String::new()];
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if c == ',' {
                tokens.push(String::new());
                continue;
            }
            let escaped = c == '\\' && rest.next_if_eq(&',').is_some();
            if let Some(token) = tokens.last_mut() {
                token.push(if escaped { ',' } else { c });
            }
        }
        for token in &mut tokens {
            let bare = trimmed(token);
            if bare.len() < token.len() {
                *token = bare.to_owned();
            }
        }
        let before = text.len() - text.trim_start_matches(is_space).len();
        Self { tokens }.with_program().map_err(|error| {
            let kept = text.get(before..).unwrap_or_default();
            CommandError {
                kind: error.kind,
                offset: before + raw_offset(kept, error.offset),
            }
        })
    }
}

/// The offset in escaped text that corresponds to an offset in its first token.
fn raw_offset(escaped: &str, offset: usize) -> usize {
    let mut read = 0;
    let mut raw = escaped.char_indices();
    while read < offset {
        match raw.next() {
            Some((_, '\\')) if raw.as_str().starts_with(',') => {}
            Some((_, c)) => read += c.len_utf8(),
            None => break,
        }
    }
    raw.offset()
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = None::<&String>;
        for token in &self.tokens {
            if let Some(before) = before {
                // A backslash before the comma would escape it.
                f.write_str(if before.ends_with('\\') { " ," } else { "," })?;
            }
            f.write_str(&token.replace(',', r"\,"))?;
            before = Some(token);
        }
        Ok(())
    }
}

impl CommandError {
    /// What is wrong.
    pub fn kind(&self) -> CommandErrorKind {
        self.kind
    }

    /// Where it is wrong, in bytes from the start of the command.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            CommandErrorKind::NoProgram => "no program before the first comma",
            CommandErrorKind::SpaceInProgram => {
                "white space inside the first token; a comma goes between program and arguments"
            }
            CommandErrorKind::SpaceAround => "white space around a token, which devices drop",
        };
        write!(f, "{what} (at byte {})", self.offset)
    }
}

impl std::error::Error for CommandError {}

/// White space as defined by the device client: C's `isspace`.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{b}' | '\u{c}' | '\r')
}

fn trimmed(token: &str) -> &str {
    token.trim_matches(is_space)
}
