//! Conditions that a device must meet.

use iot_jobs_macros::shape;

use crate::string_enum;

/// A condition on a device: its value of a key is one of the accepted values.
#[shape]
pub struct Condition {
    /// The key, such as `operatingSystem`.
    #[shape(DOCUMENT_TEXT)]
    pub key: String,
    /// The accepted values: at least one.
    #[shape(DOCUMENT_CONDITION_VALUES)]
    pub value: Vec<String>,
    /// How the values are compared; if absent, as strings for equality.
    pub r#type: Option<ConditionType>,
}

string_enum! {
    /// The comparison of a condition.
    pub enum ConditionType {
        /// The value is equal to one of the accepted values.
        StringEqual = "stringEqual",
    }
}
