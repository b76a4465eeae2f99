//! The text of a topic.

use std::fmt;

use super::{NamespaceId, Parts, Topic};

impl fmt::Display for Topic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            Parts::Call { call, stage } => {
                write!(f, "$aws/things/{}/jobs/", call.thing())?;
                if let Some(job) = call.job_level() {
                    f.write_str(job)?;
                    write_namespace(f, '/', call.namespace())?;
                    f.write_str("/")?;
                }
                write!(f, "{}{}", call.word(), stage.suffix())
            }
            Parts::Notification {
                thing,
                word,
                namespace,
            } => {
                write!(f, "$aws/things/{thing}/jobs/{word}")?;
                write_namespace(f, '-', namespace)
            }
            Parts::NotificationOfJob {
                thing,
                job,
                namespace,
            } => write!(
                f,
                "$aws/things/{thing}/jobs/{job}/notify-namespace-{namespace}"
            ),
            Parts::Event { family, job, kind } => write!(f, "$aws/events/{family}/{job}/{kind}"),
        }
    }
}

fn write_namespace(
    f: &mut fmt::Formatter<'_>,
    separator: char,
    namespace: Option<&NamespaceId<'_>>,
) -> fmt::Result {
    match namespace {
        Some(namespace) => write!(f, "{separator}namespace-{namespace}"),
        None => Ok(()),
    }
}
