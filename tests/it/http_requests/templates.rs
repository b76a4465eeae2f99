//! Templates on the control plane.

use iot_jobs::operation::{
    create_job_template::CreateJobTemplate, delete_job_template::DeleteJobTemplate,
    describe_job_template::DescribeJobTemplate,
    describe_managed_job_template::DescribeManagedJobTemplate,
    list_job_templates::ListJobTemplates, list_managed_job_templates::ListManagedJobTemplates,
};

use super::{Table, rows};

pub(super) fn tables() -> Vec<Table> {
    vec![
        rows::<CreateJobTemplate>(&[
            (
                r#"{"jobTemplateId":"t","jobArn":"arn:j","documentSource":"https://s3/d","document":"{}","description":"d","presignedUrlConfig":{"roleArn":"arn:r"},"jobExecutionsRolloutConfig":{},"abortConfig":{"criteriaList":[]},"timeoutConfig":{"inProgressTimeoutInMinutes":10080},"tags":[],"jobExecutionsRetryConfig":{"criteriaList":[{"failureType":"TIMED_OUT","numberOfRetries":0}]},"maintenanceWindows":[],"destinationPackageVersions":[]}"#,
                "PUT",
                "/job-templates/t",
                "",
                r#"{"jobArn":"arn:j","documentSource":"https://s3/d","document":"{}","description":"d","presignedUrlConfig":{"roleArn":"arn:r"},"jobExecutionsRolloutConfig":{},"abortConfig":{"criteriaList":[]},"timeoutConfig":{"inProgressTimeoutInMinutes":10080},"tags":[],"jobExecutionsRetryConfig":{"criteriaList":[{"failureType":"TIMED_OUT","numberOfRetries":0}]},"maintenanceWindows":[],"destinationPackageVersions":[]}"#,
            ),
            (
                r#"{"jobTemplateId":"arn:t/1"}"#,
                "PUT",
                "/job-templates/arn%3At%2F1",
                "",
                "{}",
            ),
        ]),
        rows::<DeleteJobTemplate>(&[
            (
                r#"{"jobTemplateId":"t"}"#,
                "DELETE",
                "/job-templates/t",
                "",
                "",
            ),
            (
                r#"{"jobTemplateId":"~"}"#,
                "DELETE",
                "/job-templates/~",
                "",
                "",
            ),
        ]),
        rows::<DescribeJobTemplate>(&[
            (
                r#"{"jobTemplateId":"t"}"#,
                "GET",
                "/job-templates/t",
                "",
                "",
            ),
            (
                r#"{"jobTemplateId":"a b"}"#,
                "GET",
                "/job-templates/a%20b",
                "",
                "",
            ),
        ]),
        rows::<DescribeManagedJobTemplate>(&[
            (
                r#"{"templateName":"AWS-Reboot","templateVersion":"1.0"}"#,
                "GET",
                "/managed-job-templates/AWS-Reboot",
                "templateVersion=1.0",
                "",
            ),
            (
                r#"{"templateName":"AWS-Run-Command"}"#,
                "GET",
                "/managed-job-templates/AWS-Run-Command",
                "",
                "",
            ),
        ]),
        rows::<ListJobTemplates>(&[
            (
                r#"{"maxResults":5,"nextToken":"t"}"#,
                "GET",
                "/job-templates",
                "maxResults=5&nextToken=t",
                "",
            ),
            ("{}", "GET", "/job-templates", "", ""),
        ]),
        rows::<ListManagedJobTemplates>(&[
            (
                r#"{"templateName":"AWS-Reboot","maxResults":0,"nextToken":"\u0000\n"}"#,
                "GET",
                "/managed-job-templates",
                "templateName=AWS-Reboot&maxResults=0&nextToken=%00%0A",
                "",
            ),
            ("{}", "GET", "/managed-job-templates", "", ""),
        ]),
    ]
}
