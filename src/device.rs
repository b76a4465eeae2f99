//! The data plane, laid out like `aws_sdk_iotjobsdataplane`, with what the SDK does not have: MQTT topics and
//! messages, the queue of pending executions, a device agent, and the policy of a device.

pub mod agent;
pub mod message;
pub mod operation;
pub mod policy;
pub mod queue;
mod queued_at;
pub(crate) mod table;
pub mod topic;
pub mod types;
