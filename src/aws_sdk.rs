//! Conversions to and from the types of the AWS SDK, and serde for them.
//!
//! Needs the feature `aws-sdk-iot` for the control plane, `aws-sdk-iotjobsdataplane` for the data plane; each
//! adds that crate without its default features, so without an HTTPS client. Every structure, enum,
//! exception, input and output of AWS IoT Jobs is converted to and from the type of the same name.
//!
#![cfg_attr(feature = "aws-sdk-iot", doc = "```")]
#![cfg_attr(not(feature = "aws-sdk-iot"), doc = "```ignore")]
//! use iot_jobs::{codec, operation::list_jobs::ListJobsOutput};
//!
//! # let sdk_output = aws_sdk_iot::operation::list_jobs::ListJobsOutput::builder()
//! #     .jobs(aws_sdk_iot::types::JobSummary::builder().job_id("firmware-7").build())
//! #     .build();
//! // let sdk_output = client.list_jobs().send().await?;
//! let output = ListJobsOutput::from(sdk_output);
//! assert_eq!(codec::to_string(&output)?, r#"{"jobs":[{"jobId":"firmware-7"}]}"#);
//! # Ok::<(), iot_jobs::Error>(())
//! ```
//!
//! # Sending
//!
//! An input is also converted into the SDK's builder, which sends it:
//!
#![cfg_attr(feature = "aws-sdk-iot", doc = "```")]
#![cfg_attr(not(feature = "aws-sdk-iot"), doc = "```ignore")]
//! use aws_sdk_iot::operation::cancel_job::builders::CancelJobInputBuilder;
//! use iot_jobs::{codec, operation::cancel_job::{CancelJobInput, CancelJobOutput}};
//!
//! # async fn cancel(client: aws_sdk_iot::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let input: CancelJobInput = codec::from_str(r#"{"jobId": "firmware-7", "force": true}"#)?;
//! let sent = CancelJobInputBuilder::from(input).send_with(&client).await?;
//! let output = CancelJobOutput::from(sent);
//! # Ok(())
//! # }
//! ```
//!
//! # Serde
//!
//! `#[serde(with = "iot_jobs::aws_sdk")]` on a field of an SDK type, or of an `Option`, a `Vec` or a
//! `HashMap<String, _>` of one, reads and writes the JSON that this crate does. An absent `Option` also needs
//! `#[serde(default)]`. What conversions [lose](#what-is-lost) is lost here, too: unknown members when reading, request
//! ids and `meta` when writing.
//!
#![cfg_attr(feature = "aws-sdk-iot", doc = "```")]
#![cfg_attr(not(feature = "aws-sdk-iot"), doc = "```ignore")]
//! #[derive(serde::Serialize, serde::Deserialize)]
//! struct Stored {
//!     #[serde(with = "iot_jobs::aws_sdk")]
//!     jobs: Vec<aws_sdk_iot::types::JobSummary>,
//! }
//!
//! let job = aws_sdk_iot::types::JobSummary::builder().job_id("firmware-7").status("IN_PROGRESS".into());
//! let text = serde_json::to_string(&Stored { jobs: vec![job.clone().build()] })?;
//! assert_eq!(text, r#"{"jobs":[{"jobId":"firmware-7","status":"IN_PROGRESS"}]}"#);
//! assert_eq!(serde_json::from_str::<Stored>(&text)?.jobs, [job.build()]);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # `From` and `TryFrom`
//!
//! | from | into | conversion |
//! |---|---|---|
//! | the SDK | a shape with an `ExponentialRolloutRate` in it: `Job`, `JobExecutionsRolloutConfig`, `DescribeJobOutput`, `DescribeJobTemplateOutput`, and the inputs that create jobs and templates or update jobs | `TryFrom`: the SDK has an `Option` for the required `rate_increase_criteria` |
//! | the SDK | any other shape, an enum | `From` |
//! | a shape with required members or with a structure that has some, an input | the SDK | `TryFrom`: the SDK's `build()` returns a `Result` |
//! | an input | the SDK's builder | `TryFrom` if a structure in it has required members, else `From` |
//! | any other shape, an enum | the SDK | `From` |
//!
//! The error is [`Error`](crate::Error), with the path of the member: a conversion from the SDK fails where a
//! required member has no value, and one into the SDK where its builder requires a member that this version does
//! not; no known version of the SDK does.
//!
//! # What is lost
//!
//! | from the SDK | |
//! |---|---|
//! | outputs | the request id |
//! | exceptions | `meta`: the request id and extra fields; the code is the shape's name |
//! | bare `i64`, where this crate has an `Option` | 0 becomes `None`: the SDK has 0 for an absent version number or time |
//! | bare `bool` (`optional` of `DocumentParameter`) | `false` stays `Some(false)`, also where the service sent nothing |
//!
//! | into the SDK | |
//! |---|---|
//! | unknown members | are left out; unknown enum values are kept |
//! | exceptions | `meta` has the code and the message only |
//! | absent `version_number`, `optional`, `queued_at`, `last_updated_at` | 0 or `false`, where the SDK has no `Option` |
//! | times of the data plane | whole seconds, rounded down |
//! | job documents of the data plane | the text is kept, but not whether it was a JSON value (MQTT) or in a string (HTTPS) |
//!
//! The conversions keep all other values, times of the control plane to the nanosecond. JSON, also through serde, has
//! times to the microsecond; a time outside of the years 0001 to 9999, which the SDK makes from 13-digit milliseconds,
//! is an error there, as are NaN and infinities. The SDK's own deserializer reads times as `f64`, exact to a microsecond
//! until the year 2242.

mod convert;
mod serde;

#[cfg(feature = "aws-sdk-iot")]
pub(crate) use self::convert::missing;
pub use self::serde::{SdkValue, deserialize, serialize};
pub(crate) use self::{
    convert::{FromSdk, IntoSdk, convert_enum, error_metadata, not_built},
    serde::Convertible,
};
