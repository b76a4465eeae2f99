//! The data plane, laid out like `aws_sdk_iotjobsdataplane`, with the MQTT topics and messages, the
//! queue of pending executions and the policy of a device, which the SDK does not have.

pub mod message;
pub mod operation;
pub mod policy;
pub mod queue;
pub(crate) mod table;
pub mod topic;
pub mod types;
