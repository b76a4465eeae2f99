//! Record batches of job executions from iot-jobs-arrow and from other builders, with what they lose.

pub mod builder;
pub mod builders;
pub mod candidates;
pub mod differences;
pub mod export;
pub mod forms;
pub mod measure;
pub mod reading;
pub mod row;
pub mod wire_schema;

/// The error of any candidate.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The rows of a batch.
pub const ROWS: usize = 8192;
