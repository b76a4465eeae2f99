//! `policy`.

use iot_jobs::device::{
    policy::{Policy, Usage},
    topic::{NamespaceId, ThingName},
};

use crate::run::run_on;

#[test]
fn the_policy_is_that_of_the_library() {
    let thing = ThingName::new("lamp").unwrap();
    let namespace = NamespaceId::new("aws-gg-deployment").unwrap();
    let one_thing = Policy::new(Usage::Everything)
        .thing(&thing)
        .job_subscriptions()
        .region("cn-north-1")
        .and_then(|policy| policy.account("123456789012"))
        .and_then(|policy| policy.partition("aws-cn"))
        .unwrap();
    for (arguments, policy) in [
        (&[][..], Policy::new(Usage::StartNext)),
        (&["--usage=describe-next"], Policy::new(Usage::DescribeNext)),
        (
            &["--namespace=aws-gg-deployment"],
            Policy::new(Usage::StartNext).namespace(&namespace),
        ),
        (
            &[
                "--usage=everything",
                "--thing=lamp",
                "--job-subscriptions",
                "--region=cn-north-1",
                "--account=123456789012",
                "--partition=aws-cn",
            ],
            one_thing,
        ),
    ] {
        let run = run_on("", &[&["policy"], arguments].concat());
        assert_eq!(
            (run.stdout, run.stderr.as_str(), run.code),
            (format!("{policy}\n"), "", Some(0)),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_policy_that_is_too_large_has_a_warning() {
    let thing = "x".repeat(128);
    let arguments = ["policy", "--usage=everything", "--thing", &thing];
    let run = run_on("", &arguments);
    let size = run.stdout.chars().filter(|c| !c.is_whitespace()).count();
    assert!(size > 2048);
    let warning = format!("warning: the policy has {size} characters without white space, ");
    assert!(run.stderr.starts_with(&warning), "{}", run.stderr);
    assert_eq!(run.code, Some(0));
}

#[test]
fn names_that_no_policy_can_have_are_invalid_usage() {
    for (argument, message) in [
        (
            "--thing=a/b",
            "expected a thing name of 1 to 128 characters",
        ),
        (
            "--namespace=a b",
            "expected a namespace of 1 or more characters",
        ),
        ("--region=EU", "expected a region such as eu-west-1, or `*`"),
        ("--account=1", "expected an account of 12 digits, or `*`"),
        ("--partition=x", "expected a partition, `aws` or a name"),
        (
            "--usage=all",
            "[possible values: start-next, describe-next, agent-next, agent-start-next, agent-pending, everything]",
        ),
    ] {
        let run = run_on("", &["policy", argument]);
        assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)), "{argument}");
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}
