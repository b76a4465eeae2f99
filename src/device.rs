//! The data plane, laid out like `aws_sdk_iotjobsdataplane`, with the MQTT topics and messages and the
//! queue of pending executions that the SDK does not have.

pub mod message;
pub mod operation;
pub mod queue;
pub(crate) mod table;
pub mod topic;
pub mod types;
