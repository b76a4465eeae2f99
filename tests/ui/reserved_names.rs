//! Member names that the generated methods and fields have already.

use iot_jobs_macros::shape;

/// A shape.
#[shape]
pub struct Names {
    /// A method of the shape.
    pub builder: Option<String>,
    /// Another one.
    pub to_builder: Option<bool>,
    /// Another one.
    pub unknown_members_mut: Option<String>,
    /// A method of the builder.
    pub build: Option<String>,
    /// The field of unknown members.
    pub __unknown_members: Option<String>,
    /// Without a conflict, also as a raw identifier.
    pub unknown_members: Option<String>,
    /// A method of the builder, as a raw identifier.
    pub r#build: Option<String>,
}

fn main() {}
