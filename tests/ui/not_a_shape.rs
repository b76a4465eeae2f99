//! Items that cannot be shapes, and arguments that shapes do not take.

use iot_jobs_macros::shape;

/// A tuple.
#[shape]
pub struct Tuple(pub String);

/// Nothing.
#[shape]
pub struct Unit;

/// A choice.
#[shape]
pub enum Choice {
    /// One.
    One,
}

/// A function.
#[shape]
pub fn function() {}

/// A shape of many types.
#[shape]
pub struct Generic<T> {
    /// A value.
    pub value: Option<T>,
}

/// A shape with a secret.
#[shape]
pub struct Hidden {
    /// A value that builders and accessors would show.
    secret: Option<String>,
}

/// A misspelt argument.
#[shape(eror = 404)]
pub struct Argument {
    /// The message.
    pub message: Option<String>,
}

/// A conversion that does not exist.
#[shape(sdk(fallible))]
pub struct Conversion {
    /// The message.
    pub message: Option<String>,
}

/// A status that is no number.
#[shape(error = "404")]
pub struct Status {
    /// The message.
    pub message: Option<String>,
}

fn main() {}
