//! The sets of filters: that they match the right topics, and that no shorter set does.

use std::collections::BTreeSet;

use iot_jobs::device::topic::{
    Call, Filter, JobId, JobOrNext, NamespaceId, Stage, ThingName, Topic,
};

/// Job names that equal words of topics.
const JOBS: [&str; 8] = [
    "a",
    "b",
    "get",
    "start-next",
    "update",
    "notify",
    "accepted",
    "namespace-n",
];

/// Every call of a thing, about jobs of all the names, in no namespace or in two.
fn calls() -> Vec<Call<'static>> {
    let thing = ThingName::new("lamp").unwrap();
    let mut calls = vec![
        Call::get_pending(thing.clone()),
        Call::start_next(thing.clone()),
    ];
    for namespace in [None, Some("n"), Some("m")] {
        let namespace = namespace.map(|name| NamespaceId::new(name).unwrap());
        let jobs = JOBS.map(|name| JobId::new(name).unwrap());
        for job in jobs {
            calls.push(Call::Update {
                thing: thing.clone(),
                job: job.clone(),
                namespace: namespace.clone(),
            });
            calls.push(Call::Describe {
                thing: thing.clone(),
                job: job.into(),
                namespace: namespace.clone(),
            });
        }
        calls.push(Call::Describe {
            thing: thing.clone(),
            job: JobOrNext::Next,
            namespace,
        });
    }
    calls
}

fn requests() -> Vec<String> {
    let calls = calls().into_iter();
    calls.map(|call| call.request().to_string()).collect()
}

/// Both responses to the selected calls.
fn answers(selected: impl Fn(&Call<'_>) -> bool) -> Vec<String> {
    let calls = calls().into_iter().filter(|call| selected(call));
    calls
        .flat_map(|call| [call.clone().accepted(), call.rejected()])
        .map(|topic| topic.to_string())
        .collect()
}

fn below(words: &[&str]) -> Vec<String> {
    let below = |word: &&str| format!("$aws/things/lamp/jobs/{word}");
    words.iter().map(below).collect()
}

/// Every filter made of this topic's levels and `+` that no request matches.
///
/// A `+` for the thing would change nothing, since every topic here is of one thing.
fn filters_for(topic: &str, requests: &[String]) -> Vec<Filter> {
    let (thing, levels) = topic.split_once("/jobs/").unwrap();
    let levels: Vec<&str> = levels.split('/').collect();
    let filter = |wild: u32| {
        let levels: Vec<&str> = (levels.iter().enumerate())
            .map(|(at, level)| if wild >> at & 1 == 1 { "+" } else { *level })
            .collect();
        let filter: Filter = format!("{thing}/jobs/{}", levels.join("/"))
            .parse()
            .unwrap();
        filter
    };
    (0..1 << levels.len())
        .map(filter)
        .filter(|filter| !requests.iter().any(|request| filter.matches(request)))
        .collect()
}

/// Whether some set of at most `size` filters without `#` matches the topics and no request.
///
/// One of the set must match the first topic, so each that could is tried in its turn.
fn suffices(size: usize, topics: &[String], requests: &[String]) -> bool {
    let Some(first) = topics.first() else {
        return true;
    };
    if size == 0 {
        return false;
    }
    let left: BTreeSet<Vec<String>> = filters_for(first, requests)
        .iter()
        .map(|filter| {
            let unmatched = |topic: &&String| !filter.matches(topic);
            topics.iter().filter(unmatched).cloned().collect()
        })
        .collect();
    left.iter().any(|left| suffices(size - 1, left, requests))
}

#[track_caller]
fn assert_shortest(filters: &[Filter], topics: &[String]) {
    let requests = requests();
    for topic in topics {
        assert!(Topic::parse(topic).is_ok());
        assert!(
            filters.iter().any(|filter| filter.matches(topic)),
            "{topic}"
        );
    }
    for request in &requests {
        assert!(
            !filters.iter().any(|filter| filter.matches(request)),
            "{request}"
        );
    }
    assert!(suffices(filters.len(), topics, &requests));
    assert!(!suffices(filters.len() - 1, topics, &requests));
}

#[test]
fn everything_published_to_a_thing() {
    let mut topics = answers(|call| call.namespace().is_none());
    topics.extend(below(&["notify", "notify-next"]));
    // Two calls about the queue, nine jobs to describe, eight to update, each with two answers.
    assert_eq!(topics.len(), (2 + 9 + 8) * 2 + 2);
    assert_shortest(
        &Filter::published_to(&ThingName::new("lamp").unwrap()),
        &topics,
    );
}

/// What the documentation of `Filter::published_to` states about shorter sets.
#[test]
fn shorter_sets_match_requests() {
    let matched = |filter: &str| -> Vec<String> {
        let filter: Filter = filter.parse().unwrap();
        let requests = requests().into_iter();
        requests.filter(|request| filter.matches(request)).collect()
    };
    let three_levels = matched("$aws/things/lamp/jobs/+/+/+");
    let in_a_namespace = |request: &String| Topic::parse(request).unwrap().namespace().is_some();
    assert!(!three_levels.is_empty());
    assert!(three_levels.iter().all(in_a_namespace));
    assert_eq!(matched("$aws/things/lamp/jobs/#"), requests());
    let one = Filter::get_pending(None, Stage::Response);
    assert_eq!(
        matched(one.as_str()),
        [
            "$aws/things/lamp/jobs/get/update",
            "$aws/things/lamp/jobs/get/get"
        ]
    );
}

#[test]
fn everything_published_to_an_agent() {
    let called = |call: &Call<'_>| match call {
        Call::StartNext { .. } => true,
        Call::Update { namespace, .. } => namespace.is_none(),
        _ => false,
    };
    let mut topics = answers(called);
    topics.extend(below(&["notify-next"]));
    assert_eq!(topics.len(), (1 + 8) * 2 + 1);
    assert_shortest(&Filter::agent(&ThingName::new("lamp").unwrap()), &topics);
}

/// The three filters that the documentation of `Filter::agent` names.
#[test]
fn everything_published_to_an_agent_that_describes_the_next_job() {
    let thing = ThingName::new("lamp").unwrap();
    let filters = [
        Filter::notify_next(Some(&thing)),
        Filter::describe(Some(&thing), None, Stage::Response),
        Filter::update(Some(&thing), None, Stage::Response),
    ];
    let described = |call: &Call<'_>| {
        call.namespace().is_none() && matches!(call, Call::Describe { .. } | Call::Update { .. })
    };
    let mut topics = answers(described);
    topics.extend(below(&["notify-next"]));
    assert_shortest(&filters, &topics);
}

#[test]
fn everything_published_to_a_thing_in_a_namespace() {
    let namespace = NamespaceId::new("n").unwrap();
    let mut topics = answers(|call| call.namespace() == Some(&namespace));
    topics.extend(below(&["notify-namespace-n", "notify-next-namespace-n"]));
    topics.extend(JOBS.map(|job| format!("$aws/things/lamp/jobs/{job}/notify-namespace-n")));
    let thing = ThingName::new("lamp").unwrap();
    assert_shortest(&Filter::namespace(Some(&thing), &namespace), &topics);
}
