//! iot-jobs compared with alternatives, on payloads generated from a seed.

pub mod candidates;
pub mod derived;
pub mod measure;
pub mod payload;
pub mod sdk;
