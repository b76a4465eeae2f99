//! The topics of an agent, as the levels after `$aws/things/{thing}/jobs/`, from the filters of each family.

use super::Agent;
use crate::device::topic::{Filter, JobOrNext, NamespaceId, Stage};

/// What the agent publishes to, with `+` for any job.
pub(super) fn requests(agent: Agent, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let (describe, update) = calls_of_jobs(agent, Stage::Request);
    let mut requests = match agent {
        Agent::StartNext => vec![levels(&Filter::start_next(None, Stage::Request))],
        Agent::DescribeNext => vec![describe.clone()],
        Agent::Everything => vec![
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

/// What the agent subscribes to.
pub(super) fn subscriptions(agent: Agent, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let mut subscriptions = match agent {
        Agent::StartNext => Filter::agent_of(None).iter().map(levels).collect(),
        Agent::DescribeNext | Agent::Everything => received_outside_namespaces(agent),
    };
    subscriptions.extend(received_in_namespaces(agent, namespaces));
    subscriptions
}

/// What the agent receives, in the form of subscriptions.
pub(super) fn received(agent: Agent, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let mut received = received_outside_namespaces(agent);
    received.extend(received_in_namespaces(agent, namespaces));
    received
}

fn received_outside_namespaces(agent: Agent) -> Vec<String> {
    let (describe, update) = calls_of_jobs(agent, Stage::Response);
    let next = levels(&Filter::notify_next(None));
    match agent {
        Agent::StartNext => {
            let start_next = levels(&Filter::start_next(None, Stage::Response));
            vec![next, start_next, update]
        }
        Agent::DescribeNext => vec![next, describe, update],
        Agent::Everything => Filter::published_to_any(None).iter().map(levels).collect(),
    }
}

fn received_in_namespaces(agent: Agent, namespaces: &[NamespaceId<'_>]) -> Vec<String> {
    let (describe, update) = calls_of_jobs(agent, Stage::Response);
    let next = levels(&Filter::notify_next(None));
    let of_namespace = |namespace| match agent {
        Agent::StartNext | Agent::DescribeNext => vec![
            format!("{next}-namespace-{namespace}"),
            in_namespace(&describe, namespace),
            in_namespace(&update, namespace),
        ],
        Agent::Everything => {
            let filters = Filter::namespace(None, namespace);
            filters.iter().map(levels).collect()
        }
    };
    namespaces.iter().flat_map(of_namespace).collect()
}

/// The topics of `DescribeJobExecution` and `UpdateJobExecution`; only they can name a namespace.
fn calls_of_jobs(agent: Agent, stage: Stage) -> (String, String) {
    let job = match agent {
        Agent::StartNext | Agent::DescribeNext => Some(&JobOrNext::Next),
        Agent::Everything => None,
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
