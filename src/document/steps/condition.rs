//! What must hold of a device.

use iot_jobs_macros::shape;

use crate::string_enum;

/// A condition on a device: what it says under a key is one of some values.
#[shape]
pub struct Condition {
    /// What is asked about, such as `operatingSystem`.
    #[shape(DOCUMENT_TEXT)]
    pub key: String,
    /// The answers that will do: at least one.
    #[shape(DOCUMENT_CONDITION_VALUES)]
    pub value: Vec<String>,
    /// How answer and values are compared; as equal strings if absent.
    pub r#type: Option<ConditionType>,
}

string_enum! {
    /// How a condition compares.
    pub enum ConditionType {
        /// The answer is the same string as one of the values.
        StringEqual = "stringEqual",
    }
}
