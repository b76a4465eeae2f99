//! The arguments of `iot-jobs policy`.

use clap::{Args, Error, ValueEnum, error::ErrorKind};
use iot_jobs::device::{
    agent::Style,
    policy::{Policy, PolicyError, Usage},
    topic::{NamespaceId, ThingName},
};

use crate::commands::policy::PolicyOptions;

const AFTER_HELP: &str = r"Examples:
  For every device of a fleet: each connects with the name of its thing as the client ID
    iot-jobs policy --region eu-west-1 --account 123456789012 > jobs-policy.json
    aws iot create-policy --policy-name jobs --policy-document file://jobs-policy.json
  For one thing, which reads its next job with DescribeJobExecution:
    iot-jobs policy --thing lamp --usage describe-next
  For a program with the device agent of the library:
    iot-jobs policy --usage agent-next
  Also for jobs of AWS IoT Greengrass deployments:
    iot-jobs policy --usage describe-next --namespace aws-gg-deployment

Output:
  The smallest AWS IoT policy with which the device can connect, publish its requests, subscribe and receive,
  as JSON. Without --thing, `${iot:Connection.Thing.ThingName}` stands for the thing that is attached to
  the certificate; with --region and --account, the policy allows no other resource even if it is attached
  elsewhere. `*` in a policy is not confined to one level of a topic; topics of other things are
  never allowed. In a subscription, `+` is a character like any other: a device that subscribes with the
  name of a job instead needs --job-subscriptions.
  AWS IoT accepts policies of at most 2048 characters without white space; a larger one is printed, too,
  with a warning on standard error.

Exit codes:
  0  success
  2  invalid usage";

/// Write the AWS IoT policy of a device that runs jobs
#[derive(Args, Debug)]
#[command(after_long_help = AFTER_HELP)]
pub(super) struct PolicyArguments {
    /// The only thing that the policy is for
    #[arg(long, value_name = "NAME")]
    thing: Option<ThingName<'static>>,

    /// What the device uses of Jobs
    #[arg(long, value_name = "USAGE", default_value = "start-next")]
    usage: UsageArgument,

    /// Also for the jobs of this namespace; may be repeated
    #[arg(long = "namespace", value_name = "NAMESPACE")]
    namespaces: Vec<NamespaceId<'static>>,

    /// Also allow subscriptions that name a job instead of `+`
    #[arg(long)]
    job_subscriptions: bool,

    /// The region
    #[arg(long, value_name = "REGION", default_value = "*", value_parser = region)]
    region: String,

    /// The account, 12 digits
    #[arg(long, value_name = "ACCOUNT", default_value = "*", value_parser = account)]
    account: String,

    /// The partition, such as aws-cn
    #[arg(long, value_name = "PARTITION", default_value = "aws", value_parser = partition)]
    partition: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum UsageArgument {
    /// The next job is started (`StartNextPendingJobExecution`)
    StartNext,
    /// The next job is read (`DescribeJobExecution` for `$next`)
    DescribeNext,
    /// What an agent of the library `iot-jobs` uses with the style `Next`
    AgentNext,
    /// What an agent of the library `iot-jobs` uses with the style `StartNext`
    AgentStartNext,
    /// What an agent of the library `iot-jobs` uses with the style `Pending`
    AgentPending,
    /// Every operation and notification
    Everything,
}

impl TryFrom<PolicyArguments> for PolicyOptions {
    type Error = Error;

    fn try_from(arguments: PolicyArguments) -> Result<Self, Error> {
        let mut policy = Policy::new(match arguments.usage {
            UsageArgument::StartNext => Usage::StartNext,
            UsageArgument::DescribeNext => Usage::DescribeNext,
            UsageArgument::AgentNext => Usage::Agent(Style::Next),
            UsageArgument::AgentStartNext => Usage::Agent(Style::StartNext),
            UsageArgument::AgentPending => Usage::Agent(Style::Pending),
            UsageArgument::Everything => Usage::Everything,
        });
        if let Some(thing) = &arguments.thing {
            policy = policy.thing(thing);
        }
        for namespace in &arguments.namespaces {
            policy = policy.namespace(namespace);
        }
        if arguments.job_subscriptions {
            policy = policy.job_subscriptions();
        }
        let policy = policy
            .region(&arguments.region)
            .and_then(|policy| policy.account(&arguments.account))
            .and_then(|policy| policy.partition(&arguments.partition));
        // Each was checked when it was parsed.
        let policy = policy.map_err(|error| Error::raw(ErrorKind::ValueValidation, error))?;
        Ok(Self { policy })
    }
}

fn region(text: &str) -> Result<String, PolicyError> {
    let policy = Policy::new(Usage::default()).region(text);
    policy.map(|_| text.to_owned())
}

fn account(text: &str) -> Result<String, PolicyError> {
    let policy = Policy::new(Usage::default()).account(text);
    policy.map(|_| text.to_owned())
}

fn partition(text: &str) -> Result<String, PolicyError> {
    let policy = Policy::new(Usage::default()).partition(text);
    policy.map(|_| text.to_owned())
}
