//! The primitive types, which are those of the AWS SDK.

pub use aws_smithy_types::{Blob, DateTime, date_time::Format as DateTimeFormat};
