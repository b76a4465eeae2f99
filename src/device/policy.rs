//! The AWS IoT policy of a device that runs jobs.
//!
//! AWS IoT permits a device only what the policies of its certificate allow. [`Policy`] is the smallest policy with which
//! a device can connect, publish its requests, subscribe, and receive what the service publishes to its thing.
//!
//! ```
//! use iot_jobs::device::{policy::{Policy, Usage}, topic::ThingName};
//!
//! let policy = Policy::new(Usage::DescribeNext)
//!     .thing(&ThingName::new("lamp")?)
//!     .region("eu-west-1")?
//!     .account("123456789012")?;
//! assert!(policy.to_string().contains(
//!     r#""arn:aws:iot:eu-west-1:123456789012:topicfilter/$aws/things/lamp/jobs/$next/get/+""#
//! ));
//! assert!(policy.size() <= Policy::MAX_SIZE);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! It is for MQTT. Devices that call the HTTPS operations need `iotjobsdata` actions instead.

mod error;
mod resources;

use std::fmt;

use self::error::Part;
pub use self::error::PolicyError;
use super::{
    agent::Style,
    topic::{NamespaceId, ThingName},
};

/// What a device uses of Jobs, which determines the topics that it needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Usage {
    /// `StartNextPendingJobExecution` and `UpdateJobExecution`, and notifications of the next execution; its
    /// subscriptions are those of [`Filter::agent`](super::topic::Filter::agent).
    #[default]
    StartNext,
    /// `DescribeJobExecution` for `$next` and `UpdateJobExecution`, and notifications of the next execution.
    DescribeNext,
    /// What an [`Agent`](super::agent::Agent) of this style uses.
    Agent(Style),
    /// Every operation and every notification; its subscriptions are those of
    /// [`Filter::published_to`](super::topic::Filter::published_to).
    Everything,
}

/// An AWS IoT policy for a device that runs jobs; its `Display` is the policy document, in JSON.
///
/// In a policy, `*` is not confined to one level of a topic: `jobs/*/update` also allows the updates of jobs in any
/// namespace. Topics of other things are never allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    usage: Usage,
    partition: String,
    region: String,
    account: String,
    thing: Option<ThingName<'static>>,
    namespaces: Vec<NamespaceId<'static>>,
    names_jobs: bool,
}

impl Policy {
    /// The maximum number of characters of a policy without white space.
    pub const MAX_SIZE: usize = 2048;

    /// The name of the thing in a policy for every device: the thing of the connection.
    const ANY_THING: &str = "${iot:Connection.Thing.ThingName}";

    /// A policy for every thing that is attached to its certificate and connects with its name as the client ID, in any
    /// region and account of the partition `aws`.
    pub fn new(usage: Usage) -> Self {
        Self {
            usage,
            partition: "aws".to_owned(),
            region: "*".to_owned(),
            account: "*".to_owned(),
            thing: None,
            namespaces: Vec::new(),
            names_jobs: false,
        }
    }

    /// Only for this thing.
    pub fn thing(mut self, thing: &ThingName<'_>) -> Self {
        self.thing = Some(ThingName::from(thing).into_owned());
        self
    }

    /// Also for the jobs of a namespace, such as `aws-gg-deployment`; may be repeated.
    pub fn namespace(mut self, namespace: &NamespaceId<'_>) -> Self {
        if !self
            .namespaces
            .iter()
            .any(|known| known == namespace.as_str())
        {
            self.namespaces
                .push(NamespaceId::from(namespace).into_owned());
        }
        self
    }

    /// Also allows subscriptions that name a job where those of the agent have `+`.
    pub fn job_subscriptions(mut self) -> Self {
        self.names_jobs = true;
        self
    }

    /// In this partition, such as `aws-cn`.
    ///
    /// # Errors
    ///
    /// Fails if the name is not `aws` and does not begin with `aws-`.
    pub fn partition(mut self, partition: &str) -> Result<Self, PolicyError> {
        self.partition = Part::Partition.check(partition)?;
        Ok(self)
    }

    /// In this region, such as `eu-west-1`, or `*` for any.
    ///
    /// # Errors
    ///
    /// Fails if the name has other characters than lower-case letters, digits and `-`.
    pub fn region(mut self, region: &str) -> Result<Self, PolicyError> {
        self.region = Part::Region.check(region)?;
        Ok(self)
    }

    /// In this account, or `*` for any.
    ///
    /// # Errors
    ///
    /// Fails if the account is not 12 digits.
    pub fn account(mut self, account: &str) -> Result<Self, PolicyError> {
        self.account = Part::Account.check(account)?;
        Ok(self)
    }

    /// The number of characters without white space, which the service limits to [`MAX_SIZE`](Self::MAX_SIZE).
    pub fn size(&self) -> usize {
        let text = self.to_string();
        text.chars().filter(|c| !c.is_whitespace()).count()
    }

    /// The actions with their resources.
    fn statements(&self) -> [(&'static str, Vec<String>); 4] {
        let thing = self
            .thing
            .as_ref()
            .map_or(Self::ANY_THING, ThingName::as_str);
        let arn = |resource: &str| {
            let Self {
                partition,
                region,
                account,
                ..
            } = self;
            format!("arn:{partition}:iot:{region}:{account}:{resource}")
        };
        let arns = |kind: &str, levels: Vec<String>| {
            let arns = levels
                .iter()
                .map(|levels| arn(&format!("{kind}/$aws/things/{thing}/jobs/{levels}")));
            arns.collect()
        };
        let received = resources::wildcards(&resources::received(self.usage, &self.namespaces));
        let subscribed = if self.names_jobs {
            received.clone()
        } else {
            resources::subscriptions(self.usage, &self.namespaces)
        };
        let published = resources::wildcards(&resources::requests(self.usage, &self.namespaces));
        [
            ("iot:Connect", vec![arn(&format!("client/{thing}"))]),
            ("iot:Publish", arns("topic", published)),
            ("iot:Subscribe", arns("topicfilter", subscribed)),
            ("iot:Receive", arns("topic", received)),
        ]
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No name has a character that JSON text escapes.
        f.write_str("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [")?;
        let mut separator = "";
        for (action, resources) in self.statements() {
            write!(
                f,
                "{separator}\n    {{\n      \"Effect\": \"Allow\",\n      \"Action\": \"{action}\",\n      \"Resource\": ["
            )?;
            let mut between = "";
            for resource in resources {
                write!(f, "{between}\n        \"{resource}\"")?;
                between = ",";
            }
            f.write_str("\n      ]\n    }")?;
            separator = ",";
        }
        f.write_str("\n  ]\n}")
    }
}
