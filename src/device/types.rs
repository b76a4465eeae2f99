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
    sdk aws_sdk_iotjobsdataplane::types;
    command_parameter_value: CommandParameterValue;
    job_execution: JobExecution;
    job_execution_state: JobExecutionState;
    job_execution_summary: JobExecutionSummary;
}

// The enum is declared with the control plane, whose SDK has a type of its own for it.
#[cfg(feature = "aws-sdk-iotjobsdataplane")]
crate::aws_sdk::convert_enum!(
    JobExecutionStatus,
    aws_sdk_iotjobsdataplane::types::JobExecutionStatus
);
