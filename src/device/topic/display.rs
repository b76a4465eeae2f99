//! A topic's text.

use std::fmt;

use super::{Call, NamespaceId, Topic};

impl fmt::Display for Topic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Topic::Request(call) => write_call(f, call),
            Topic::Accepted(call) => {
                write_call(f, call)?;
                f.write_str("/accepted")
            }
            Topic::Rejected(call) => {
                write_call(f, call)?;
                f.write_str("/rejected")
            }
            Topic::Notify { thing, namespace } => {
                write!(f, "$aws/things/{thing}/jobs/notify")?;
                write_namespace(f, '-', namespace.as_ref())
            }
            Topic::NotifyNext { thing, namespace } => {
                write!(f, "$aws/things/{thing}/jobs/notify-next")?;
                write_namespace(f, '-', namespace.as_ref())
            }
            Topic::NotifyOfJob {
                thing,
                job,
                namespace,
            } => write!(
                f,
                "$aws/things/{thing}/jobs/{job}/notify-namespace-{namespace}"
            ),
            Topic::JobEvent { job, kind } => write!(f, "$aws/events/job/{job}/{kind}"),
            Topic::JobExecutionEvent { job, kind } => {
                write!(f, "$aws/events/jobExecution/{job}/{kind}")
            }
        }
    }
}

fn write_call(f: &mut fmt::Formatter<'_>, call: &Call<'_>) -> fmt::Result {
    write!(f, "$aws/things/{}/jobs/", call.thing())?;
    match call {
        Call::GetPending { .. } => f.write_str("get"),
        Call::StartNext { .. } => f.write_str("start-next"),
        Call::Describe { job, namespace, .. } => {
            f.write_str(job.as_str())?;
            write_namespace(f, '/', namespace.as_ref())?;
            f.write_str("/get")
        }
        Call::Update { job, namespace, .. } => {
            f.write_str(job.as_str())?;
            write_namespace(f, '/', namespace.as_ref())?;
            f.write_str("/update")
        }
    }
}

fn write_namespace(
    f: &mut fmt::Formatter<'_>,
    before: char,
    namespace: Option<&NamespaceId<'_>>,
) -> fmt::Result {
    match namespace {
        Some(namespace) => write!(f, "{before}namespace-{namespace}"),
        None => Ok(()),
    }
}
