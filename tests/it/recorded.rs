//! What boto3 and moto said to each other (`tests/http/record_moto.py`): read, and written again.

use std::{collections::BTreeMap, fs, path::Path};

use http::{Request, Response};
use iot_jobs::{
    codec,
    control::operation::AnyOperation,
    http::{Binding, ResponseError},
    operation::{
        cancel_job::CancelJob, cancel_job_execution::CancelJobExecution, create_job::CreateJob,
        create_job_template::CreateJobTemplate, delete_job::DeleteJob,
        delete_job_execution::DeleteJobExecution, delete_job_template::DeleteJobTemplate,
        describe_job::DescribeJob, describe_job_execution::DescribeJobExecution,
        describe_job_template::DescribeJobTemplate, get_job_document::GetJobDocument,
        list_job_executions_for_job::ListJobExecutionsForJob,
        list_job_executions_for_thing::ListJobExecutionsForThing,
        list_job_templates::ListJobTemplates, list_jobs::ListJobs,
    },
    shape::{Operation, Shape, UnknownKind},
};
use serde_json::Value;

#[derive(serde::Deserialize)]
struct Exchange {
    operation: String,
    request: Sent,
    response: Answered,
}

#[derive(serde::Deserialize)]
struct Sent {
    method: String,
    path: String,
    query: String,
    body: String,
}

#[derive(serde::Deserialize)]
struct Answered {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

/// An operation's name and what is checked of its exchanges.
type Check = (&'static str, fn(&Exchange));

/// The operations that moto knows, in alphabetical order.
const CHECKS: [Check; 15] = [
    check::<CancelJob>(),
    check::<CancelJobExecution>(),
    check::<CreateJob>(),
    check::<CreateJobTemplate>(),
    check::<DeleteJob>(),
    check::<DeleteJobExecution>(),
    check::<DeleteJobTemplate>(),
    check::<DescribeJob>(),
    check::<DescribeJobExecution>(),
    check::<DescribeJobTemplate>(),
    check::<GetJobDocument>(),
    check::<ListJobExecutionsForJob>(),
    check::<ListJobExecutionsForThing>(),
    check::<ListJobTemplates>(),
    check::<ListJobs>(),
];

const fn check<O: Operation>() -> Check {
    (O::FACTS.name, |exchange| {
        the_request_survives::<O>(&exchange.request);
        the_response_survives::<O>(&exchange.response);
    })
}

fn exchanges() -> Vec<Exchange> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/recorded");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let read = |file| serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    files.into_iter().map(read).collect()
}

/// A body's value; an empty one stands for an empty object in a response, for nothing in a request.
fn value(body: &[u8]) -> Option<Value> {
    (!body.is_empty()).then(|| serde_json::from_slice(body).unwrap())
}

/// The members of a query, in any order.
fn pairs(query: &str) -> BTreeMap<&str, &str> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').unwrap()).collect()
}

fn the_request_survives<O: Operation>(sent: &Sent) {
    let route = AnyOperation::route(&sent.method, &sent.path);
    assert_eq!(route.map(|it| it.facts().name), Some(O::FACTS.name));

    let request = Request::builder()
        .method(sent.method.as_str())
        .uri(format!("http://127.0.0.1{}?{}", sent.path, sent.query))
        .body(&sent.body)
        .unwrap();
    let input = O::from_request(&request).unwrap();
    assert_eq!(input.unknown(), []);
    let again = O::to_request(&input).unwrap();
    assert_eq!(again.method(), sent.method.as_str());
    assert_eq!(again.uri().path(), sent.path);
    assert_eq!(
        pairs(again.uri().query().unwrap_or_default()),
        pairs(&sent.query)
    );
    assert_eq!(value(again.body()), value(sent.body.as_bytes()));
}

fn the_response_survives<O: Operation>(answered: &Answered) {
    let mut response = Response::builder().status(answered.status);
    for (name, value) in &answered.headers {
        response = response.header(name, value);
    }
    let response = response.body(&answered.body).unwrap();
    match O::from_response(&response) {
        Ok(output) => {
            // moto's own job status is all that the model does not list.
            for unknown in output.unknown() {
                assert_eq!(unknown.kind, UnknownKind::Value, "{}", unknown.path);
            }
            let again = O::to_response(&output).unwrap();
            assert_eq!(again.status().as_u16(), answered.status);
            let empty = Value::Object(serde_json::Map::new());
            let came = value(answered.body.as_bytes()).unwrap_or(empty);
            assert_eq!(value(again.body()), Some(came));
        }
        Err(ResponseError::Service(error)) => {
            let again = error.to_response();
            assert_eq!(again.status().as_u16(), answered.status);
            assert_eq!(again.body(), answered.body.as_bytes());
            for name in ["content-type", "x-amzn-errortype", "x-amzn-requestid"] {
                let came = answered.headers.get(name).map(String::as_str);
                let goes = again
                    .headers()
                    .get(name)
                    .map(|value| value.to_str().unwrap());
                assert_eq!(goes, came, "{name}");
            }
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn every_exchange_is_written_as_it_was_read() {
    let mut exchanged = BTreeMap::new();
    for exchange in exchanges() {
        let mut checks = CHECKS.iter();
        let (name, check) = checks
            .find(|(name, _)| *name == exchange.operation)
            .unwrap();
        check(&exchange);
        *exchanged.entry(*name).or_insert(0) += 1;
    }
    // Each operation that moto knows, at least once.
    let known: Vec<_> = CHECKS.iter().map(|(name, _)| *name).collect();
    assert_eq!(exchanged.into_keys().collect::<Vec<_>>(), known);
}

#[test]
fn the_status_of_motos_own_survives() {
    let exchanges = exchanges();
    let described = exchanges
        .iter()
        .find(|it| it.operation == "DescribeJob")
        .unwrap();
    let output = DescribeJob::from_response(&Response::new(&described.response.body)).unwrap();
    let job = output.job().unwrap();
    assert_eq!(job.status().unwrap().as_str(), "QUEUED");
    assert_eq!(output.unknown()[0].path, "job.status");
    assert_eq!(job.job_id(), Some("firmware-7"));
    assert_eq!(job.targets().len(), 2);
    assert!(job.created_at().unwrap().secs() > 1_700_000_000);
    assert_eq!(
        codec::to_vec(&output).unwrap(),
        *DescribeJob::to_response(&output).unwrap().body()
    );
}

#[test]
fn failures_are_told_apart() {
    let mut failures = Vec::new();
    for exchange in exchanges()
        .into_iter()
        .filter(|it| it.response.status >= 400)
    {
        let mut response = Response::builder().status(exchange.response.status);
        for (name, value) in &exchange.response.headers {
            response = response.header(name, value);
        }
        let response = response.body(&exchange.response.body).unwrap();
        // An error is read the same whatever the operation.
        let ResponseError::Service(error) = DescribeJob::from_response(&response).unwrap_err()
        else {
            panic!("{}", exchange.operation);
        };
        assert_eq!(error.is_not_found(), error.status() == 404);
        assert_eq!(error.is_retryable(), error.status() == 500);
        failures.push((exchange.operation, error.code().unwrap_or("").to_owned()));
    }
    let failures: Vec<_> = failures
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(
        failures,
        [
            ("DescribeJob", "ResourceNotFoundException"),
            ("DescribeJobExecution", "ResourceNotFoundException"),
            ("CancelJob", ""),
            ("CreateJobTemplate", "ConflictException"),
            ("DescribeJobTemplate", "ResourceNotFoundException"),
        ]
    );
}
