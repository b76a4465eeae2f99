//! iot-jobs side by side with its peers, on payloads that a seed makes.

pub mod contenders;
pub mod derived;
pub mod measure;
pub mod payload;
pub mod sdk;
