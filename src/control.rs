//! The control plane, which operators and back ends call. Its names are those of `aws_sdk_iot`.

pub mod operation;
pub mod types;
