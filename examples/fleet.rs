//! Sends a job to a fleet and monitors it, with any HTTP client and without the AWS SDK.
//!
//! ```text
//! cargo run --features http --example fleet -- http://127.0.0.1:5000 belt-1 belt-2
//! ```
//!
//! The first argument is the address of an emulator of the service, such as `moto_server`; the others are
//! names of things in its registry.

use std::error::Error;

use iot_jobs::{
    http::{Binding, ResponseError},
    operation::{
        create_job::{CreateJob, CreateJobInput},
        describe_job::{DescribeJob, DescribeJobInput},
        describe_job_execution::{DescribeJobExecution, DescribeJobExecutionInput},
        list_job_executions_for_job::{ListJobExecutionsForJob, ListJobExecutionsForJobInput},
        list_jobs::{ListJobs, ListJobsInput},
    },
    pagination::paginate,
    types::{
        AbortAction, AbortConfig, AbortCriteria, ExponentialRolloutRate, JobExecutionFailureType,
        JobExecutionsRetryConfig, JobExecutionsRolloutConfig, RateIncreaseCriteria, RetryCriteria,
        RetryableFailureType, TargetSelection, TimeoutConfig,
    },
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const JOB: &str = "firmware 7";
/// moto reads the service and the region from this header; AWS IoT requires a signature of each request.
const SIGNATURE: &str = "AWS4-HMAC-SHA256 Credential=testing/20300101/eu-west-1/iot/aws4_request";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let service = Service::at(arguments.next().ok_or("usage: fleet ADDRESS THING…")?);
    let things: Vec<String> = arguments.collect();

    let created = service.call::<CreateJob>(&job(&things)?)?;
    println!("created {}", created.job_arn().unwrap_or_default());

    let first = ListJobsInput::builder().build()?;
    for page in paginate(first, |input| service.call::<ListJobs>(input)) {
        for job in page?.jobs() {
            println!("listed {}", job.job_id().unwrap_or_default());
        }
    }

    let input = DescribeJobInput::builder().job_id(JOB).build()?;
    let described = service.call::<DescribeJob>(&input)?;
    let job = described.job().ok_or("no job")?;
    // moto returns QUEUED, which is not in the model; the value is kept.
    let status = job.status().map_or("unknown", |it| it.as_str());
    println!("{JOB} is {status}, for {} things", job.targets().len());

    let first = ListJobExecutionsForJobInput::builder().job_id(JOB);
    let list = |input: &_| service.call::<ListJobExecutionsForJob>(input);
    for page in paginate(first.build()?, list) {
        for summary in page?.execution_summaries() {
            let arn = summary.thing_arn().unwrap_or_default();
            let thing = arn.rsplit('/').next().unwrap_or_default();
            let input = DescribeJobExecutionInput::builder().thing_name(thing);
            let input = input.job_id(JOB).build()?;
            let described = service.call::<DescribeJobExecution>(&input)?;
            let execution = described.execution().ok_or("no execution")?;
            let status = execution.status().map_or("unknown", |it| it.as_str());
            println!("{thing} is {status}");
        }
    }
    Ok(())
}

/// A job with an exponential rollout, abort criteria, and retries after a timeout.
fn job(things: &[String]) -> Result<CreateJobInput> {
    let increase = RateIncreaseCriteria::builder().number_of_succeeded_things(20);
    let rate = ExponentialRolloutRate::builder()
        .base_rate_per_minute(10)
        .increment_factor(1.5)
        .rate_increase_criteria(increase.build())
        .build()?;
    let rollout = JobExecutionsRolloutConfig::builder()
        .maximum_per_minute(100)
        .exponential_rate(rate);
    let abort = AbortCriteria::builder()
        .failure_type(JobExecutionFailureType::All)
        .action(AbortAction::Cancel)
        .threshold_percentage(12.5)
        .min_number_of_executed_things(10)
        .build()?;
    let retry = RetryCriteria::builder()
        .failure_type(RetryableFailureType::TimedOut)
        .number_of_retries(3)
        .build()?;
    let timeout = TimeoutConfig::builder().in_progress_timeout_in_minutes(30);
    let retries = JobExecutionsRetryConfig::builder().criteria_list(retry);
    let arns = things
        .iter()
        .map(|name| format!("arn:aws:iot:eu-west-1:123456789012:thing/{name}"));
    Ok(CreateJobInput::builder()
        .job_id(JOB)
        .set_targets(Some(arns.collect()))
        .target_selection(TargetSelection::Snapshot)
        .document(r#"{"operation": "install", "version": 7}"#)
        .job_executions_rollout_config(rollout.build())
        .abort_config(AbortConfig::builder().criteria_list(abort).build()?)
        .timeout_config(timeout.build())
        .job_executions_retry_config(retries.build()?)
        .build()?)
}

/// The service, called with a plain HTTP client.
struct Service {
    address: String,
    client: ureq::Agent,
}

impl Service {
    fn at(address: String) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(std::time::Duration::from_secs(30)));
        Self {
            address,
            client: config.build().into(),
        }
    }

    /// Sends an operation's input, and reads its output or the service's error.
    fn call<O: Binding>(&self, input: &O::Input) -> Result<O::Output> {
        let mut request = O::to_request(input)?;
        *request.uri_mut() = format!("{}{}", self.address, request.uri()).parse()?;
        let headers = request.headers_mut();
        headers.insert("authorization", SIGNATURE.parse()?);
        let (head, mut body) = self.client.run(request)?.into_parts();
        let response = http::Response::from_parts(head, body.read_to_vec()?);
        O::from_response(&response).map_err(|error: ResponseError| error.into())
    }
}
