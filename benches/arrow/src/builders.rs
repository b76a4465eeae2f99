//! The candidates that make batches of decoded values.

mod arrow;
mod arrow_json;
mod ours;
mod serde_arrow;

pub use self::{arrow::ArrowBuilders, arrow_json::ArrowJson, ours::Ours, serde_arrow::SerdeArrow};
