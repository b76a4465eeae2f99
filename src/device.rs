//! The data plane: what a device calls and hears. Mirrors `aws_sdk_iotjobsdataplane`.

pub mod operation;
pub mod topic;
pub mod types;
