//! From method and path to the operation.

use iot_jobs::{catalog, control, device};

use crate::http_requests::tables;

/// What each plane's router makes of a request.
fn routes(method: &str, path: &str) -> [Option<&'static str>; 2] {
    [
        control::operation::AnyOperation::route(method, path).map(|it| it.facts().name),
        device::operation::AnyOperation::route(method, path).map(|it| it.facts().name),
    ]
}

#[test]
fn every_operations_requests_lead_to_it() {
    for table in tables() {
        let plane = usize::from(table.name.starts_with("device."));
        for (_, method, path, ..) in table.rows {
            let name = routes(method, path)[plane];
            assert_eq!(name, Some(table.facts.name), "{method} {path}");
        }
    }
}

#[test]
fn what_is_no_operations_leads_nowhere() {
    for (method, path) in [
        ("GET", ""),
        ("GET", "/"),
        ("GET", "jobs"),
        ("GET", "/jobs/"),
        ("GET", "//jobs"),
        ("GET", "/jobs//things"),
        ("get", "/jobs"),
        ("POST", "/jobs"),
        ("HEAD", "/jobs/j"),
        ("GET", "/jobs/j/things/t"),
        ("GET", "/jobs/j/Things"),
        ("GET", "/jobs?maxResults=1"),
        ("PUT", "/things/t/jobs/next"),
        ("PUT", "/things/t/jobs/%24nex"),
        ("PUT", "/things/t/jobs/%25next"),
        ("PUT", "/things/t/jobs/%24next%"),
        ("PUT", "/things/t/jobs/%2524next"),
        ("DELETE", "/things/t/jobs/j/executionNumber"),
        ("DELETE", "/things/t/jobs/j/executionNumber/"),
        ("GET", "/command-executions"),
        ("GET", "/things/t"),
        ("GET", "/managed-job-templates/a/b"),
    ] {
        assert_eq!(routes(method, path), [None, None], "{method} {path}");
    }
}

#[test]
fn the_planes_share_paths_but_not_operations() {
    for (method, path, names) in [
        (
            "GET",
            "/things/t/jobs",
            [
                Some("ListJobExecutionsForThing"),
                Some("GetPendingJobExecutions"),
            ],
        ),
        (
            "GET",
            "/things/t/jobs/$next",
            [Some("DescribeJobExecution"), Some("DescribeJobExecution")],
        ),
        (
            "PUT",
            "/things/t/jobs/$next",
            [None, Some("StartNextPendingJobExecution")],
        ),
        (
            "PUT",
            "/things/t/jobs/%24next",
            [None, Some("StartNextPendingJobExecution")],
        ),
        (
            "POST",
            "/things/t/jobs/$next",
            [None, Some("UpdateJobExecution")],
        ),
        (
            "PUT",
            "/things/t/jobs/j/cancel",
            [Some("CancelJobExecution"), None],
        ),
        ("GET", "/jobs/things", [Some("DescribeJob"), None]),
    ] {
        assert_eq!(routes(method, path), names, "{method} {path}");
    }
}

#[test]
fn the_routers_know_every_operation() {
    let control = control::operation::AnyOperation::ALL.iter();
    let control = control.map(|it| it.facts().name.to_owned());
    let device = device::operation::AnyOperation::ALL.iter();
    let device = device.map(|it| format!("device.{}", it.facts().name));
    let routed: Vec<_> = control.chain(device).collect();
    let all: Vec<_> = catalog::operations().map(|entry| entry.name()).collect();
    assert_eq!(routed, all);
}
