//! The operations over HTTP: requests and responses, read and written.

use std::{collections::BTreeMap, sync::LazyLock};

use http::{Request, Response};
use iot_jobs::{
    catalog::{self, OperationEntry},
    codec, control, device,
    facts::Location,
    http::{Binding, ResponseError, ServiceError},
    shape::Operation,
};

use crate::{round_trip::check_error, shapes};

/// An operation of the catalog, and the checks of its HTTP messages.
pub struct HttpOperation {
    /// The entry in the catalog.
    pub entry: OperationEntry,
    checks: Checks,
}

/// Reading HTTP messages needs the operation as a type, which the catalog does not have.
#[derive(Clone, Copy)]
struct Checks {
    input: fn(&[u8]),
    request: fn(&Request<&[u8]>),
    response: fn(&Response<&[u8]>),
}

/// Every operation.
pub static ALL: LazyLock<Vec<HttpOperation>> = LazyLock::new(|| {
    let typed = typed();
    let of_entry = |entry: OperationEntry| HttpOperation {
        entry,
        checks: *typed.get(&entry.name()).expect("an operation of `typed`"),
    };
    catalog::operations().map(of_entry).collect()
});

impl HttpOperation {
    /// Checks that a request is read and written again without a change.
    pub fn check_request(&self, request: &Request<&[u8]>) {
        (self.checks.request)(request);
    }

    /// Checks that a response is read and written again without a change.
    pub fn check_response(&self, response: &Response<&[u8]>) {
        (self.checks.response)(response);
    }
}

/// The operation that a number selects; every number selects one.
pub fn select(number: usize) -> &'static HttpOperation {
    &ALL[number % ALL.len()]
}

/// Checks the request of an input in JSON, if the shape is an operation's input.
pub fn check_input(shape: &str, json: &[u8]) {
    static BY_INPUT: LazyLock<BTreeMap<String, &HttpOperation>> = LazyLock::new(|| {
        let by_input = |it: &'static HttpOperation| (shapes::input_name(&it.entry), it);
        ALL.iter().map(by_input).collect()
    });
    if let Some(operation) = BY_INPUT.get(shape) {
        (operation.checks.input)(json);
    }
}

/// The checks of every operation by its name in the catalog.
fn typed() -> BTreeMap<String, Checks> {
    let mut typed = BTreeMap::new();
    macro_rules! add {
        ($plane:literal, $module:path, { $($file:ident::$operation:ident,)* }) => {{
            use $module as module;
            $(typed.insert(
                format!("{}{}", $plane, stringify!($operation)),
                Checks {
                    input: input::<module::$file::$operation>,
                    request: request::<module::$file::$operation>,
                    response: response::<module::$file::$operation>,
                },
            );)*
        }};
    }
    add!("", control::operation, {
        associate_targets_with_job::AssociateTargetsWithJob,
        cancel_job::CancelJob,
        cancel_job_execution::CancelJobExecution,
        create_job::CreateJob,
        create_job_template::CreateJobTemplate,
        delete_job::DeleteJob,
        delete_job_execution::DeleteJobExecution,
        delete_job_template::DeleteJobTemplate,
        describe_job::DescribeJob,
        describe_job_execution::DescribeJobExecution,
        describe_job_template::DescribeJobTemplate,
        describe_managed_job_template::DescribeManagedJobTemplate,
        get_job_document::GetJobDocument,
        list_job_executions_for_job::ListJobExecutionsForJob,
        list_job_executions_for_thing::ListJobExecutionsForThing,
        list_job_templates::ListJobTemplates,
        list_jobs::ListJobs,
        list_managed_job_templates::ListManagedJobTemplates,
        update_job::UpdateJob,
    });
    add!("device.", device::operation, {
        describe_job_execution::DescribeJobExecution,
        get_pending_job_executions::GetPendingJobExecutions,
        start_command_execution::StartCommandExecution,
        start_next_pending_job_execution::StartNextPendingJobExecution,
        update_job_execution::UpdateJobExecution,
    });
    typed
}

/// Encodes an input as JSON and as a request, and decodes both.
fn input<O: Operation>(json: &[u8]) {
    let Ok(input) = codec::from_slice::<O::Input>(json) else {
        return;
    };
    let encoded = codec::to_vec(&input).expect("a decoded input encodes");
    assert_eq!(
        codec::from_slice::<O::Input>(&encoded).ok().as_ref(),
        Some(&input)
    );
    match O::to_request(&input) {
        Ok(request) => {
            let (parts, body) = request.into_parts();
            let mut members = O::FACTS.input.members.iter();
            let has_body = members.any(|member| member.location == Location::Body);
            assert_eq!(has_body, !body.is_empty());
            let request = Request::from_parts(parts, &*body);
            let read = O::from_request(&request).expect("a written request is read");
            assert_eq!(read, input);
        }
        Err(error) => check_error(&error),
    }
}

fn request<O: Operation>(request: &Request<&[u8]>) {
    match O::from_request(request) {
        Ok(read) => {
            let json = codec::to_vec(&read).expect("an input that was read");
            input::<O>(&json);
        }
        Err(error) => check_error(&error),
    }
}

fn response<O: Operation>(response: &Response<&[u8]>) {
    let output = match O::from_response(response) {
        Ok(output) => output,
        Err(ResponseError::Service(error)) => return check_service_error(&error, response),
        Err(ResponseError::Unreadable(unreadable)) => {
            assert_eq!(unreadable.body, *response.body());
            return check_error(&unreadable.error);
        }
        Err(other) => panic!("an unexpected kind of error: {other}"),
    };
    let written = O::to_response(&output).expect("an output that was read");
    assert_eq!(written.status().as_u16(), O::FACTS.success_status);
    let again = O::from_response(&written).expect("a response that was written");
    let written_again = O::to_response(&again).expect("an output that was read");
    assert_eq!(written.body(), written_again.body());
}

fn check_service_error(error: &ServiceError, response: &Response<&[u8]>) {
    let again = ServiceError::from_response(&error.to_response());
    assert_eq!(again, *error);
    assert_eq!(error.body(), *response.body());
    // The accessors must not panic.
    let _ = (error.resource_id(), error.resource_arn(), error.payload());
    let _ = (error.is_retryable(), error.is_not_found());
    let _ = error.to_string();
}

#[test]
fn every_operation_of_the_catalog_has_checks() {
    let names: Vec<_> = ALL.iter().map(|it| it.entry.name()).collect();
    let mut typed: Vec<_> = typed().into_keys().collect();
    let mut catalog: Vec<_> = catalog::operations().map(|entry| entry.name()).collect();
    assert_eq!(names, catalog);
    typed.sort();
    catalog.sort();
    assert_eq!(typed, catalog);
}
