//! Objects, lists and maps: what may be absent, what may not come twice, what order leaves.

use std::fmt::Write as _;

use iot_jobs::{
    Error, codec,
    operation::{describe_job::DescribeJobOutput, list_jobs::ListJobsOutput},
    shape::Shape,
    types::{AbortConfig, Job, JobExecutionStatusDetails, Tag},
};

/// Decodes, compares the text that leaves, and checks that this text is a fixed point.
#[track_caller]
fn leaves<T: Shape>(input: &str, output: &str) -> T {
    let value: T = codec::from_str(input).unwrap();
    assert_eq!(codec::to_string(&value).unwrap(), output);
    assert_eq!(codec::from_str::<T>(output).unwrap(), value);
    value
}

#[track_caller]
fn refused<T: Shape>(input: &str, path: &str, message: &str) {
    let error: Error = codec::from_str::<T>(input).unwrap_err();
    assert!(error.is_data(), "{error}");
    assert_eq!(error.path(), path, "{input}");
    assert_eq!(error.message(), message, "{input}");
}

#[test]
fn optional_members_may_be_absent_or_null() {
    let empty: Job = leaves("{}", "{}");
    assert_eq!(empty, Job::builder().build());
    let nulls: Vec<_> = Job::STRUCTURE
        .members
        .iter()
        .map(|member| format!("\"{}\":null", member.wire_name))
        .collect();
    assert_eq!(
        leaves::<Job>(&format!("{{{}}}", nulls.join(",")), "{}"),
        empty
    );
}

#[test]
fn required_members_may_not() {
    let missing = "this required member is missing";
    refused::<Tag>("{}", "Key", missing);
    refused::<Tag>(r#"{"key":"k"}"#, "Key", missing);
    refused::<Tag>(r#"{"Key":null}"#, "Key", "expected a string, found null");
    refused::<AbortConfig>(
        r#"{"criteriaList":null}"#,
        "criteriaList",
        "expected an array, found null",
    );
    let criteria = [
        (
            r#""failureType":"ALL""#,
            "failureType",
            "an enum value (string)",
        ),
        (r#""action":"CANCEL""#, "action", "an enum value (string)"),
        (
            r#""thresholdPercentage":1.5"#,
            "thresholdPercentage",
            "a finite number",
        ),
        (
            r#""minNumberOfExecutedThings":1"#,
            "minNumberOfExecutedThings",
            "a 32-bit integer",
        ),
    ];
    for (member, name, kind) in criteria {
        let path = format!("job.abortConfig.criteriaList[0].{name}");
        let others: Vec<_> = criteria
            .iter()
            .map(|row| row.0)
            .filter(|m| *m != member)
            .collect();
        let json = |members: &str| {
            format!(r#"{{"job":{{"abortConfig":{{"criteriaList":[{{{members}}}]}}}}}}"#)
        };
        refused::<DescribeJobOutput>(&json(&others.join(",")), &path, missing);
        let null = format!("{},\"{name}\":null", others.join(","));
        refused::<DescribeJobOutput>(&json(&null), &path, &format!("expected {kind}, found null"));
        let all: Vec<_> = criteria.iter().map(|row| row.0).collect();
        leaves::<DescribeJobOutput>(&json(&all.join(",")), &json(&all.join(",")));
    }
}

#[test]
fn unknown_members_are_kept_behind_the_known() {
    let job: Job = leaves(
        r#" { "zeta" : 1.50 , "jobId":"j", "alpha":{ "b" : [ 1 , -0 , 1e400 , 12345678901234567890.10 ], "a" : null },
             "\u0042eta" : " two  spaces \u00e9 \/ \ud83d\ude00 " , "comment" : "c", "é":true,"":[ ],	"JobId":{ }
           } "#,
        r#"{"jobId":"j","comment":"c","":[],"Beta":" two  spaces \u00e9 \/ \ud83d\ude00 ","JobId":{},"alpha":{"b":[1,-0,1e400,12345678901234567890.10],"a":null},"zeta":1.50,"é":true}"#,
    );
    let unknown = job.unknown_members();
    assert_eq!((unknown.len(), unknown.is_empty()), (6, false));
    assert_eq!(unknown.get("zeta"), Some("1.50"));
    assert_eq!(
        unknown.get("alpha"),
        Some(r#"{"b":[1,-0,1e400,12345678901234567890.10],"a":null}"#)
    );
    assert_eq!(
        unknown.get("Beta"),
        Some(r#"" two  spaces \u00e9 \/ \ud83d\ude00 ""#)
    );
    assert_eq!((unknown.get("jobId"), unknown.get("eta")), (None, None));
    let names: Vec<_> = unknown.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["", "Beta", "JobId", "alpha", "zeta", "é"]);
    let paths: Vec<_> = job
        .unknown()
        .into_iter()
        .map(|unknown| unknown.path)
        .collect();
    assert_eq!(paths, [r#"[""]"#, "Beta", "JobId", "alpha", "zeta", "é"]);
    // Null is a value here: nobody knows whether it may be left out.
    leaves::<Job>(r#"{"new":null}"#, r#"{"new":null}"#);
    // The content of an unknown member is not checked.
    leaves::<Job>(r#"{"new":{"a":1,"a":2}}"#, r#"{"new":{"a":1,"a":2}}"#);
}

#[test]
fn unknown_members_are_kept_at_every_level() {
    let json = r#"{"job":{"jobId":"j","abortConfig":{"criteriaList":[{"failureType":"ALL","action":"CANCEL","thresholdPercentage":5,"minNumberOfExecutedThings":1,"new":3}],"new":2},"new":1},"new":0}"#;
    let output: DescribeJobOutput = leaves(json, json);
    let abort = output.job().unwrap().abort_config().unwrap();
    assert_eq!(
        abort.criteria_list()[0].unknown_members().get("new"),
        Some("3")
    );
    let paths: Vec<_> = output
        .unknown()
        .into_iter()
        .map(|unknown| unknown.path)
        .collect();
    assert_eq!(
        paths,
        [
            "job.abortConfig.criteriaList[0].new",
            "job.abortConfig.new",
            "job.new",
            "new"
        ]
    );
    assert_ne!(
        output,
        codec::from_str(&json.replace(":3}", ":3.0}")).unwrap()
    );
}

#[test]
fn an_array_is_no_object_and_an_object_no_array() {
    for (input, path) in [
        ("[]", "$"),
        ("[null,null]", "$"),
        (r#"[null,{"jobId":"j"}]"#, "$"),
        (r#"{"job":[]}"#, "job"),
        (r#"{"job":["arn","j"]}"#, "job"),
        (r#"{"job":{"abortConfig":[[]]}}"#, "job.abortConfig"),
        (
            r#"{"job":{"abortConfig":{"criteriaList":[["ALL","CANCEL",1,1]]}}}"#,
            "job.abortConfig.criteriaList[0]",
        ),
        (
            r#"{"job":{"documentParameters":[["a","b"]]}}"#,
            "job.documentParameters",
        ),
        (
            r#"{"job":{"jobExecutionsRolloutConfig":{"exponentialRate":[1,2,{}]}}}"#,
            "job.jobExecutionsRolloutConfig.exponentialRate",
        ),
        (
            r#"{"job":{"schedulingConfig":{"maintenanceWindows":[["cron",1]]}}}"#,
            "job.schedulingConfig.maintenanceWindows[0]",
        ),
    ] {
        refused::<DescribeJobOutput>(input, path, "expected an object, found an array");
    }
    let object = "expected an array, found an object";
    refused::<DescribeJobOutput>(r#"{"job":{"targets":{"0":"t"}}}"#, "job.targets", object);
    for (text, shown) in [
        (r#""{}""#, r#"string "{}""#),
        ("0", "number 0"),
        ("false", "boolean false"),
    ] {
        let message = format!("expected an object, found {shown}");
        refused::<DescribeJobOutput>(text, "$", &message);
        refused::<DescribeJobOutput>(&format!(r#"{{"job":{text}}}"#), "job", &message);
    }
}

#[test]
fn nothing_may_come_twice() {
    let twice = "this member appears twice";
    for (input, path) in [
        (r#"{"job":{},"job":{}}"#, "job"),
        (r#"{"job":null,"job":{}}"#, "job"),
        (r#"{"job":{},"job":null}"#, "job"),
        (r#"{"job":{"jobId":"a","jobId":"a"}}"#, "job.jobId"),
        (
            r#"{"job":{"jobId":"a","x":1,"\u006aobId":"a"}}"#,
            "job.jobId",
        ),
        (
            r#"{"job":{"jo\u0062Id":"a","jobId":["not read"]}}"#,
            "job.jobId",
        ),
        (r#"{"job":{"new":1,"jobId":"a","new":2}}"#, "job.new"),
        (r#"{"job":{"new":1,"n\u0065w":2}}"#, "job.new"),
        (r#"{"job":{"\ud83d\ude00":1,"😀":2}}"#, "job.😀"),
        (
            r#"{"job":{"documentParameters":{"a":"1","b":"2","a":"1"}}}"#,
            "job.documentParameters.a",
        ),
        (
            r#"{"job":{"documentParameters":{"a.b":"1","a\u002eb":"2"}}}"#,
            r#"job.documentParameters["a.b"]"#,
        ),
        (
            r#"{"job":{"jobExecutionsRetryConfig":{"criteriaList":[{"failureType":"ALL","failureType":"ALL"}]}}}"#,
            "job.jobExecutionsRetryConfig.criteriaList[0].failureType",
        ),
    ] {
        refused::<DescribeJobOutput>(input, path, twice);
    }
}

#[test]
fn escaped_names_are_the_names_they_spell() {
    let job: Job = leaves(
        r#"{"j\u006fb\u0049d":"\u006a","documentParameters":{"\u0062":"\u0032","a\"\\\/\n":"\u0000"}}"#,
        r#"{"jobId":"j","documentParameters":{"a\"\\/\n":"\u0000","b":"2"}}"#,
    );
    assert_eq!(job.job_id(), Some("j"));
    assert_eq!(job.document_parameters().unwrap()["a\"\\/\n"], "\0");
}

#[test]
fn empty_lists_maps_and_objects_stay() {
    for json in [
        r#"{"targets":[]}"#,
        r#"{"documentParameters":{}}"#,
        r#"{"presignedUrlConfig":{}}"#,
        r#"{"abortConfig":{"criteriaList":[]}}"#,
        r#"{"schedulingConfig":{"maintenanceWindows":[]}}"#,
        r#"{"jobId":"","status":"","comment":""}"#,
    ] {
        leaves::<Job>(json, json);
    }
    assert_ne!(
        codec::from_str::<Job>(r#"{"targets":[]}"#).unwrap(),
        Job::builder().build()
    );
}

#[test]
fn null_is_nothing_that_a_list_or_map_may_hold() {
    refused::<Job>(
        r#"{"targets":["a",null]}"#,
        "targets[1]",
        "expected a string, found null",
    );
    refused::<ListJobsOutput>(
        r#"{"jobs":[null]}"#,
        "jobs[0]",
        "expected an object, found null",
    );
    refused::<Job>(
        r#"{"documentParameters":{"a":"","b":null}}"#,
        "documentParameters.b",
        "expected a string, found null",
    );
    refused::<Job>(
        r#"{"abortConfig":{"criteriaList":[null]}}"#,
        "abortConfig.criteriaList[0]",
        "expected an object, found null",
    );
}

#[test]
fn members_leave_in_the_declared_order() {
    let json = r#"{"documentSource":"s","job":{"jobArn":"a","jobId":"j","targetSelection":"SNAPSHOT","status":"CANCELED","forceCanceled":true,"reasonCode":"R","comment":"c","targets":["t","s"],"createdAt":1,"isConcurrent":false,"destinationPackageVersions":["b","a"]}}"#;
    let shuffled = r#"{"job":{"isConcurrent":false,"destinationPackageVersions":["b","a"],"createdAt":1,"targets":["t","s"],"comment":"c","reasonCode":"R","forceCanceled":true,"status":"CANCELED","targetSelection":"SNAPSHOT","jobId":"j","jobArn":"a"},"documentSource":"s"}"#;
    leaves::<DescribeJobOutput>(shuffled, json);
}

#[test]
fn map_entries_leave_in_the_order_of_their_keys() {
    for size in 0..=40_usize {
        // 17 has no common divisor with 41, so the keys come in an order of their own.
        let keys = (0..size).map(|step| (step + 1) * 17 % 41);
        let mut details = JobExecutionStatusDetails::builder().set_details_map(Some([].into()));
        let mut arriving = String::new();
        for key in keys.clone() {
            details = details.details_map(format!("k{key:02}"), format!("{key}"));
            write!(arriving, ",\"k{key:02}\":\"{key}\"").unwrap();
        }
        let mut sorted: Vec<_> = keys.collect();
        sorted.sort_unstable();
        let sorted: Vec<_> = sorted
            .iter()
            .map(|key| format!("\"k{key:02}\":\"{key}\""))
            .collect();
        let json = format!("{{\"detailsMap\":{{{}}}}}", sorted.join(","));
        assert_eq!(codec::to_string(&details.build()).unwrap(), json);
        let arriving = arriving.trim_start_matches(',');
        leaves::<JobExecutionStatusDetails>(&format!("{{\"detailsMap\":{{{arriving}}}}}"), &json);
    }
    // By code points, not by length, case or locale.
    leaves::<JobExecutionStatusDetails>(
        r#"{"detailsMap":{"é":"","b":"","aa":"","a":"","😀":"","Z":"","a b":"","":"","\uffee":""}}"#,
        r#"{"detailsMap":{"":"","Z":"","a":"","a b":"","aa":"","b":"","é":"","￮":"","😀":""}}"#,
    );
}
