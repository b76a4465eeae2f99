//! Every operation as a type, by number, and what must hold for its messages over HTTP.

use std::sync::LazyLock;

use http::{Request, Response};
use iot_jobs::{
    codec, control, device,
    http::{Binding, ResponseError, ServiceError},
    operation::{Facts, Operation},
    shape::Location,
};

use crate::{
    round_trip::{self, judge_error},
    shapes::{Case, of_operation},
};

/// An operation, and what is done with messages that may be its own.
pub struct Call {
    /// What stands before the name in the catalog.
    pub plane: &'static str,
    /// The declared facts.
    pub facts: &'static Facts,
    /// Reads a request as the operation's.
    pub request: fn(&Request<&[u8]>),
    /// Reads a response as the operation's.
    pub response: fn(&Response<&[u8]>),
}

/// Every operation.
pub static ALL: LazyLock<Vec<Call>> = LazyLock::new(all);

/// Hands every operation to a macro.
macro_rules! every {
    ($visit:ident) => {
        every!($visit, "", control::operation, {
            associate_targets_with_job::AssociateTargetsWithJob, cancel_job::CancelJob,
            cancel_job_execution::CancelJobExecution, create_job::CreateJob,
            create_job_template::CreateJobTemplate, delete_job::DeleteJob,
            delete_job_execution::DeleteJobExecution, delete_job_template::DeleteJobTemplate,
            describe_job::DescribeJob, describe_job_execution::DescribeJobExecution,
            describe_job_template::DescribeJobTemplate,
            describe_managed_job_template::DescribeManagedJobTemplate,
            get_job_document::GetJobDocument, list_job_executions_for_job::ListJobExecutionsForJob,
            list_job_executions_for_thing::ListJobExecutionsForThing,
            list_job_templates::ListJobTemplates, list_jobs::ListJobs,
            list_managed_job_templates::ListManagedJobTemplates, update_job::UpdateJob,
        });
        every!($visit, "device.", device::operation, {
            describe_job_execution::DescribeJobExecution,
            get_pending_job_executions::GetPendingJobExecutions,
            start_command_execution::StartCommandExecution,
            start_next_pending_job_execution::StartNextPendingJobExecution,
            update_job_execution::UpdateJobExecution,
        });
    };
    ($visit:ident, $plane:literal, $root:ident::$of:ident, { $($module:ident::$operation:ident,)* }) => {
        $($visit!($plane, $root::$of::$module::$operation);)*
    };
}

fn all() -> Vec<Call> {
    let mut calls = Vec::new();
    macro_rules! add {
        ($plane:literal, $operation:ty) => {
            calls.push(Call {
                plane: $plane,
                facts: &<$operation as Operation>::FACTS,
                request: request::<$operation>,
                response: response::<$operation>,
            });
        };
    }
    every!(add);
    calls
}

/// Adds the inputs and outputs of every operation.
pub(crate) fn each(cases: &mut Vec<Case>) {
    macro_rules! add {
        ($plane:literal, $operation:ty) => {
            cases.extend(of_operation::<$operation>($plane));
        };
    }
    every!(add);
}

/// The round trip of an input, as JSON and as a request.
pub(crate) fn judge<O: Operation>(json: &[u8], exact: bool) {
    round_trip::judge::<O::Input>(json, exact);
    let Ok(input) = codec::from_slice::<O::Input>(json) else {
        return;
    };
    match O::to_request(&input) {
        Ok(request) => {
            let (parts, body) = request.into_parts();
            let has_body = O::FACTS.input.members.iter();
            let has_body = has_body.filter(|it| it.location == Location::Body).count() > 0;
            assert_eq!(has_body, !body.is_empty());
            let request = Request::from_parts(parts, &*body);
            let read = O::from_request(&request).expect("a request that was written");
            assert_eq!(read, input);
        }
        Err(error) => judge_error(&error),
    }
}

fn request<O: Operation>(request: &Request<&[u8]>) {
    match O::from_request(request) {
        Ok(input) => {
            let json = codec::to_vec(&input).expect("an input that was read");
            judge::<O>(&json, true);
        }
        Err(error) => judge_error(&error),
    }
}

fn response<O: Operation>(response: &Response<&[u8]>) {
    let output = match O::from_response(response) {
        Ok(output) => output,
        Err(ResponseError::Service(error)) => {
            let again = ServiceError::from_response(&error.to_response());
            assert_eq!(again, error);
            assert_eq!(error.body(), *response.body());
            let _ = (error.resource_id(), error.resource_arn(), error.payload());
            let _ = (
                error.is_retryable(),
                error.is_not_found(),
                error.to_string(),
            );
            return;
        }
        Err(ResponseError::Unreadable(unreadable)) => {
            assert_eq!(unreadable.body, *response.body());
            return judge_error(&unreadable.error);
        }
        Err(other) => panic!("a new kind of error: {other}"),
    };
    let written = O::to_response(&output).expect("an output that was read");
    assert_eq!(written.status().as_u16(), O::FACTS.success_status);
    let again = O::from_response(&written).expect("a response that was written");
    let written_again = O::to_response(&again).expect("an output that was read");
    assert_eq!(written.body(), written_again.body());
}

#[test]
fn every_operation_of_the_catalog_is_a_call() {
    let names: Vec<_> = ALL
        .iter()
        .map(|it| format!("{}{}", it.plane, it.facts.name))
        .collect();
    let catalog: Vec<_> = iot_jobs::operation::all()
        .map(|entry| entry.name())
        .collect();
    assert_eq!(names, catalog);
}
