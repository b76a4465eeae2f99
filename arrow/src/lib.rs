//! Arrow record batches of AWS IoT Jobs data: every shape of [`iot_jobs`], from values and NDJSON, and back.
//!
//! ```
//! use iot_jobs::types::JobExecutionSummary;
//! use iot_jobs_arrow::{arrow_array::cast::AsArray, batches, values};
//!
//! let lines = r#"{"status": "SUCCEEDED", "queuedAt": 1549395301.389, "executionNumber": 1}
//! {"status": "FAILED", "queuedAt": "2019-02-05T19:35:01.389Z", "retryAttempt": 2, "new": true}
//! "#;
//! for batch in batches::<JobExecutionSummary, _>(lines.as_bytes()) {
//!     let batch = batch?;
//!     let status = batch.column_by_name("status").expect("a column of the shape");
//!     assert_eq!(status.as_string::<i32>().value(1), "FAILED");
//!
//!     let unknown = batch.column_by_name("unknown_members").expect("the last column");
//!     assert_eq!(unknown.as_string::<i32>().value(1), r#"{"new":true}"#);
//!
//!     let read: Vec<JobExecutionSummary> = values(&batch)?.collect::<Result<_, _>>()?;
//!     assert_eq!(read[0].queued_at(), read[1].queued_at());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Columns
//!
//! [`iot_jobs::columns`] declares the columns of a shape: its members in the model's order under the names of the
//! struct's fields, then `unknown_members`. Every column can be null, elements of lists and values of maps included.
//!
//! | member | type in Arrow |
//! |---|---|
//! | string, enum | `Utf8` |
//! | boolean, integer, long, double | `Boolean`, `Int32`, `Int64`, `Float64` |
//! | timestamp | `Timestamp(Microsecond, "UTC")` |
//! | blob | `Binary` |
//! | job document | `Utf8`, its text |
//! | boolean or integer that can be a placeholder | `Utf8`, its JSON text |
//! | structure | `Struct`, with its own `unknown_members` |
//! | list, map | `List`, `Map` with entries sorted by key |
//! | unknown members | `Utf8`, one JSON object; null if there are none |
//!
//! # What differs after a round trip
//!
//! [`values`] gives back the values that a batch was made from, except:
//!
//! - times are rounded to microseconds;
//! - a [`JobDocument`](iot_jobs::device::types::JobDocument) is equal, but is encoded in a string, as over HTTPS.
//!
//! A value that [`iot_jobs::codec`] does not encode (NaN, an infinity, a time outside years 0001 to 9999) is an error, and
//! no part of it is in the batch.

mod batches;
mod column;
mod error;
mod record_batch_builder;
mod schema;
mod values;

// The versions whose types are part of this crate's API.
pub use arrow_array;
pub use arrow_schema;

pub use self::{
    batches::{Batches, batches},
    error::Error,
    record_batch_builder::RecordBatchBuilder,
    schema::schema,
    values::{Values, values},
};
