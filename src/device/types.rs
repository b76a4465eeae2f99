//! The structures of the data plane, and the state enum that it shares with the control plane.

mod command_parameter_value;
pub mod error;
mod job_document;
mod job_execution;
mod job_execution_state;
mod job_execution_summary;

pub use self::job_document::JobDocument;
pub use crate::control::types::JobExecutionStatus;

iot_jobs_macros::shapes! {
    command_parameter_value: CommandParameterValue;
    job_execution: JobExecution;
    job_execution_state: JobExecutionState;
    job_execution_summary: JobExecutionSummary;
}
