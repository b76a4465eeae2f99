//! Topic filters: their text, and which topics they match.

use iot_jobs::device::topic::{
    Filter, JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, Stage, ThingName,
};

#[test]
fn each_family_has_a_filter() {
    let thing = ThingName::new("lamp").unwrap();
    let job = JobId::new("a").unwrap();
    let (lamp, any) = (Some(&thing), None);
    let rows = [
        (
            Filter::get_pending(lamp, Stage::Request),
            "$aws/things/lamp/jobs/get",
        ),
        (
            Filter::get_pending(any, Stage::Response),
            "$aws/things/+/jobs/get/+",
        ),
        (
            Filter::start_next(lamp, Stage::Accepted),
            "$aws/things/lamp/jobs/start-next/accepted",
        ),
        (
            Filter::start_next(any, Stage::Rejected),
            "$aws/things/+/jobs/start-next/rejected",
        ),
        (
            Filter::describe(lamp, None, Stage::Response),
            "$aws/things/lamp/jobs/+/get/+",
        ),
        (
            Filter::describe(lamp, Some(&JobOrNext::Next), Stage::Accepted),
            "$aws/things/lamp/jobs/$next/get/accepted",
        ),
        (
            Filter::describe(any, Some(&JobOrNext::from(&job)), Stage::Request),
            "$aws/things/+/jobs/a/get",
        ),
        (
            Filter::update(any, None, Stage::Accepted),
            "$aws/things/+/jobs/+/update/accepted",
        ),
        (
            Filter::update(lamp, Some(&job), Stage::Rejected),
            "$aws/things/lamp/jobs/a/update/rejected",
        ),
        (Filter::notify(lamp), "$aws/things/lamp/jobs/notify"),
        (Filter::notify(any), "$aws/things/+/jobs/notify"),
        (
            Filter::notify_next(lamp),
            "$aws/things/lamp/jobs/notify-next",
        ),
        (Filter::job_events(None, None), "$aws/events/job/+/+"),
        (
            Filter::job_events(Some(&job), Some(JobEventKind::Completed)),
            "$aws/events/job/a/completed",
        ),
        (
            Filter::job_execution_events(Some(&job), None),
            "$aws/events/jobExecution/a/+",
        ),
        (
            Filter::job_execution_events(None, Some(JobExecutionEventKind::TimedOut)),
            "$aws/events/jobExecution/+/timed_out",
        ),
    ];
    for (filter, text) in rows {
        assert_eq!(filter.as_str(), text);
        assert_eq!(AsRef::<str>::as_ref(&filter), text);
        assert_eq!(format!("{filter:?}"), format!("Filter({text:?})"));
        assert_eq!(filter.to_string(), text);
        assert_eq!(text.parse::<Filter>().as_ref(), Ok(&filter));
        assert_eq!(String::from(filter), text);
    }
}

#[track_caller]
fn texts(filters: &[Filter], texts: &[&str]) {
    let filters: Vec<&str> = filters.iter().map(Filter::as_str).collect();
    assert_eq!(filters, texts);
}

#[test]
fn a_thing_has_six_filters() {
    texts(
        &Filter::published_to(&ThingName::new("lamp").unwrap()),
        &[
            "$aws/things/lamp/jobs/notify",
            "$aws/things/lamp/jobs/notify-next",
            "$aws/things/lamp/jobs/+/accepted",
            "$aws/things/lamp/jobs/+/rejected",
            "$aws/things/lamp/jobs/+/+/accepted",
            "$aws/things/lamp/jobs/+/+/rejected",
        ],
    );
}

#[test]
fn a_namespace_has_four_filters() {
    let namespace = NamespaceId::new("n").unwrap();
    texts(
        &Filter::namespace(None, &namespace),
        &[
            "$aws/things/+/jobs/notify-namespace-n",
            "$aws/things/+/jobs/notify-next-namespace-n",
            "$aws/things/+/jobs/+/notify-namespace-n",
            "$aws/things/+/jobs/+/namespace-n/+/+",
        ],
    );
}

/// The examples of the MQTT standard's section 4.7, and more.
#[test]
fn matching_follows_mqtt() {
    let matching = [
        ("sport/tennis/player1/#", "sport/tennis/player1"),
        (
            "sport/tennis/player1/#",
            "sport/tennis/player1/score/wimbledon",
        ),
        ("#", "sport"),
        ("#", "/finance"),
        ("sport/tennis/+", "sport/tennis/player1"),
        ("sport/+", "sport/"),
        ("+/+", "/finance"),
        ("/+", "/finance"),
        ("$SYS/#", "$SYS/broker"),
        ("$SYS/monitor/+", "$SYS/monitor/Clients"),
        (
            "$aws/things/lamp/jobs/+/get",
            "$aws/things/lamp/jobs/$next/get",
        ),
        (
            "$aws/things/lamp/jobs/+/get",
            "$aws/things/lamp/jobs/get/get",
        ),
        ("$aws/things/lamp/jobs/#", "$aws/things/lamp/jobs"),
    ];
    for (filter, topic) in matching {
        assert!(
            filter.parse::<Filter>().unwrap().matches(topic),
            "{filter} {topic}"
        );
    }
    let distinct = [
        ("sport/tennis/+", "sport/tennis/player1/ranking"),
        ("sport/+", "sport"),
        ("+", "/finance"),
        ("#", "$SYS/broker"),
        ("+/monitor/Clients", "$SYS/monitor/Clients"),
        ("+/things/lamp/jobs/notify", "$aws/things/lamp/jobs/notify"),
        ("$aws/things/lamp/jobs/+/get", "$aws/things/lamp/jobs/get"),
        ("$aws/things/lamp/jobs/get/+", "$aws/things/lamp/jobs/get"),
        (
            "$aws/things/lamp/jobs/notify",
            "$aws/things/lamp/jobs/Notify",
        ),
        (
            "$aws/things/lamp/jobs/notify",
            "$aws/things/lamp/jobs/notify/",
        ),
        ("$aws/things/lamp/jobs/notify", "$aws/things/lamp/jobs"),
        ("a/#", "a/+"),
        ("a/+", "a/#"),
        ("#", ""),
    ];
    for (filter, topic) in distinct {
        assert!(
            !filter.parse::<Filter>().unwrap().matches(topic),
            "{filter} {topic}"
        );
    }
}

#[test]
fn invalid_filters() {
    let rows = [
        (
            "",
            "level 1: found an empty level, expected a topic filter of at least one character",
        ),
        (
            "a/b+",
            r#"level 2: found "b+", expected "+" by itself in its level"#,
        ),
        (
            "a/++/b",
            r#"level 2: found "++", expected "+" by itself in its level"#,
        ),
        (
            "a/#/b",
            r##"level 2: found "#", expected "#" by itself in the last level only"##,
        ),
        (
            "a/b#",
            r##"level 2: found "b#", expected "#" by itself in the last level only"##,
        ),
        (
            "a\0",
            r#"level 1: found "a\0", expected no character U+0000"#,
        ),
    ];
    for (text, reason) in rows {
        let error = text.parse::<Filter>().unwrap_err();
        assert_eq!(error.to_string(), reason);
        assert!(!error.is_other_service());
    }
}
