//! The data model of AWS IoT Jobs: every shape of the control plane and the data plane, with JSON
//! codecs that lose nothing.
//!
//! The types read like those of the AWS SDK for Rust (same field, accessor, builder and enum
//! names), so moving code over is a change of path. Unlike the SDK's they go through serde both
//! ways, and whatever a newer service sends that this version does not know comes back out.
//!
//! # Decode, change, encode
//!
//! ```
//! use iot_jobs::{codec, operation::describe_job::DescribeJobOutput, types::JobStatus};
//!
//! let mut output: DescribeJobOutput = codec::from_str(
//!     r#"{"job": {"jobId": "firmware-7", "status": "IN_PROGRESS", "createdAt": 1549395301.389}}"#,
//! )?;
//! let job = output.job.as_mut().expect("the answer has a job");
//! assert_eq!(job.status(), Some(&JobStatus::InProgress));
//!
//! job.status = Some(JobStatus::Canceled);
//! assert_eq!(
//!     codec::to_string(&output)?,
//!     r#"{"job":{"jobId":"firmware-7","status":"CANCELED","createdAt":1549395301.389}}"#
//! );
//! # Ok::<(), iot_jobs::Error>(())
//! ```
//!
//! # Build
//!
//! ```
//! use iot_jobs::types::{AbortAction, AbortConfig, AbortCriteria, JobExecutionFailureType};
//!
//! let criteria = AbortCriteria::builder()
//!     .failure_type(JobExecutionFailureType::Failed)
//!     .action(AbortAction::Cancel)
//!     .threshold_percentage(12.5)
//!     .min_number_of_executed_things(10)
//!     .build()?;
//! let config = AbortConfig::builder().criteria_list(criteria).build()?;
//! assert_eq!(config.criteria_list().len(), 1);
//! # Ok::<(), iot_jobs::error::BuildError>(())
//! ```
//!
//! # What arrives from the future
//!
//! ```
//! use iot_jobs::{codec, shape::Shape, types::Job};
//!
//! let text = r#"{"status":"PAUSED","pausedBy":{"user":"ops","at":1.50}}"#;
//! let job: Job = codec::from_str(text)?;
//! assert_eq!(job.status().map(|status| status.as_str()), Some("PAUSED"));
//! assert_eq!(job.unknown_members().get("pausedBy"), Some(r#"{"user":"ops","at":1.50}"#));
//! assert_eq!(job.unknown().len(), 2);
//! assert_eq!(codec::to_string(&job)?, text);
//! # Ok::<(), iot_jobs::Error>(())
//! ```
//!
//! # Where things are
//!
//! | module | holds |
//! |---|---|
//! | [`types`], [`operation`] | the control plane, laid out like `aws_sdk_iot`; also as [`control`] |
//! | [`device`] | the data plane, laid out like `aws_sdk_iotjobsdataplane`, and its MQTT side: [topics](device::topic), [messages](device::message), and a [queue](device::queue) that says what to do next |
//! | [`document`] | job documents: their schemas, placeholders and managed templates |
//! | [`validate`] | what the service would refuse, found before it is asked |
//! | [`event`] | events of jobs and job executions |
//! | [`codec`] | JSON to values and back, line by line too |
//! | [`shape`], [`constraint`] | the declared facts: members, wire names, limits |
//! | [`pagination`] | lists that come in pages |
//! | [`error`] | what can go wrong, each with path, line and column |
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | adds |
//! |---|---|
//! | `catalog` | lookup by name, for programs that learn the shape or operation when they run: `shape::find`, `operation::find` |
//! | `regex` | `document::managed_template::check_parameters`: a template's parameters against its regular expressions |
//! | `http` | [`http`](https://docs.rs/iot-jobs/latest/iot_jobs/http): operations as requests and responses of the `http` crate |
//! | `proptest` | [`strategy`](https://docs.rs/iot-jobs/latest/iot_jobs/strategy): valid and hostile values of every shape and enum, for property tests |
//! | `schemars` | `schemars::JsonSchema` for every shape and enum, and [`shape::Entry::schema`](https://docs.rs/iot-jobs/latest/iot_jobs/shape/struct.Entry.html#method.schema): JSON Schema, draft 2020-12, of the same facts |
//!
//! # What this is not
//!
//! A client: nothing here opens a connection or signs a request. And no copy of the service: what
//! it accepts in the end is its own decision.

// On docs.rs each item says which feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod codec;
pub mod constraint;
pub mod control;
pub mod device;
pub mod document;
pub mod error;
pub mod event;
#[cfg(feature = "http")]
pub mod http;
mod number;
pub mod operation;
pub mod pagination;
mod path;
pub mod primitives;
#[cfg(feature = "schemars")]
mod schema;
pub mod shape;
#[cfg(feature = "proptest")]
pub mod strategy;
mod string_enum;
mod timestamp;
pub mod validate;
mod wire;

pub use self::{control::types, error::Error, validate::Validate};
use string_enum::string_enum;

/// Runs the README's examples with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
