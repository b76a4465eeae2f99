//! The AWS IoT policy of a device: written out, what it allows, and its size.

use std::time::Duration;

use iot_jobs::device::{
    agent::{Agent, Config, Output, Style},
    policy::{Policy, Usage},
    topic::{Call, Filter, JobId, JobOrNext, NamespaceId, Stage, ThingName, Topic},
};
use proptest::prelude::*;
use regex::Regex;
use serde_json::{Value, json};

/// Each action with the ends of its resources, which start with the same text.
fn statements(rows: [(&str, &str, &[&str]); 4]) -> Value {
    let statements = rows.map(|(action, start, ends)| {
        let resources: Vec<_> = ends.iter().map(|end| format!("{start}{end}")).collect();
        json!({"Effect": "Allow", "Action": action, "Resource": resources})
    });
    json!({"Version": "2012-10-17", "Statement": statements})
}

#[test]
fn a_policy_for_one_thing_is_this_text() {
    let policy = Policy::new(Usage::DescribeNext)
        .thing(&ThingName::new("lamp").unwrap())
        .region("eu-west-1")
        .and_then(|policy| policy.account("123456789012"))
        .unwrap();
    let text = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "iot:Connect",
      "Resource": [
        "arn:aws:iot:eu-west-1:123456789012:client/lamp"
      ]
    },
    {
      "Effect": "Allow",
      "Action": "iot:Publish",
      "Resource": [
        "arn:aws:iot:eu-west-1:123456789012:topic/$aws/things/lamp/jobs/$next/get",
        "arn:aws:iot:eu-west-1:123456789012:topic/$aws/things/lamp/jobs/*/update"
      ]
    },
    {
      "Effect": "Allow",
      "Action": "iot:Subscribe",
      "Resource": [
        "arn:aws:iot:eu-west-1:123456789012:topicfilter/$aws/things/lamp/jobs/notify-next",
        "arn:aws:iot:eu-west-1:123456789012:topicfilter/$aws/things/lamp/jobs/$next/get/+",
        "arn:aws:iot:eu-west-1:123456789012:topicfilter/$aws/things/lamp/jobs/+/update/+"
      ]
    },
    {
      "Effect": "Allow",
      "Action": "iot:Receive",
      "Resource": [
        "arn:aws:iot:eu-west-1:123456789012:topic/$aws/things/lamp/jobs/notify-next",
        "arn:aws:iot:eu-west-1:123456789012:topic/$aws/things/lamp/jobs/$next/get/*",
        "arn:aws:iot:eu-west-1:123456789012:topic/$aws/things/lamp/jobs/*/update/*"
      ]
    }
  ]
}"#;
    assert_eq!(policy.to_string(), text);
    let characters = text.replace([' ', '\n'], "").len();
    assert_eq!(policy.size(), characters);
}

#[test]
fn each_usage_has_its_resources() {
    const CLIENT: &str = "arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}";
    const TOPIC: &str = "arn:aws:iot:*:*:topic/$aws/things/${iot:Connection.Thing.ThingName}/jobs/";
    const FILTER: &str =
        "arn:aws:iot:*:*:topicfilter/$aws/things/${iot:Connection.Thing.ThingName}/jobs/";
    let namespace = NamespaceId::new("ns").unwrap();
    let subscribed = |others: &[&'static str]| {
        let start_next = ["notify-next", "start-next/accepted", "start-next/rejected"];
        [&start_next[..], others].concat()
    };
    let received = |others: &[&'static str]| {
        [&["notify-next", "start-next/*", "*/update/*"][..], others].concat()
    };
    for (policy, published, subscribed, received) in [
        (
            Policy::new(Usage::StartNext),
            vec!["start-next", "*/update"],
            subscribed(&["+/update/+"]),
            received(&[]),
        ),
        (
            Policy::new(Usage::StartNext).job_subscriptions(),
            vec!["start-next", "*/update"],
            received(&[]),
            received(&[]),
        ),
        (
            Policy::new(Usage::StartNext)
                .namespace(&namespace)
                .namespace(&namespace),
            vec!["start-next", "*/update", "$next/namespace-ns/get"],
            subscribed(&[
                "+/update/+",
                "notify-next-namespace-ns",
                "$next/namespace-ns/get/+",
                "+/namespace-ns/update/+",
            ]),
            received(&["notify-next-namespace-ns", "$next/namespace-ns/get/*"]),
        ),
        (
            Policy::new(Usage::Everything),
            vec!["get", "start-next", "*/get", "*/update"],
            vec![
                "notify",
                "notify-next",
                "+/accepted",
                "+/rejected",
                "+/+/accepted",
                "+/+/rejected",
            ],
            vec!["notify", "notify-next", "*/accepted", "*/rejected"],
        ),
        (
            Policy::new(Usage::Everything).namespace(&namespace),
            vec!["get", "start-next", "*/get", "*/update"],
            vec![
                "notify",
                "notify-next",
                "+/accepted",
                "+/rejected",
                "+/+/accepted",
                "+/+/rejected",
                "notify-namespace-ns",
                "notify-next-namespace-ns",
                "+/notify-namespace-ns",
                "+/namespace-ns/+/+",
            ],
            vec![
                "notify",
                "notify-next",
                "*/accepted",
                "*/rejected",
                "notify-namespace-ns",
                "notify-next-namespace-ns",
                "*/notify-namespace-ns",
                "*/namespace-ns/*/*",
            ],
        ),
    ] {
        let document: Value = serde_json::from_str(&policy.to_string()).unwrap();
        let expected = statements([
            ("iot:Connect", CLIENT, &[""]),
            ("iot:Publish", TOPIC, &published),
            ("iot:Subscribe", FILTER, &subscribed),
            ("iot:Receive", TOPIC, &received),
        ]);
        assert_eq!(document, expected, "{policy:?}");
    }
}

#[test]
fn parts_of_arns_are_checked() {
    let policy = || Policy::new(Usage::StartNext);
    let arn = policy()
        .partition("aws-us-gov")
        .and_then(|policy| policy.region("us-gov-west-1"))
        .and_then(|policy| policy.account("123456789012"))
        .unwrap();
    assert!(
        arn.to_string()
            .contains("\"arn:aws-us-gov:iot:us-gov-west-1:123456789012:client/")
    );
    for (result, message) in [
        (
            policy().partition("amazon"),
            "found \"amazon\", expected a partition, `aws` or a name that begins with `aws-`",
        ),
        (
            policy().region(""),
            "found \"\", expected a region such as eu-west-1, or `*`",
        ),
        (
            policy().region("eu\"west"),
            "found \"eu\\\"west\", expected a region such as eu-west-1, or `*`",
        ),
        (
            policy().account("1234"),
            "found \"1234\", expected an account of 12 digits, or `*`",
        ),
        (
            policy().account("12345678901x"),
            "found \"12345678901x\", expected an account of 12 digits, or `*`",
        ),
    ] {
        assert_eq!(result.unwrap_err().to_string(), message);
    }
}

#[test]
fn usual_policies_are_within_the_limit_of_the_service() {
    let namespace = NamespaceId::new("aws-gg-deployment").unwrap();
    let longest = ThingName::new("x".repeat(128)).unwrap();
    let policy = |usage| {
        Policy::new(usage)
            .region("ap-southeast-1")
            .and_then(|policy| policy.account("123456789012"))
            .unwrap()
    };
    for usage in [Usage::StartNext, Usage::DescribeNext, Usage::Everything] {
        assert!(policy(usage).size() <= Policy::MAX_SIZE, "{usage:?}");
        assert!(
            policy(usage).job_subscriptions().size() <= Policy::MAX_SIZE,
            "{usage:?}"
        );
    }
    // Without a region and an account, there is room for a namespace.
    for usage in [Usage::StartNext, Usage::DescribeNext] {
        let policy = Policy::new(usage).namespace(&namespace);
        assert!(policy.size() <= Policy::MAX_SIZE, "{usage:?}");
    }
    let largest = policy(Usage::Everything)
        .thing(&longest)
        .namespace(&namespace);
    assert!(largest.size() > Policy::MAX_SIZE);
}

/// What a device does, and with which resource.
type Access = (&'static str, String);

/// The policy as the service applies it to a connection: with its thing, and `*` for any characters.
struct Applied(Vec<(String, Regex)>);

impl Applied {
    fn new(policy: &Policy, thing: &str) -> Self {
        let text = policy
            .to_string()
            .replace("${iot:Connection.Thing.ThingName}", thing);
        let document: Value = serde_json::from_str(&text).unwrap();
        let mut allowed = Vec::new();
        for statement in document["Statement"].as_array().unwrap() {
            let action = statement["Action"].as_str().unwrap();
            for resource in statement["Resource"].as_array().unwrap() {
                let pattern = regex::escape(resource.as_str().unwrap()).replace(r"\*", ".*");
                let regex = Regex::new(&format!("^{pattern}$")).unwrap();
                allowed.push((action.to_owned(), regex));
            }
        }
        Self(allowed)
    }

    fn allows(&self, (action, resource): &Access) -> bool {
        let arn = format!("arn:aws:iot:eu-west-1:123456789012:{resource}");
        self.0
            .iter()
            .any(|(allowed, regex)| allowed == action && regex.is_match(&arn))
    }
}

fn subscribe(filter: &Filter) -> Access {
    ("iot:Subscribe", format!("topicfilter/{filter}"))
}

/// A request and both responses.
fn call(call: &Call<'_>) -> [Access; 3] {
    [
        ("iot:Publish", format!("topic/{}", call.clone().request())),
        ("iot:Receive", format!("topic/{}", call.clone().accepted())),
        ("iot:Receive", format!("topic/{}", call.clone().rejected())),
    ]
}

/// What a device needs for the jobs of its thing, also of a namespace.
fn needs(
    usage: Usage,
    thing: &ThingName<'_>,
    job: &JobId<'_>,
    namespace: &NamespaceId<'_>,
) -> Vec<Access> {
    let receive = |topic: Topic<'_>| ("iot:Receive", format!("topic/{topic}"));
    let (one, next) = (Some(thing), JobOrNext::Next);
    let owned = || ThingName::from(thing).into_owned();
    let of_next = Call::Describe {
        thing: owned(),
        job: JobOrNext::Next,
        namespace: Some(namespace.clone()),
    };
    let of_namespace = Call::Update {
        thing: owned(),
        job: job.clone(),
        namespace: Some(namespace.clone()),
    };
    let in_namespace = Topic::NotifyNext {
        thing: owned(),
        namespace: Some(namespace.clone()),
    };
    let mut needs = vec![
        ("iot:Connect", format!("client/{thing}")),
        receive(in_namespace),
    ];
    if usage != Usage::Agent(Style::Pending) {
        needs.push(receive(Topic::notify_next(thing)));
    }
    needs.extend(call(&Call::update(thing, job)));
    needs.extend(call(&of_next));
    needs.extend(call(&of_namespace));
    match usage {
        Usage::StartNext => {
            needs.extend(call(&Call::start_next(thing)));
            needs.extend(Filter::agent(thing).iter().map(subscribe));
        }
        Usage::DescribeNext => {
            needs.extend(call(&Call::describe(thing, next.clone())));
            let filters = [
                Filter::notify_next(one),
                Filter::describe(one, Some(&next), Stage::Response),
                Filter::update(one, None, Stage::Response),
            ];
            needs.extend(filters.iter().map(subscribe));
        }
        Usage::Agent(style) => {
            needs.extend(call(&Call::describe(thing, job)));
            needs.extend(call(&match style {
                Style::StartNext => Call::start_next(thing),
                Style::Pending => Call::get_pending(thing),
                _ => Call::describe(thing, next),
            }));
            if style == Style::Pending {
                needs.push(receive(Topic::notify(thing)));
            }
            let config = Config::new(thing).style(style);
            needs.extend(subscriptions(config.clone()).iter().map(subscribe));
            let config = config.namespace(namespace);
            needs.extend(subscriptions(config).iter().map(subscribe));
        }
        _ => {
            needs.push(receive(Topic::notify(thing)));
            for it in [
                Call::get_pending(thing),
                Call::start_next(thing),
                Call::describe(thing, job),
                Call::describe(thing, next),
            ] {
                needs.extend(call(&it));
            }
            needs.extend(Filter::published_to(thing).iter().map(subscribe));
            needs.extend(Filter::namespace(one, namespace).iter().map(subscribe));
        }
    }
    needs
}

/// What an agent subscribes to.
fn subscriptions(config: Config) -> Vec<Filter> {
    let mut agent = Agent::new(config, None);
    agent.connected(Duration::ZERO);
    let outputs = std::iter::from_fn(|| agent.poll_output());
    let filters = outputs.filter_map(|output| match output {
        Output::Subscribe(filters) => Some(filters),
        _ => None,
    });
    filters.flatten().collect()
}

fn usages() -> impl Strategy<Value = Usage> {
    prop_oneof![
        Just(Usage::StartNext),
        Just(Usage::DescribeNext),
        Just(Usage::Agent(Style::Next)),
        Just(Usage::Agent(Style::StartNext)),
        Just(Usage::Agent(Style::Pending)),
        Just(Usage::Everything)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_device_is_allowed_what_it_needs_and_nothing_of_another_thing(
        usage in usages(),
        names in ["[a-zA-Z0-9:_-]{1,9}", "[a-zA-Z0-9:_-]{1,9}"],
        job in "[a-zA-Z0-9_-]{1,9}|get|update|start-next|notify",
        namespace in "[a-zA-Z0-9_-]{1,9}",
        for_one in any::<bool>(),
        names_jobs in any::<bool>(),
    ) {
        let [thing, other] = names.map(|name| ThingName::new(name).unwrap());
        prop_assume!(thing != other);
        let (job, namespace) = (JobId::new(job).unwrap(), NamespaceId::new(namespace).unwrap());
        let mut policy = Policy::new(usage).namespace(&namespace);
        if for_one {
            policy = policy.thing(&thing);
        }
        if names_jobs {
            policy = policy.job_subscriptions();
        }
        let applied = Applied::new(&policy, thing.as_str());
        for need in needs(usage, &thing, &job, &namespace) {
            prop_assert!(applied.allows(&need), "{need:?} {policy}");
        }
        if names_jobs {
            let one_job = Filter::update(Some(&thing), Some(&job), Stage::Accepted);
            prop_assert!(applied.allows(&subscribe(&one_job)), "{policy}");
        }
        for need in needs(Usage::Everything, &other, &job, &namespace) {
            prop_assert!(!applied.allows(&need), "{need:?} {policy}");
        }
        for all in ["#", "$aws/things/+/jobs/notify-next", "$aws/#"] {
            prop_assert!(!applied.allows(&subscribe(&all.parse().unwrap())), "{policy}");
        }
        // A device must not publish what the service publishes.
        let update = Call::update(&thing, &job);
        for topic in [update.clone().accepted(), update.rejected(), Topic::notify_next(&thing)] {
            let published = ("iot:Publish", format!("topic/{topic}"));
            prop_assert!(!applied.allows(&published), "{topic} {policy}");
        }
    }
}
