//! Jobs on the control plane, but for those that carry a job's settings.

use iot_jobs::operation::{
    associate_targets_with_job::AssociateTargetsWithJob, cancel_job::CancelJob,
    delete_job::DeleteJob, describe_job::DescribeJob, get_job_document::GetJobDocument,
    list_jobs::ListJobs,
};

use super::{Table, rows};

pub(super) fn tables() -> Vec<Table> {
    vec![
        rows::<AssociateTargetsWithJob>(&[
            (
                r#"{"targets":["arn:a","arn:b"],"jobId":"j","comment":"more","namespaceId":"ns_1"}"#,
                "POST",
                "/jobs/j/targets",
                "namespaceId=ns_1",
                r#"{"targets":["arn:a","arn:b"],"comment":"more"}"#,
            ),
            (
                r#"{"targets":[],"jobId":"targets"}"#,
                "POST",
                "/jobs/targets/targets",
                "",
                r#"{"targets":[]}"#,
            ),
            (r#"{"jobId":"j"}"#, "POST", "/jobs/j/targets", "", "{}"),
        ]),
        rows::<CancelJob>(&[
            (
                r#"{"jobId":"j","reasonCode":"TOO_HOT","comment":"é \"x\"","force":true}"#,
                "PUT",
                "/jobs/j/cancel",
                "force=true",
                r#"{"reasonCode":"TOO_HOT","comment":"é \"x\""}"#,
            ),
            (
                r#"{"jobId":"j","force":false}"#,
                "PUT",
                "/jobs/j/cancel",
                "force=false",
                "{}",
            ),
            (r#"{"jobId":"j"}"#, "PUT", "/jobs/j/cancel", "", "{}"),
            (
                r#"{"jobId":"j","comment":"","newMember":[1.50,null]}"#,
                "PUT",
                "/jobs/j/cancel",
                "",
                r#"{"comment":"","newMember":[1.50,null]}"#,
            ),
        ]),
        rows::<DeleteJob>(&[
            (
                r#"{"jobId":"j","force":true,"namespaceId":"a b&c"}"#,
                "DELETE",
                "/jobs/j",
                "force=true&namespaceId=a%20b%26c",
                "",
            ),
            (r#"{"jobId":"j"}"#, "DELETE", "/jobs/j", "", ""),
        ]),
        rows::<DescribeJob>(&[
            (
                r#"{"jobId":"j","beforeSubstitution":true}"#,
                "GET",
                "/jobs/j",
                "beforeSubstitution=true",
                "",
            ),
            (r#"{"jobId":"jobs"}"#, "GET", "/jobs/jobs", "", ""),
        ]),
        rows::<GetJobDocument>(&[
            (
                r#"{"jobId":"j","beforeSubstitution":false}"#,
                "GET",
                "/jobs/j/job-document",
                "beforeSubstitution=false",
                "",
            ),
            (
                r#"{"jobId":"a/job-document"}"#,
                "GET",
                "/jobs/a%2Fjob-document/job-document",
                "",
                "",
            ),
        ]),
        rows::<ListJobs>(&[
            (
                r#"{"status":"IN_PROGRESS","targetSelection":"SNAPSHOT","maxResults":250,"nextToken":"a+b/c==&d e","thingGroupName":"g:1","thingGroupId":"id","namespaceId":"ns"}"#,
                "GET",
                "/jobs",
                "status=IN_PROGRESS&targetSelection=SNAPSHOT&maxResults=250&nextToken=a%2Bb%2Fc%3D%3D%26d%20e&thingGroupName=g%3A1&thingGroupId=id&namespaceId=ns",
                "",
            ),
            ("{}", "GET", "/jobs", "", ""),
            (
                r#"{"status":"A NEW ONE","maxResults":-2147483648,"nextToken":""}"#,
                "GET",
                "/jobs",
                "status=A%20NEW%20ONE&maxResults=-2147483648&nextToken=",
                "",
            ),
        ]),
    ]
}
