//! The data plane: what a device calls and hears. Mirrors `aws_sdk_iotjobsdataplane`, and adds the
//! MQTT messages, which the SDK does not have.

pub mod message;
pub mod operation;
pub mod queue;
pub mod types;
