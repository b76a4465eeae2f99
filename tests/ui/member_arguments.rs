//! Arguments of a member that are unknown, needless or at odds.

use iot_jobs_macros::shape;

/// A shape.
#[shape]
pub struct Arguments {
    /// A misspelt argument.
    #[shape(lable)]
    pub unknown: Option<String>,
    /// A constraint in small letters.
    #[shape(job_id, label)]
    pub small: Option<String>,
    /// Required twice over.
    #[shape(JOB_ID, required)]
    pub bare: String,
    /// In two places.
    #[shape(label, query)]
    pub torn: Option<String>,
    /// With two constraints.
    #[shape(JOB_ID, THING_NAME)]
    pub narrow: Option<String>,
    /// A name that is not a string.
    #[shape(wire = Key)]
    pub key: Option<String>,
    /// An optional member, which is one in the SDK as well.
    #[shape(optional_in_sdk)]
    pub optional: Option<String>,
}

fn main() {}
