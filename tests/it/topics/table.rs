//! Every topic: its text, its value and the shape of its payload.

use iot_jobs::device::topic::{
    Call, JobEventKind, JobExecutionEventKind, JobId, JobOrNext, NamespaceId, ThingName, Topic,
};

fn thing() -> ThingName<'static> {
    ThingName::new("lamp:1").unwrap()
}

fn job(name: &str) -> JobId<'_> {
    JobId::new(name).unwrap()
}

fn namespace() -> NamespaceId<'static> {
    NamespaceId::new("aws-gg-deployment").unwrap()
}

#[track_caller]
fn row(text: &str, topic: &Topic<'_>, shape: &str) {
    assert_eq!(Topic::parse(text).as_ref(), Ok(topic));
    assert_eq!(Topic::try_from(text).as_ref(), Ok(topic));
    assert_eq!(text.parse::<Topic<'static>>().as_ref(), Ok(topic));
    assert_eq!(topic.to_string(), text);
    assert_eq!(topic.shape_name(), shape, "{text}");
}

/// A request and its two responses, below `$aws/things/lamp:1/jobs/`.
#[track_caller]
fn call(text: &str, call: &Call<'_>, operation: &str) {
    let text = format!("$aws/things/lamp:1/jobs/{text}");
    let shape = |suffix: &str| format!("mqtt.{operation}{suffix}");
    row(&text, &call.clone().request(), &shape("Request"));
    let accepted = format!("{text}/accepted");
    row(&accepted, &call.clone().accepted(), &shape("Response"));
    let rejected = format!("{text}/rejected");
    row(&rejected, &call.clone().rejected(), "mqtt.ErrorResponse");
}

#[test]
fn calls_about_the_queue() {
    call(
        "get",
        &Call::GetPending { thing: thing() },
        "GetPendingJobExecutions",
    );
    call(
        "start-next",
        &Call::StartNext { thing: thing() },
        "StartNextPendingJobExecution",
    );
    assert_eq!(
        Call::get_pending(thing()),
        Call::GetPending { thing: thing() }
    );
    let lamp = thing();
    assert_eq!(Call::start_next(&lamp), Call::StartNext { thing: thing() });
}

#[test]
fn calls_about_an_execution() {
    for name in [
        "firmware-7",
        "get",
        "start-next",
        "update",
        "notify",
        "namespace-x",
        "accepted",
    ] {
        let describe = Call::describe(thing(), job(name));
        call(&format!("{name}/get"), &describe, "DescribeJobExecution");
        let update = Call::update(thing(), job(name));
        call(&format!("{name}/update"), &update, "UpdateJobExecution");
        assert_eq!(update.job(), Some(&job(name)));
    }
    let next = Call::describe(thing(), JobOrNext::Next);
    call("$next/get", &next, "DescribeJobExecution");
    assert_eq!(next.job(), None);
}

#[test]
fn calls_in_a_namespace() {
    for (name, of) in [
        ("firmware-7", JobOrNext::from(job("firmware-7"))),
        ("$next", JobOrNext::Next),
    ] {
        let describe = Call::Describe {
            thing: thing(),
            job: of,
            namespace: Some(namespace()),
        };
        let text = format!("{name}/namespace-aws-gg-deployment/get");
        call(&text, &describe, "DescribeJobExecution");
    }
    let update = Call::Update {
        thing: thing(),
        job: job("firmware-7"),
        namespace: Some(namespace()),
    };
    call(
        "firmware-7/namespace-aws-gg-deployment/update",
        &update,
        "UpdateJobExecution",
    );
    assert_eq!(update.accepted().namespace(), Some(&namespace()));
}

#[test]
fn notifications() {
    let changed = "mqtt.JobExecutionsChanged";
    let next_changed = "mqtt.NextJobExecutionChanged";
    row(
        "$aws/things/lamp:1/jobs/notify",
        &Topic::notify(thing()),
        changed,
    );
    row(
        "$aws/things/lamp:1/jobs/notify-next",
        &Topic::notify_next(thing()),
        next_changed,
    );
    row(
        "$aws/things/lamp:1/jobs/notify-namespace-aws-gg-deployment",
        &Topic::Notify {
            thing: thing(),
            namespace: Some(namespace()),
        },
        changed,
    );
    row(
        "$aws/things/lamp:1/jobs/notify-next-namespace-aws-gg-deployment",
        &Topic::NotifyNext {
            thing: thing(),
            namespace: Some(namespace()),
        },
        next_changed,
    );
    row(
        "$aws/things/lamp:1/jobs/firmware-7/notify-namespace-aws-gg-deployment",
        &Topic::NotifyOfJob {
            thing: thing(),
            job: job("firmware-7"),
            namespace: namespace(),
        },
        changed,
    );
}

#[test]
fn job_events() {
    use JobEventKind::{Canceled, CancellationInProgress, Completed, Deleted, DeletionInProgress};
    let words = [
        ("completed", Completed),
        ("canceled", Canceled),
        ("deleted", Deleted),
        ("cancellation_in_progress", CancellationInProgress),
        ("deletion_in_progress", DeletionInProgress),
    ];
    assert_eq!(words.map(|(_, kind)| kind), JobEventKind::all());
    for (word, kind) in words {
        let job = job("firmware-7");
        let topic = Topic::JobEvent { job, kind };
        row(
            &format!("$aws/events/job/firmware-7/{word}"),
            &topic,
            "event.JobEvent",
        );
    }
}

#[test]
fn job_execution_events() {
    use JobExecutionEventKind::{
        Canceled, Deleted, Failed, Rejected, Removed, Succeeded, TimedOut,
    };
    let words = [
        ("succeeded", Succeeded),
        ("failed", Failed),
        ("rejected", Rejected),
        ("canceled", Canceled),
        ("timed_out", TimedOut),
        ("removed", Removed),
        ("deleted", Deleted),
    ];
    assert_eq!(words.map(|(_, kind)| kind), JobExecutionEventKind::all());
    for (word, kind) in words {
        let job = job("firmware-7");
        let topic = Topic::JobExecutionEvent { job, kind };
        row(
            &format!("$aws/events/jobExecution/firmware-7/{word}"),
            &topic,
            "event.JobExecutionEvent",
        );
    }
}

#[test]
fn parts_of_a_topic() {
    let topic = Topic::parse("$aws/things/lamp:1/jobs/a/namespace-n/get/rejected").unwrap();
    assert_eq!(topic.thing(), Some(&thing()));
    assert_eq!(topic.job(), Some(&job("a")));
    assert_eq!(topic.namespace().map(NamespaceId::as_str), Some("n"));
    assert!(matches!(topic.call(), Some(Call::Describe { .. })));

    let topic = Topic::parse("$aws/things/lamp:1/jobs/a/notify-namespace-n").unwrap();
    assert_eq!(topic.thing(), Some(&thing()));
    assert_eq!(topic.job(), Some(&job("a")));
    assert_eq!(topic.namespace().map(NamespaceId::as_str), Some("n"));
    assert_eq!(topic.call(), None);

    let topic = Topic::parse("$aws/things/lamp:1/jobs/notify-next").unwrap();
    assert_eq!(topic.thing(), Some(&thing()));
    assert_eq!((topic.job(), topic.namespace()), (None, None));

    let topic = Topic::parse("$aws/events/job/a/deleted").unwrap();
    assert_eq!((topic.thing(), topic.namespace()), (None, None));
    assert_eq!(topic.job(), Some(&job("a")));
}

#[test]
fn the_job_level_of_a_call() {
    for (text, level) in [
        ("$aws/things/lamp/jobs/get", None),
        ("$aws/things/lamp/jobs/a/get", Some("a")),
        ("$aws/things/lamp/jobs/$next/get/accepted", Some("$next")),
        ("$aws/things/lamp/jobs/a/namespace-n/update", Some("a")),
    ] {
        let topic = Topic::parse(text).unwrap();
        assert_eq!(topic.call().unwrap().job_level(), level, "{text}");
    }
}

/// The tests of the command have the sentences of every topic.
#[test]
fn a_description_names_the_parts_of_the_topic() {
    for (text, description) in [
        (
            "$aws/things/lamp/jobs/$next/get/accepted",
            "The service publishes here if it accepts the request of lamp to describe its next pending job execution.",
        ),
        (
            "$aws/things/lamp/jobs/notify-next-namespace-n",
            "The service publishes here when another job execution of lamp becomes the next one.",
        ),
        (
            "$aws/events/jobExecution/a/timed_out",
            "The service publishes here when an execution of the job a times out.",
        ),
    ] {
        assert_eq!(Topic::parse(text).unwrap().description(), description);
    }
}

#[test]
fn a_parsed_topic_borrows_from_its_text() {
    let text = "$aws/things/lamp:1/jobs/a/namespace-n/get".to_owned();
    let of_text = |part: &str| text.as_bytes().as_ptr_range().contains(&part.as_ptr());
    let topic = Topic::parse(&text).unwrap();
    assert!(of_text(topic.thing().unwrap().as_str()));
    assert!(of_text(topic.job().unwrap().as_str()));
    assert!(of_text(topic.namespace().unwrap().as_str()));
    let owned = topic.clone().into_owned();
    assert!(!of_text(owned.thing().unwrap().as_str()));
    assert_eq!(owned, topic);
}
