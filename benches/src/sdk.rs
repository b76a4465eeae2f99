//! The serializers and deserializers of aws-sdk-iot, taken from an operation's configuration layer.

use aws_sdk_iot::operation::{
    create_job::{CreateJob, CreateJobInput},
    describe_job::DescribeJob,
    list_job_executions_for_job::ListJobExecutionsForJob,
    list_jobs::ListJobs,
};
use aws_smithy_runtime_api::{
    client::{
        interceptors::context::{Input, Output},
        orchestrator::{HttpRequest, HttpResponse},
        runtime_plugin::RuntimePlugin,
        ser_de::{
            DeserializeResponse, SerializeRequest, SharedRequestSerializer,
            SharedResponseDeserializer,
        },
    },
    http::StatusCode,
};
use aws_smithy_types::{DateTime, body::SdkBody, config_bag::ConfigBag};
use iot_jobs::{codec, operation::create_job::CreateJobInput as Ours};

fn bag(operation: &dyn RuntimePlugin) -> ConfigBag {
    let mut bag = ConfigBag::base();
    if let Some(layer) = operation.config() {
        bag.push_shared_layer(layer);
    }
    bag
}

/// An operation's deserializer.
pub struct Deserializer(ConfigBag);

impl Deserializer {
    fn of(operation: &dyn RuntimePlugin) -> Self {
        Self(bag(operation))
    }

    pub fn describe_job() -> Self {
        Self::of(&DescribeJob::new())
    }

    pub fn list_job_executions_for_job() -> Self {
        Self::of(&ListJobExecutionsForJob::new())
    }

    pub fn list_jobs() -> Self {
        Self::of(&ListJobs::new())
    }

    /// Decodes a response of [`response`].
    pub fn decode(&self, response: &HttpResponse) -> Output {
        let inner = self
            .0
            .load::<SharedResponseDeserializer>()
            .expect("a deserializer");
        inner
            .deserialize_nonstreaming_with_config(response, &self.0)
            .unwrap_or_else(|_| panic!("the SDK decodes the payload"))
    }
}

/// A successful response with this body.
pub fn response(body: &str) -> HttpResponse {
    let status = StatusCode::try_from(200).expect("a status");
    HttpResponse::new(status, SdkBody::from(body.to_owned()))
}

/// CreateJob's serializer.
pub struct Serializer {
    bag: ConfigBag,
    inner: SharedRequestSerializer,
}

impl Serializer {
    pub fn create_job() -> Self {
        let bag = bag(&CreateJob::new());
        let inner = bag
            .load::<SharedRequestSerializer>()
            .expect("a serializer")
            .clone();
        Self { bag, inner }
    }

    /// Writes the request. The SDK takes the input by value, so each call needs its own input.
    pub fn encode(&mut self, input: Input) -> HttpRequest {
        self.inner
            .serialize_input(input, &mut self.bag)
            .unwrap_or_else(|_| panic!("the SDK encodes the input"))
    }
}

/// The SDK's input of the same request.
pub fn create_job_input(payload: &str) -> CreateJobInput {
    use aws_sdk_iot::types as sdk;

    let ours: Ours = codec::from_str(payload).expect("a CreateJob request");
    let mut input = CreateJobInput::builder()
        .set_job_id(ours.job_id)
        .set_targets(ours.targets)
        .set_document_source(ours.document_source)
        .set_document(ours.document)
        .set_description(ours.description)
        .set_namespace_id(ours.namespace_id)
        .set_job_template_arn(ours.job_template_arn)
        .set_document_parameters(ours.document_parameters)
        .set_destination_package_versions(ours.destination_package_versions)
        .set_target_selection(ours.target_selection.map(|it| it.as_str().into()));
    if let Some(it) = ours.presigned_url_config {
        let config = sdk::PresignedUrlConfig::builder();
        let config = config
            .set_role_arn(it.role_arn)
            .set_expires_in_sec(it.expires_in_sec);
        input = input.presigned_url_config(config.build());
    }
    if let Some(it) = ours.job_executions_rollout_config {
        let config = sdk::JobExecutionsRolloutConfig::builder()
            .set_maximum_per_minute(it.maximum_per_minute)
            .set_exponential_rate(it.exponential_rate.map(|rate| {
                let criteria = sdk::RateIncreaseCriteria::builder()
                    .set_number_of_succeeded_things(
                        rate.rate_increase_criteria.number_of_succeeded_things,
                    )
                    .build();
                sdk::ExponentialRolloutRate::builder()
                    .base_rate_per_minute(rate.base_rate_per_minute)
                    .increment_factor(rate.increment_factor)
                    .rate_increase_criteria(criteria)
                    .build()
                    .expect("all is set")
            }));
        input = input.job_executions_rollout_config(config.build());
    }
    if let Some(it) = ours.abort_config {
        let mut config = sdk::AbortConfig::builder();
        for it in it.criteria_list {
            let criteria = sdk::AbortCriteria::builder()
                .failure_type(it.failure_type.as_str().into())
                .action(it.action.as_str().into())
                .threshold_percentage(it.threshold_percentage)
                .min_number_of_executed_things(it.min_number_of_executed_things);
            config = config.criteria_list(criteria.build().expect("all is set"));
        }
        input = input.abort_config(config.build().expect("all is set"));
    }
    if let Some(it) = ours.timeout_config {
        let config = sdk::TimeoutConfig::builder();
        let config = config.set_in_progress_timeout_in_minutes(it.in_progress_timeout_in_minutes);
        input = input.timeout_config(config.build());
    }
    for it in ours.tags.unwrap_or_default() {
        let tag = sdk::Tag::builder().key(it.key).set_value(it.value);
        input = input.tags(tag.build().expect("all is set"));
    }
    if let Some(it) = ours.job_executions_retry_config {
        let mut config = sdk::JobExecutionsRetryConfig::builder();
        for it in it.criteria_list {
            let criteria = sdk::RetryCriteria::builder()
                .failure_type(it.failure_type.as_str().into())
                .number_of_retries(it.number_of_retries);
            config = config.criteria_list(criteria.build().expect("all is set"));
        }
        input = input.job_executions_retry_config(config.build().expect("all is set"));
    }
    if let Some(it) = ours.scheduling_config {
        let mut config = sdk::SchedulingConfig::builder()
            .set_start_time(it.start_time)
            .set_end_time(it.end_time)
            .set_end_behavior(it.end_behavior.map(|it| it.as_str().into()));
        for it in it.maintenance_windows.unwrap_or_default() {
            let window = sdk::MaintenanceWindow::builder()
                .start_time(it.start_time)
                .duration_in_minutes(it.duration_in_minutes);
            config = config.maintenance_windows(window.build().expect("all is set"));
        }
        input = input.scheduling_config(config.build());
    }
    input.build().expect("all is set")
}

/// The creation time that the SDK read from a DescribeJob response.
pub fn created_at(output: &Output) -> Option<DateTime> {
    use aws_sdk_iot::operation::describe_job::DescribeJobOutput;
    output
        .downcast_ref::<DescribeJobOutput>()?
        .job()?
        .created_at()
        .copied()
}
