//! `StartCommandExecution` over HTTPS.

use std::collections::HashMap;

use iot_jobs_macros::{operation, shape};

use crate::device::types::CommandParameterValue;

/// Sends a command to a device and starts its execution there.
#[operation(POST "/command-executions", errors(ValidationException, ResourceNotFoundException, ConflictException, ThrottlingException, ServiceQuotaExceededException, InternalServerException))]
pub struct StartCommandExecution;

/// The parameters of [`StartCommandExecution`].
#[shape]
pub struct StartCommandExecutionInput {
    /// The ARN of the device the command runs on, at most 2048 characters.
    #[shape(TARGET_ARN, required)]
    pub target_arn: Option<String>,
    /// The ARN of the command to run.
    #[shape(required)]
    pub command_arn: Option<String>,
    /// The values of the command's parameters by name, at least one pair when present.
    #[shape(COMMAND_EXECUTION_PARAMETER_MAP)]
    pub parameters: Option<HashMap<String, CommandParameterValue>>,
    /// The seconds the device has to finish before the execution times out, at least 1.
    #[shape(COMMAND_EXECUTION_TIMEOUT_IN_SECONDS)]
    pub execution_timeout_seconds: Option<i64>,
    /// A token of 1 to 64 visible ASCII characters that makes repeated requests idempotent.
    #[shape(CLIENT_REQUEST_TOKEN_V2, idempotency_token)]
    pub client_token: Option<String>,
}

/// The response to [`StartCommandExecution`].
#[shape]
pub struct StartCommandExecutionOutput {
    /// The identifier of the command execution.
    #[shape(COMMAND_EXECUTION_ID)]
    pub execution_id: Option<String>,
}
