//! The control plane: what operators and back ends call. Mirrors `aws_sdk_iot`.

pub mod operation;
pub mod types;
