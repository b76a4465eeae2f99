//! Generated topics and arbitrary texts.

use iot_jobs::device::topic::{
    Call, Filter, JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, ThingName,
    Topic,
};
use proptest::{option, prelude::*, sample::select};

fn thing() -> impl Strategy<Value = ThingName<'static>> {
    "[a-zA-Z0-9:_-]{1,128}".prop_map(|name| ThingName::new(name).unwrap())
}

/// Job names, those among them that read like the words of topics.
fn job() -> impl Strategy<Value = JobId<'static>> {
    let words = "get|update|start-next|notify|notify-next|accepted|rejected|namespace-[a-z]{0,2}|notify-namespace-[a-z]{0,2}";
    let name = prop_oneof!["[a-zA-Z0-9_-]{1,64}", words];
    name.prop_map(|name| JobId::new(name).unwrap())
}

fn namespace() -> impl Strategy<Value = NamespaceId<'static>> {
    "[a-zA-Z0-9_-]{1,99}|namespace-|next-namespace-n"
        .prop_map(|name| NamespaceId::new(name).unwrap())
}

fn call() -> impl Strategy<Value = Call<'static>> {
    let job_or_next = prop_oneof![Just(JobOrNext::Next), job().prop_map(JobOrNext::Job)];
    prop_oneof![
        thing().prop_map(Call::get_pending),
        thing().prop_map(Call::start_next),
        (thing(), job_or_next, option::of(namespace())).prop_map(|(thing, job, namespace)| {
            Call::Describe {
                thing,
                job,
                namespace,
            }
        }),
        (thing(), job(), option::of(namespace())).prop_map(|(thing, job, namespace)| {
            Call::Update {
                thing,
                job,
                namespace,
            }
        }),
    ]
}

fn topic() -> impl Strategy<Value = Topic<'static>> {
    prop_oneof![
        call().prop_map(Topic::Request),
        call().prop_map(Topic::Accepted),
        call().prop_map(Topic::Rejected),
        (thing(), option::of(namespace()))
            .prop_map(|(thing, namespace)| Topic::Notify { thing, namespace }),
        (thing(), option::of(namespace()))
            .prop_map(|(thing, namespace)| Topic::NotifyNext { thing, namespace }),
        (thing(), job(), namespace()).prop_map(|(thing, job, namespace)| Topic::NotifyOfJob {
            thing,
            job,
            namespace,
        }),
        (job(), select(JobEventKind::all())).prop_map(|(job, kind)| Topic::JobEvent { job, kind }),
        (job(), select(JobExecutionEventKind::all()))
            .prop_map(|(job, kind)| Topic::JobExecutionEvent { job, kind }),
    ]
}

/// Levels of topics and similar texts, in any order.
fn near_topic() -> impl Strategy<Value = String> {
    let level = prop_oneof![
        4 => select(&[
            "$aws", "things", "events", "jobs", "job", "jobExecution", "get", "update", "notify",
            "start-next", "notify-next", "accepted", "rejected", "$next", "namespace-n", "a",
            "notify-namespace-n", "notify-next-namespace-n", "failed", "deleted", "", "+", "#",
        ][..]).prop_map(str::to_owned),
        1 => "\\PC{0,3}",
    ];
    let start = select(&["", "$aws/things/lamp/jobs/", "$aws/events/", "$aws/things/"][..]);
    (start, prop::collection::vec(level, 0..6))
        .prop_map(|(start, levels)| start.to_owned() + &levels.join("/"))
}

proptest! {
    #[test]
    fn a_topic_reads_back_from_its_text(topic in topic()) {
        let text = topic.to_string();
        let read = Topic::parse(&text);
        prop_assert_eq!(read.as_ref(), Ok(&topic));
        prop_assert_eq!(text.parse(), Ok(topic));
        let filter: Filter = text.parse().unwrap();
        prop_assert!(filter.matches(&text));
    }

    #[test]
    fn what_is_read_prints_as_it_was(text in prop_oneof![near_topic(), any::<String>()]) {
        match Topic::parse(&text) {
            Ok(topic) => prop_assert_eq!(topic.to_string(), text),
            Err(error) => {
                prop_assert!(error.level().is_some());
                prop_assert!(error.to_string().chars().count() < 1000);
            }
        }
    }

    #[test]
    fn any_text_makes_a_filter_or_an_error(filter in near_topic(), topic in near_topic()) {
        if let Ok(filter) = filter.parse::<Filter>() {
            prop_assert_eq!(filter.to_string().parse(), Ok(filter.clone()));
            filter.matches(&topic);
        }
    }
}
