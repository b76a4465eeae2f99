//! What an agent must not lose in a restart.

use std::collections::HashMap;

use iot_jobs_macros::shape;

use crate::{device::types::JobExecutionStatus, primitives::DateTime};

/// What an agent must not lose in a restart; store it with `codec` or any serde format.
///
/// ```
/// use iot_jobs::{codec, device::agent::State};
///
/// let text = r#"{"starts":3,"executions":[{"jobId":"firmware-7","executionNumber":1,"checkpoint":"reboot"}]}"#;
/// let state: State = codec::from_str(text)?;
/// assert_eq!(codec::to_string(&state)?, text);
/// # Ok::<(), iot_jobs::Error>(())
/// ```
#[shape]
pub struct State {
    /// How often an agent was created with the state.
    pub starts: Option<i64>,
    /// The executions that this agent has started and whose end it has not delivered.
    pub executions: Option<Vec<StoredExecution>>,
}

/// An execution in the stored state.
#[shape]
pub struct StoredExecution {
    /// The name of the job.
    pub job_id: Option<String>,
    /// The number of the execution.
    pub execution_number: Option<i64>,
    /// When the execution was queued.
    pub queued_at: Option<DateTime>,
    /// The version of its state when the state was stored.
    pub version_number: Option<i64>,
    /// The text that the program set last.
    pub checkpoint: Option<String>,
    /// The step timer in minutes.
    pub step_timeout_in_minutes: Option<i64>,
    /// The end that the program reported, if the service has not accepted it.
    pub status: Option<JobExecutionStatus>,
    /// The details of that report.
    pub status_details: Option<HashMap<String, String>>,
}
