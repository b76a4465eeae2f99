//! Tags on jobs and job templates.

use iot_jobs_macros::shape;

/// A key and a value attached to a job or a job template.
#[shape]
pub struct Tag {
    /// The key of the tag, 1 to 128 characters; `Key` on the wire.
    #[shape(TAG_KEY, wire = "Key")]
    pub key: String,
    /// The value of the tag, at most 256 characters; `Value` on the wire.
    #[shape(TAG_VALUE, wire = "Value")]
    pub value: Option<String>,
}
