//! The hint that an input looks like a shape.

use crate::input::Input;

/// What an input looks like, and the command that checks it as that.
pub(super) fn hint(input: &Input<'_>, shape: &str) -> String {
    // The command also takes the name of an operation.
    let name = shape.strip_suffix("Request").unwrap_or(shape);
    let file = if input.is_stdin() {
        "-".to_owned()
    } else {
        quoted(&input.display_file())
    };
    format!("it looks like {shape}; to check it as that: iot-jobs check --as {name} {file}")
}

/// A file name for a shell.
fn quoted(file: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_./-+,=@".contains(c);
    if file.chars().all(plain) {
        return file.to_owned();
    }
    format!("'{}'", file.replace('\'', r"'\''"))
}
