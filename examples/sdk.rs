//! Lists the jobs in progress and cancels them, with the client of the AWS SDK and the shapes of this crate.
//!
//! ```text
//! cargo run --features aws-sdk-iot --example sdk
//! ```
//!
//! No account is needed: the client sends its requests to `Replay`, which has recorded responses. Take
//! `aws_config::load_from_env()` instead to send them to the service.

use std::{
    error::Error,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use aws_sdk_iot::{
    Client,
    config::{
        BehaviorVersion, Config, IdentityCache, Region,
        http::{HttpRequest, HttpResponse},
        retry::RetryConfig,
        timeout::TimeoutConfig,
    },
    operation::{
        cancel_job::{CancelJobError, builders::CancelJobInputBuilder},
        list_jobs::builders::ListJobsInputBuilder,
    },
};
use aws_smithy_runtime_api::client::{
    http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn},
    result::ConnectorError,
    stalled_stream_protection::StalledStreamProtectionConfig,
};
use aws_smithy_types::body::SdkBody;
use iot_jobs::{
    codec,
    operation::{
        cancel_job::CancelJobInput,
        list_jobs::{ListJobsInput, ListJobsOutput},
    },
    types::{JobStatus, error::ResourceNotFoundException},
};

/// Request line, status and body of each exchange.
const RECORDED: [(&str, u16, &str); 3] = [
    (
        "GET https://iot.eu-west-1.amazonaws.com/jobs?status=IN_PROGRESS",
        200,
        r#"{"jobs":[{"jobId":"firmware-7","status":"IN_PROGRESS","createdAt":1549395301.389},{"jobId":"firmware-8","status":"IN_PROGRESS"}]}"#,
    ),
    (
        "PUT https://iot.eu-west-1.amazonaws.com/jobs/firmware-7/cancel",
        200,
        r#"{"jobId":"firmware-7"}"#,
    ),
    (
        "PUT https://iot.eu-west-1.amazonaws.com/jobs/firmware-8/cancel",
        404,
        r#"{"message":"no such job"}"#,
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(run(&Client::from_conf(config())))
}

async fn run(client: &Client) -> Result<(), Box<dyn Error>> {
    // An input of this crate becomes the SDK's builder, and the SDK's output an output of this crate.
    let input = ListJobsInput::builder()
        .status(JobStatus::InProgress)
        .build()?;
    let output = ListJobsInputBuilder::from(input).send_with(client).await?;
    let output = ListJobsOutput::from(output);
    println!("{}", codec::to_string(&output)?);

    for job in output.jobs() {
        // An input that was stored as JSON.
        let text = format!(
            r#"{{"jobId":"{}","reasonCode":"END_OF_SALE"}}"#,
            job.job_id().unwrap_or_default()
        );
        let input: CancelJobInput = codec::from_str(&text)?;
        let sent = CancelJobInputBuilder::from(input).send_with(client).await;
        match sent.map_err(aws_sdk_iot::error::SdkError::into_service_error) {
            Ok(canceled) => println!("canceled {}", canceled.job_id().unwrap_or_default()),
            Err(CancelJobError::ResourceNotFoundException(error)) => {
                let error = ResourceNotFoundException::from(error);
                println!("{}", codec::to_string(&error)?);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// A configuration without credentials and timers.
fn config() -> Config {
    let replay = SharedHttpConnector::new(Replay::default());
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .allow_no_auth()
        .identity_cache(IdentityCache::no_cache())
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .http_client(http_client_fn(move |_, _| replay.clone()))
        .build()
}

/// Answers each request with the next recorded response.
#[derive(Clone, Debug, Default)]
struct Replay(Arc<AtomicUsize>);

impl Replay {
    fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, Box<dyn Error + Send + Sync>> {
        let next = self.0.fetch_add(1, Ordering::Relaxed);
        let (line, status, body) = *RECORDED.get(next).ok_or("no response is recorded")?;
        let sent = format!("{} {}", request.method(), request.uri());
        if sent != line {
            return Err(format!("expected {line}, sent {sent}").into());
        }
        let mut response = HttpResponse::new(status.try_into()?, SdkBody::from(body));
        if status == 404 {
            let error = "ResourceNotFoundException";
            response.headers_mut().insert("x-amzn-errortype", error);
        }
        Ok(response)
    }
}

impl HttpConnector for Replay {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let answer = self.answer(&request);
        HttpConnectorFuture::ready(answer.map_err(|error| ConnectorError::other(error, None)))
    }
}
