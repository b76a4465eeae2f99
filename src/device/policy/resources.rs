//! The topics of a device, as the levels after `$aws/things/{thing}/jobs/`, from the filters of each family.

use super::Usage;
use crate::device::agent::Style;
use crate::device::topic::{Filter, JobOrNext, NamespaceId, Stage};

/// What the device publishes to, with `+` for any job.
pub(super) fn requests(usage: Usage, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let (describe, update) = calls_of_jobs(usage, Stage::Request);
    let mut requests = match usage {
        Usage::StartNext => vec![levels(&Filter::start_next(None, Stage::Request))],
        Usage::DescribeNext | Usage::Agent(Style::Next) => vec![describe.clone()],
        Usage::Agent(Style::StartNext) => vec![
            levels(&Filter::start_next(None, Stage::Request)),
            describe.clone(),
        ],
        Usage::Agent(Style::Pending) => vec![
            levels(&Filter::get_pending(None, Stage::Request)),
            describe.clone(),
        ],
        Usage::Everything => vec![
            levels(&Filter::get_pending(None, Stage::Request)),
            levels(&Filter::start_next(None, Stage::Request)),
            describe.clone(),
        ],
    };
    requests.push(update.clone());
    for namespace in namespaces {
        requests.push(in_namespace(&describe, namespace));
        requests.push(in_namespace(&update, namespace));
    }
    requests
}

/// What the device subscribes to.
pub(super) fn subscriptions(usage: Usage, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let mut subscriptions = match usage {
        Usage::StartNext => Filter::agent_of(None).iter().map(levels).collect(),
        Usage::DescribeNext | Usage::Agent(_) | Usage::Everything => {
            received_outside_namespaces(usage)
        }
    };
    subscriptions.extend(received_in_namespaces(usage, namespaces));
    subscriptions
}

/// What the device receives, in the form of subscriptions.
pub(super) fn received(usage: Usage, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let mut received = received_outside_namespaces(usage);
    received.extend(received_in_namespaces(usage, namespaces));
    received
}

fn received_outside_namespaces(usage: Usage) -> Vec<String> {
    let (describe, update) = calls_of_jobs(usage, Stage::Response);
    let next = levels(&Filter::notify_next(None));
    match usage {
        Usage::StartNext => {
            let start_next = levels(&Filter::start_next(None, Stage::Response));
            vec![next, start_next, update]
        }
        Usage::DescribeNext => vec![next, describe, update],
        Usage::Agent(style) => style.filters(None).iter().map(levels).collect(),
        Usage::Everything => Filter::published_to_any(None).iter().map(levels).collect(),
    }
}

fn received_in_namespaces(usage: Usage, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let (describe, update) = calls_of_jobs(usage, Stage::Response);
    let next = levels(&Filter::notify_next(None));
    let of_namespace = |namespace| match usage {
        Usage::StartNext | Usage::DescribeNext => vec![
            format!("{next}-namespace-{namespace}"),
            in_namespace(&describe, namespace),
            in_namespace(&update, namespace),
        ],
        Usage::Agent(_) | Usage::Everything => {
            let filters = Filter::namespace(None, namespace);
            filters.iter().map(levels).collect()
        }
    };
    namespaces.iter().flat_map(of_namespace).collect()
}

/// The topics of `DescribeJobExecution` and `UpdateJobExecution`; only they can name a namespace.
fn calls_of_jobs(usage: Usage, stage: Stage) -> (String, String) {
    let job = match usage {
        Usage::StartNext | Usage::DescribeNext => Some(&JobOrNext::Next),
        Usage::Agent(_) | Usage::Everything => None,
    };
    let describe = levels(&Filter::describe(None, job, stage));
    (describe, levels(&Filter::update(None, None, stage)))
}

/// The levels after those of the thing.
fn levels(filter: &Filter) -> String {
    let text = filter.as_str();
    let levels = text.strip_prefix("$aws/things/+/jobs/");
    levels.unwrap_or(text).to_owned()
}

/// The levels of a call about a job, with its namespace after the job.
fn in_namespace(levels: &str, namespace: &NamespaceId<'_>) -> String {
    let (job, call) = levels.split_once('/').unwrap_or((levels, ""));
    format!("{job}/namespace-{namespace}/{call}")
}

/// The resources that allow all of these topics: with the wildcard of policies in place of that of MQTT, and
/// without those that another one allows.
pub(super) fn wildcards(levels: &[String]) -> Vec<String> {
    let all: Vec<_> = levels
        .iter()
        .map(|levels| levels.replace('+', "*"))
        .collect();
    let mut kept: Vec<String> = Vec::new();
    for one in &all {
        let by_another = all.iter().any(|other| other != one && allows(other, one));
        if !by_another && !kept.contains(one) {
            kept.push(one.clone());
        }
    }
    kept
}

/// Whether a resource with `*` for any characters allows a text, or every text of another resource.
fn allows(resource: &str, text: &str) -> bool {
    let Some((start, rest)) = resource.split_once('*') else {
        return resource == text;
    };
    let Some(mut text) = text.strip_prefix(start) else {
        return false;
    };
    let mut parts = rest.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return text.ends_with(part);
        }
        let Some(at) = text.find(part) else {
            return false;
        };
        text = text.get(at + part.len()..).unwrap_or_default();
    }
    true
}
