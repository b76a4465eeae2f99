//! The data model of AWS IoT Jobs: every shape of the control plane and the data plane, with JSON
//! codecs that lose nothing.
//!
//! The types have the names of the AWS SDK for Rust (fields, accessors, builders, enums), so moving
//! code is a change of path. Unlike the SDK's types they implement serde's traits in both
//! directions, and they keep the members and enum values of newer versions of the service.
//!
//! # Decode, change, encode
//!
//! ```
//! use iot_jobs::{codec, operation::describe_job::DescribeJobOutput, types::JobStatus};
//!
//! let mut output: DescribeJobOutput = codec::from_str(
//!     r#"{"job": {"jobId": "firmware-7", "status": "IN_PROGRESS", "createdAt": 1549395301.389}}"#,
//! )?;
//! let job = output.job.as_mut().expect("the response has a job");
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
//! # Values that are newer than this version
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
//! # Modules
//!
//! | module | contains |
//! |---|---|
//! | [`types`], [`operation`] | the control plane, laid out like `aws_sdk_iot`; also as [`control`] |
//! | [`device`] | the data plane, laid out like `aws_sdk_iotjobsdataplane`, and its MQTT side: [topics](device::topic), [messages](device::message), a [queue](device::queue) of a device's executions, a [device agent](device::agent), and the [policy](device::policy) that it needs |
//! | [`document`] | job documents: their schemas, placeholders and managed templates |
//! | [`event`] | events of jobs and job executions |
//! | [`codec`] | JSON to values and back, also line by line |
//! | [`validate`] | what the service would reject, found before a request is sent |
//! | [`check`] | the same of a payload's text, with misspelt members and the job documents inside |
//! | [`cloudformation`] | the same of the jobs and job templates in a CloudFormation template |
//! | [`shape`], [`facts`], [`constraint`] | the traits of shapes and operations, and their declared facts: members, wire names, limits |
//! | [`path`], [`error`] | where a value is in a payload, and what can go wrong |
//! | `aws_sdk` | conversions to and from the types of the AWS SDK, and serde for them |
//! | [`columns`] | the columns of a shape in a table, for Arrow, Parquet, Athena and Spark |
//! | [`pagination`] | lists that are returned in pages |
//!
//! # Layers
//!
//! A module uses only modules of the layers below its own.
//!
//! ```text
//! catalog                              every shape and operation by name
//! cloudformation                       resources of templates
//! check                                payloads with the documents and parameters in them
//! device                               the data plane: shapes, topics, messages, queue, agent
//! event, document                      events and job documents
//! control                              the control plane: shapes and operations
//! http                                 operations as HTTP messages
//! strategy                             generated values, for property tests
//! codec, validate, schema, columns     text to values and back; declared limits and rules; JSON Schemas; tables
//! shape                                the traits of shapes and operations
//! wire                                 how each kind of value is decoded, encoded and walked
//! report                               violations and rules
//! aws_sdk                              how values are converted to and from the AWS SDK's
//! json                                 JSON text: reader, writer, syntax, places
//! error                                errors
//! path                                 where a value is in a payload
//! facts                                declared facts of shapes and operations
//! constraint                           limits and patterns
//! text, schedule, pagination, primitives   excerpts and positions; cron and dates; pages; the SDK's primitives
//! ```
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | adds |
//! |---|---|
//! | `aws-sdk-iot`, `aws-sdk-iotjobsdataplane` | module `aws_sdk`: conversions to and from the types of the AWS SDK's crate of that name, and serde for them |
//! | `catalog` | module `catalog`: lookup by name, for programs that select a shape or operation by name at run time |
//! | `http` | module `http`: operations as requests and responses of the `http` crate |
//! | `proptest` | module `strategy`: valid and adversarial values of every shape and enum, for property tests |
//! | `regex` | `document::managed_template::check_parameters` checks regular expressions, too |
//! | `schemars` | `schemars::JsonSchema` for every shape and enum, and `catalog::ShapeEntry::{schema, strict_schema}`: JSON Schema, draft 2020-12 |
//!
//! # What this is not
//!
//! Not a client: nothing here opens a connection or signs a request. Not an emulator: the service may reject
//! a value that has no violations.

// On docs.rs each item says which feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(any(feature = "aws-sdk-iot", feature = "aws-sdk-iotjobsdataplane"))]
pub mod aws_sdk;
#[cfg(feature = "catalog")]
pub mod catalog;
pub mod check;
pub mod cloudformation;
pub mod codec;
pub mod columns;
pub mod constraint;
pub mod control;
pub mod device;
pub mod document;
pub mod error;
pub mod event;
pub mod facts;
#[cfg(feature = "http")]
pub mod http;
mod json;
pub mod pagination;
pub mod path;
pub mod primitives;
mod report;
mod schedule;
#[cfg(feature = "schemars")]
mod schema;
pub mod shape;
#[cfg(feature = "proptest")]
pub mod strategy;
mod text;
pub mod validate;
mod wire;

pub use self::{
    control::{operation, types},
    error::Error,
    path::Path,
    validate::Validate,
};
use wire::string_enum::string_enum;

/// Runs the README's examples with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
