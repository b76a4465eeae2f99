//! The data plane.

use iot_jobs::device::operation::{
    describe_job_execution::DescribeJobExecution,
    get_pending_job_executions::GetPendingJobExecutions,
    start_command_execution::StartCommandExecution,
    start_next_pending_job_execution::StartNextPendingJobExecution,
    update_job_execution::UpdateJobExecution,
};

use super::{Table, rows};

pub(super) fn tables() -> Vec<Table> {
    vec![
        rows::<DescribeJobExecution>(&[
            (
                r#"{"jobId":"j","thingName":"t","includeJobDocument":false,"executionNumber":7}"#,
                "GET",
                "/things/t/jobs/j",
                "includeJobDocument=false&executionNumber=7",
                "",
            ),
            (
                r#"{"jobId":"$next","thingName":"t"}"#,
                "GET",
                "/things/t/jobs/%24next",
                "",
                "",
            ),
        ]),
        rows::<GetPendingJobExecutions>(&[
            (r#"{"thingName":"t"}"#, "GET", "/things/t/jobs", "", ""),
            (
                r#"{"thingName":"t:/1"}"#,
                "GET",
                "/things/t%3A%2F1/jobs",
                "",
                "",
            ),
        ]),
        rows::<StartCommandExecution>(&[
            (
                r#"{"targetArn":"arn:t","commandArn":"arn:c","parameters":{"b":{"B":true},"bin":{"BIN":"AAEC/w=="},"d":{"D":-0.5},"i":{"I":-1},"l":{"L":4294967296},"s":{"S":"x"},"ul":{"UL":"18446744073709551615"}},"executionTimeoutSeconds":60,"clientToken":"token"}"#,
                "POST",
                "/command-executions",
                "",
                r#"{"targetArn":"arn:t","commandArn":"arn:c","parameters":{"b":{"B":true},"bin":{"BIN":"AAEC/w=="},"d":{"D":-0.5},"i":{"I":-1},"l":{"L":4294967296},"s":{"S":"x"},"ul":{"UL":"18446744073709551615"}},"executionTimeoutSeconds":60,"clientToken":"token"}"#,
            ),
            ("{}", "POST", "/command-executions", "", "{}"),
        ]),
        rows::<StartNextPendingJobExecution>(&[
            (
                r#"{"thingName":"t","statusDetails":{"step":"1"},"stepTimeoutInMinutes":-1}"#,
                "PUT",
                "/things/t/jobs/$next",
                "",
                r#"{"statusDetails":{"step":"1"},"stepTimeoutInMinutes":-1}"#,
            ),
            (
                r#"{"thingName":"$next"}"#,
                "PUT",
                "/things/%24next/jobs/$next",
                "",
                "{}",
            ),
        ]),
        rows::<UpdateJobExecution>(&[
            (
                r#"{"jobId":"j","thingName":"t","status":"SUCCEEDED","statusDetails":{"a":"b"},"stepTimeoutInMinutes":10080,"expectedVersion":1,"includeJobExecutionState":true,"includeJobDocument":true,"executionNumber":2}"#,
                "POST",
                "/things/t/jobs/j",
                "",
                r#"{"status":"SUCCEEDED","statusDetails":{"a":"b"},"stepTimeoutInMinutes":10080,"expectedVersion":1,"includeJobExecutionState":true,"includeJobDocument":true,"executionNumber":2}"#,
            ),
            (
                r#"{"jobId":"$next","thingName":"t","status":"SOMEDAY"}"#,
                "POST",
                "/things/t/jobs/%24next",
                "",
                r#"{"status":"SOMEDAY"}"#,
            ),
            (
                r#"{"jobId":"j","thingName":"t","status":"FAILED","newMember":{"z":1,"a":2}}"#,
                "POST",
                "/things/t/jobs/j",
                "",
                r#"{"status":"FAILED","newMember":{"z":1,"a":2}}"#,
            ),
        ]),
    ]
}
