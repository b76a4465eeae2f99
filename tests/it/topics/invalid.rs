//! Texts that are not topics, each with its error.

use iot_jobs::device::topic::Topic;

const THING: &str = "a thing name of 1 to 128 characters of [a-zA-Z0-9:_-]";
const JOB: &str = "a job name of 1 to 64 characters of [a-zA-Z0-9_-]";
const JOB_OR_NEXT: &str = r#"a job name of 1 to 64 characters of [a-zA-Z0-9_-], or "$next""#;
const AREA: &str = r#""things" or "events""#;
const FAMILY: &str = r#"one of "job", "jobExecution""#;
const AFTER_JOBS: &str = r#""get", "start-next", "notify", "notify-next", a notification followed by "-namespace-" and a namespace, or a job and one more level"#;
const AFTER_JOB: &str =
    r#""get", "update", or "namespace-" or "notify-namespace-" with a namespace"#;
const AFTER_CALL: &str = r#""accepted" or "rejected", or for a job of this name "get", "update", or "namespace-" or "notify-namespace-" with a namespace"#;
const VERB: &str = r#"one of "get", "update""#;
const ANSWER: &str = r#""accepted", "rejected" or the end of the topic"#;
const END: &str = "the end of the topic";
const JOB_KINDS: &str = r#"one of "completed", "canceled", "deleted", "cancellation_in_progress", "deletion_in_progress""#;
const EXECUTION_KINDS: &str =
    r#"one of "succeeded", "failed", "rejected", "canceled", "timed_out", "removed", "deleted""#;

/// A malformed Jobs topic.
#[track_caller]
fn invalid(text: &str, level: usize, found: &str, expected: &str) {
    let error = Topic::parse(text).unwrap_err();
    let reason = format!("level {level}: found {found}, expected {expected}");
    assert_eq!(error.to_string(), reason, "{text}");
    assert_eq!(error.level(), Some(level));
    assert!(!error.is_other_service(), "{text}");
    assert_eq!(text.parse::<Topic<'static>>(), Err(error));
}

/// The same below the jobs of a thing.
#[track_caller]
fn below(text: &str, level: usize, found: &str, expected: &str) {
    let text = format!("$aws/things/lamp/jobs/{text}");
    invalid(&text, level, found, expected);
}

/// A topic outside AWS IoT Jobs.
#[track_caller]
fn other_service(text: &str, level: usize, found: &str, expected: &str) {
    let error = Topic::parse(text).unwrap_err();
    let reason =
        format!("not an IoT Jobs topic: level {level}: found {found}, expected {expected}");
    assert_eq!(error.to_string(), reason);
    assert_eq!(error.level(), Some(level));
    assert!(error.is_other_service(), "{text}");
}

#[test]
fn topics_of_other_services() {
    other_service("", 1, "an empty level", r#""$aws""#);
    other_service(
        "/$aws/things/lamp/jobs/get",
        1,
        "an empty level",
        r#""$aws""#,
    );
    other_service("lamp/state", 1, r#""lamp""#, r#""$aws""#);
    other_service("$AWS/things/lamp/jobs/get", 1, r#""$AWS""#, r#""$aws""#);
    other_service(" $aws/things/lamp/jobs/get", 1, r#"" $aws""#, r#""$aws""#);
    other_service("+/things/lamp/jobs/get", 1, r#""+""#, r#""$aws""#);
    other_service("$aws", 2, "the end of the topic", AREA);
    other_service("$aws/Things/lamp/jobs/get", 2, r#""Things""#, AREA);
    other_service("$aws/rules/lamp", 2, r#""rules""#, AREA);
    other_service("$aws/things", 3, "the end of the topic", THING);
    other_service("$aws/things/lamp", 4, "the end of the topic", r#""jobs""#);
    other_service(
        "$aws/things/la mp/shadow/get",
        4,
        r#""shadow""#,
        r#""jobs""#,
    );
    other_service("$aws/things/lamp/Jobs/get", 4, r#""Jobs""#, r#""jobs""#);
    other_service("$aws/events", 3, "the end of the topic", FAMILY);
    other_service("$aws/events/thing/lamp/created", 3, r#""thing""#, FAMILY);
    other_service(
        "$aws/events/jobexecution/a/failed",
        3,
        r#""jobexecution""#,
        FAMILY,
    );
}

#[test]
fn at_the_thing() {
    invalid("$aws/things//jobs/get", 3, "an empty level", THING);
    invalid("$aws/things/+/jobs/get", 3, r#""+" with '+'"#, THING);
    invalid(
        "$aws/things/la mp/jobs/get",
        3,
        r#""la mp" with ' '"#,
        THING,
    );
    invalid("$aws/things/lämp/jobs/get", 3, r#""lämp" with 'ä'"#, THING);
    invalid(
        "$aws/things/lamp\0/jobs/get",
        3,
        r#""lamp\0" with '\0'"#,
        THING,
    );
    let long = format!("$aws/things/{}/jobs/get", "t".repeat(129));
    let found = format!(r#""{}"… of 129 characters"#, "t".repeat(63));
    invalid(&long, 3, &found, THING);
}

#[test]
fn at_the_job() {
    below("/get", 5, "an empty level", JOB_OR_NEXT);
    below("+/get", 5, r#""+" with '+'"#, JOB_OR_NEXT);
    below("a:b/get", 5, r#""a:b" with ':'"#, JOB_OR_NEXT);
    below("a\n/get", 5, r#""a\n" with '\n'"#, JOB_OR_NEXT);
    below("$NEXT/get", 5, r#""$NEXT" with '$'"#, JOB_OR_NEXT);
    below("$next/update", 5, r#""$next" with '$'"#, JOB);
    below("$next/namespace-n/update", 5, r#""$next" with '$'"#, JOB);
    below("$next/notify-namespace-n", 5, r#""$next" with '$'"#, JOB);
    let long = format!("{}/get", "j".repeat(65));
    let found = format!(r#""{}"… of 65 characters"#, "j".repeat(63));
    below(&long, 5, &found, JOB_OR_NEXT);
}

#[test]
fn after_jobs() {
    invalid(
        "$aws/things/lamp/jobs",
        5,
        "the end of the topic",
        AFTER_JOBS,
    );
    below("", 5, "an empty level", AFTER_JOBS);
    below("Get", 5, r#""Get""#, AFTER_JOBS);
    below("#", 5, r##""#""##, AFTER_JOBS);
    below("$next", 5, r#""$next""#, AFTER_JOBS);
    below("start_next", 5, r#""start_next""#, AFTER_JOBS);
    below("update", 5, r#""update""#, AFTER_JOBS);
    below("notify-namespace", 5, r#""notify-namespace""#, AFTER_JOBS);
}

#[test]
fn after_a_job() {
    below("a/", 6, "an empty level", AFTER_JOB);
    below("a/Update", 6, r#""Update""#, AFTER_JOB);
    below("a/accepted", 6, r#""accepted""#, AFTER_JOB);
    below("$next/accepted", 6, r#""accepted""#, AFTER_JOB);
    below("notify/accepted", 6, r#""accepted""#, AFTER_JOB);
    below("get/", 6, "an empty level", AFTER_CALL);
    below("get/Accepted", 6, r#""Accepted""#, AFTER_CALL);
    below("start-next/start-next", 6, r#""start-next""#, AFTER_CALL);
}

#[test]
fn at_the_stage_or_after_it() {
    below("a/get/", 7, "an empty level", ANSWER);
    below("get/get/get", 7, r#""get""#, ANSWER);
    below("a/update/REJECTED", 7, r#""REJECTED""#, ANSWER);
    below("get/accepted/accepted", 7, r#""accepted""#, END);
    below("start-next/rejected/", 7, "an empty level", END);
    below("a/get/accepted/x", 8, r#""x""#, END);
    below("a/namespace-n/get/x", 8, r#""x""#, ANSWER);
    below("a/namespace-n/get/accepted/x", 9, r#""x""#, END);
}

#[test]
fn at_the_namespace() {
    let after = |prefix: &str| {
        format!("{prefix:?} and a namespace of 1 or more characters of [a-zA-Z0-9_-]")
    };
    let (of_call, of_notify) = (after("namespace-"), after("notify-namespace-"));
    let of_next = after("notify-next-namespace-");
    below("notify-namespace-", 5, r#""notify-namespace-""#, &of_notify);
    below(
        "notify-next-namespace-a.b",
        5,
        r#""notify-next-namespace-a.b" with '.'"#,
        &of_next,
    );
    below("a/namespace-/get", 6, r#""namespace-""#, &of_call);
    below(
        "a/namespace-+/get",
        6,
        r#""namespace-+" with '+'"#,
        &of_call,
    );
    below(
        "a/notify-namespace-",
        6,
        r#""notify-namespace-""#,
        &of_notify,
    );
    // The API reference ends this topic with a slash; no topic of the service does.
    below("a/notify-namespace-n/", 7, "an empty level", END);
    below("a/namespace-n", 7, "the end of the topic", VERB);
    below("a/namespace-n/start-next", 7, r#""start-next""#, VERB);
}

#[test]
fn at_the_event() {
    invalid("$aws/events/job", 4, "the end of the topic", JOB);
    invalid("$aws/events/job//deleted", 4, "an empty level", JOB);
    invalid(
        "$aws/events/job/$next/deleted",
        4,
        r#""$next" with '$'"#,
        JOB,
    );
    invalid("$aws/events/job/a", 5, "the end of the topic", JOB_KINDS);
    invalid(
        "$aws/events/job/a/succeeded",
        5,
        r#""succeeded""#,
        JOB_KINDS,
    );
    invalid(
        "$aws/events/job/a/cancelled",
        5,
        r#""cancelled""#,
        JOB_KINDS,
    );
    let execution = "$aws/events/jobExecution/a";
    invalid(
        &format!("{execution}/completed"),
        5,
        r#""completed""#,
        EXECUTION_KINDS,
    );
    invalid(
        &format!("{execution}/timed-out"),
        5,
        r#""timed-out""#,
        EXECUTION_KINDS,
    );
    invalid(&format!("{execution}/failed/"), 6, "an empty level", END);
}

#[test]
fn a_long_level_is_truncated() {
    let found = format!(r#""{}"… of 10000 characters"#, "é".repeat(63));
    below(&"é".repeat(10_000), 5, &found, AFTER_JOBS);
}
