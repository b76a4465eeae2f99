//! The data plane: what a device calls and hears. Mirrors `aws_sdk_iotjobsdataplane`, and adds what
//! the SDK does not have: MQTT topics and messages, and the queue of a device.

pub mod message;
pub mod operation;
pub mod queue;
pub mod topic;
pub mod types;
