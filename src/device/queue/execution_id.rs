//! The identity of an execution.

/// Identifies an execution by its job and its number.
///
/// The service always sends the number; old documentation has executions without one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExecutionId {
    job_id: String,
    execution_number: Option<i64>,
}

impl ExecutionId {
    /// The identifier of the execution of this job with this number.
    pub fn new(job_id: impl Into<String>, execution_number: Option<i64>) -> Self {
        Self {
            job_id: job_id.into(),
            execution_number,
        }
    }

    /// The name of the job.
    pub fn job_id(&self) -> &str {
        &self.job_id
    }

    /// The number, which distinguishes executions of the same job on the same thing.
    pub const fn execution_number(&self) -> Option<i64> {
        self.execution_number
    }
}
